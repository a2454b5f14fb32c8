package import PlanModel
import SourceText

/// The text of the next version of a trust root: the last one's bytes, comments and all, with another version, the
/// digest of the one before and the checkpoints of now.
package struct NextTrustRoot: Sendable {
    /// Where a system's chain of releases stands.
    package struct Head: Sendable, Hashable {
        package let system: String
        /// 1-based.
        package let sequence: Int
        /// Id of the release statement.
        package let statement: String

        package init(system: String, sequence: Int, statement: String) {
            self.system = system
            self.sequence = sequence
            self.statement = statement
        }
    }

    package let path: String
    package let text: String

    /// Nil when the root does not say its version, or is not UTF-8.
    ///
    /// - Parameters:
    ///   - sha256: digest of the root.
    ///   - heads: sorted by system.
    package init?(after root: TrustRoot, sha256: String, heads: [Head]) {
        guard let version = root.version?.value, let line = Self.span(root.spec.keyLocation(of: "version")),
            let number = Self.span(root.spec.location(of: "version"))
        else { return nil }
        let bytes = root.envelope.source.bytes
        let indentation = String(repeating: " ", count: Self.column(of: line.lowerBound, in: bytes))
        var edits: [(range: Range<Int>, text: String)] = [(number, "\(version + 1)")]
        var added = ""
        for (key, value) in [
            ("previous", "{version: \(version), sha256: \(sha256)}"), ("releaseHeads", Self.list(heads, indentation)),
        ] {
            if root.spec.has(key), let name = Self.span(root.spec.keyLocation(of: key)),
                let old = Self.span(root.spec.location(of: key))
            {
                // From the key on: a list in lines of its own may stand no further in than its key.
                let end = Self.withoutTrailingSpace(old, in: bytes)
                edits.append((name.lowerBound..<max(end, name.upperBound), "\(key): \(value)"))
            } else {
                added += "\(indentation)\(key): \(value)\n"
            }
        }
        let next = Self.endOfLine(at: number.upperBound, in: bytes)
        let isLineOpen = next == bytes.count && bytes.last != 0x0A
        edits.append((next..<next, isLineOpen && !added.isEmpty ? "\n" + added : added))

        var result = bytes
        for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
            result.replaceSubrange(edit.range, with: Array(edit.text.utf8))
        }
        guard let text = String(validating: result, as: UTF8.self) else { return nil }
        path = TrustRoot.path(ofVersion: version + 1)
        self.text = text
    }

    private static func list(_ heads: [Head], _ indentation: String) -> String {
        guard !heads.isEmpty else { return "[]" }
        let lines = heads.map { head in
            "\(indentation)  - {system: \(head.system), sequence: \(head.sequence), statement: \"\(head.statement)\"}"
        }
        return "\n" + lines.joined(separator: "\n")
    }

    private static func span(_ location: Location) -> Range<Int>? {
        if case .span(_, let range) = location { range } else { nil }
    }

    /// The end of a range without the white space that a block's range may end in.
    private static func withoutTrailingSpace(_ range: Range<Int>, in bytes: [UInt8]) -> Int {
        var end = range.upperBound
        while end > range.lowerBound, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[end - 1]) { end -= 1 }
        return end
    }

    /// Bytes between the start of the line and an offset.
    private static func column(of offset: Int, in bytes: [UInt8]) -> Int {
        offset - (bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)
    }

    /// Where the next line starts.
    private static func endOfLine(at offset: Int, in bytes: [UInt8]) -> Int {
        bytes[offset...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
    }
}
