import Approvals
import Materiality
import PlanModel

/// A system in two trees with what changed in it: all of a comparison that needs no history, so that several systems can
/// be compared at once.
struct SystemStep: Sendable {
    let system: String
    /// Nil where the base does not have the system; `after` likewise.
    let before: SystemUnit?
    let after: SystemUnit?
    /// The rules come from what was there before the change, where there was something.
    let policy: (policy: MaterialityPolicy, sha256: String)?
    /// Nil unless both trees have the system.
    let comparison: Comparison?

    init(_ system: String, from base: Snapshot, to head: Snapshot) throws {
        self.system = system
        before = SystemUnit.names(in: base).contains(system) ? try SystemUnit(system, in: base) : nil
        after = SystemUnit.names(in: head).contains(system) ? try SystemUnit(system, in: head) : nil
        policy = Self.policy(of: base) ?? Self.policy(of: head)
        if let before, let after {
            comparison = MaterialityEngine.compare(
                base: before.release, head: after.release, policy: policy?.policy)
        } else {
            comparison = nil
        }
    }

    /// The policy that the newest trust root of a tree pins. Whether that root is valid is not asked: a comparison is no
    /// verdict.
    static func policy(of snapshot: Snapshot) -> (policy: MaterialityPolicy, sha256: String)? {
        snapshot.documents.trustRoots.last.flatMap { PolicyRequirement.pinnedPolicy(in: snapshot, root: $0) }
    }
}
