import GitObjects
import PackageContents

/// The statement files that a history ever held, whether or not they were deleted since.
enum StatementFileHistory {
    /// Each file once for each of its contents, in the order in which the commits hold them. Folders that commits share
    /// are read once, so that a long history without new statements costs one small tree for each commit.
    static func files(in commits: [RawCommit], of repository: Repository) throws(GitError) -> [(
        path: String, blob: ObjectID
    )] {
        let names = StatementReader.folder.split(separator: "/").map { Array($0.utf8) }
        var seenFolders: Set<ObjectID> = []
        var seenFiles: Set<String> = []
        var files: [(path: String, blob: ObjectID)] = []
        for commit in commits {
            var folder: ObjectID? = commit.tree
            for name in names {
                guard let current = folder, seenFolders.insert(current).inserted else {
                    folder = nil
                    break
                }
                folder = try entries(of: current, in: repository).first { $0.name == name && $0.mode == .folder }?.id
            }
            guard let folder, seenFolders.insert(folder).inserted else { continue }
            for entry in try entries(of: folder, in: repository) where entry.mode == .file || entry.mode == .executable
            {
                guard let name = String(validating: entry.name, as: UTF8.self), name.hasSuffix(".tag"),
                    seenFiles.insert("\(name) \(entry.id)").inserted
                else { continue }
                files.append(("\(StatementReader.folder)/\(name)", entry.id))
            }
        }
        return files
    }

    /// An old tree that breaks git's format holds no statement that git could show either; what cannot be read at all is
    /// an error.
    private static func entries(of tree: ObjectID, in repository: Repository) throws(GitError) -> [TreeEntry] {
        do { return try repository.tree(tree) } catch {
            guard error.isRefusal else { throw error }
            return []
        }
    }
}
