/// Where the lines of a file begin, and how many characters stand before some of its bytes, so that thousands of places
/// in one file cost one reading of it.
struct LineIndex: Sendable {
    /// Bytes between two counts: small enough to count the rest quickly, large enough to cost little memory.
    private static let blockSize = 256

    /// Byte offsets; the first line begins at 0.
    private let starts: [Int]
    /// How many UTF-8 continuation bytes stand before each block.
    private let continuationsBefore: [Int]
    /// Where column 1 of the first line is: behind a byte order mark.
    private let firstColumn: Int

    init(_ bytes: [UInt8]) {
        var starts = [0]
        var counts: [Int] = []
        counts.reserveCapacity(bytes.count / Self.blockSize + 1)
        var continuations = 0
        for (offset, byte) in bytes.enumerated() {
            if offset % Self.blockSize == 0 { counts.append(continuations) }
            if Self.endsLine(byte, before: offset + 1 < bytes.count ? bytes[offset + 1] : nil) {
                starts.append(offset + 1)
            }
            if byte.isUTF8Continuation { continuations += 1 }
        }
        if bytes.count % Self.blockSize == 0 { counts.append(continuations) }
        self.starts = starts
        continuationsBefore = counts
        firstColumn = bytes.starts(with: ByteOrderMark.utf8) ? ByteOrderMark.utf8.count : 0
    }

    func position(at offset: Int, in bytes: [UInt8]) -> SourcePosition {
        let offset = min(max(offset, 0), bytes.count)
        let line = lastLine(startingAtOrBefore: offset)
        let start = line == 1 ? min(firstColumn, offset) : starts[line - 1]
        let continuations = continuations(before: offset, in: bytes) - continuations(before: start, in: bytes)
        return SourcePosition(line: line, column: offset - start - continuations + 1)
    }

    func range(ofLine line: Int, in bytes: [UInt8]) -> Range<Int>? {
        guard line <= starts.count else { return nil }
        let start = starts[max(line, 1) - 1]
        guard line < starts.count else { return start..<bytes.count }
        let end = starts[max(line, 1)] - 1
        let isPair = end > start && bytes[end] == UInt8(ascii: "\n") && bytes[end - 1] == UInt8(ascii: "\r")
        return start..<(isPair ? end - 1 : end)
    }

    /// A line ends with LF, CR LF or CR, as in YAML.
    private static func endsLine(_ byte: UInt8, before next: UInt8?) -> Bool {
        byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") && next != UInt8(ascii: "\n")
    }

    /// 1-based.
    private func lastLine(startingAtOrBefore offset: Int) -> Int {
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    private func continuations(before offset: Int, in bytes: [UInt8]) -> Int {
        let block = offset / Self.blockSize
        return continuationsBefore[block] + bytes[block * Self.blockSize..<offset].count { $0.isUTF8Continuation }
    }
}
