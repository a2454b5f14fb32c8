import ComponentFormats
import Materiality
import SourceText

/// One change: what it means, the words or values that changed, and where.
struct PageChange {
    /// Lines of a value beyond which it is cut; whole files stand below.
    private static let maximumLines = 60

    private let change: Change
    private let places: PlaceLinks
    private let files: [PageFile]

    init(_ change: Change, _ objects: ComparedObjects, files: [PageFile]) {
        self.change = change
        self.files = files
        places = PlaceLinks(change, objects)
    }

    func html(heading: HTMLTag) -> HTML {
        HTML(.article, .class("change"), .data("class", change.changeClass.rawValue)) {
            HTML(heading, .class("title")) {
                ClassBadge.html(change.changeClass.rawValue)
                " "
                change.reason.capitalisedFirst.withFullStop
            }
            HTML(.p, .class("subject"), .translate(false)) {
                HTML(.code) { change.rule.id.rawValue }
                " in "
                HTML(.code) { change.fullSubject }
                if let format = change.format {
                    ", read as "
                    [format.name, format.version].compactMap(\.self).joined(separator: " ")
                }
            }
            values
            if let scale = change.scale { PageScale(scale, change.direction).html }
            ChangeRemarks.of(change).map { remark in HTML(.p, .class("remark")) { remark } }
            place
        }
    }

    // MARK: Values

    private var values: HTML {
        switch ValueDiff(change, maximumLines: Self.maximumLines) {
        case .step(let old, let new):
            HTML(.p, .class("step"), .translate(false)) {
                HTML(.del) { old.isEmpty ? "(empty)" : old }
                HTML(.span, .class("arrow")) { " → " }
                HTML(.ins) { new.isEmpty ? "(empty)" : new }
            }
        case .words(let text):
            HTML(.div, .class("words")) {
                text.lines.map { line in HTML(.p) { line.isEmpty ? [HTML(.br)] : line.map(Self.marked) } }
            }
        case .blocks(let old, let new):
            HTML(.div, .class("words")) {
                if let old { Self.block(old, .del) }
                if let new { Self.block(new, .ins) }
            }
        }
    }

    private static func marked(_ piece: MarkedText.Piece) -> HTML {
        switch piece.mark {
        case .same: .text(piece.text)
        case .omitted: HTML(.span, .class("omitted")) { piece.text }
        case .removed: HTML(.del) { piece.text }
        case .added: HTML(.ins) { piece.text }
        }
    }

    private static func block(_ block: ValueDiff.Block, _ tag: HTMLTag) -> [HTML] {
        let side = tag == .del ? "gone" : "come"
        var lines = block.lines.map { line in
            HTML(.p, .class(side)) { line.isEmpty ? [HTML(.br)] : [HTML(tag) { line }] }
        }
        if block.hiddenLines > 0 {
            lines.append(
                HTML(.p, .class("omitted")) { "… \(Prose.count(block.hiddenLines, "more line"))" })
        }
        return lines
    }

    // MARK: Places

    private var place: HTML {
        HTML(.p, .class("place"), .translate(false)) {
            switch (places.old, places.new) {
            case (let old?, let new?) where old.label == new.label:
                Self.link(new, to: anchor(change.new, isNew: true))
                Self.addresses([("before", old.address), ("now", new.address)])
            case (let old?, let new?):
                Self.link(old, to: anchor(change.old, isNew: false))
                " → "
                Self.link(new, to: anchor(change.new, isNew: true))
                Self.addresses([("before", old.address), ("now", new.address)])
            case (let old?, nil):
                "was at "
                Self.link(old, to: anchor(change.old, isNew: false))
                Self.addresses([("before", old.address)])
            case (nil, let new?):
                Self.link(new, to: anchor(change.new, isNew: true))
                Self.addresses([("now", new.address)])
            case (nil, nil): change.path
            }
        }
    }

    /// The line of the file further down, if it is shown there.
    private func anchor(_ side: ChangeSide?, isNew: Bool) -> String? {
        guard let path = side?.location.path, let line = side?.location.position?.line else { return nil }
        return files.lazy.compactMap { $0.anchor(path: path, line: line, isNew: isNew) }.first
    }

    private static func link(_ place: PlaceLinks.Place, to anchor: String?) -> HTML {
        if let anchor { return HTML(.a, .href(toID: anchor)) { place.label } }
        // What is not shown below can be looked at with `git show`.
        return .text(place.label + (place.object.map { " (object \($0.prefix(12)))" } ?? ""))
    }

    /// Links to the host, where there is one.
    static func addresses(_ links: [(label: String, address: String?)]) -> [HTML] {
        links.compactMap { label, address in
            guard let address, let href = HTMLAttribute.href(address) else { return nil }
            return .pieces([
                " · ", HTML(.a, href, .noReferrer, .class("out")) { label + " on " + RepositoryHost.name(of: address) },
            ])
        }
    }
}
