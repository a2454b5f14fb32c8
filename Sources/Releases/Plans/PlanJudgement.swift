package import Approvals
package import GitObjects
import Materiality
import PackageContents
import PlanModel
import PlanRules
import SourceText

/// Whether the plan in a commit's tree is approved: what it takes, what is there, what is missing.
package struct PlanJudgement: Sendable {
    package let name: String
    package let version: Int
    package let subject: Statement.Subject
    package let commit: ObjectID
    package let changeClass: ChangeClass
    /// Such as `tier medium × material`.
    package let requirement: String
    package let statements: [JudgedStatement]
    package let contributors: Contributors
    package let missing: [ReleaseEvaluation.Missing]
    /// The highest lower version that is approved; the change is judged against it.
    package let lastApproved: Int?
    package let refusals: [ReleaseEvaluation.Reason]
    package let undecided: [ReleaseEvaluation.Reason]
    /// Systems that a role has to cover.
    package let systems: [String]

    package var outcome: ReleaseEvaluation.Outcome {
        if !refusals.isEmpty || !missing.isEmpty { return .fail }
        return undecided.isEmpty ? .pass : .incomplete
    }

    /// - Throws: `ReleaseError.unknownPlan` where the tree has no such plan, or two.
    package init(of name: String, at commit: ObjectID, on basis: JudgementBasis) throws {
        let snapshot = try basis.repository.snapshot(commit)
        let plans = snapshot.documents.all(named: name, DeploymentPlan.self)
        guard plans.count == 1, let plan = plans.first, let version = plan.version?.value else {
            throw ReleaseError.unknownPlan(name, known: snapshot.documents.of(DeploymentPlan.self).map(\.name))
        }
        let units = try SystemUnit.names(in: snapshot).map { try SystemUnit($0, in: snapshot) }
        guard let unit = units.first(where: { $0.package.plan.name?.value == name }) ?? units.first else {
            throw ReleaseError.noSystems
        }
        let history = try PlanHistory(of: plan, at: commit, in: basis.repository)
        let policy = basis.pinnedPolicy(in: snapshot, root: basis.trust.root)
        let verdict = try PlanApprovals(
            basis, trust: basis.trust, history: history, considered: basis.statements.all, policy: policy, unit: unit,
            tier: PlanApprovals.tier(of: plan, in: snapshot), time: basis.repository.now, tips: [commit]
        ).judge(history.state(of: plan, version: version, at: commit))
        self.name = name
        self.version = version
        self.commit = commit
        systems = verdict.systems
        subject = verdict.subject
        changeClass = verdict.changeClass
        requirement = verdict.requirement.label
        statements = verdict.statements
        contributors = verdict.contributors
        lastApproved = verdict.lastApproved
        missing = verdict.missing.map { approval in
            ReleaseEvaluation.Missing(
                what: "\(approval.role) × \(approval.count)",
                command: approval.eligible.isEmpty
                    ? QuorumUnmet.addPerson : "imprimatur approve plan \(name) --role \(approval.role)",
                who: approval.eligible)
        }
        var reasons = VerdictReasons(refusals: verdict.refusals)
        reasons.addUndecidedSignatures(verdict.statements, quorumMet: verdict.quorum?.isSatisfied == true)
        if verdict.requirement.quorum != nil, verdict.quorum == nil { reasons.addUndecidableQuorum() }
        refusals = reasons.refusals
        undecided = reasons.undecided + (basis.trust.pin == nil ? [.unpinned] : [])
    }
}
