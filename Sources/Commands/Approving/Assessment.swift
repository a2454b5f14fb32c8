import Approvals
import GitObjects
import Materiality
import PackageContents
import PlanModel
import Releases
import SourceText

/// One system at one commit, or in the result of merging that, with everything that approving and releasing need.
struct Assessment {
    let basis: JudgementBasis
    let snapshot: Snapshot
    let commit: ObjectID
    let chain: ReleaseChain
    let evaluation: ReleaseEvaluation

    var trust: TrustState { basis.trust }

    /// - Parameter target: the commit that `commit` is merged into, where the result of the merge is meant.
    init(
        of system: String, at commit: ObjectID, onto target: ObjectID? = nil, in repository: GovernedRepository,
        signer: String? = nil, expectedHeads: [String: String] = [:]
    ) throws {
        let basis = try JudgementBasis(repository, judging: [commit], into: target, expectedHeads: expectedHeads)
        let snapshot =
            try target.map { try repository.mergeResult(of: commit, into: $0) } ?? repository.snapshot(commit)
        let chain = try basis.chain(of: system)
        let base = chain.base(ofPackage: try SystemUnit(system, in: snapshot).release.closure.digest)
        self.basis = basis
        self.snapshot = snapshot
        self.commit = commit
        self.chain = chain
        evaluation = try ReleaseEvaluator(basis).evaluate(
            ReleaseEvaluator.Subject(
                system: system, snapshot: snapshot, tips: [commit] + (target.map { [$0] } ?? []), base: base,
                history: basis.history(of: system, upTo: base),
                signer: signer, time: repository.now))
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
