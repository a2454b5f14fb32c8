import Materiality

/// The values of a change in the form in which they are read most easily. Every format for people writes these forms.
enum ValueDiff: Sendable, Hashable {
    /// Two short values, the second in place of the first.
    case step(old: String, new: String)
    /// Text with the words marked that went and came.
    case words(MarkedText)
    /// Text that came or went, or of which no words stayed: its lines, without those beyond a limit.
    case blocks(old: Block?, new: Block?)

    struct Block: Sendable, Hashable {
        let lines: [String]
        let hiddenLines: Int
    }

    /// Two values of at most this many columns each are written beside each other.
    private static let shortValue = 36
    private static let contextWords = 8

    /// - Parameter maximumLines: lines of a value that are shown.
    init(_ change: Change, maximumLines: Int) {
        if let old = change.old?.value, let new = change.new?.value {
            if Self.isShort(old), Self.isShort(new) {
                self = .step(old: old, new: new)
                return
            }
            let diff = WordDiff(old, new)
            let marked = MarkedText(diff, context: Self.contextWords)
            if !diff.isRewritten, marked.lines.count <= maximumLines {
                self = .words(marked)
                return
            }
        }
        self = .blocks(
            old: change.old.map { Self.block($0.value, maximumLines) },
            new: change.new.map { Self.block($0.value, maximumLines) })
    }

    private static func block(_ value: String, _ maximumLines: Int) -> Block {
        let lines = value.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return Block(
            lines: lines.prefix(maximumLines).map(String.init), hiddenLines: max(0, lines.count - maximumLines))
    }

    private static func isShort(_ value: String) -> Bool {
        !value.contains(where: \.isNewline) && DisplayWidth.columns(of: value) <= shortValue
    }
}
