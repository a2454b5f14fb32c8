#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Tells a repository of another user from no repository at all: libgit2 1.5 answers both with *not found* where
/// nobody set `safe.directory`.
enum RepositoryOwner {
    /// True when the nearest folder at or above `path` that holds a repository belongs to somebody else.
    static func isAnotherUser(of path: String) -> Bool {
        var folder = path
        while !folder.isEmpty {
            for name in ["/.git", "/HEAD"] {
                if let owner = owner(folder + name) { return owner != geteuid() }
            }
            guard let slash = folder.lastIndex(of: "/") else { return false }
            folder = String(folder[..<slash])
        }
        return false
    }

    private static func owner(_ path: String) -> uid_t? {
        var information = stat()
        return lstat(path, &information) == 0 ? information.st_uid : nil
    }
}
