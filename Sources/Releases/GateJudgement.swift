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

    package init(_ repository: GovernedRepository) { self.repository = repository }

    package func judge(base: ObjectID, head: ObjectID) throws -> GateJudgement {
        try repository.requireFullHistory()
        let target = try repository.snapshot(base)
        let merged = try repository.mergeResult(of: head, into: base)
        // Trust root, settings and baseline come from what was already trusted, never from the change that they judge.
        let trust = try TrustState(of: target, pin: repository.pin)
        let findings = try JudgedFinding.all(
            in: merged, policy: target, now: repository.now,
            beside: RuleCatalogue.findings(for: ProposedMerge(merged, into: target, root: trust.root)))

        var refusals: [ReleaseEvaluation.Reason] = []
        let trustRoot = "\(TrustRoot.folder)/1.yaml"
        if try merged.files.file(trustRoot)?.blob != target.files.file(trustRoot)?.blob {
            refusals.append(
                ReleaseEvaluation.Reason(
                    code: "root-changed", message: "the change edits or deletes \(TrustRoot.folder)/1.yaml",
                    mend: "Versions of the trust root never change; a new version is a new file."))
        }
        let statements = try StatementSet(
            in: repository, trust: trust, tips: [head, base], trees: [merged.files, target.files])
        var evaluations: [ReleaseEvaluation] = []
        for system in Set(SystemUnit.names(in: merged) + SystemUnit.names(in: target)).sorted() {
            guard SystemUnit.names(in: merged).contains(system) else {
                refusals.append(
                    ReleaseEvaluation.Reason(
                        code: "system-removed", message: "the change removes the system \(system)",
                        mend: "Removing a system is approved as `Subject: system`, which this version cannot check yet."
                    ))
                continue
            }
            if try SystemUnit.isUnchanged(system, from: target, to: merged) { continue }
            let chain = ReleaseChain(of: system, tags: statements.releases(of: system), trust: trust)
            let evaluator = ReleaseEvaluator(
                repository: repository, trust: trust, chain: chain, statements: statements)
            let evaluation = try evaluator.evaluate(
                ReleaseEvaluator.Subject(
                    system: system, snapshot: merged, tips: [head, base], base: chain.last,
                    history: chain.last == nil
                        ? ReleaseHistory() : ReleaseVerifier(repository).history(of: system).upTo(chain.last),
                    time: repository.now))
            evaluations.append(evaluation)
            refusals += evaluation.refusals.filter { $0.code == "veto" }
        }
        return GateJudgement(
            baseCommit: base, headCommit: head, findings: findings, evaluations: evaluations, mergeRefusals: refusals,
            undecided: trust.pin == nil ? [.unpinned] : [], notes: try repository.historyNotes(),
            requiredAt: trust.root.approvals.requiredAt)
    }
}
