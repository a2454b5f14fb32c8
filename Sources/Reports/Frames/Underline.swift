/// The mark under one span of a line, with its words.
struct Underline {
    /// Columns of the frame's text, from 0.
    let columns: Range<Int>
    let span: FrameSpan
    /// Of a span of several lines only the last one carries the words.
    let hasLabel: Bool

    /// The rows below a line. Marks that leave each other room share one row; the words of all but the last of them
    /// follow in rows of their own.
    static func rows(_ underlines: [Underline], _ style: TextStyle) -> [String] {
        var rows: [String] = []
        for group in groups(underlines.sorted { $0.columns.lowerBound < $1.columns.lowerBound }) {
            var row = ""
            var column = 0
            for (number, underline) in group.enumerated() {
                row += String(repeating: " ", count: underline.columns.lowerBound - column)
                var text = String(repeating: underline.span.mark, count: underline.columns.count)
                if number == group.count - 1, let label = underline.label(style) { text += " " + label }
                row += style.paint(text, underline.span.ink)
                column = underline.columns.upperBound
            }
            rows.append(row)
            for underline in group.dropLast().reversed() {
                guard let label = underline.label(style) else { continue }
                let indent = String(repeating: " ", count: underline.columns.lowerBound)
                rows.append(indent + style.paint(label, underline.span.ink))
            }
        }
        return rows
    }

    private func label(_ style: TextStyle) -> String? {
        hasLabel ? span.label.map { style.shown(VisibleText.of($0)) } : nil
    }

    /// Neighbours that do not touch; one that overlaps the one before it begins a new row.
    private static func groups(_ underlines: [Underline]) -> [[Underline]] {
        var groups: [[Underline]] = []
        for underline in underlines {
            if let last = groups.last?.last, last.columns.upperBound < underline.columns.lowerBound {
                groups[groups.count - 1].append(underline)
            } else {
                groups.append([underline])
            }
        }
        return groups
    }
}
