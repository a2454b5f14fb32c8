import DiskFiles
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
        if Self.exists(root + path) { return false }
        try write(path, text, isExecutable: isExecutable)
        return true
    }

    /// Makes the folders above as needed. False, and nothing written, when the file has this text already.
    func writeIfDifferent(_ path: String, _ text: String) throws -> Bool {
        if let present = try? DiskFile.read(root + path, name: path), present == Array(text.utf8) { return false }
        try write(path, text, isExecutable: false)
        return true
    }

    private func write(_ path: String, _ text: String, isExecutable: Bool) throws {
        var folder = root
        for part in path.split(separator: "/").dropLast() {
            folder += part + "/"
            mkdir(folder, 0o755)
        }
        try session.write(text, to: root + path, isExecutable: isExecutable)
    }

    /// Takes away a file that was just written.
    static func remove(_ path: String) { unlink(path) }

    static func exists(_ path: String) -> Bool {
        var information = stat()
        return lstat(path, &information) == 0
    }
}
