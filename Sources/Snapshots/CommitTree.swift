import GitObjects
import PlanModel

/// The files of a commit's tree, read by our own strict tree parser.
enum CommitTree {
    static func listing(of tree: ObjectID, in repository: Repository) throws(GitError) -> FileListing {
        var files: [ListedFile] = []
        var pending: [(id: ObjectID, prefix: [UInt8])] = [(tree, [])]
        while let folder = pending.popLast() {
            for entry in try repository.tree(folder.id) {
                let path = folder.prefix + entry.name
                switch entry.mode {
                case .folder: pending.append((entry.id, path + [UInt8(ascii: "/")]))
                case .file, .groupWritable: files.append(file(path, .file, entry.id))
                case .executable: files.append(file(path, .executable, entry.id))
                case .symlink: files.append(file(path, .symlink, entry.id))
                case .submodule: files.append(file(path, .submodule, entry.id))
                }
            }
        }
        return FileListing(files, contents: BlobContents(repository: repository))
    }

    private static func file(_ path: [UInt8], _ mode: ListedFile.Mode, _ id: ObjectID) -> ListedFile {
        ListedFile(rawPath: path, mode: mode, blob: id.description)
    }
}

/// Bytes from the object database, never from the disk: filters and line-ending settings have no say.
struct BlobContents: FileContents {
    let repository: Repository

    func bytes(of file: ListedFile) throws -> [UInt8] {
        guard let name = file.blob, let id = ObjectID(hex: name) else {
            throw GitError.missingObject(file.blob ?? file.path)
        }
        return try repository.blob(id)
    }
}
