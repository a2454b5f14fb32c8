import Materiality
import SourceText

/// A change as people read it: its class and rule, why, what stood there and what stands there now.
struct ChangeText {
    /// Values of more lines are cut.
    private static let maximumLines = 12

    private let change: Change

    init(_ change: Change) { self.change = change }

    func write(to page: inout Page) {
        let changeClass = change.changeClass.rawValue
        page.paragraph(
            "\(changeClass, ClassWords.ink(changeClass)) \(change.rule.id.rawValue, .strong) in \(change.fullSubject)",
            hanging: 2)
        page.indented { page in
            page.paragraph(StyledText(change.reason.withFullStop))
            for remark in ChangeRemarks.of(change) { page.paragraph(StyledText(remark)) }
            writeValues(to: &page)
            writePlaces(to: &page)
        }
    }

    /// `critical guardrail/threshold-loosened in reply-content: <reason>`, for lists that are about something else.
    var summary: StyledText {
        let name = change.changeClass.rawValue
        return
            "\(name, ClassWords.ink(name)) \(change.rule.id.rawValue, .strong) in \(change.fullSubject): \(change.reason)\(lowering)"
    }

    /// That the policy lowers a class is said wherever the change is named.
    private var lowering: String {
        guard let override = change.override, change.changeClass < change.builtInClass else { return "" }
        return " (\(change.builtInClass.rawValue) by itself; the policy lowers it: \(override.why))"
    }

    private func writeValues(to page: inout Page) {
        switch ValueDiff(change, maximumLines: Self.maximumLines) {
        case .step(let old, let new): page.line("\(old, .old) → \(new, .new)")
        case .words(let text): for line in text.lines { page.paragraph(Self.marked(line)) }
        case .blocks(let old, let new):
            Self.write(old, sign: "-", ink: .old, to: &page)
            Self.write(new, sign: "+", ink: .new, to: &page)
        }
    }

    private func writePlaces(to page: inout Page) {
        switch (change.old?.location.label, change.new?.location.label) {
        case (let old?, let new?) where old == new: page.line("\("at", .faint) \(new)")
        case (let old?, let new?): page.line("\("at", .faint) \(old) → \(new)")
        case (let old?, nil): page.line("\("was at", .faint) \(old)")
        case (nil, let new?): page.line("\("at", .faint) \(new)")
        case (nil, nil): page.line("\("in", .faint) \(change.path)")
        }
    }

    private static func write(_ block: ValueDiff.Block?, sign: String, ink: Ink, to page: inout Page) {
        guard let block else { return }
        for line in block.lines { page.paragraph(StyledText("\(sign) \(line)", ink), hanging: 2) }
        if block.hiddenLines > 0 {
            page.line(StyledText("\(sign) … \(Prose.count(block.hiddenLines, "more line"))", ink))
        }
    }

    /// `Always [-cite-]{+name+} the section`, the marks of `git diff --word-diff`; they stand there in colour too.
    static func marked(_ pieces: [MarkedText.Piece]) -> StyledText {
        pieces.reduce(StyledText("")) { text, piece in
            switch piece.mark {
            case .same: text + StyledText(piece.text)
            case .removed: text + StyledText("[-\(piece.text)-]", .old)
            case .added: text + StyledText("{+\(piece.text)+}", .new)
            case .omitted: text + StyledText(piece.text, .faint)
            }
        }
    }
}

extension Change {
    /// `reply-content, threshold`
    var fullSubject: String { field.map { "\(subject), \($0)" } ?? subject }
}

extension String {
    /// Parts of sentences from other modules come without a full stop.
    var withFullStop: String {
        guard let last, !".!?:".contains(last) else { return self }
        return self + "."
    }
}
