import Materiality
import SourceText

/// A change as people read it: its class and rule, why, what stood there and what stands there now.
struct ChangeText {
    /// Values of more lines are cut.
    private static let maximumLines = 12
    /// Two values of at most this many columns each are written on one line.
    private static let shortValue = 36

    private let change: Change

    init(_ change: Change) { self.change = change }

    func write(to page: inout Page) {
        let changeClass = change.changeClass.rawValue
        page.paragraph(
            "\(changeClass, ClassWords.ink(changeClass)) \(change.rule.id.rawValue, .strong) in \(subject)", hanging: 2)
        page.indented { page in
            page.paragraph(StyledText(change.reason.withFullStop))
            for remark in remarks { page.paragraph(StyledText(remark)) }
            writeValues(to: &page)
        }
    }

    /// `critical guardrail/threshold-loosened in reply-content: <reason>`, for lists that are about something else.
    var summary: StyledText {
        let name = change.changeClass.rawValue
        return "\(name, ClassWords.ink(name)) \(change.rule.id.rawValue, .strong) in \(subject): \(change.reason)"
    }

    private var subject: String { change.field.map { "\(change.subject), \($0)" } ?? change.subject }

    private var remarks: [String] {
        var remarks: [String] = []
        if let override = change.override {
            remarks.append(
                "The policy sets this class, at \(override.location.label); by itself it would be "
                    + "\(change.builtInClass.rawValue). Why: \(override.why.withFullStop)")
        }
        if change.confidence == .heuristic {
            remarks.append("This was read from the words of the text, so a person should look at it.")
        }
        if change.isSubstantialModification {
            remarks.append(
                "This is a substantial modification (EU AI Act, article 3(23)): it needs a new impact assessment.")
        }
        return remarks
    }

    private func writeValues(to page: inout Page) {
        if let old = change.old, let new = change.new, Self.isShort(old.value), Self.isShort(new.value) {
            page.line("\(old.value, .old) → \(new.value, .new)")
        } else {
            write(change.old, sign: "-", ink: .old, to: &page)
            write(change.new, sign: "+", ink: .new, to: &page)
        }
        switch (change.old?.location.label, change.new?.location.label) {
        case (let old?, let new?) where old == new: page.line("\("at", .faint) \(new)")
        case (let old?, let new?): page.line("\("at", .faint) \(old) → \(new)")
        case (let old?, nil): page.line("\("was at", .faint) \(old)")
        case (nil, let new?): page.line("\("at", .faint) \(new)")
        case (nil, nil): page.line("\("in", .faint) \(change.path)")
        }
    }

    private func write(_ side: ChangeSide?, sign: String, ink: Ink, to page: inout Page) {
        guard let side else { return }
        let lines = side.value.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for line in lines.prefix(Self.maximumLines) { page.paragraph(StyledText("\(sign) \(line)", ink), hanging: 2) }
        let hidden = lines.count - Self.maximumLines
        if hidden > 0 { page.line(StyledText("\(sign) … \(Prose.count(hidden, "more line"))", ink)) }
    }

    private static func isShort(_ value: String) -> Bool {
        !value.contains(where: \.isNewline) && DisplayWidth.columns(of: value) <= shortValue
    }
}

extension String {
    /// Parts of sentences from other modules come without a full stop.
    var withFullStop: String {
        guard let last, !".!?:".contains(last) else { return self }
        return self + "."
    }
}
