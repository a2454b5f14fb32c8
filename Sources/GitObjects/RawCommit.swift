/// A commit as a walk through history needs it: where it leads, and its bytes for whoever wants to know more.
///
/// Real histories hold commits that break git's format somewhere: a time zone of six digits, a NUL in the message. Such
/// a commit still has a tree and parents that every git agrees on, so it can be walked over and its files be read. Only
/// what is *said* in it, by whom and with which signature, needs the strict parser: `parsed()`.
package struct RawCommit: Sendable {
    package let id: ObjectID
    package let tree: ObjectID
    package let parents: [ObjectID]
    package let bytes: [UInt8]

    /// Reads `tree` and the `parent` lines that follow at once, and nothing behind them, as git does
    /// (`parse_commit_buffer` in commit.c). A `parent` line that cannot be read throws: going on without it would hide
    /// a part of the history.
    package init(id: ObjectID, bytes: [UInt8]) throws(MalformedObject) {
        var rest = bytes[...]
        guard let tree = try Self.line("tree ", of: &rest) else { throw .missingHeader }
        var parents: [ObjectID] = []
        while let parent = try Self.line("parent ", of: &rest) { parents.append(parent) }
        self.id = id
        self.tree = tree
        self.parents = parents
        self.bytes = bytes
    }

    /// Everything else, strictly.
    package func parsed() throws(MalformedObject) -> CommitObject { try CommitObject(id: id, bytes: bytes) }

    /// True when a line of it starts with this text.
    package func mentions(_ text: String) -> Bool {
        var rest = bytes[...]
        while !rest.starts(with: text.utf8) {
            guard let end = rest.firstIndex(of: newline) else { return false }
            rest = rest[(end + 1)...]
        }
        return true
    }

    /// Seconds since 1970 that the `committer` line claims, 0 where it cannot be read: a hint in which order to visit
    /// commits, never a reason for a verdict.
    var claimedTime: Int64 {
        var rest = bytes[...]
        while let end = rest.firstIndex(of: newline), end > rest.startIndex {
            let line = rest[..<end]
            if line.starts(with: "committer ".utf8), let close = line.lastIndex(of: UInt8(ascii: ">")) {
                let digits = line[(close + 1)...].drop { $0 == space }.prefix { isDigit($0) }
                return Int64(String(decoding: digits, as: UTF8.self)) ?? 0
            }
            rest = rest[(end + 1)...]
        }
        return 0
    }

    /// Takes one line with this name off the front; nil when another line is there.
    private static func line(
        _ name: StaticString, of rest: inout ArraySlice<UInt8>
    ) throws(MalformedObject) -> ObjectID? {
        let isNamed = name.withUTF8Buffer { rest.starts(with: $0) }
        guard isNamed else { return nil }
        let value = rest.dropFirst(name.utf8CodeUnitCount)
        guard let end = value.firstIndex(of: newline), let id = ObjectID(hex: value[..<end]) else { throw .badHeader }
        rest = rest[(end + 1)...]
        return id
    }
}
