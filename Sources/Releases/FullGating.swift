import Approvals
import Materiality
import PlanModel
import PlanRules

/// Whether a release was asked for the gates and approvals of a material change or more, and has them.
struct FullGating {
    let policy: (policy: MaterialityPolicy, sha256: String)?
    let plan: DeploymentPlan?
    let tier: RiskTier
    /// The approvals that count.
    let approvals: [(role: String, principal: String)]
    let onePersonOneRole: Bool

    /// - Parameter isPredetermined: whether the gates of a predetermined change took the place of the class's.
    func isMet(by candidate: ReleaseCandidate?, changeClass: ChangeClass, isPredetermined: Bool) -> Bool {
        guard let candidate, !isPredetermined else { return false }
        switch changeClass {
        case .ordered(let level): return level >= .material && !candidate.isShortOfRequirement
        case .initial:
            // The row of a first release may ask for less than that of a material change, as in tier low.
            let material = PolicyRequirement(policy: policy, plan: plan, tier: tier, changeClass: .ordered(.material))
            let quorum = material.quorum?.evaluate(approvals: approvals, onePersonOneRole: onePersonOneRole)
            return material.refusals.isEmpty && quorum?.isSatisfied == true
                && material.gates.allSatisfy { candidate.hasPassed($0.name) }
        }
    }
}
