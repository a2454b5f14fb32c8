/// What stands to the left of the code: line numbers and a bar.
struct Gutter {
    private let digits: Int
    private let style: TextStyle

    init(digits: Int, style: TextStyle) {
        self.digits = digits
        self.style = style
    }

    /// Columns that every line loses.
    var columns: Int { digits + 3 }

    var bar: String { style.paint(String(repeating: " ", count: digits + 1) + stroke, .faint) }
    /// Stands for lines that are left out.
    var skipped: String { style.paint(String(repeating: " ", count: digits + 1) + (style.unicode ? "⋮" : ":"), .faint) }

    func numbered(_ line: Int, _ text: String) -> String {
        let number = String(line)
        let padding = String(repeating: " ", count: digits - number.count)
        return style.paint("\(padding)\(number) \(stroke)", .faint) + (text.isEmpty ? "" : " " + text)
    }

    private var stroke: String { style.unicode ? "│" : "|" }
}
