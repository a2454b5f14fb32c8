import ComponentFormats
import PlanModel
import YAMLDocuments

/// Whether a quorum became easier or harder to fill. Decided exactly: lowered means that some approvals fill the new one
/// and not the old one, while everything that filled the old one fills the new one.
enum QuorumClaims {
    static func claim(_ edit: SettingEdit) -> Claim {
        let step =
            edit.path.steps.contains(.key("changeThreshold"))
            ? "a new version of the trust root takes \(describe(edit.new)) instead of \(describe(edit.old))"
            : "a release\(edit.row) takes \(describe(edit.new)) instead of \(describe(edit.old))"
        guard let old = edit.old.flatMap({ Quorum($0) }), let new = edit.new.flatMap({ Quorum($0) }),
            let isAsStrict = new.implies(old), let wasAsStrict = old.implies(new)
        else { return Claim(ApprovalRules.changed, "What has to be approved cannot be compared: \(step).") }
        switch (isAsStrict, wasAsStrict) {
        case (true, true):
            return Claim(ApprovalRules.metadataOnly, "The same approvals are written differently: \(step).")
        case (false, true):
            if let role = old.roles.subtracting(new.roles).min() {
                return Claim(ApprovalRules.roleRemoved, "The role \(role) no longer has to approve: \(step).")
            }
            return Claim(ApprovalRules.quorumLowered, "Fewer approvals suffice: \(step).")
        case (true, false):
            if let role = new.roles.subtracting(old.roles).min() {
                return Claim(ApprovalRules.roleAdded, "The role \(role) has to approve too: \(step).")
            }
            return Claim(ApprovalRules.quorumRaised, "More approvals are needed: \(step).")
        case (false, false): return Claim(ApprovalRules.changed, "Others have to approve: \(step).")
        }
    }

    private static func describe(_ node: YAMLNode?) -> String {
        guard let node else { return "no stated approvals" }
        return Quorum(node).map(describe) ?? NodeText.describe(node)
    }

    private static func describe(_ quorum: Quorum) -> String {
        switch quorum {
        case .role(let role, let count): "\(role) \u{D7} \(count)"
        case .all(let parts): parts.isEmpty ? "no approval" : parts.map(describe).joined(separator: " and ")
        case .any(let parts): "(" + parts.map(describe).joined(separator: " or ") + ")"
        case .atLeast(let count, let parts): "\(count) of (" + parts.map(describe).joined(separator: ", ") + ")"
        }
    }
}
