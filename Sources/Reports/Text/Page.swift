/// A text being written, line by line. Everything passes through here: hidden characters are made visible, glyphs
/// that cannot be shown become ASCII, sentences are wrapped, colours come last.
package struct Page: Sendable {
    package let style: TextStyle
    private var lines: [String] = []
    private var margin = 0

    package init(_ style: TextStyle) { self.style = style }

    /// All lines, each with a line break behind it.
    package var text: String { lines.map { $0 + "\n" }.joined() }

    /// One line that is never wrapped, such as a command to copy.
    package mutating func line(_ text: StyledText) { write(shown(text), further: 0) }

    /// A line that is already safe and painted, such as one of a code frame.
    mutating func finished(_ line: String) { lines.append(String(repeating: " ", count: margin) + line) }

    /// One empty line, unless there is one already or nothing is above it.
    package mutating func gap() {
        if let last = lines.last, !last.isEmpty { lines.append("") }
    }

    /// Writes further in.
    package mutating func indented(by columns: Int = 2, _ write: (inout Page) -> Void) {
        margin += columns
        write(&self)
        margin -= columns
    }

    /// Sentences, wrapped at the style's width. Lines after the first begin `hanging` columns further in.
    package mutating func paragraph(_ text: StyledText, hanging: Int = 0) {
        guard let width = style.width else { return line(text) }
        var runs: [StyledText.Run] = []
        var used = 0
        var further = 0
        var isFirst = true
        for word in WrappedWord.words(of: shown(text)) {
            let columns = word.columns
            if used > 0, used + word.gap.columns + columns > max(20, width - margin - further) {
                write(runs, further: further)
                (runs, used, further, isFirst) = ([], 0, hanging, false)
            }
            // A line does not begin with the space that parted the words, unless the text does.
            if used > 0 || isFirst {
                runs.append(word.gap)
                used += word.gap.columns
            }
            runs += word.runs
            used += columns
        }
        write(runs, further: further)
    }

    private mutating func write(_ runs: [StyledText.Run], further: Int) {
        let painted = StyledText.Run.joined(runs).map { style.paint($0.text, $0.ink) }.joined()
        lines.append(painted.isEmpty ? "" : String(repeating: " ", count: margin + further) + painted)
    }

    private func shown(_ text: StyledText) -> [StyledText.Run] {
        text.runs.map { StyledText.Run(text: style.shown(VisibleText.of($0.text)), ink: $0.ink) }
    }
}

extension TextStyle {
    /// The tool's own punctuation in ASCII where Unicode cannot be shown.
    func shown(_ text: String) -> String {
        guard !unicode, !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
        return text.map { Self.ascii[$0] ?? String($0) }.joined()
    }

    private static let ascii: [Character: String] = [
        "…": "...", "→": "->", "×": "x", "–": "-", "—": "-", "’": "'", "‘": "'", "“": "\"", "”": "\"", "±": "+/-",
        "≥": ">=", "≤": "<=",
    ]
}
