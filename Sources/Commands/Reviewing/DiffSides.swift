import GitObjects
import PlanModel
import Releases
import Snapshots

/// Turns what a person types into the two states that `diff` compares.
struct DiffSides {
    typealias Side = ComparedTrees.Side

    let base: Side
    let head: Side
    /// The commit behind which the releases lie that a release of the head would follow; nil before the first commit.
    let followedCommit: ObjectID?

    /// - Parameters:
    ///   - text: `A..B` for two commits; `A...B` for `A` and what merging `B` into it gives; one revision for it and
    ///     the files on disk; nil for `HEAD` and the files on disk.
    ///   - isStaged: the index in place of the files on disk.
    init(_ text: String?, isStaged: Bool, in repository: GovernedRepository) throws {
        if let text, text.contains("..") {
            if isStaged {
                throw CommandFailure(
                    .usage, "--staged compares the index with one revision, and \(text) names two",
                    mend: "Name one revision, or leave --staged out.")
            }
            let (baseName, headName, isMerge) = try RevisionName.range(text)
            base = try Self.side(baseName, in: repository)
            head =
                isMerge
                ? try Self.merge(of: headName, into: base, in: repository) : try Self.side(headName, in: repository)
            followedCommit = head.commit ?? base.commit
        } else {
            base = try Self.side(text ?? "HEAD", in: repository)
            followedCommit = repository.git.head
            let files = isStaged ? try repository.loader.indexFiles() : try repository.loader.worktreeFiles()
            head = Side(name: isStaged ? "the index" : "the worktree", files: files, commit: nil, tree: nil)
        }
    }

    private static func side(_ name: String, in repository: GovernedRepository) throws -> Side {
        let commit = try RevisionName.commit(name, in: repository.git)
        return Side(
            name: name, files: try repository.loader.files(of: commit), commit: commit,
            tree: try repository.git.rawCommit(commit).tree)
    }

    private static func merge(of name: String, into base: Side, in repository: GovernedRepository) throws -> Side {
        guard let target = base.commit else { return base }
        let commit = try RevisionName.commit(name, in: repository.git)
        if try repository.git.isAncestor(target, of: commit) { return try side(name, in: repository) }
        return Side(
            name: "the merge of \(name) into \(base.name)",
            files: try repository.mergedFiles(of: commit, into: target), commit: nil, tree: nil)
    }
}
