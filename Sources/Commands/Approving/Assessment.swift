import Approvals
import GitObjects
import Materiality
import PackageContents
import PlanModel
import Releases
import SourceText

/// One system at one commit with everything that approving and releasing need.
struct Assessment {
    let snapshot: Snapshot
    let commit: ObjectID
    let trust: TrustState
    let chain: ReleaseChain
    let evaluation: ReleaseEvaluation

    init(
        of system: String, at commit: ObjectID, in repository: GovernedRepository, signer: String? = nil
    ) throws {
        try repository.requireFullHistory()
        let snapshot = try repository.snapshot(commit)
        let trust = try TrustState(of: snapshot, pin: repository.pin)
        let statements = try StatementSet(
            in: repository, trust: trust, tips: [commit], trees: [snapshot.files])
        let chain = ReleaseChain(of: system, tags: statements.releases(of: system), trust: trust)
        let evaluator = ReleaseEvaluator(repository: repository, trust: trust, chain: chain, statements: statements)
        // What is released already is judged against the release before it, not against itself.
        let unit = try SystemUnit(system, in: snapshot)
        let released = chain.links.first { $0.packageSHA256 == unit.release.closure.digest }
        self.snapshot = snapshot
        self.commit = commit
        self.trust = trust
        self.chain = chain
        let base = released.map { chain.predecessor(of: $0) } ?? chain.last
        evaluation = try evaluator.evaluate(
            ReleaseEvaluator.Subject(
                system: system, snapshot: snapshot, tips: [commit], base: base,
                history: base == nil ? ReleaseHistory() : ReleaseVerifier(repository).history(of: system).upTo(base),
                signer: signer,
                time: repository.now))
    }

    /// The system that is meant when none is named: the only one.
    static func system(_ named: String?, at commit: ObjectID, in repository: GovernedRepository) throws -> String {
        let known = SystemUnit.names(in: try repository.snapshot(commit))
        guard let named else {
            guard let only = known.first else { throw ReleaseError.noSystems }
            guard known.count == 1 else {
                throw CommandFailure(
                    .usage, "there are several systems: \(known.joined(separator: ", "))", mend: "Name one of them.")
            }
            return only
        }
        guard known.contains(named) else { throw ReleaseError.unknownSystem(named, known: known) }
        return named
    }
}
