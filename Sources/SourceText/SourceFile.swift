import Synchronization

/// One file as it was read: its path inside the repository and its exact bytes.
///
/// A class, so that thousands of findings and nodes can point at one copy of the bytes.
package final class SourceFile: Sendable {
    /// Path relative to the repository's root, with `/` between parts.
    package let path: String
    package let bytes: [UInt8]
    /// What follows from the bytes, found out once.
    private let derived = Mutex(Derived())

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// The text of a byte range; bytes that are not UTF-8 become U+FFFD.
    package func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: bytes.startIndex..<bytes.endIndex)], as: UTF8.self)
    }

    /// Where a byte offset stands for a reader. The first call reads the file once; later ones take the time of a binary
    /// search, however long the file or the line is.
    package func position(at offset: Int) -> SourcePosition { lines.position(at: offset, in: bytes) }

    /// The byte range of a line without its line break. `line` is 1-based; nil past the end.
    package func rangeOfLine(_ line: Int) -> Range<Int>? { lines.range(ofLine: line, in: bytes) }

    /// Which of the file's documents a byte is in; nil where the file holds one document, or was not read as YAML.
    package func document(at offset: Int) -> DocumentOrdinal? { derived.withLock { $0.documents }?.ordinal(at: offset) }

    /// Written down by whoever reads the file as YAML, so that every finding in it can say which document it means.
    package func rememberDocuments(_ documents: DocumentStarts) {
        guard documents.count > 1 else { return }
        derived.withLock { $0.documents = documents }
    }

    /// Made when the first finding asks for a line: most files have none.
    private var lines: LineIndex {
        derived.withLock { derived in
            if let lines = derived.lines { return lines }
            let lines = LineIndex(bytes)
            derived.lines = lines
            return lines
        }
    }

    private struct Derived {
        var lines: LineIndex?
        var documents: DocumentStarts?
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
