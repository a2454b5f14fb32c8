import GitObjects
import PlanModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The files on disk that git would see: everything tracked, and what is neither tracked nor ignored.
struct WorktreeFiles {
    private let root: String
    private let repository: Repository
    private let tracked: [String: IndexEntry]
    private let trackedFolders: Set<String>

    /// - Parameter root: the worktree's root with a final `/`.
    init(root: String, repository: Repository) throws {
        self.root = root
        self.repository = repository
        var tracked: [String: IndexEntry] = [:]
        var folders: Set<String> = []
        for entry in try repository.indexEntries() {
            let path = String(decoding: entry.path, as: UTF8.self)
            tracked[path] = entry
            var rest = path[...]
            while let slash = rest.lastIndex(of: "/") {
                rest = rest[..<slash]
                if !folders.insert(String(rest)).inserted { break }
            }
        }
        self.tracked = tracked
        trackedFolders = folders
    }

    func listing() throws -> FileListing {
        var files: [ListedFile] = []
        var pending = [""]
        while let folder = pending.popLast() {
            for entry in try DirectoryEntry.all(in: root + folder) {
                let path = folder + entry.name
                if entry.name == ".git" { continue }
                switch entry.type {
                case .folder:
                    // A repository inside this one is a submodule or none of our business.
                    if DirectoryEntry.exists(root + path + "/.git") { continue }
                    if trackedFolders.contains(path) || !repository.isIgnored(path + "/") { pending.append(path + "/") }
                case .file(let isExecutable):
                    add(path, isExecutable ? .executable : .file, to: &files)
                case .symlink:
                    add(path, .symlink, to: &files)
                case .other:
                    continue
                }
            }
        }
        return FileListing(files, contents: DiskContents(root: root))
    }

    private func add(_ path: String, _ mode: ListedFile.Mode, to files: inout [ListedFile]) {
        guard tracked[path] != nil || !repository.isIgnored(path) else { return }
        files.append(ListedFile(rawPath: Array(path.utf8), mode: mode, blob: nil))
    }
}

/// Bytes as they are on disk.
struct DiskContents: FileContents {
    let root: String

    func bytes(of file: ListedFile) throws -> [UInt8] {
        guard file.mode != .symlink else { return [] }
        return try readFile(root + file.path, name: file.path)
    }
}

/// One name in a folder on disk.
private struct DirectoryEntry {
    enum FileType {
        case folder
        case file(isExecutable: Bool)
        case symlink
        case other
    }

    let name: String
    let type: FileType

    static func all(in folder: String) throws -> [DirectoryEntry] {
        guard let stream = opendir(folder) else { throw failure(folder) }
        defer { closedir(stream) }
        var entries: [DirectoryEntry] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
                String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name == "." || name == ".." { continue }
            entries.append(DirectoryEntry(name: name, type: fileType(folder + "/" + name)))
        }
        return entries.sorted { $0.name < $1.name }
    }

    static func exists(_ path: String) -> Bool {
        var information = stat()
        return lstat(path, &information) == 0
    }

    private static func fileType(_ path: String) -> FileType {
        var information = stat()
        guard lstat(path, &information) == 0 else { return .other }
        switch information.st_mode & S_IFMT {
        case S_IFDIR: return .folder
        case S_IFREG: return .file(isExecutable: information.st_mode & S_IXUSR != 0)
        case S_IFLNK: return .symlink
        default: return .other
        }
    }

    private static func failure(_ path: String) -> SnapshotError {
        .unreadableFile(path: path, reason: String(cString: strerror(errno)))
    }
}

/// All bytes of a file on disk. `name` is what an error calls it.
package func readFile(_ path: String, name: String) throws(SnapshotError) -> [UInt8] {
    func failure() -> SnapshotError { .unreadableFile(path: name, reason: String(cString: strerror(errno))) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw failure() }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: max(Int(information.st_size) + 1, 4_096))
    while true {
        let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        guard count >= 0 else { throw failure() }
        if count == 0 { return bytes }
        bytes.append(contentsOf: buffer[..<count])
    }
}
