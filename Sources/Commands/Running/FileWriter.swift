import Snapshots

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Writes files below one folder.
struct FileWriter {
    let session: Session
    /// With a final `/`.
    let root: String

    /// Makes the folders above as needed. False, and nothing written, when the file is there already.
    func writeIfAbsent(_ path: String, _ text: String, isExecutable: Bool = false) throws -> Bool {
        let absolute = root + path
        if Self.exists(absolute) { return false }
        var folder = root
        for part in path.split(separator: "/").dropLast() {
            folder += part + "/"
            mkdir(folder, 0o755)
        }
        try session.write(text, to: absolute, isExecutable: isExecutable)
        return true
    }

    static func exists(_ path: String) -> Bool {
        var information = stat()
        return lstat(path, &information) == 0
    }
}
