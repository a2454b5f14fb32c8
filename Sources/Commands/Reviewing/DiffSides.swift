import GitObjects
import PlanModel
import Releases
import Snapshots

/// The two states that `diff` compares.
struct DiffSides {
    struct Side {
        /// As the reader named it, such as `main`, or `the worktree`.
        let name: String
        let snapshot: Snapshot
        /// Nil for a state that no commit holds.
        let commit: ObjectID?
    }

    let base: Side
    let head: Side

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
            let isMerge = text.contains("...")
            let (baseName, headName) = try RevisionName.range(isMerge ? text.replacing("...", with: "..") : text)
            base = try Self.side(baseName, in: repository)
            head =
                isMerge
                ? try Self.merge(of: headName, into: base, in: repository) : try Self.side(headName, in: repository)
        } else {
            base = try Self.side(text ?? "HEAD", in: repository)
            head = Side(
                name: isStaged ? "the index" : "the worktree",
                snapshot: isStaged ? try repository.loader.index() : try repository.loader.worktree(), commit: nil)
        }
    }

    private static func side(_ name: String, in repository: GovernedRepository) throws -> Side {
        let commit = try RevisionName.commit(name, in: repository.git)
        return Side(name: name, snapshot: try repository.snapshot(commit), commit: commit)
    }

    private static func merge(of name: String, into base: Side, in repository: GovernedRepository) throws -> Side {
        let commit = try RevisionName.commit(name, in: repository.git)
        guard let target = base.commit else { return base }
        let isFastForward = try repository.git.isAncestor(target, of: commit)
        return Side(
            name: isFastForward ? name : "the merge of \(name) into \(base.name)",
            snapshot: try repository.mergeResult(of: commit, into: target), commit: isFastForward ? commit : nil)
    }
}
