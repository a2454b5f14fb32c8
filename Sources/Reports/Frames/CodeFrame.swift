package import SourceText

/// Lines of a file with line numbers, and a span of them underlined.
package struct CodeFrame: Sendable {
    /// Spans of at most this many lines are shown whole, longer ones by their first and last line.
    private static let wholeLines = 4
    /// Columns for a frame where the width of the screen is not known.
    private static let usualWidth = 200

    package let file: SourceFile
    /// Bytes from the file's start.
    package let range: Range<Int>
    /// Words behind the underline.
    package let label: String?
    /// Of the underline.
    package let ink: Ink
    /// `^` for the place that is meant, `-` for a second one.
    package let mark: Character
    /// 1-based numbers of the first and the last line of the span.
    private let span: ClosedRange<Int>

    package init(
        _ file: SourceFile, _ range: Range<Int>, label: String? = nil, ink: Ink = .error, mark: Character = "^"
    ) {
        self.file = file
        let range = Self.trimmed(range, in: file)
        self.range = range
        let first = file.position(at: range.lowerBound).line
        span = first...max(first, file.position(at: range.upperBound).line)
        self.label = label
        self.ink = ink
        self.mark = mark
    }

    /// Digits of the greatest line number that is shown.
    package var digits: Int { String(span.upperBound).count }

    /// The frame's lines. Frames of one finding share the width of their line numbers.
    package func lines(_ style: TextStyle, digits: Int? = nil) -> [String] {
        let gutter = Gutter(digits: max(digits ?? 0, self.digits), style: style)
        var lines = [gutter.empty]
        // An empty line says little: at the end of a file, or where something is missing, the line above helps.
        if span.count == 1, span.lowerBound > 1, bytes(ofLine: span.lowerBound).isEmpty {
            lines.append(gutter.numbered(span.lowerBound - 1, frameLine(span.lowerBound - 1, gutter, style).text))
        }
        let shown = span.count <= Self.wholeLines ? Array(span) : [span.lowerBound, span.upperBound]
        for (number, line) in shown.enumerated() {
            if number > 0, line != shown[number - 1] + 1 { lines.append(gutter.skipped) }
            let frameLine = frameLine(line, gutter, style)
            lines.append(gutter.numbered(line, frameLine.text))
            if frameLine.text.isEmpty, span.count > 1 { continue }
            var underline = String(repeating: mark, count: frameLine.count)
            if line == span.upperBound, let label { underline += " " + style.shown(VisibleText.of(label)) }
            lines.append(
                gutter.bar + " " + String(repeating: " ", count: frameLine.start) + style.paint(underline, ink))
        }
        return lines
    }

    private func bytes(ofLine line: Int) -> ArraySlice<UInt8> { file.bytes[file.rangeOfLine(line) ?? 0..<0] }

    private func frameLine(_ line: Int, _ gutter: Gutter, _ style: TextStyle) -> FrameLine {
        let bytes = bytes(ofLine: line)
        var lower = max(0, range.lowerBound - bytes.startIndex)
        // Below its first line a span begins with the text, not with its indentation.
        if range.lowerBound < bytes.startIndex { lower = bytes.prefix { $0 == 0x20 || $0 == 0x09 }.count }
        let upper = min(range.upperBound, bytes.endIndex) - bytes.startIndex
        return FrameLine(
            bytes, mark: lower..<max(lower, upper), isFirst: line == 1,
            limit: (style.width ?? Self.usualWidth) - gutter.columns, style: style)
    }

    /// Block scalars and mappings end with the line break before the next key; nobody means that line break.
    private static func trimmed(_ range: Range<Int>, in file: SourceFile) -> Range<Int> {
        let range = range.clamped(to: 0..<file.bytes.count)
        let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
        guard let last = file.bytes[range].lastIndex(where: { !blanks.contains($0) }) else {
            return range.lowerBound..<range.lowerBound
        }
        return range.lowerBound..<last + 1
    }
}

/// What stands to the left of the code.
private struct Gutter {
    private let digits: Int
    private let style: TextStyle

    init(digits: Int, style: TextStyle) {
        self.digits = digits
        self.style = style
    }

    /// Columns that every line loses.
    var columns: Int { digits + 3 }

    var bar: String { style.paint(String(repeating: " ", count: digits + 1) + stroke, .faint) }
    var empty: String { bar }
    var skipped: String { style.paint(String(repeating: " ", count: digits + 1) + (style.unicode ? "⋮" : ":"), .faint) }

    func numbered(_ line: Int, _ text: String) -> String {
        let number = String(line)
        let padding = String(repeating: " ", count: digits - number.count)
        return style.paint("\(padding)\(number) \(stroke)", .faint) + (text.isEmpty ? "" : " " + text)
    }

    private var stroke: String { style.unicode ? "│" : "|" }
}
