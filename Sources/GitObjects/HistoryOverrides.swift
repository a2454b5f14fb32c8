internal import CLibgit2

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What a clone may hold that makes plain git show another history than the objects do. Nothing here reads history
/// through it; it is only reported, because `git log` in the same clone shows something else than what was judged.
extension Repository {
    /// Names of objects that `git replace` shows another object for.
    package func replacedObjects() throws(GitError) -> [String] {
        let prefix = "refs/replace/"
        return try references(under: prefix).map { String($0.name.dropFirst(prefix.count)) }
    }

    /// True when `info/grafts` gives commits other parents. git still follows it, though it warns.
    package var hasGrafts: Bool {
        guard let folder = git_repository_commondir(handle).map({ String(cString: $0) }) else { return false }
        var information = stat()
        return stat(folder + "info/grafts", &information) == 0 && information.st_size > 0
    }
}
