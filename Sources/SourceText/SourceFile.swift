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

    /// Where a byte offset stands for a reader. Counts from the file's start, so it is meant for findings, not for
    /// every node.
    package func position(at offset: Int) -> SourcePosition {
        let end = min(max(offset, 0), bytes.count)
        var line = 1
        var lineStart = 0
        for index in 0..<end where bytes[index] == UInt8(ascii: "\n") {
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
            guard let lineBreak = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            start = lineBreak + 1
            current += 1
        }
        var end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<end
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
