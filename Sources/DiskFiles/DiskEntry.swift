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

    /// Everything in a folder but `.` and `..`; nothing when the folder is not there.
    package static func all(in folder: String) throws(DiskError) -> [DiskEntry] {
        guard let stream = opendir(folder.isEmpty ? "." : folder) else {
            if errno == ENOENT { return [] }
            throw DiskError(path: folder, reason: String(cString: strerror(errno)))
        }
        defer { closedir(stream) }
        var entries: [DiskEntry] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { buffer in Array(buffer.prefix { $0 != 0 }) }
            if name == Array(".".utf8) || name == Array("..".utf8) { continue }
            let path = folder + "/" + String(decoding: name, as: UTF8.self)
            entries.append(DiskEntry(name: name, type: type(Int32(entry.pointee.d_type)) ?? type(ofPath: path)))
        }
        return entries
    }

    package static func exists(_ path: String) -> Bool { status(path) != nil }

    /// Whether a folder is there; links are followed, as for every path that a person names.
    package static func isFolder(_ path: String) -> Bool {
        var information = stat()
        return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
    }

    package static func isFile(_ path: String) -> Bool {
        var information = stat()
        return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFREG
    }

    package static func isExecutable(_ path: String) -> Bool { (status(path)?.st_mode ?? 0) & S_IXUSR != 0 }

    package static func type(ofPath path: String) -> FileType {
        guard let mode = status(path)?.st_mode else { return .other }
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

    private static func status(_ path: String) -> stat? {
        var information = stat()
        return lstat(path, &information) == 0 ? information : nil
    }
}
