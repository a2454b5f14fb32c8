internal import CLibgit2

/// One file of the index, with its path as bytes.
package struct IndexEntry: Sendable {
    package let path: [UInt8]
    /// Octal as in a tree, for example 0o100644.
    package let mode: UInt32
    package let id: ObjectID
    /// 0 for an ordinary entry; 1 to 3 while a merge conflict is open.
    package let stage: Int
}

extension Repository {
    /// The index's entries in the index's order: the repository's own index, or the one that a hook named.
    package func indexEntries() throws(GitError) -> [IndexEntry] {
        var opened: OpaquePointer?
        let code = indexFile.map { git_index_open(&opened, $0) } ?? git_repository_index(&opened, handle)
        guard code == 0, let index = opened else { throw lastError("opening the index") }
        defer { git_index_free(index) }
        guard git_index_read(index, 1) == 0 else { throw lastError("reading the index") }

        var entries: [IndexEntry] = []
        let count = git_index_entrycount(index)
        entries.reserveCapacity(count)
        for position in 0..<count {
            guard let entry = git_index_get_byindex(index, position), let path = entry.pointee.path else { continue }
            entries.append(
                IndexEntry(
                    path: Array(String(cString: path).utf8), mode: entry.pointee.mode,
                    id: objectID(entry.pointee.id), stage: Int(git_index_entry_stage(entry))))
        }
        return entries
    }

    /// True when git's ignore rules exclude a path of the worktree.
    package func isIgnored(_ path: String) -> Bool {
        var ignored: Int32 = 0
        return git_ignore_path_is_ignored(&ignored, handle, path) == 0 && ignored == 1
    }
}
