import GitObjects
import PlanModel
import Synchronization

/// The files of a commit's tree, read by our own strict tree parser. Folders are read when something in them is asked
/// for.
final class CommitTree: FileTable {
    private let repository: Repository
    private let root: ObjectID
    private let folders = Mutex<[ObjectID: [TreeEntry]]>([:])

    static func listing(of tree: ObjectID, in repository: Repository) -> FileListing {
        FileListing(CommitTree(repository, root: tree), contents: BlobContents(repository: repository))
    }

    private init(_ repository: Repository, root: ObjectID) {
        self.repository = repository
        self.root = root
    }

    func file(at path: [UInt8]) throws -> ListedFile? {
        guard let slash = path.lastIndex(of: UInt8(ascii: "/")) else {
            return try Self.file(entry(named: path, in: root), path: path)
        }
        guard let folder = try folder(Array(path[..<slash])) else { return nil }
        return try Self.file(entry(named: Array(path[(slash + 1)...]), in: folder), path: path)
    }

    func files(below folder: [UInt8]) throws -> [ListedFile] {
        guard let tree = try self.folder(folder) else { return [] }
        let slash = UInt8(ascii: "/")
        // A stack of our own: a tree can be nested deeper than the thread's stack is.
        var open = [(rest: try entries(tree)[...], prefix: folder.isEmpty ? [] : folder + [slash])]
        var files: [ListedFile] = []
        while let last = open.indices.last {
            guard let entry = open[last].rest.popFirst() else {
                open.removeLast()
                continue
            }
            let path = open[last].prefix + entry.name
            if entry.mode == .folder {
                // git sorts folders as if their names ended in `/`, so this order is that of whole paths.
                open.append((try entries(entry.id)[...], path + [slash]))
            } else if let file = Self.file(entry, path: path) {
                files.append(file)
            }
        }
        return files
    }

    func names(in folder: [UInt8]) throws -> [[UInt8]] {
        guard let tree = try self.folder(folder) else { return [] }
        return try entries(tree).map(\.name)
    }

    // MARK: Folders

    private func folder(_ path: [UInt8]) throws -> ObjectID? {
        var tree = root
        for name in path.split(separator: UInt8(ascii: "/")) {
            guard let entry = try entry(named: Array(name), in: tree), entry.mode == .folder else { return nil }
            tree = entry.id
        }
        return tree
    }

    private func entry(named name: [UInt8], in tree: ObjectID) throws -> TreeEntry? {
        try entries(tree).first { $0.name == name }
    }

    private func entries(_ tree: ObjectID) throws -> [TreeEntry] {
        if let known = folders.withLock({ $0[tree] }) { return known }
        let entries = try repository.tree(tree)
        folders.withLock { $0[tree] = entries }
        return entries
    }

    private static func file(_ entry: TreeEntry?, path: [UInt8]) -> ListedFile? {
        guard let entry else { return nil }
        let mode: ListedFile.Mode
        switch entry.mode {
        case .folder: return nil
        case .file, .groupWritable: mode = .file
        case .executable: mode = .executable
        case .symlink: mode = .symlink
        case .submodule: mode = .submodule
        }
        return ListedFile(rawPath: path, mode: mode, blob: entry.id.description)
    }
}

/// Bytes from the object database, never from the disk: filters and line-ending settings have no say.
struct BlobContents: FileContents {
    let repository: Repository

    func bytes(of file: ListedFile) throws -> [UInt8] {
        guard let name = file.blob, let id = ObjectID(hex: name) else {
            throw GitError.missingObject(file.blob ?? file.path)
        }
        do { return try repository.blob(id) } catch {
            // Not a pattern in the `catch`: Swift 6.3 crashes on one over a typed error here.
            switch error {
            case .missingObject: throw SnapshotError.missingContent(path: file.path, object: name, remote: nil)
            case .objectNotFetched(_, let remote):
                throw SnapshotError.missingContent(path: file.path, object: name, remote: remote)
            default: throw error
            }
        }
    }
}
