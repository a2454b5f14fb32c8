import Materiality
import PackageContents
import SourceText

/// Both texts of a file side by side: what changed with some lines around it, the rest folded away.
struct PageFile {
    /// Lines around a change that are not folded.
    private static let context = 3
    /// Lines of a side beyond which only what changed is on the page.
    private static let maximumFoldedLines = 5_000
    /// Lines of a changed part beyond which it is cut.
    private static let maximumChangedLines = 1_000
    /// Characters of a line beyond which it is cut.
    private static let maximumLineLength = 20_000

    private let file: ComparedFile
    private let id: String
    private let objects: ComparedObjects
    private let text: SideBySide?
    /// Lines that are on the page, 1-based.
    private let shownOld: Set<Int>
    private let shownNew: Set<Int>
    private let pieces: [Piece]

    private enum Piece {
        case rows([SideBySide.Row], isChanged: Bool)
        /// Unchanged lines, to be unfolded.
        case folded([SideBySide.Row])
        /// How many lines are not on the page.
        case omitted(Int, String)
    }

    var category: ChangeCategory { file.category }

    init(_ file: ComparedFile, id: String, _ objects: ComparedObjects) {
        self.file = file
        self.id = id
        self.objects = objects
        text = SideBySide(file.old, file.new)
        pieces = text.map(Self.pieces) ?? []
        let rows = pieces.flatMap { piece -> [SideBySide.Row] in
            switch piece {
            case .rows(let rows, _), .folded(let rows): rows
            case .omitted: []
            }
        }
        shownOld = Set(rows.flatMap(\.old).map(\.number))
        shownNew = Set(rows.flatMap(\.new).map(\.number))
    }

    /// Id of the element of a line, if it is on the page.
    func anchor(path: String, line: Int, isNew: Bool) -> String? {
        guard (isNew ? file.new : file.old)?.path == path, (isNew ? shownNew : shownOld).contains(line) else {
            return nil
        }
        return lineID(line, isNew: isNew)
    }

    private func lineID(_ line: Int, isNew: Bool) -> String { "\(id)-\(isNew ? "now" : "before")-\(line)" }

    // MARK: Folding

    private static func pieces(_ text: SideBySide) -> [Piece] {
        let isLong =
            text.parts.reduce(0) { sum, part in
                if case .same(let rows) = part { sum + rows.count } else { sum }
            } > maximumFoldedLines
        return text.parts.enumerated().flatMap { number, part -> [Piece] in
            switch part {
            case .changed(let rows): return changed(rows)
            case .same(let rows):
                let before = number == 0 ? 0 : context
                let after = number == text.parts.count - 1 ? 0 : context
                // A fold is a line itself.
                guard rows.count > before + after + 1 else { return [.rows(rows, isChanged: false)] }
                let hidden = Array(rows[before..<rows.count - after])
                return [
                    .rows(Array(rows[..<before]), isChanged: false),
                    isLong ? .omitted(hidden.count, "unchanged line") : .folded(hidden),
                    .rows(Array(rows[(rows.count - after)...]), isChanged: false),
                ]
            }
        }
    }

    private static func changed(_ rows: [SideBySide.Row]) -> [Piece] {
        var kept: [SideBySide.Row] = []
        var room = maximumChangedLines
        var hidden = 0
        for row in rows {
            let (old, new) = (row.old.prefix(room), row.new.prefix(room))
            hidden += max(row.old.count - old.count, row.new.count - new.count)
            if !old.isEmpty || !new.isEmpty { kept.append(SideBySide.Row(old: Array(old), new: Array(new))) }
            room = max(0, room - max(row.old.count, row.new.count))
        }
        return [.rows(kept, isChanged: true)] + (hidden > 0 ? [.omitted(hidden, "more changed line")] : [])
    }

    // MARK: Writing

