package import Approvals
package import GitObjects
import PackageContents
package import PlanModel
import Snapshots
import SourceText

/// What all judgements about one repository rest on, read once: the protected branch, the trust root at its tip, every
/// statement, the releases of each system.
///
/// The rules come from the tip of the protected branch, never from the change that they judge.
package final class JudgementBasis {
    package let repository: GovernedRepository
    /// Nil where this clone has no protected branch: then the head's own root rules, which suffices to look, and never
    /// to release.
    package let protected: ProtectedBranch?
    package let trust: TrustState
    package let statements: StatementIndex
    /// The tree at the tip of the protected branch, else that of the head.
    package let tip: Snapshot
    /// Statement ids that the caller expects as the last release, by system; the empty name stands for every system.
    private let expectedHeads: [String: String]
    private var chains: [String: ReleaseChain] = [:]
    private var verified: [String: [VerifiedRelease]] = [:]
    private var exempt: Set<ObjectID>?
    private var ownRoots: [ObjectID: (version: Int, sha256: String)?] = [:]

    /// - Parameters:
    ///   - heads: commits to judge; none to judge only what is released.
    ///   - target: the commit that the head is merged into, which then stands for the protected branch.
    ///   - expectedHeads: statement ids of the last releases, where the caller knows them.
    /// - Throws: `TrustFailure` where no trust root rules, and what reading the repository throws.
    package init(
        _ repository: GovernedRepository, judging heads: [ObjectID] = [], into target: ObjectID? = nil,
        expectedHeads: [String: String] = [:]
    ) throws {
        try repository.requireFullHistory()
        self.expectedHeads = expectedHeads
        self.repository = repository
        // The target is asked too: a pull request that breaks the trust root is judged, not stumbled over.
        protected = try ProtectedBranch(of: repository, seenFrom: [target].compactMap { $0 } + heads)
        guard let ruling = target ?? protected?.tip ?? heads.first else {
            throw ReleaseError.noProtectedBranch(tried: ["HEAD"])
        }
        tip = try repository.snapshot(ruling)
        // What a head does to the trust root is judged by `TrustProposal`; it has no say in which root rules.
        trust = try TrustState(of: tip, pin: repository.pin)

        let released = try Self.taggedReleases(in: repository.git)
        let trees = try Set([ruling] + heads + released).sorted { $0.description < $1.description }.map {
            try repository.loader.files(of: $0)
        }
        statements = try StatementIndex(
            in: repository.git, trees: trees, commits: repository.history(of: [ruling] + heads), keys: trust.keys)
    }

    /// The commits under the names of releases. One that cannot be read is an error, or its statements would be missing
    /// without a word; a tag of something else than a commit has none.
    private static func taggedReleases(in git: Repository) throws(GitError) -> [ObjectID] {
        var commits: [ObjectID] = []
        for reference in try git.references(under: "refs/tags/release/") {
            do { commits.append(try git.commit(behind: reference.target, called: reference.name)) } catch {
                guard case .wrongObjectType = error else { throw error }
            }
        }
        return commits
    }

    package func chain(of system: String) throws -> ReleaseChain {
        if let known = chains[system] { return known }
        let chain = try ReleaseChain(
            of: system, tags: statements.releases(of: system), tip: trust, ownRoot: ownRoot)
        chains[system] = chain
        return chain
    }

    /// Names of all systems that have release tags.
    package func releasedSystems() throws -> [String] {
        let prefix = "refs/tags/release/"
        let names = try repository.git.references(under: prefix).map { reference in
            String(reference.name.dropFirst(prefix.count).prefix { $0 != "/" })
        }
        return Set(names).sorted()
    }

    /// The same with the systems that something outside the tags knows to have releases: a system whose tags are all
    /// gone must not drop out of what is verified.
    package func systemsWithReleases() throws -> [String] {
        let seen = trust.chain.versions.flatMap { $0.root.releaseHeads.compactMap { $0.system?.value } }
        let told = ReleaseChain.told(in: tip).map(\.system)
        return try Set(releasedSystems() + seen + told + expectedHeads.keys.filter { !$0.isEmpty }).sorted()
    }

    /// Statement id, or the start of one, of the release that should be the last.
    func expectedHead(of system: String) -> String? { expectedHeads[system] ?? expectedHeads[""] }

    /// Where the releases of a system do not fit together, or are not all here.
    package func conflicts(of system: String) throws -> [ReleaseConflict] {
        let chain = try chain(of: system)
        return chain.conflicts + chain.missing(expectedHead: expectedHead(of: system), in: tip)
    }

    /// Whether something shows that no newer release was kept from this clone.
    package func freshness(of system: String) throws -> Freshness {
        Freshness(of: try chain(of: system), trust: trust, expectedHead: expectedHead(of: system))
    }

    /// All tags of a system that claim to be releases, verified; the oldest first.
    package func verifiedReleases(of system: String) throws -> [VerifiedRelease] {
        if let known = verified[system] { return known }
        let releases = try ReleaseVerifier(self).verify(system: system)
        verified[system] = releases
        return releases
    }

    /// The releases of a system, verified, for what is judged against them.
    package func history(of system: String) throws -> ReleaseHistory {
        ReleaseHistory(try verifiedReleases(of: system).compactMap(ReleaseHistory.Release.init))
    }

    /// The same up to one release. Nothing lies behind nil, and then nothing is verified.
    package func history(of system: String, upTo link: ReleaseChain.Link?) throws -> ReleaseHistory {
        try link == nil ? ReleaseHistory() : history(of: system).upTo(link)
    }

    /// The policy that a trust root pins: in the judged tree, or, where a change edits it there, in the tip's.
    func pinnedPolicy(in snapshot: Snapshot, root: TrustRoot) -> (policy: MaterialityPolicy, sha256: String)? {
        PolicyRequirement.pinnedPolicy(in: snapshot, root: root) ?? PolicyRequirement.pinnedPolicy(in: tip, root: root)
    }

    /// Who changed some paths in the commits that lead from one state of a system to another.
    ///
    /// - Parameter trust: the root that rules the state; for a sealed release an earlier one than the tip's.
    func contributors(
        to paths: Set<String>, from base: [ObjectID], to tips: [ObjectID], system: String, trust: TrustState
    ) throws -> Contributors {
        let ids = try repository.git.commitIDs(reachableFrom: tips, excluding: base)
        return try Contributors(
            among: repository.commits(ids), paths: paths, in: repository.git, trust: trust, exempt: exemptCommits(),
            claimed: claimedCommits(of: system))
    }

    /// Commits from before authorship had to be provable, as the trust root says.
    private func exemptCommits() throws -> Set<ObjectID> {
        if let known = exempt { return known }
        var commits: Set<ObjectID> = []
        if let since = trust.attributionSince.flatMap({ ObjectID(hex: $0) }) {
            commits = Set(try repository.git.commitIDs(reachableFrom: [since]))
            // The commit itself is the first that has to be signed.
            commits.remove(since)
        }
        exempt = commits
        return commits
    }

    /// Commits that people took in signed author statements about a system, with all who did. It only ever excludes its
    /// signer, so that any key which is or was theirs will do; a robot or a hosting service has nothing to be excluded
    /// from, and would only hide the author.
    private func claimedCommits(of system: String) -> [ObjectID: Set<String>] {
        var claimed: [ObjectID: Set<String>] = [:]
        for found in statements.concerning(system) {
            guard let statement = found.statement, statement.decision == .author,
                statement.repository == trust.repository, statement.systems.contains(system)
            else { continue }
            let signer = Signer.ofObjection(found, trust: trust)
            guard signer.reasons.isEmpty, let principal = signer.principal, principal.kind == .human else { continue }
            for id in statement.commits.compactMap({ ObjectID(hex: $0) }) {
                claimed[id, default: []].insert(principal.id)
            }
        }
        return claimed
    }

    /// Version and digest of the highest trust root in the tree of a commit. Whether it is valid is asked of the tip's
    /// chain, which has every version.
    private func ownRoot(of commit: ObjectID) throws -> (version: Int, sha256: String)? {
        if let known = ownRoots[commit] { return known }
        let files = try repository.loader.files(of: commit)
        var highest: (version: Int, sha256: String)?
        for file in try files.matching(PathPattern("\(TrustRoot.folder)/*.yaml")) {
            guard let version = TrustRoot.version(ofFile: file.path), version > highest?.version ?? 0 else { continue }
            highest = (version, ContentDigest.document("trust", try files.source(file).bytes))
        }
        ownRoots[commit] = .some(highest)
        return highest
    }
}
