import SourceText

/// One line of a file as a terminal shows it, with the columns that are to be underlined in it.
struct FrameLine {
    /// Tabs are drawn as far as the next multiple of this.
    static let tabStop = 4

    private(set) var text: String
    /// Columns to underline, one range for each mark: at least one column, so that an empty span still points somewhere.
    private(set) var marks: [Range<Int>]

    private struct Cell {
        let text: String
        let columns: Int
        /// Where the character stands, in bytes from the line's start.
        let bytes: Range<Int>
    }

    /// - Parameters:
    ///   - bytes: the line without its line break.
    ///   - marks: what to underline, in bytes from the line's start; it may reach beyond the end.
    ///   - isFirst: whether the line is the file's first, where a byte order mark is ordinary.
    ///   - limit: columns that the line may take; the rest is cut away on both sides of the marks.
    init(_ bytes: ArraySlice<UInt8>, marks: [Range<Int>], isFirst: Bool, limit: Int, style: TextStyle) {
        let hull = (marks.map(\.lowerBound).min() ?? 0)..<(marks.map(\.upperBound).max() ?? 0)
        let near = Self.near(hull, in: bytes, limit: limit)
        let cells = Self.cells(bytes, near, isFirst: isFirst)
        let window = Self.window(cells, around: Self.touched(hull, cells), limit: limit)

        let ellipsis = style.shown("…")
        let left = window.lowerBound > 0 || near.lowerBound > bytes.startIndex ? ellipsis : ""
        let right = window.upperBound < cells.count || near.upperBound < bytes.endIndex ? ellipsis : ""
        text = left + cells[window].map(\.text).joined() + right
        while text.hasSuffix(" ") { text.removeLast() }
        let lead = DisplayWidth.columns(of: left)
        self.marks = marks.map { mark in
            // What was cut away is pointed at by the end of what is there.
            let shown = Self.touched(mark, cells)
            let first = min(max(shown.lowerBound, window.lowerBound), window.upperBound)
            let end = min(max(shown.upperBound, first), window.upperBound)
            let start = lead + Self.columns(cells[window.lowerBound..<first])
            return start..<start + max(1, Self.columns(cells[first..<end]))
        }
    }

    /// The cells of a mark. A character that the mark touches belongs to it, whole.
    private static func touched(_ mark: Range<Int>, _ cells: [Cell]) -> Range<Int> {
        let first = cells.firstIndex { $0.bytes.upperBound > mark.lowerBound } ?? cells.count
        return first..<max(cells.firstIndex { $0.bytes.lowerBound >= mark.upperBound } ?? cells.count, first)
    }

    private static func columns(_ cells: ArraySlice<Cell>) -> Int { cells.reduce(0) { $0 + $1.columns } }

    /// The part of a line that can matter: some files are one line of a megabyte. Cut between characters. A column can
    /// take several bytes, so there is room for a few times the limit.
    private static func near(_ mark: Range<Int>, in bytes: ArraySlice<UInt8>, limit: Int) -> Range<Int> {
        let room = 4 * max(limit, 64)
        guard bytes.count > 4 * room else { return bytes.indices }
        var lower = max(bytes.startIndex, min(bytes.startIndex + mark.lowerBound, bytes.endIndex) - room)
        var upper = min(bytes.endIndex, lower + 3 * room)
        while lower > bytes.startIndex, bytes[lower].isUTF8Continuation { lower -= 1 }
        while upper < bytes.endIndex, bytes[upper].isUTF8Continuation { upper += 1 }
        return lower..<upper
    }

    private static func cells(_ bytes: ArraySlice<UInt8>, _ near: Range<Int>, isFirst: Bool) -> [Cell] {
        var offset = near.lowerBound - bytes.startIndex
        // Not UTF-8: one cell for each byte, so that offsets stay right.
        guard let line = String(validating: bytes[near], as: UTF8.self) else {
            return bytes[near].enumerated().map { number, byte in
                let character = byte < 0x80 ? Character(Unicode.Scalar(byte)) : "\u{FFFD}"
                let visible = VisibleText.of(character)
                let place = offset + number
                return Cell(text: visible, columns: DisplayWidth.columns(of: visible), bytes: place..<place + 1)
            }
        }
        var cells: [Cell] = []
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
            let end = offset + character.utf8.count
            cells.append(Cell(text: visible, columns: columns, bytes: offset..<end))
            column += columns
            offset = end
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
