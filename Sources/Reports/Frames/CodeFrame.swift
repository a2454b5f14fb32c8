package import SourceText

/// Lines of a file with line numbers, and spans of them underlined.
package struct CodeFrame: Sendable {
    /// Columns for a frame where the width of the screen is not known.
    private static let usualWidth = 200

    package let file: SourceFile
    private let spans: [FrameSpan]
    /// 1-based.
    private let lastLine: Int

    package init(_ file: SourceFile, _ spans: [FrameSpan]) {
        self.file = file
        self.spans = spans
        lastLine = spans.map { PlacedSpan($0, in: file).lines.upperBound }.max() ?? 1
    }

    package init(
        _ file: SourceFile, _ range: Range<Int>, label: String? = nil, ink: Ink = .error, mark: Character = "^"
    ) {
        self.init(file, [FrameSpan(range, label: label, ink: ink, mark: mark)])
    }

    /// Digits of the greatest line number that is shown.
    package var digits: Int { String(lastLine).count }

    /// The frame's lines. Frames of one finding share the width of their line numbers.
    package func lines(_ style: TextStyle, digits: Int? = nil) -> [String] {
        let gutter = Gutter(digits: max(digits ?? 0, self.digits), style: style)
        let placed = spans.map { PlacedSpan($0, in: file) }
        var lines = [gutter.bar]
        var previous: Int?
        for line in Self.withSmallGapsClosed(Set(placed.flatMap { $0.shownLines(in: file) }).sorted()) {
            if let previous, line != previous + 1 { lines.append(gutter.skipped) }
            previous = line
            let bytes = file.bytes[file.rangeOfLine(line) ?? 0..<0]
            let marked = placed.compactMap { placed in placed.part(inLine: line, bytes).map { (placed, $0) } }
            let frameLine = FrameLine(
                bytes, marks: marked.map(\.1), isFirst: line == 1,
                limit: (style.width ?? Self.usualWidth) - gutter.columns, style: style)
            lines.append(gutter.numbered(line, frameLine.text))
            let underlines = zip(marked, frameLine.marks).map { marked, columns in
                Underline(
                    columns: columns, span: marked.0.span, hasLabel: line == marked.0.lines.upperBound)
            }
            lines += Underline.rows(underlines, style).map { gutter.bar + " " + $0 }
        }
        return lines
    }

    /// A line by itself takes no more room than the sign that it was left out.
    private static func withSmallGapsClosed(_ lines: [Int]) -> [Int] {
        var closed: [Int] = []
        for line in lines {
            if let last = closed.last, line == last + 2 { closed.append(last + 1) }
            closed.append(line)
        }
        return closed
    }
}
