/// One entry of a folder.
package struct TreeEntry: Sendable, Hashable {
    /// As git writes it, in octal without leading zero.
    package enum Mode: String, Sendable {
        case file = "100644"
        case executable = "100755"
        case symlink = "120000"
        case submodule = "160000"
        case folder = "40000"
        /// Written by very old gits; read as a file.
        case groupWritable = "100664"
    }

    package let mode: Mode
    /// Bytes, because a name need not be UTF-8.
    package let name: [UInt8]
    package let id: ObjectID
}

/// A folder read from its raw bytes.
package enum TreeObject {
    /// Strict: known modes, names without `/` and NUL, neither empty nor `.`, `..` or `.git`, in git's order and each
    /// once. Two entries of one name are read differently by git, libgit2 and a checkout. A mode may begin with `0`, as
    /// some old programs wrote it: every reader takes it for the same mode.
    package static func entries(_ bytes: [UInt8]) throws(MalformedObject) -> [TreeEntry] {
        var entries: [TreeEntry] = []
        let zero = UInt8(ascii: "0")
        var index = 0
        while index < bytes.count {
            guard let gap = bytes[index...].firstIndex(of: space),
                let end = bytes[gap...].firstIndex(of: 0), end + ObjectID.byteCount < bytes.count,
                let mode = TreeEntry.Mode(
                    rawValue: String(decoding: bytes[index..<gap].drop { $0 == zero }, as: UTF8.self)),
                let id = ObjectID(bytes: bytes[(end + 1)...(end + ObjectID.byteCount)])
            else { throw .badTreeEntry }
            let entry = TreeEntry(mode: mode, name: Array(bytes[(gap + 1)..<end]), id: id)
            guard isAllowed(entry.name) else { throw .badTreeEntry }
            if let previous = entries.last {
                guard previous.name != entry.name else { throw .duplicateTreeEntry }
                guard sortKey(previous).lexicographicallyPrecedes(sortKey(entry)) else { throw .unsortedTree }
            }
            entries.append(entry)
            index = end + 1 + ObjectID.byteCount
        }
        // A file `a` and a folder `a` are apart in git's order, so neighbours are not enough.
        guard Set(entries.map(\.name)).count == entries.count else { throw .duplicateTreeEntry }
        return entries
    }

    private static func isAllowed(_ name: [UInt8]) -> Bool {
        !name.isEmpty && !name.contains(UInt8(ascii: "/")) && name != Array(".".utf8) && name != Array("..".utf8)
            && String(decoding: name, as: UTF8.self).lowercased() != ".git"
    }

    /// git sorts folders as if their name ended in `/`.
    private static func sortKey(_ entry: TreeEntry) -> [UInt8] {
        entry.mode == .folder ? entry.name + [UInt8(ascii: "/")] : entry.name
    }
}
