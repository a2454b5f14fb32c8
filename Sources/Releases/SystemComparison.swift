package import Approvals
package import Materiality
package import PlanModel
import PlanRules

/// What changed in one system between two trees, and what a release of that would take.
package struct SystemComparison: Sendable {
    package let system: String
    package let baseVersion: String?
    package let headVersion: String?
    /// Nil when the head no longer has the system.
    package let changeClass: ChangeClass?
    /// Nil when one of the trees does not have the system.
    package let comparison: Comparison?
    package let gates: [String]
    /// Roles with counts, such as `risk-approver × 1`.
    package let approvals: [String]

    package init(_ system: String, from base: Snapshot, to head: Snapshot) throws {
        let before = SystemUnit.names(in: base).contains(system) ? try SystemUnit(system, in: base) : nil
        let after = SystemUnit.names(in: head).contains(system) ? try SystemUnit(system, in: head) : nil
        self.system = system
        baseVersion = before?.package.version?.value.description
        headVersion = after?.package.version?.value.description

        // The rules come from what was there before the change, where there was something.
        let policy = Self.policy(of: base) ?? Self.policy(of: head)
        guard let after else {
            changeClass = nil
            comparison = nil
            gates = []
            approvals = []
            return
        }
        if let before {
            let result = MaterialityEngine.compare(base: before.release, head: after.release, policy: policy?.policy)
            comparison = result
            changeClass = .ordered(result.changeClass)
        } else {
            comparison = nil
            changeClass = .initial
        }
        let requirement = PolicyRequirement(
            policy: policy, plan: after.release.plan, tier: max(after.tier, before?.tier ?? .low),
            changeClass: changeClass ?? .initial)
        gates = requirement.gates.map(\.name)
        approvals =
            requirement.quorum?.evaluate(approvals: [], onePersonOneRole: true)?.missing.map {
                "\($0.role) × \($0.count)"
            } ?? []
    }

    private static func policy(of snapshot: Snapshot) -> (policy: MaterialityPolicy, sha256: String)? {
        snapshot.documents.of(TrustRoot.self).first.flatMap { PolicyRequirement.pinnedPolicy(in: snapshot, root: $0) }
    }
}
