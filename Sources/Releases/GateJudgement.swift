import Approvals
package import FindingPolicy
package import GitObjects
import Materiality
import PackageContents
package import PlanModel
import PlanRules
import Snapshots
import SourceText

/// What a pull request would do to the governed systems: may it be merged, could the result be released.
package struct GateJudgement: Sendable {
    package let baseCommit: ObjectID
    package let headCommit: ObjectID
    /// Findings of the rules about documents, on the result of the merge.
    package let findings: [JudgedFinding]
    /// Systems whose package the head changes.
    package let evaluations: [ReleaseEvaluation]
    package let mergeRefusals: [ReleaseEvaluation.Reason]
    package let undecided: [ReleaseEvaluation.Reason]
    /// What the reader should know beside the verdicts.
    package let notes: [ReleaseEvaluation.Reason]
    package let requiredAt: TrustRoot.RequiredAt

    package var mergeOutcome: ReleaseEvaluation.Outcome {
        findings.hasErrors || !mergeRefusals.isEmpty ? .fail : .pass
    }

    package var releaseOutcome: ReleaseEvaluation.Outcome {
        if mergeOutcome == .fail || evaluations.contains(where: { $0.outcome == .fail }) { return .fail }
        return undecided.isEmpty && evaluations.allSatisfy { $0.outcome == .pass } ? .pass : .incomplete
    }
}

/// Judges the merge of a head into a protected branch.
package struct GateJudge {
    private let repository: GovernedRepository

    /// What people said against a release; what it lacks yet may come later.
    private static let stopsMerge: Set<String> = ["veto", "release-halted", "release-withdrawn"]

    package init(_ repository: GovernedRepository) { self.repository = repository }

    package func judge(base: ObjectID, head: ObjectID) throws -> GateJudgement {
        let basis = try JudgementBasis(repository, judging: [head], into: base)
        let target = basis.tip
        let merged = try repository.mergeResult(of: head, into: base)
        // Trust root, settings and baseline come from what was already trusted, never from the change that they judge.
        let proposal = try TrustProposal(from: target, to: merged, pin: repository.pin)
        let findings = try JudgedFinding.all(
            in: merged, policy: target, now: repository.now,
            beside: RuleCatalogue.findings(
                for: ProposedMerge(merged, into: target, root: basis.trust.root, proposal: proposal)))

        var refusals = proposal.failures.map { failure in
            ReleaseEvaluation.Reason(code: failure.code, message: failure.message, mend: failure.mend)
        }
        // After the merge the new root rules, with the policy that it pins.
        refusals += try PinnedPolicies.refusals(of: proposal.result ?? basis.trust.root, in: merged)
        refusals += StandingDecisions.lost(from: target, to: merged)
        var evaluations: [ReleaseEvaluation] = []
        for system in Set(SystemUnit.names(in: merged) + SystemUnit.names(in: target)).sorted() {
            if let removal = try SystemRemoval(system, in: merged, from: base, to: head, basis: basis) {
                refusals += removal.refusals
                if removal.isGone { continue }
            }
            guard try !SystemUnit.isUnchanged(system, from: target, to: merged) else { continue }
            let last = try basis.chain(of: system).last
            let evaluation = try ReleaseEvaluator(basis).evaluate(
                ReleaseEvaluator.Subject(
                    system: system, snapshot: merged, tips: [head, base], base: last,
                    history: basis.history(of: system, upTo: last), time: repository.now))
            evaluations.append(evaluation)
            refusals += evaluation.refusals.filter { Self.stopsMerge.contains($0.code) }
        }
        return GateJudgement(
            baseCommit: base, headCommit: head, findings: findings, evaluations: evaluations, mergeRefusals: refusals,
            undecided: basis.trust.pin == nil ? [.unpinned] : [], notes: try repository.historyNotes(),
            requiredAt: basis.trust.root.approvals.requiredAt)
    }
}