    func html(heading: HTMLTag) -> HTML {
        HTML(.section, .class("file"), .id(id), .aria("labelledby", id + "-name")) {
            HTML(heading, .id(id + "-name"), .class("name"), .translate(false)) { name }
            HTML(.p, .class("objects")) { summary }
            if text == nil {
                HTML(.p) { "This is not text, so there is nothing to read side by side." }
                digests
            } else {
                HTML(.div, .class("sides"), .translate(false)) {
                    HTML(.div, .class("row", "names")) {
                        HTML(.div, .class("old")) { file.old == nil ? "Not there before" : "Before" }
                        HTML(.div, .class("new")) { file.new == nil ? "Gone now" : "Now" }
                    }
                    pieces.map(html)
                }
            }
        }
    }

    private var name: String {
        guard let old = file.old?.path, let new = file.new?.path, old != new else { return file.path }
        return "\(old) → \(new)"
    }

    private var summary: [HTML] {
        var parts: [HTML] = []
        if let lines = text?.changedLines {
            parts.append("\(Prose.count(lines.old, "line")) removed, \(lines.new) added")
        }
        for (label, side, path) in [
            ("before", objects.base, file.old?.path), ("now", objects.head, file.new?.path),
        ] {
            guard let path, let blob = side.blobs[path] else { continue }
            parts.append(.pieces(["\(label) ", HTML(.code, .translate(false)) { String(blob.prefix(12)) }]))
        }
        let links = [(objects.base, file.old?.path, "before"), (objects.head, file.new?.path, "now")].map {
            side, path, label in (label: label, address: objects.address(of: path, in: side))
        }
        return parts.enumerated().flatMap { number, part in number > 0 ? [" · ", part] : [part] }
            + PageChange.addresses(links)
    }

    private var digests: HTML {
        HTML(.dl) {
            [("Before", file.old), ("Now", file.new)].flatMap { label, source -> [HTML] in
                guard let source else { return [] }
                return [
                    HTML(.dt) { label },
                    HTML(.dd) {
                        "\(source.bytes.count) bytes, SHA-256 "
                        HTML(.code, .translate(false)) { ContentDigest.sha256(source.bytes) }
                    },
                ]
            }
        }
    }

    private func html(_ piece: Piece) -> [HTML] {
        switch piece {
        case .rows(let rows, let isChanged): return rows.map { row($0, isChanged: isChanged) }
        case .omitted(let count, let noun):
            return [HTML(.p, .class("fold")) { "\(Prose.count(count, noun)), not on this page" }]
        case .folded(let rows):
            return [
                HTML(.details, .class("fold")) {
                    HTML(.summary) { Prose.count(rows.count, "unchanged line") }
                    rows.map { row($0, isChanged: false) }
                }
            ]
        }
    }

    private func row(_ row: SideBySide.Row, isChanged: Bool) -> HTML {
        // Lines that came or went as a whole have their sign; marks on all words would only be in the way.
        let isMarked = !row.old.isEmpty && !row.new.isEmpty
        return HTML(.div, .class("row", isChanged ? "changed" : "same")) {
            HTML(.div, .class("old")) {
                if isChanged, !row.old.isEmpty { Self.spoken("before:") }
                row.old.map { line($0, isMarked ? .del : .span, id: lineID($0.number, isNew: false)) }
            }
            HTML(.div, .class("new")) {
                if isChanged, !row.new.isEmpty { Self.spoken("now:") }
                row.new.map { line($0, isMarked ? .ins : .span, id: lineID($0.number, isNew: true)) }
            }
        }
    }

    /// For those who hear the page.
    private static func spoken(_ words: String) -> HTML { HTML(.span, .class("spoken")) { words } }

    private func line(_ line: SideBySide.Line, _ tag: HTMLTag, id: String) -> HTML {
        HTML(.div, .class("line"), .id(id)) {
            HTML(.span, .class("number")) { String(line.number) }
            HTML(.span, .class("text")) {
                Self.cut(line.runs).map { run in
                    run.isChanged ? HTML(tag) { run.text } : HTML.text(run.text)
                }
            }
        }
    }

    private static func cut(_ runs: [SideBySide.Run]) -> [SideBySide.Run] {
        var room = maximumLineLength
        var kept: [SideBySide.Run] = []
        for run in runs where room > 0 {
            let isLong = run.text.count > room
            kept.append(
                isLong ? SideBySide.Run(text: run.text.prefix(room) + " …", isChanged: run.isChanged) : run)
            room -= run.text.count
        }
        return kept
    }
}
