#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// One name in a folder on disk. Symbolic links are not followed.
package struct DiskEntry {
    package enum FileType: Sendable { case folder, file, symlink, other }

    /// As the file system has it, which need not be UTF-8.
    package let name: [UInt8]
    package let type: FileType

    /// Everything in a folder but `.` and `..`.
    ///
    /// - Parameters:
    ///   - folder: as bytes, for a name that the file system gave need not be UTF-8; the empty path is the working
    ///     folder.
    ///   - isOptional: a folder that is not there is an empty one.
    package static func all(in folder: [UInt8], isOptional: Bool = false) throws(DiskError) -> [DiskEntry] {
        func failure(_ path: [UInt8]) -> DiskError {
            DiskError(path: String(decoding: path, as: UTF8.self), reason: String(cString: strerror(errno)))
        }
        guard let stream = opendir(cString(folder.isEmpty ? [UInt8(ascii: ".")] : folder)) else {
            if isOptional, errno == ENOENT { return [] }
            throw failure(folder)
        }
        defer { closedir(stream) }
        var entries: [DiskEntry] = []
        while true {
            // The only way to tell a folder's end from a failure (readdir(3)).
            errno = 0
            guard let entry = readdir(stream) else {
                if errno != 0 { throw failure(folder) }
                return entries
            }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { buffer in Array(buffer.prefix { $0 != 0 }) }
            if name == Array(".".utf8) || name == Array("..".utf8) { continue }
            let path = folder + [UInt8(ascii: "/")] + name
            guard let type = type(Int32(entry.pointee.d_type)) ?? type(ofPath: path) else { throw failure(path) }
            entries.append(DiskEntry(name: name, type: type))
        }
    }

    package static func exists(_ path: [UInt8]) -> Bool { status(path) != nil }

    /// Whether a folder is there; links are followed, as for every path that a person names.
    package static func isFolder(_ path: String) -> Bool {
        var information = stat()
        return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
    }

    package static func isFile(_ path: String) -> Bool {
        var information = stat()
        return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFREG
    }

    package static func isExecutable(_ path: [UInt8]) -> Bool { (status(path)?.st_mode ?? 0) & S_IXUSR != 0 }

    /// Nil when it cannot be told, which `errno` explains.
    private static func type(ofPath path: [UInt8]) -> FileType? {
        guard let mode = status(path)?.st_mode else { return nil }
        switch mode & S_IFMT {
        case S_IFDIR: return .folder
        case S_IFREG: return .file
        case S_IFLNK: return .symlink
        default: return .other
        }
    }

    /// Nil when the file system does not say in the folder itself, as some do not (readdir(3)).
    private static func type(_ listed: Int32) -> FileType? {
        switch listed {
        case Int32(DT_DIR): .folder
        case Int32(DT_REG): .file
        case Int32(DT_LNK): .symlink
        case Int32(DT_UNKNOWN): nil
        default: .other
        }
    }

    private static func status(_ path: [UInt8]) -> stat? {
        var information = stat()
        return lstat(cString(path), &information) == 0 ? information : nil
    }
}

/// A path as the operating system takes it.
func cString(_ path: [UInt8]) -> [CChar] { (path + [0]).map(CChar.init(bitPattern:)) }
