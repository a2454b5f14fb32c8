package import SourceText

/// Why there is no snapshot. Like `GitError`, every case means *could not decide* (exit 3).
package enum SnapshotError: Error, Sendable {
    /// No `imprimatur.yaml` at the root of the tree.
    case noProject(tree: String)
    /// `imprimatur.yaml` is a document of another kind.
    case noProjectDocument(tree: String)
    case noDocuments(tree: String, globs: [String])
    case mergeConflict(path: String)
    /// A schema that `imprimatur.yaml` names under `schemas`.
    case unusableOverlay(path: String, reason: String, at: Location)
    /// Most often in a partial clone, with the remote that has it: git fetches such a file when it needs it, and this
    /// tool never uses the network.
    case missingContent(path: String, object: String, remote: String?)

    /// Stable word for programs.
    package var code: String {
        switch self {
        case .noProject, .noProjectDocument: "no-project"
        case .noDocuments: "no-documents"
        case .mergeConflict: "merge-conflict"
        case .unusableOverlay: "unusable-schema"
        case .missingContent(_, _, let remote): remote == nil ? "missing-object" : "partial-clone"
        }
    }

    /// One sentence without a final full stop.
    package var message: String {
        switch self {
        case .noProject(let tree): "\(tree) has no imprimatur.yaml at its root, so there is nothing to check"
        case .noProjectDocument(let tree): "the imprimatur.yaml of \(tree) holds no document of kind Project"
        case .noDocuments(let tree, let globs):
            "\(tree) has no documents beside its project file; looked for "
                + (globs.isEmpty ? "nothing, as the project names no globs" : globs.joined(separator: ", "))
        case .mergeConflict(let path): "\(path) has an unresolved merge conflict in the index"
        case .unusableOverlay(let path, let reason, _): "the schema overlay \(path) cannot be used: \(reason)"
        case .missingContent(let path, let object, let remote):
            "the content of \(path) (object \(object)) is not in this clone"
                + (remote.map { ", which is a partial clone of \($0)" } ?? "")
        }
    }

    /// The file that is to blame and where in it, when there is one.
    package var location: Location? {
        if case .unusableOverlay(_, _, let location) = self { location } else { nil }
    }

    /// What to do about it, one sentence.
    package var mend: String {
        switch self {
        case .noProject: "Run `imprimatur init`, or change into the repository that is governed."
        case .noProjectDocument: "Write `kind: Project` and the globs of the documents, as `imprimatur init` does."
        case .noDocuments: "Write documents where the globs under `documents` in imprimatur.yaml lead, or correct them."
        case .mergeConflict: "Resolve the conflict and run `git add` on the file."
        case .unusableOverlay: "Mend the schema, or take it out of `schemas` in imprimatur.yaml."
        case .missingContent(_, _, let remote?): "Run `git fetch --refetch --no-filter \(remote)`."
        case .missingContent: "Run `git fsck` to see what else is missing, and clone anew."
        }
    }
}
