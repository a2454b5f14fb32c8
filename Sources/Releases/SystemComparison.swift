package import Approvals
package import Materiality
package import PlanModel
import PlanRules
import SourceText

/// What changed in one system between two trees, and what a release of that would take.
package struct SystemComparison: Sendable {
    package let system: String
    package let baseVersion: String?
    package let headVersion: String?
    /// Nil when the head no longer has the system.
    package let changeClass: ChangeClass?
    /// Nil when one of the trees does not have the system.
    package let comparison: Comparison?
    /// The sum of changes since the last fully gated release. Nil where there is nothing to sum up.
    package let cumulative: CumulativeVerdict?
    /// Why the releases before could not be looked at, so that there is no sum. Nil when they could, or nobody asked.
    package let whyNoSum: (any Error)?
    package let gates: [String]
    /// Roles with counts, such as `risk-approver × 1`.
    package let approvals: [String]

    /// - Parameter releases: those that lie behind the head; nil when the sum of changes is not asked for.
    package init(
        _ system: String, from base: Snapshot, to head: Snapshot, behind releases: ReleasesBehind? = nil
    ) throws {
        try self.init(SystemStep(system, from: base, to: head), behind: releases)
    }

    init(_ step: SystemStep, behind releases: ReleasesBehind? = nil) throws {
        let (before, policy) = (step.before, step.policy)
        system = step.system
        baseVersion = before?.package.version?.value.description
        headVersion = step.after?.package.version?.value.description
        comparison = step.comparison
        guard let after = step.after else {
            changeClass = nil
            cumulative = nil
            whyNoSum = nil
            gates = []
            approvals = []
            return
        }
        if let result = step.comparison {
            let sum = Result {
                try policy.flatMap { try releases?.sum(of: result, to: after, policy: $0.policy) }
            }
            switch sum {
            case .success(let verdict): (cumulative, whyNoSum) = (verdict, nil)
            case .failure(let error): (cumulative, whyNoSum) = (nil, error)
            }
            changeClass = .ordered(cumulative?.changeClass ?? result.changeClass)
        } else {
            cumulative = nil
            whyNoSum = nil
            changeClass = .initial
        }
        let requirement = PolicyRequirement(
            policy: policy, plan: after.release.plan, tier: max(after.tier, before?.tier ?? .low),
            changeClass: changeClass ?? .initial)
        gates = requirement.gates.map(\.name)
        approvals = requirement.approvals
    }

    /// A system whose files are there and that nothing describes any more: as critical as anything can be.
    init(lost unit: SystemUnit, in base: Snapshot, at location: Location, because reason: String) throws {
        system = unit.system.name
        baseVersion = unit.package.version?.value.description
        headVersion = nil
        let result = MaterialityEngine.lost(unit.release, at: location, because: reason)
        comparison = result
        changeClass = .ordered(result.changeClass)
        cumulative = nil
        whyNoSum = nil
        let requirement = PolicyRequirement(
            policy: SystemStep.policy(of: base), plan: unit.release.plan, tier: unit.tier,
            changeClass: .ordered(result.changeClass))
        gates = requirement.gates.map(\.name)
        approvals = requirement.approvals
    }
}

extension PolicyRequirement {
    /// What it takes where nobody has approved yet: roles with counts.
    fileprivate var approvals: [String] {
        let missing = quorum?.evaluate(approvals: [], onePersonOneRole: true)?.missing ?? []
        return missing.map { "\($0.role) × \($0.count)" }
    }
}
