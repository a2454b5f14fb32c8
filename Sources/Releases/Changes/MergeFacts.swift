import Approvals
import Materiality
import PlanModel
import PlanRules
import SourceText

extension ProposedMerge {
    /// What a merge changes, against its target.
    ///
    /// - Parameters:
    ///   - root: the trust root of the target, whose policy weighs the changes.
    ///   - proposal: what the merge does to the trust root.
    init(_ merged: Snapshot, into target: Snapshot, root: TrustRoot, proposal: TrustProposal) throws {
        let policy = PolicyRequirement.pinnedPolicy(in: target, root: root)?.policy
        let known = SystemUnit.names(in: target)
        var changes: [ProposedChange] = []
        for system in SystemUnit.names(in: merged)
        where try !SystemUnit.isUnchanged(system, from: target, to: merged) {
            let unit = try SystemUnit(system, in: merged)
            let before = known.contains(system) ? try SystemUnit(system, in: target) : nil
            let comparison = before.map {
                MaterialityEngine.compare(base: $0.release, head: unit.release, policy: policy)
            }
            changes.append(
                try ProposedChange(
                    of: unit, in: merged, since: before.map { ($0, target, target.label) }, comparison: comparison))
        }
        self.init(
            changes: changes, changedPolicies: Self.changedPolicies(target, merged),
            unclaimedFiles: try UnclaimedFiles(in: merged).find(since: target),
            unsignedTrustRoots: Self.unsignedTrustRoots(proposal))
    }

    private static func unsignedTrustRoots(_ proposal: TrustProposal) -> [UnsignedTrustRoot] {
        proposal.unsigned.map { version, failure in
            UnsignedTrustRoot(
                location: version.version?.root.version?.location ?? .file(path: version.path),
                message: failure.message, mend: failure.mend)
        }
    }

    /// Places of the policies that are not as they were. The first policy of a repository changes none.
    private static func changedPolicies(_ target: Snapshot, _ merged: Snapshot) -> [Location] {
        let before = target.documents.of(MaterialityPolicy.self).map(\.envelope)
        let after = merged.documents.of(MaterialityPolicy.self).map(\.envelope)
        guard !before.isEmpty else { return [] }
        let edited = after.filter { policy in
            !before.contains { $0.source.path == policy.source.path && $0.source.bytes == policy.source.bytes }
        }
        let gone = before.map(\.source.path).filter { path in !after.contains { $0.source.path == path } }
        return edited.map(\.location) + gone.map { .file(path: $0) }
    }
}
