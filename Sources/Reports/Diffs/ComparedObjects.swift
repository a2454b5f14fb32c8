/// What git calls the two sides of a comparison and their files, so that a reader can look at exactly these bytes.
package struct ComparedObjects: Sendable {
    /// One side. A worktree or an index has no commit, and what was never committed no objects.
    package struct Side: Sendable {
        /// Object id of the commit, in hexadecimal.
        package let commit: String?
        /// Object ids of files, in hexadecimal, by path.
        package let blobs: [String: String]

        package init(commit: String? = nil, blobs: [String: String] = [:]) {
            self.commit = commit
            self.blobs = blobs
        }
    }

    package let base: Side
    package let head: Side
    /// Where the repository can be looked at, if that is known.
    package let host: RepositoryHost?

    package init(base: Side = Side(), head: Side = Side(), host: RepositoryHost? = nil) {
        self.base = base
        self.head = head
        self.host = host
    }

    /// Where a file of one side can be looked at, if that is known.
    func address(of path: String?, in side: Side, line: Int? = nil) -> String? {
        guard let host, let path, let commit = side.commit, side.blobs[path] != nil else { return nil }
        return host.address(ofFile: path, commit: commit, line: line)
    }
}
