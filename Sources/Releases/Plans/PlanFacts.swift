import Approvals
import GitObjects
import PackageContents
import PlanModel
import PlanRules
import SourceText

/// What the rules about plans want to know of the plan that a package pins.
struct PlanFacts {
    private let approvals: PlanApprovals
    private let history: PlanHistory
    private let snapshot: Snapshot

    init(_ approvals: PlanApprovals, history: PlanHistory, in snapshot: Snapshot) {
        self.approvals = approvals
        self.history = history
        self.snapshot = snapshot
    }

    func facts(
        about plan: DeploymentPlan, pinnedBy package: ReleasePackage, at tip: ObjectID, time: Timestamp,
        trust: TrustState, considered: [FoundStatement]
    ) throws -> (verdict: PlanApprovals.Verdict?, facts: ReleaseCircumstances.PlanApproval?) {
        guard let version = plan.version?.value, let pin = package.plan.version else { return (nil, nil) }
        let state = history.state(of: plan, version: version, at: tip)
        let verdict = try approvals.judge(state)
        let facts = ReleaseCircumstances.PlanApproval(
            name: plan.name, version: version, pin: pin.location, requirement: verdict.requirement.label,
            missing: verdict.missing, lastApproved: verdict.lastApproved,
            approvedSHA256: approvedElsewhere(
                plan, version: version, not: state.sha256, trust: trust, considered: considered),
            sha256: state.sha256, effective: try effective(above: version, at: time))
        return (verdict, facts)
    }

    /// Digest of another text that somebody approved under the same version.
    private func approvedElsewhere(
        _ plan: DeploymentPlan, version: Int, not sha256: String, trust: TrustState, considered: [FoundStatement]
    ) -> String? {
        for found in considered {
            guard let statement = found.statement, statement.decision == .approve, statement.subjects.count == 1,
                case .plan(plan.name, String(version), let other)? = statement.subjects.first, other != sha256,
                Signer.ofApproval(found, trust: trust).reasons.isEmpty
            else { continue }
            return other
        }
        return nil
    }

    /// The highest approved version above the pinned one whose time has come.
    private func effective(above version: Int, at time: Timestamp) throws -> (version: Int, since: String?)? {
        let later = history.states.filter { $0.version > version }.sorted { $0.version > $1.version }
        for state in later {
            let since = state.plan.effectiveFrom
            if let since, since.value > time { continue }
            if try approvals.judge(state).isApproved { return (state.version, since?.value.rfc3339) }
        }
        return nil
    }
}
