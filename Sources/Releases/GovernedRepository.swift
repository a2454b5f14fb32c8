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
    private var reachable: [ObjectID: [RawCommit]] = [:]
    private var firstParentLines: [ObjectID: Set<ObjectID>] = [:]

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

    /// Commits by their names, in that order; each read once.
    package func commits(_ ids: [ObjectID]) throws(GitError) -> [RawCommit] {
        var commits: [RawCommit] = []
        commits.reserveCapacity(ids.count)
        for id in ids { commits.append(try git.rawCommit(id)) }
        return commits
    }

    /// All commits reachable from some commits, each once and parsed once.
    package func history(of tips: [ObjectID]) throws(GitError) -> [RawCommit] {
        let missing = tips.filter { reachable[$0] == nil }
        for tip in Set(missing) { reachable[tip] = try git.commits(reachableFrom: tip, excluding: nil) }
        guard tips.count > 1 else { return tips.first.flatMap { reachable[$0] } ?? [] }
        var seen: Set<ObjectID> = []
        return tips.flatMap { reachable[$0] ?? [] }.filter { seen.insert($0.id).inserted }
    }

    /// The first-parent line of a commit, as a set.
    package func firstParentLine(of tip: ObjectID) throws(GitError) -> Set<ObjectID> {
        if let known = firstParentLines[tip] { return known }
        let line = Set(try git.firstParentLine(from: tip))
        firstParentLines[tip] = line
        return line
    }
}

/// Why nothing could be decided about a release; exit 3.
package enum ReleaseError: Error, Sendable, Equatable {
    case noProtectedBranch(tried: [String])
    case unknownSystem(String, known: [String])
    case unknownPlan(String, known: [String])
    case unknownRecord(String)
    case noSystems
    case noSuchRelease(String)
    case mergeNeedsAuthor(paths: [String])

    /// Stable word for programs.
    package var code: String {
        switch self {
        case .noProtectedBranch: "no-protected-branch"
        case .unknownSystem: "unknown-system"
        case .unknownPlan: "unknown-plan"
        case .unknownRecord: "unknown-record"
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
        case .unknownPlan(let name, let known):
            "there is not exactly one plan \"\(name)\" with a version here; there is \(known.isEmpty ? "none" : known.joined(separator: ", "))"
        case .unknownRecord(let text):
            "there is no record \"\(text)\" in this tree that people sign (exception:…, risk:… or decision:…)"
        case .noSystems: "no system with a release package is in this tree"
        case .noSuchRelease(let name): "there is no release tag for \(name)"
        case .mergeNeedsAuthor(let paths):
            "both branches changed \(paths.joined(separator: ", ")), so the result of the merge is not known yet"
        }
    }

    package var mend: String {
        switch self {
        case .noProtectedBranch: "Run `git fetch origin`, or name the branch with --protected refs/heads/main."
        case .unknownSystem, .unknownPlan, .unknownRecord: "Check the spelling."
        case .noSystems: "Add a ReleasePackage, or look at another commit."
        case .noSuchRelease: "Run `git fetch --tags origin`, or check the name."
        case .mergeNeedsAuthor: "Merge the protected branch into this one, then judge again."
        }
    }
}
