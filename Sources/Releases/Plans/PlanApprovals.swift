import Approvals
import GitObjects
import Materiality
import PackageContents
import PlanModel
import PlanRules
import SourceText

/// Judges whether versions of a plan are approved: by statements whose sole subject is that plan, as many as the
/// policy's row asks for the highest tier that the plan serves and for how much the plan itself changed.
struct PlanApprovals {
    /// What was found out about one text of a plan.
    struct Verdict {
        let subject: Statement.Subject
        let version: Int
        let sha256: String
        /// The highest of the systems that the plan applies to.
        let tier: RiskTier
        let changeClass: ChangeClass
        let requirement: PolicyRequirement
        let statements: [JudgedStatement]
        let contributors: Contributors
        /// Systems that a role has to cover.
        let systems: [String]
        /// Nil where the policy has no row, or one that cannot be decided.
        let quorum: QuorumResult?
        let missing: [ReleaseCandidate.MissingApproval]
        let lastApproved: Int?

        var isApproved: Bool { quorum?.isSatisfied == true && refusals.isEmpty }

        /// What stands in the way beside missing approvals: of a change of this weight its author must be known, or the
        /// author could be one of those who approved it.
        var refusals: [ReleaseEvaluation.Reason] {
            guard tier == .high || changeClass.isAtLeastMaterial else { return requirement.refusals }
            return requirement.refusals + [ReleaseEvaluation.Reason(unattributable: contributors)].compactMap { $0 }
        }
    }

    private let basis: JudgementBasis
    private let trust: TrustState
    private let history: PlanHistory
    private let considered: [FoundStatement]
    private let policy: (policy: MaterialityPolicy, sha256: String)?
    private let unit: SystemUnit
    private let tier: RiskTier
    private let time: Timestamp
    private let tips: [ObjectID]
    /// Each text is judged against the ones before it, which are judged against those before them: once each, or the
    /// work would double with every version that nobody approved.
    private let known = Memory()

    private final class Memory { var verdicts: [String: Verdict] = [:] }

    /// - Parameters:
    ///   - history: of the plan, from what is judged back.
    ///   - considered: the statements that may count.
    ///   - unit: a system that follows the plan.
    ///   - tier: the highest of the systems that the plan applies to.
    init(
        _ basis: JudgementBasis, trust: TrustState, history: PlanHistory, considered: [FoundStatement],
        policy: (policy: MaterialityPolicy, sha256: String)?, unit: SystemUnit, tier: RiskTier, time: Timestamp,
        tips: [ObjectID]
    ) {
        self.basis = basis
        self.trust = trust
        self.history = history
        self.considered = considered
        self.policy = policy
        self.unit = unit
        self.tier = tier
        self.time = time
        self.tips = tips
    }

    /// The highest tier among the systems that a plan applies to; one that is not described counts as high.
    static func tier(of plan: DeploymentPlan, in snapshot: Snapshot) -> RiskTier {
        let systems = snapshot.documents.of(AISystem.self)
        guard !plan.appliesTo.isEmpty else { return systems.map { $0.riskTier?.value ?? .high }.max() ?? .high }
        return plan.appliesTo.map { reference in
            systems.first { $0.name == reference.value.name }?.riskTier?.value ?? .high
        }.max() ?? .high
    }

    func judge(_ state: PlanHistory.State) throws -> Verdict {
        if let verdict = known.verdicts[state.sha256] { return verdict }
        let verdict = try judgeAnew(state)
        known.verdicts[state.sha256] = verdict
        return verdict
    }

    private func judgeAnew(_ state: PlanHistory.State) throws -> Verdict {
        let base = try lastApproved(before: state.version)
        let changeClass = base.map { ChangeClass.ordered(changes(from: $0.plan, to: state.plan)) } ?? .initial
        let requirement = PolicyRequirement(policy: policy, plan: nil, tier: tier, changeClass: changeClass)
        let subject = Statement.Subject.plan(
            name: state.plan.name, version: String(state.version), sha256: state.sha256)
        let scope = state.plan.appliesTo.map(\.value.name)
        let systems = scope.isEmpty ? [unit.system.name] : scope
        let contributors = try basis.contributors(
            to: [state.plan.envelope.source.path], from: base.map { [$0.commit] } ?? [], to: tips,
            system: unit.system.name, trust: trust)
        let judge = StatementJudge(
            trust: trust,
            case: StatementJudge.Case(
                subject: subject, systems: systems, changeClass: changeClass,
                contributors: contributors, now: time),
            considering: considered, in: basis.statements)
        let judged = considered.filter { $0.statement != nil }.compactMap(judge.judge)
        let approvals = CountedApprovals(judged, trust: trust)
        let people = EligiblePeople(
            approvals: approvals.seats, contributors: contributors, signer: nil, trust: trust, systems: systems)
        let quorum = requirement.quorum.flatMap { approvals.evaluate($0, people: people) }
        return Verdict(
            subject: subject, version: state.version, sha256: state.sha256, tier: tier, changeClass: changeClass,
            requirement: requirement, statements: judged, contributors: contributors,
            systems: systems, quorum: quorum, missing: MissingApprovals(quorum: quorum, people: people).approvals,
            lastApproved: base?.version)
    }

    /// The newest approved text of a lower version. A version that nobody approved is no base: otherwise a large change
    /// could be laid down unapproved, and a small one after it be approved as small.
    private func lastApproved(before version: Int) throws -> PlanHistory.State? {
        let earlier = history.states.filter { $0.version < version }.sorted { $0.version > $1.version }
        return try earlier.first { try judge($0).isApproved }
    }

    /// How much the plan itself changed: the rest of the system is the same on both sides.
    private func changes(from old: DeploymentPlan, to new: DeploymentPlan) -> MaterialityClass {
        let closure = unit.release.closure
        return MaterialityEngine.compare(
            base: ReleaseUnit(closure: closure, plan: old), head: ReleaseUnit(closure: closure, plan: new),
            policy: policy?.policy
        ).changeClass
    }
}
