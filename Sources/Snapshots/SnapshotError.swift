/// Why there is no snapshot. Like `GitError`, every case means *could not decide* (exit 3).
package enum SnapshotError: Error, Sendable, Equatable {
    /// No `imprimatur.yaml` at the root of the tree.
    case noProject(tree: String)
    case noDocuments(tree: String, globs: [String])
    case mergeConflict(path: String)
    /// A partial clone: git fetches such a file when it needs it, and this tool never uses the network.
    case missingContent(path: String, object: String)

    /// One sentence without a final full stop.
    package var message: String {
        switch self {
        case .noProject(let tree): "\(tree) has no imprimatur.yaml at its root, so there is nothing to check"
        case .noDocuments(let tree, let globs):
            "\(tree) has no documents beside its project file; looked for "
                + (globs.isEmpty ? "nothing, as the project names no globs" : globs.joined(separator: ", "))
        case .mergeConflict(let path): "\(path) has an unresolved merge conflict in the index"
        case .missingContent(let path, let object):
            "the content of \(path) (object \(object)) is not in this clone"
        }
    }

    /// What to do about it, one sentence.
    package var mend: String {
        switch self {
        case .noProject: "Run `imprimatur init`, or change into the repository that is governed."
        case .noDocuments: "Write documents where the globs under `documents` in imprimatur.yaml lead, or correct them."
        case .mergeConflict: "Resolve the conflict and run `git add` on the file."
        case .missingContent(_, let object):
            "Run `git cat-file -e \(object)`, which fetches it, or clone without --filter."
        }
    }
}
