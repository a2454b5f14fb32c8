/// One line of a file as a terminal shows it, with the columns that are to be underlined.
struct FrameLine {
    /// Tabs are drawn as far as the next multiple of this.
    static let tabStop = 4

    private(set) var text: String
    /// Columns before the underline.
    private(set) var start: Int
    /// Columns of the underline: at least one, so that an empty span still points somewhere.
    private(set) var count: Int

    private struct Cell {
        let text: String
        let columns: Int
        /// Where the character begins, in bytes from the line's start.
        let offset: Int
    }

    /// - Parameters:
    ///   - bytes: the line without its line break.
    ///   - mark: what to underline, in bytes from the line's start; it may reach beyond the end.
    ///   - isFirst: whether the line is the file's first, where a byte order mark is ordinary.
    ///   - limit: columns that the line may take; the rest is cut away on both sides of the mark.
    init(_ bytes: ArraySlice<UInt8>, mark: Range<Int>, isFirst: Bool, limit: Int, style: TextStyle) {
        let cells = Self.cells(bytes, isFirst: isFirst)
        let first = cells.firstIndex { $0.offset >= mark.lowerBound } ?? cells.count
        // A character that begins before the mark's end belongs to it, whole.
        let end = max(cells.firstIndex { $0.offset >= mark.upperBound } ?? cells.count, first)
        let window = Self.window(cells, around: first..<end, limit: limit)

        let ellipsis = style.shown("…")
        let left = window.lowerBound > 0 ? ellipsis : ""
        let right = window.upperBound < cells.count ? ellipsis : ""
        text = left + cells[window].map(\.text).joined() + right
        let marked = first..<min(end, window.upperBound)
        start = DisplayWidth.columns(of: left) + Self.columns(cells[window.lowerBound..<max(first, window.lowerBound)])
        count = max(1, Self.columns(cells[marked.clamped(to: window)]))
        while text.hasSuffix(" ") { text.removeLast() }
    }

    private static func columns(_ cells: ArraySlice<Cell>) -> Int { cells.reduce(0) { $0 + $1.columns } }

    private static func cells(_ bytes: ArraySlice<UInt8>, isFirst: Bool) -> [Cell] {
        // Not UTF-8: one cell for each byte, so that offsets stay right.
        guard let line = String(validating: bytes, as: UTF8.self) else {
            return bytes.enumerated().map { offset, byte in
                let character = byte < 0x80 ? Character(Unicode.Scalar(byte)) : "\u{FFFD}"
                let visible = VisibleText.of(character)
                return Cell(text: visible, columns: DisplayWidth.columns(of: visible), offset: offset)
            }
        }
        var cells: [Cell] = []
        var offset = 0
        var column = 0
        for character in line {
            let visible: String
            if character == "\t" {
                visible = String(repeating: " ", count: tabStop - column % tabStop)
            } else if isFirst, offset == 0, character == "\u{FEFF}" {
                visible = ""
            } else {
                visible = VisibleText.of(character)
            }
            let columns = DisplayWidth.columns(of: visible)
            cells.append(Cell(text: visible, columns: columns, offset: offset))
            column += columns
            offset += character.utf8.count
        }
        return cells
    }

    /// The cells to show: all, or as many as fit, with a quarter of the room before the mark.
    private static func window(_ cells: [Cell], around mark: Range<Int>, limit: Int) -> Range<Int> {
        guard columns(cells[...]) > limit else { return 0..<cells.count }
        let room = max(10, limit - 6)
        var lower = mark.lowerBound
        var before = 0
        let lead = max(room / 4, room - columns(cells[mark.lowerBound...]))
        while lower > 0, before + cells[lower - 1].columns <= lead {
            lower -= 1
            before += cells[lower].columns
        }
        var upper = lower
        var used = 0
        while upper < cells.count, used + cells[upper].columns <= room {
            used += cells[upper].columns
            upper += 1
        }
        return lower..<max(upper, lower)
    }
}
