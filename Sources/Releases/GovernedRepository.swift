package import Approvals
package import GitObjects
import Materiality
import PackageContents
package import PlanModel
package import Snapshots
package import SourceText

/// One repository with everything that a judgement needs to know from outside: which root to trust, which branch is
/// protected, what time it is.
package final class GovernedRepository {
    package let git: Repository
    package let pin: TrustPin?
    /// Full ref name given with `--protected`.
    package let protectedOverride: String?
    /// The only clock.
    package let now: Timestamp
    private var snapshots: [ObjectID: Snapshot] = [:]

    package init(_ git: Repository, pin: TrustPin?, protectedOverride: String?, now: Timestamp) {
        self.git = git
        self.pin = pin
        self.protectedOverride = protectedOverride
        self.now = now
    }

    package var loader: SnapshotLoader { SnapshotLoader(git) }

    /// The tree of a commit; read once.
    package func snapshot(_ commit: ObjectID) throws -> Snapshot {
        if let known = snapshots[commit] { return known }
        let snapshot = try loader.commit(commit)
        snapshots[commit] = snapshot
        return snapshot
    }

    /// What merging a commit into another would give, without writing anything.
    ///
    /// - Throws: `ReleaseError.mergeNeedsAuthor` where both sides changed a file.
    package func mergeResult(of head: ObjectID, into base: ObjectID) throws -> Snapshot {
        if try git.isAncestor(base, of: head) { return try snapshot(head) }
        return try SnapshotLoader.snapshot(
            of: mergedFiles(of: head, into: base), label: "the merge of \(head.short) into \(base.short)")
    }

    /// The files of `mergeResult(of:into:)`, without reading any document.
    package func mergedFiles(of head: ObjectID, into base: ObjectID) throws -> FileListing {
        if try git.isAncestor(base, of: head) { return try loader.files(of: head) }
        let result = try MergeResult(
            of: try loader.files(of: head), onto: try loader.files(of: base),
            bases: try git.mergeBases(base, head).map { try loader.files(of: $0) })
        guard result.undecided.isEmpty else { throw ReleaseError.mergeNeedsAuthor(paths: result.undecided) }
        return result.files
    }

    /// Whatever needs history is undecidable in a shallow clone.
    package func requireFullHistory() throws(GitError) {
        if git.isShallow { throw .shallowClone }
    }

    /// The ref of a protected branch: of the single remote if there is one that has it, else the local branch.
    package func protectedRef(of root: TrustRoot) throws(ReleaseError) -> (ref: String, tip: ObjectID) {
        if let name = protectedOverride {
            guard let tip = git.reference(name) else { throw .noProtectedBranch(tried: [name]) }
            return (name, tip)
        }
        var tried: [String] = []
        for branch in root.protectedBranches.map(\.value) {
            let remotes = git.remotes
            if remotes.count == 1 { tried.append("refs/remotes/\(remotes[0])/\(branch)") }
            tried.append("refs/heads/\(branch)")
        }
        for name in tried {
            if let tip = git.reference(name) { return (name, tip) }
        }
        throw .noProtectedBranch(tried: tried)
    }
}

/// Why nothing could be decided about a release; exit 3.
package enum ReleaseError: Error, Sendable, Equatable {
    case noProtectedBranch(tried: [String])
    case unknownSystem(String, known: [String])
    case noSystems
    case noSuchRelease(String)
    case mergeNeedsAuthor(paths: [String])

    /// Stable word for programs.
    package var code: String {
        switch self {
        case .noProtectedBranch: "no-protected-branch"
        case .unknownSystem: "unknown-system"
        case .noSystems: "no-systems"
        case .noSuchRelease: "no-such-release"
        case .mergeNeedsAuthor: "merge-needs-author"
        }
    }

    package var message: String {
        switch self {
        case .noProtectedBranch(let tried):
            "the protected branch is not in this clone (looked for \(tried.joined(separator: ", ")))"
        case .unknownSystem(let name, let known):
            "there is no system \"\(name)\" with a release package here; there is \(known.isEmpty ? "none" : known.joined(separator: ", "))"
        case .noSystems: "no system with a release package is in this tree"
        case .noSuchRelease(let name): "there is no release tag for \(name)"
        case .mergeNeedsAuthor(let paths):
            "both branches changed \(paths.joined(separator: ", ")), so the result of the merge is not known yet"
        }
    }

    package var mend: String {
        switch self {
        case .noProtectedBranch: "Run `git fetch origin`, or name the branch with --protected refs/heads/main."
        case .unknownSystem: "Check the spelling."
        case .noSystems: "Add a ReleasePackage, or look at another commit."
        case .noSuchRelease: "Run `git fetch --tags origin`, or check the name."
        case .mergeNeedsAuthor: "Merge the protected branch into this one, then judge again."
        }
    }
}
