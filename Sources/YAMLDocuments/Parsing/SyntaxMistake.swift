import SourceText

/// What the parser stops at. The texts are in the `SyntaxMistake+…` files, one function for each kind of mistake.
struct SyntaxMistake: Error {
    let problem: YAMLProblem

    init(
        _ range: Range<Int>, _ message: String, mend: String, kind: YAMLProblem.Kind = .syntax,
        related: (range: Range<Int>, label: String)? = nil
    ) {
        problem = YAMLProblem(kind, range, message, mend: mend, related: related)
    }

    /// One character at an offset.
    init(
        _ offset: Int, _ message: String, mend: String, kind: YAMLProblem.Kind = .syntax,
        related: (range: Range<Int>, label: String)? = nil
    ) {
        self.init(offset..<offset + 1, message, mend: mend, kind: kind, related: related)
    }
}

extension StrictParser {
    /// A short piece of the file for a message: one line, at most 40 characters.
    func excerpt(_ range: Range<Int>) -> String {
        let upper = min(range.upperBound, endOfLine(range.lowerBound))
        let line = text(range.lowerBound..<max(upper, range.lowerBound))
        return line.unicodeScalars.count <= 40 && upper == range.upperBound
            ? line : String(String.UnicodeScalarView(line.unicodeScalars.prefix(37))) + "…"
    }

    /// The 1-based line of an offset, for a message that names a second place.
    func line(_ offset: Int) -> Int {
        var line = 1
        var index = 0
        while index < min(offset, end) {
            if base[index].isBreak {
                line += 1
                index = offsetBehindBreak(index)
            } else {
                index += 1
            }
        }
        return line
    }

    /// The spaces at the start of the last line with content before the line that `offset` is in; nil at the top.
    func indentationAbove(_ offset: Int) -> Int? {
        var lineUpper = startOfLine(offset)
        while lineUpper > textStart {
            let start = startOfLine(lineUpper - 1)
            var index = start
            while index < lineUpper, base[index] == UInt8(ascii: " ") { index += 1 }
            if index < lineUpper, !base[index].isBreak, base[index] != UInt8(ascii: "#") { return index - start }
            lineUpper = start
        }
        return nil
    }

    func startOfLine(_ offset: Int) -> Int {
        var start = min(offset, end)
        if start > textStart, start < end, base[start] == UInt8(ascii: "\n"), base[start - 1] == UInt8(ascii: "\r") {
            start -= 1
        }
        while start > textStart, !base[start - 1].isBreak { start -= 1 }
        return start
    }
}

/// "1 space", "2 spaces".
func spaces(_ count: Int) -> String { count == 1 ? "1 space" : "\(count) spaces" }

func indentBy(_ count: Int) -> String {
    count == 0 ? "Start it at the very start of the line" : "Indent it by \(spaces(count))"
}
