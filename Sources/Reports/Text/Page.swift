/// A text being written, line by line. Everything passes through here: hidden characters are made visible, glyphs
/// that cannot be shown become ASCII, sentences are wrapped, colours come last.
package struct Page: Sendable {
    package let style: TextStyle
    private var lines: [String] = []
    private var margin = 0

    package init(_ style: TextStyle) { self.style = style }

    /// All lines, each with a line break behind it.
    package var text: String { lines.map { $0 + "\n" }.joined() }

    package var isEmpty: Bool { lines.isEmpty }

    /// One line that is never wrapped, such as a command to copy.
    package mutating func line(_ text: StyledText, indent: Int = 0) {
        lines.append(spaces(indent) + shown(text).map { style.paint($0.text, $0.ink) }.joined())
    }

    /// A line that is already safe and painted, such as one of a code frame.
    mutating func finished(_ line: String) { lines.append(line.isEmpty ? "" : spaces(0) + line) }

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
        var current = ""
        var used = 0
        var isFirst = true
        for word in Self.words(shown(text)) {
            let columns = word.reduce(0) { $0 + DisplayWidth.columns(of: $1.text) }
            let limit = max(20, width - margin - (isFirst ? 0 : hanging))
            if used > 0, used + 1 + columns > limit {
                lines.append(spaces(isFirst ? 0 : hanging) + current)
                (current, used, isFirst) = ("", 0, false)
            }
            if used > 0 {
                current += " "
                used += 1
            }
            current += word.map { style.paint($0.text, $0.ink) }.joined()
            used += columns
        }
        lines.append(spaces(isFirst ? 0 : hanging) + current)
    }

    private func spaces(_ further: Int) -> String { String(repeating: " ", count: margin + further) }

    private func shown(_ text: StyledText) -> [StyledText.Run] {
        text.runs.map { StyledText.Run(text: style.shown(VisibleText.of($0.text)), ink: $0.ink) }
    }

    /// Splits at spaces. A word keeps its runs, because ink may change inside it.
    private static func words(_ runs: [StyledText.Run]) -> [[StyledText.Run]] {
        var words: [[StyledText.Run]] = [[]]
        for run in runs {
            for (number, part) in run.text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
                if number > 0 { words.append([]) }
                if !part.isEmpty { words[words.count - 1].append(StyledText.Run(text: String(part), ink: run.ink)) }
            }
        }
        return words.filter { !$0.isEmpty }
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
