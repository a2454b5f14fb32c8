import PlanModel
import SourceText

/// The documents that say who approves, where one side has none that counts: they cannot be compared, which must not look
/// like no change.
extension ChangeCollector {
    mutating func addMissingGovernance() {
        let (old, new) = (context.base.governance, context.head.governance)
        switch (old, new) {
        case (let old?, nil):
            let root = old.root
            add(
                Claim(
                    ApprovalRules.changed, .critical,
                    "The trust root is gone: nothing in the tree says any more who may approve."),
                root.name, ChangeSide(root.name, at: root.envelope.location), nil)
        case (nil, let new?):
            let root = new.root
            add(
                Claim(ApprovalRules.changed, "A trust root is new: there was none that said who may approve."),
                root.name, nil, ChangeSide(root.name, at: root.envelope.location))
        case (let old?, let new?): addMissingPolicy(old, new)
        case (nil, nil): break
        }
    }

    private mutating func addMissingPolicy(_ old: GovernanceDocuments, _ new: GovernanceDocuments) {
        if let policy = old.policy, new.policy == nil {
            let side = ChangeSide(policy.name, at: policy.envelope.location)
            add(
                Claim(ApprovalRules.changed, "\(Self.reason(new)): the policy before it no longer counts."),
                policy.name,
                side, new.unpinnedPolicy.map { ChangeSide("not pinned", at: $0.envelope.location) })
        } else if let policy = new.policy, old.policy == nil {
            add(
                Claim(
                    ApprovalRules.changed, "A materiality policy counts where none did. Before it: \(Self.reason(old))."
                ),
                policy.name, old.unpinnedPolicy.map { ChangeSide("not pinned", at: $0.envelope.location) },
                ChangeSide(policy.name, at: policy.envelope.location))
        }
    }

    /// Why no policy counts.
    private static func reason(_ governance: GovernanceDocuments) -> String {
        if let pin = governance.root.policies.first {
            guard let policy = governance.unpinnedPolicy, policy.envelope.source.path == pin.path.value else {
                return "The trust root pins \(pin.path.value), which the tree does not have"
            }
            return "The trust root pins other bytes of \(pin.path.value) than the tree has"
        }
        return "The trust root pins no policy"
    }

    private mutating func add(_ claim: Claim, _ name: String, _ old: ChangeSide?, _ new: ChangeSide?) {
        add(
            Change(
                claim, Subject(category: .approvals, id: name), field: nil, path: (new ?? old)?.location.path ?? "",
                action: old == nil ? .add : new == nil ? .remove : .change, old: old, new: new))
    }
}
