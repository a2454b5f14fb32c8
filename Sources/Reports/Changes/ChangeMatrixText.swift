import Materiality

/// The matrix as a table of a terminal. A dash stands for no change, so that numbers catch the eye.
struct ChangeMatrixText {
    private let matrix: ChangeMatrix

    init(_ matrix: ChangeMatrix) { self.matrix = matrix }

    func write(to page: inout Page) {
        let names = ChangeMatrix.classes.map(\.rawValue)
        var rows = matrix.rows.map { (heading: $0.category.heading, counts: $0.counts) }
        if rows.count > 1 { rows.append((heading: "All", counts: matrix.totals)) }
        let width = rows.map { DisplayWidth.columns(of: $0.heading) }.max() ?? 0
        page.line(
            StyledText(
                String(repeating: " ", count: width) + names.map { "  " + $0 }.joined(), .faint))
        for row in rows {
            let cells = zip(names, row.counts).map { name, count in
                let number = count > 0 ? String(count) : "–"
                let padding = String(repeating: " ", count: name.count + 2 - number.count)
                return "\(padding)\(number, count > 0 ? ClassWords.ink(name) : .faint)" as StyledText
            }
            let padding = String(repeating: " ", count: width - DisplayWidth.columns(of: row.heading))
            page.line(cells.reduce(StyledText(row.heading + padding), +))
        }
    }
}
