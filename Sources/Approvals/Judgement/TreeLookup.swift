import GitObjects

/// Looks single paths up in many trees of one history. Subtrees that commits share are parsed once.
final class TreeLookup {
    /// What a path holds: enough to see whether it changed.
    struct Content: Hashable {
        let mode: TreeEntry.Mode
        let id: ObjectID
    }

    private let repository: Repository
    private var folders: [ObjectID: [[UInt8]: TreeEntry]] = [:]

    init(_ repository: Repository) { self.repository = repository }

    /// Nil when the tree has no such path.
    func content(_ path: String, in tree: ObjectID) throws(GitError) -> Content? {
        var folder = tree
        let parts = path.split(separator: "/").map { Array($0.utf8) }
        for (number, name) in parts.enumerated() {
            guard let entry = try entries(of: folder)[name] else { return nil }
            if number == parts.count - 1 { return Content(mode: entry.mode, id: entry.id) }
            guard entry.mode == .folder else { return nil }
            folder = entry.id
        }
        return nil
    }

    private func entries(of folder: ObjectID) throws(GitError) -> [[UInt8]: TreeEntry] {
        if let known = folders[folder] { return known }
        var byName: [[UInt8]: TreeEntry] = [:]
        for entry in try repository.tree(folder) { byName[entry.name] = entry }
        folders[folder] = byName
        return byName
    }
}
