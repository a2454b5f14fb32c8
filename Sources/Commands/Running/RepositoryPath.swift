import DiskFiles
import GitObjects

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Paths of the command line as git has them: from the repository's root. A person writes them from where they are.
enum RepositoryPath {
    /// Throws when the path leads out of the repository.
    ///
    /// - Parameter folder: where the person is, absolute.
    static func resolve(_ path: String, from folder: String, in repository: Repository) throws -> String {
        guard let root = repository.worktree else { return path }
        let here = realPath(folder) + "/"
        // From a folder outside, with GIT_WORK_TREE set, a path can only mean the repository's own.
        guard path.hasPrefix("/") || here.hasPrefix(root) else { return path }
        // The file need not be there.
        let absolute = DiskPath.withoutDots(path.hasPrefix("/") ? path : here + path)
        guard let inside = part(of: absolute, below: root) else {
            throw CommandFailure(
                .usage, "\(path) is outside of the repository \(root)", mend: "Name files inside of it.")
        }
        return inside
    }

    /// What of a path lies below the root; nil when it leads elsewhere. A way to the root through symbolic links
    /// counts too, as for git (`prefix_path`); links inside of the repository are files of it and are not followed.
    private static func part(of path: String, below root: String) -> String? {
        if path + "/" == root { return "" }
        if path.hasPrefix(root) { return String(path.dropFirst(root.count)) }
        var folder = ""
        let parts = path.split(separator: "/")
        for (position, part) in parts.enumerated() {
            folder += "/" + part
            if realPath(folder) + "/" == root { return parts[(position + 1)...].joined(separator: "/") }
        }
        return nil
    }

    /// Symbolic links resolved, as git does for the root; the path itself when it cannot be.
    private static func realPath(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
