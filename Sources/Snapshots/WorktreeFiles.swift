import DiskFiles
import GitObjects
import PlanModel
import Synchronization

/// The files on disk that git would see: everything tracked, and what is neither tracked nor ignored. A file that a
/// sparse checkout leaves out counts as the index has it, as it does for git.
final class WorktreeFiles: FileTable {
    /// With a final `/`.
    private let root: [UInt8]
    private let repository: Repository
    private let index: GitIndex
    private let tracked: IndexTree
    private let isSparse: Bool
    /// What was read of the disk so far, by folder.
    private let folders = Mutex<[[UInt8]: [Name]]>([:])

    /// One name that git would see.
    private struct Name {
        let bytes: [UInt8]
        let type: FileType
    }

    private enum FileType {
        case folder, file, symlink, submodule
        /// Tracked, but not on disk.
        case skipped(ListedFile)
    }

    /// - Parameter root: the worktree's root with a final `/`.
    static func listing(root: String, repository: Repository) throws -> FileListing {
        let index = try repository.index()
        return FileListing(
            WorktreeFiles(root: root, repository: repository, index: index),
            contents: DiskContents(
                root: Array(root.utf8), skipped: BlobContents(repository: repository), conflicts: Set(index.conflicts)))
    }

    private init(root: String, repository: Repository, index: GitIndex) {
        self.root = Array(root.utf8)
        self.repository = repository
        self.index = index
        tracked = IndexTree(tracked: index)
        isSparse = index.hasSkippedEntries
    }

    func file(at path: [UInt8]) throws -> ListedFile? {
        // Folder by folder, because the disk would also follow symbolic links, which git does not.
        let parts = path.split(separator: UInt8(ascii: "/")).map(Array.init)
        var folder: [UInt8] = []
        for (position, part) in parts.enumerated() {
            guard let name = try visibleNames(in: folder).first(where: { $0.bytes == part }) else { return nil }
            if position == parts.count - 1 { return file(name, in: folder) }
            guard case .folder = name.type else { return nil }
            folder = ListedFile.path(part, in: folder)
        }
        return nil
    }

    func files(below folder: [UInt8]) throws -> [ListedFile] {
        guard try isFolder(folder) else { return [] }
        var files: [ListedFile] = []
        var pending = [folder]
        while let next = pending.popLast() {
            for name in try visibleNames(in: next) {
                if case .folder = name.type {
                    pending.append(ListedFile.path(name.bytes, in: next))
                } else if let file = file(name, in: next) {
                    files.append(file)
                }
            }
        }
        return files.sorted { $0.rawPath.lexicographicallyPrecedes($1.rawPath) }
    }

    func names(in folder: [UInt8]) throws -> [[UInt8]] {
        try isFolder(folder) ? visibleNames(in: folder).map(\.bytes) : []
    }

    private func isFolder(_ path: [UInt8]) throws -> Bool {
        var folder: [UInt8] = []
        for part in path.split(separator: UInt8(ascii: "/")).map(Array.init) {
            guard let name = try visibleNames(in: folder).first(where: { $0.bytes == part }), case .folder = name.type
            else { return false }
            folder = ListedFile.path(part, in: folder)
        }
        return true
    }

    private func file(_ name: Name, in folder: [UInt8]) -> ListedFile? {
        let path = ListedFile.path(name.bytes, in: folder)
        switch name.type {
        case .folder: return nil
        case .skipped(let file): return file
        case .symlink: return ListedFile(rawPath: path, mode: .symlink, blob: nil)
        case .submodule: return ListedFile(rawPath: path, mode: .submodule, blob: nil)
        case .file:
            let isExecutable = DiskEntry.isExecutable(root + path)
            return ListedFile(rawPath: path, mode: isExecutable ? .executable : .file, blob: nil)
        }
    }

    // MARK: What git would see

    private func visibleNames(in folder: [UInt8]) throws -> [Name] {
        if let known = folders.withLock({ $0[folder] }) { return known }
        var names: [Name] = []
        var seen: Set<[UInt8]> = []
        // What a sparse checkout leaves out is a folder here, and not on disk.
        let isOptional = folder.isEmpty || isSparse
        for entry in try DiskEntry.all(in: root + folder, isOptional: isOptional) where entry.name != Array(".git".utf8)
        {
            seen.insert(entry.name)
            guard let type = try visibleType(of: entry, in: folder) else { continue }
            names.append(Name(bytes: entry.name, type: type))
        }
        names += skippedNames(in: folder, onDisk: seen)
        folders.withLock { $0[folder] = names }
        return names
    }

    private func visibleType(of entry: DiskEntry, in folder: [UInt8]) throws -> FileType? {
        let path = ListedFile.path(entry.name, in: folder)
        switch entry.type {
        case .other: return nil
        case .file, .symlink:
            if tracked.file(at: path) == nil, try repository.isIgnored(path) { return nil }
            return entry.type == .file ? .file : .symlink
        case .folder:
            if tracked.file(at: path)?.mode == .submodule { return .submodule }
            // Tracked files are this repository's, whatever else lies beside them.
            let below = path + [UInt8(ascii: "/")]
            if index.hasPrefix(below, at: index.lowerBound(below)) { return .folder }
            // A repository inside this one is none of our business. Looked for first, as most folders have no such name.
            let git = root + below + Array(".git".utf8)
            if DiskEntry.exists(git), Repository.isRepository(git) { return .submodule }
            return try repository.isIgnored(below) ? nil : .folder
        }
    }

    /// Names that the index has and the disk, on purpose, has not.
    private func skippedNames(in folder: [UInt8], onDisk: Set<[UInt8]>) -> [Name] {
        guard isSparse else { return [] }
        return tracked.names(in: folder).filter { !onDisk.contains($0) }.compactMap { name in
            let path = ListedFile.path(name, in: folder)
            if let entry = index[index.lowerBound(path)], entry.path == path {
                guard entry.isSkipped, let file = IndexTree.file(entry) else { return nil }
                return Name(bytes: name, type: .skipped(file))
            }
            let below = tracked.entries(below: path)
            return below.contains { $0.isSkipped } ? Name(bytes: name, type: .folder) : nil
        }
    }
}

/// Bytes as they are on disk, and of what a sparse checkout leaves out, as the index has them.
struct DiskContents: FileContents {
    /// With a final `/`.
    let root: [UInt8]
    let skipped: BlobContents
    /// Paths of unresolved merge conflicts.
    let conflicts: Set<[UInt8]>

    func bytes(of file: ListedFile) throws -> [UInt8] {
        if file.blob != nil { return try skipped.bytes(of: file) }
        guard file.mode != .symlink else { return [] }
        let bytes = try DiskFile.read(root + file.rawPath, name: file.path)
        // While git's marks are in it, it is two files and not what anybody wrote.
        if conflicts.contains(file.rawPath), Self.hasConflictMarks(bytes) {
            throw SnapshotError.mergeConflict(path: file.path)
        }
        return bytes
    }

    private static func hasConflictMarks(_ bytes: [UInt8]) -> Bool {
        bytes.split(separator: UInt8(ascii: "\n")).contains { $0.starts(with: "<<<<<<< ".utf8) }
    }
}
