internal import CLibgit2

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// One file of the index, with its path as bytes.
package struct IndexEntry: Sendable {
    package let path: [UInt8]
    /// Octal as in a tree, for example 0o100644.
    package let mode: UInt32
    package let id: ObjectID
    /// 0 for an ordinary entry; 1 to 3 while a merge conflict is open.
    package let stage: Int
    /// True in a sparse checkout for a file that is tracked and deliberately not on disk.
    package let isSkipped: Bool
    /// True after `git add -N`: tracked, but not part of the next commit.
    package let isIntendedOnly: Bool
}

/// The index as it was when it was opened. Entries are read where they are: an index can have a hundred thousand.
///
/// Sendable without the compiler's proof: the index is never written or read anew, and libgit2's lookups by position
/// change nothing.
package final class GitIndex: @unchecked Sendable {
    private let handle: OpaquePointer
    package let count: Int

    /// Opened by its file and not through the repository, whose `core.ignoreCase` would have libgit2 sort the entries
    /// in another order than the file's. A file that is not there is an empty index, as it is for git.
    fileprivate init(path: String) throws(GitError) {
        var opened: OpaquePointer?
        guard git_index_open(&opened, path) == 0, let index = opened else {
            guard case .libgit2(_, let message) = lastError("reading the index") else {
                throw .unreadableIndex(path: path, message: "unknown error")
            }
            // The extension that says so; libgit2 names it in its message and has no code for it.
            if message.contains("'sdir'") { throw .sparseIndex }
            // libgit2 calls a file that is too short to be an index one that is gone.
            let isTooShort = message.hasSuffix("no longer exists") && access(path, R_OK) == 0
            throw .unreadableIndex(path: path, message: isTooShort ? "it is too short to be an index" : message)
        }
        handle = index
        count = git_index_entrycount(index)
    }

    deinit { git_index_free(handle) }

    package subscript(position: Int) -> IndexEntry? {
        guard let entry = git_index_get_byindex(handle, position), let path = entry.pointee.path else { return nil }
        let extendedFlags = UInt32(entry.pointee.flags_extended)
        return IndexEntry(
            path: bytes(path), mode: entry.pointee.mode, id: objectID(entry.pointee.id),
            stage: Int(git_index_entry_stage(entry)),
            isSkipped: extendedFlags & GIT_INDEX_ENTRY_SKIP_WORKTREE.rawValue != 0,
            isIntendedOnly: extendedFlags & GIT_INDEX_ENTRY_INTENT_TO_ADD.rawValue != 0)
    }

    /// The first position whose path is not before this one, bytewise.
    package func lowerBound(_ path: [UInt8]) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isBefore(middle, path) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    package func hasPrefix(_ prefix: [UInt8], at position: Int) -> Bool {
        guard position < count, let path = git_index_get_byindex(handle, position)?.pointee.path else { return false }
        for (offset, byte) in prefix.enumerated() {
            let other = UInt8(bitPattern: path[offset])
            // Nothing may be read behind the path's NUL, and a glob can have a NUL of its own.
            if other == 0 || other != byte { return false }
        }
        return true
    }

    /// True in a sparse checkout.
    package var hasSkippedEntries: Bool {
        (0..<count).contains { position in
            let flags = git_index_get_byindex(handle, position)?.pointee.flags_extended ?? 0
            return UInt32(flags) & GIT_INDEX_ENTRY_SKIP_WORKTREE.rawValue != 0
        }
    }

    /// Paths with an unresolved merge conflict, in order.
    package var conflicts: [[UInt8]] {
        guard git_index_has_conflicts(handle) == 1 else { return [] }
        var paths: [[UInt8]] = []
        for entry in (0..<count).lazy.compactMap({ self[$0] }) where entry.stage != 0 && entry.path != paths.last {
            paths.append(entry.path)
        }
        return paths
    }

    private func isBefore(_ position: Int, _ wanted: [UInt8]) -> Bool {
        guard let path = git_index_get_byindex(handle, position)?.pointee.path else { return false }
        for (offset, byte) in wanted.enumerated() {
            let other = UInt8(bitPattern: path[offset])
            if other == 0 { return true }
            if other != byte { return other < byte }
        }
        return false
    }
}

/// All bytes before the NUL, also those that are not UTF-8.
private func bytes(_ string: UnsafePointer<CChar>) -> [UInt8] {
    var length = 0
    while string[length] != 0 { length += 1 }
    return Array(UnsafeRawBufferPointer(start: string, count: length))
}

extension Repository {
    /// The repository's own index, or the one that a hook named.
    package func index() throws(GitError) -> GitIndex {
        let own = gitDirectory + "index"
        let path = indexFile ?? own
        // Before the first `git add` git names an index that is not there yet. Any other is a mistake.
        guard path == own || access(path, R_OK) == 0 else { throw .missingIndex(path: path) }
        return try GitIndex(path: path)
    }

    /// True when git's ignore rules exclude a path of the worktree; that of a folder ends in `/`.
    package func isIgnored(_ path: [UInt8]) throws(GitError) -> Bool {
        var ignored: Int32 = 0
        let name = (path + [0]).map(CChar.init(bitPattern:))
        guard git_ignore_path_is_ignored(&ignored, handle, name) == 0 else {
            throw lastError("applying the ignore rules to \(String(decoding: path, as: UTF8.self))")
        }
        return ignored == 1
    }
}
