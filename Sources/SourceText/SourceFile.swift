/// One file as it was read: its path inside the repository and its exact bytes.
///
/// A class, so that thousands of findings and nodes can point at one copy of the bytes.
package final class SourceFile: Sendable {
    /// Path relative to the repository's root, with `/` between parts.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// The text of a byte range; bytes that are not UTF-8 become U+FFFD.
    package func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: bytes.startIndex..<bytes.endIndex)], as: UTF8.self)
    }

    /// Where a byte offset stands for a reader. A line ends with LF, CR LF or CR, as in YAML. Counts from the file's
    /// start, so it is meant for findings, not for every node.
    package func position(at offset: Int) -> SourcePosition {
        let end = min(max(offset, 0), bytes.count)
        var line = 1
        var lineStart = 0
        for index in 0..<end where isEndOfBreak(index) {
            line += 1
            lineStart = index + 1
        }
        if line == 1, bytes.starts(with: ByteOrderMark.utf8) { lineStart = min(ByteOrderMark.utf8.count, end) }
        let column = bytes[lineStart..<end].count { !$0.isUTF8Continuation } + 1
        return SourcePosition(line: line, column: column)
    }

    /// The byte range of a line without its line break. `line` is 1-based; nil past the end.
    package func rangeOfLine(_ line: Int) -> Range<Int>? {
        var start = 0
        var current = 1
        while current < line {
            guard let lineBreak = bytes[start...].indices.first(where: isEndOfBreak) else { return nil }
            start = lineBreak + 1
            current += 1
        }
        let end = bytes[start...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? bytes.count
        return start..<end
    }

    /// The last byte of a line break.
    private func isEndOfBreak(_ index: Int) -> Bool {
        switch bytes[index] {
        case UInt8(ascii: "\n"): true
        case UInt8(ascii: "\r"): index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n")
        default: false
        }
    }
}

/// A place for a reader: both numbers 1-based, the column counted in Unicode scalars.
package struct SourcePosition: Sendable, Hashable, Comparable {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

package enum ByteOrderMark {
    package static let utf8: [UInt8] = [0xEF, 0xBB, 0xBF]
}

extension UInt8 {
    /// Second, third or fourth byte of a UTF-8 sequence (10xxxxxx).
    package var isUTF8Continuation: Bool { self & 0xC0 == 0x80 }
}
