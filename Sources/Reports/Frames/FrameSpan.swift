import SourceText

/// A span of a file that a code frame underlines.
package struct FrameSpan: Sendable {
    /// Bytes from the file's start.
    package let range: Range<Int>
    /// Words behind the underline, or below it where another underline follows.
    package let label: String?
    /// Of the underline.
    package let ink: Ink
    /// `^` for the place that is meant, `-` for a second one.
    package let mark: Character

    package init(_ range: Range<Int>, label: String? = nil, ink: Ink = .error, mark: Character = "^") {
        self.range = range
        self.label = label
        self.ink = ink
        self.mark = mark
    }
}

/// A span brought into its file, with the lines that it touches.
struct PlacedSpan {
    /// Spans of at most this many lines are shown whole, longer ones by their first and last line.
    private static let wholeLines = 4

    let span: FrameSpan
    let range: Range<Int>
    /// 1-based.
    let lines: ClosedRange<Int>

    init(_ span: FrameSpan, in file: SourceFile) {
        self.span = span
        range = file.withoutTrailingBlanks(span.range)
        let first = file.position(at: range.lowerBound).line
        lines = first...max(first, file.position(at: range.upperBound).line)
    }

    /// The lines to show.
    func shownLines(in file: SourceFile) -> [Int] {
        // An empty line says little: at the end of a file, or where something is missing, the line above helps.
        if lines.count == 1, lines.lowerBound > 1, file.rangeOfLine(lines.lowerBound)?.isEmpty ?? true {
            return [lines.lowerBound - 1, lines.lowerBound]
        }
        return lines.count <= Self.wholeLines ? Array(lines) : [lines.lowerBound, lines.upperBound]
    }

    /// The part to underline in a line, in bytes from the line's start; nil when there is none.
    func part(inLine line: Int, _ bytes: ArraySlice<UInt8>) -> Range<Int>? {
        guard lines.contains(line) else { return nil }
        if bytes.isEmpty, lines.count > 1 { return nil }
        var lower = max(0, range.lowerBound - bytes.startIndex)
        // Below its first line a span begins with the text, not with its indentation.
        if range.lowerBound < bytes.startIndex { lower = bytes.prefix { $0 == 0x20 || $0 == 0x09 }.count }
        let upper = min(range.upperBound, bytes.endIndex) - bytes.startIndex
        return lower..<max(lower, upper)
    }
}

extension SourceFile {
    /// Block scalars and mappings end with the line break before the next key; nobody means that line break.
    func withoutTrailingBlanks(_ range: Range<Int>) -> Range<Int> {
        let range = range.clamped(to: 0..<bytes.count)
        let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
        guard let last = bytes[range].lastIndex(where: { !blanks.contains($0) }) else {
            return range.lowerBound..<range.lowerBound
        }
        return range.lowerBound..<last + 1
    }
}
