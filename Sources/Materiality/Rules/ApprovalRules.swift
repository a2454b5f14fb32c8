import ComponentFormats
import SourceText
import YAMLDocuments

/// Who has to say yes before a release goes out: the trust root and the materiality policy that it pins.
enum ApprovalRules: SettingRules {
    static let quorumLowered = ChangeRule(
        "approval/quorum-lowered", .critical, .loosened, mirror: "approval/quorum-raised",
        "Approvals suffice that did not suffice before.")
    static let quorumRaised = ChangeRule(
        "approval/quorum-raised", .minor, .tightened, mirror: "approval/quorum-lowered", "More approvals are needed.")
    static let roleRemoved = ChangeRule(
        "approval/role-removed", .critical, .loosened, mirror: "approval/role-added",
        "A role no longer has to approve, or does not exist any more.")
    static let roleAdded = ChangeRule(
        "approval/role-added", .minor, .tightened, mirror: "approval/role-removed",
        "A further role has to approve, or exists.")
    static let gateRemoved = ChangeRule(
        "approval/gate-removed", .critical, .loosened, mirror: "approval/gate-added",
        "A release of some class no longer needs evidence of a gate.")
    static let gateAdded = ChangeRule(
        "approval/gate-added", .minor, .tightened, mirror: "approval/gate-removed",
        "A release of some class needs evidence of a further gate.")
    static let dutiesJoined = ChangeRule(
        "approval/duties-joined", .critical, .loosened, mirror: "approval/duties-separated",
        "One person may fill two roles that were kept apart.")
    static let dutiesSeparated = ChangeRule(
        "approval/duties-separated", .minor, .tightened, mirror: "approval/duties-joined",
        "Two roles are kept apart that one person could fill.")
    static let vetoRemoved = ChangeRule(
        "approval/veto-removed", .critical, .loosened, mirror: "approval/veto-added",
        "The no of a role no longer stops a system.")
    static let vetoAdded = ChangeRule(
        "approval/veto-added", .minor, .tightened, mirror: "approval/veto-removed", "The no of a role stops a system.")
    static let safeguardOff = ChangeRule(
        "approval/safeguard-off", .critical, .loosened, mirror: "approval/safeguard-on",
        "A switch of the approval engine is set to the laxer side: solo work, several roles for one person, the signer approves, approval only at release."
    )
    static let safeguardOn = ChangeRule(
        "approval/safeguard-on", .minor, .tightened, mirror: "approval/safeguard-off",
        "A switch of the approval engine is set to the stricter side.")
    static let authorityGranted = ChangeRule(
        "approval/authority-granted", .material, .loosened, mirror: "approval/authority-withdrawn",
        "A person, role or key may approve that could not, or for more systems.")
    static let authorityWithdrawn = ChangeRule(
        "approval/authority-withdrawn", .minor, .tightened, mirror: "approval/authority-granted",
        "A person, role or key may no longer approve, or for fewer systems.")
    static let classLowered = ChangeRule(
        "approval/class-lowered", .critical, .loosened, mirror: "approval/class-raised",
        "Some changes count for less than they did, so that releases take less.")
    static let classRaised = ChangeRule(
        "approval/class-raised", .minor, .tightened, mirror: "approval/class-lowered",
        "Some changes count for more than they did.")
    static let metadataOnly = ChangeRule(
        "approval/metadata-only", .none, noMirror: "Nothing that counts changes.", "Words for people: names, labels.")
    static let changed = ChangeRule(
        "approval/changed", .material, noMirror: "The direction is unknown.", isFallback: true,
        "Something else about who approves changed."
    )
    .or(.critical, when: "the trust root is gone")

    static let rules = [
        quorumLowered, quorumRaised, roleRemoved, roleAdded, gateRemoved, gateAdded, dutiesJoined, dutiesSeparated,
        vetoRemoved, vetoAdded, safeguardOff, safeguardOn, authorityGranted, authorityWithdrawn, classLowered,
        classRaised, metadataOnly, changed,
    ]

    static func claim(_ edit: SettingEdit, in context: ComparisonContext) -> Claim? {
        guard edit.subject.category == .approvals else { return nil }
        switch edit.meaning {
        case .quorum: return QuorumClaims.claim(edit)
        case .requiredGate:
            return directed(
                edit, gateAdded, gateRemoved, added: "Releases need evidence of",
                removed: "Releases no longer need evidence of")
        case .approvalRole:
            return directed(
                edit, roleAdded, roleRemoved, added: "There is a further role:", removed: "There is no longer a role")
        case .vetoRole:
            return directed(
                edit, vetoAdded, vetoRemoved, added: "A system is stopped by the no of",
                removed: "A system is no longer stopped by the no of")
        case .protectedBranch:
            return directed(
                edit, changed, safeguardOff, added: "A further branch is protected:",
                removed: "A branch is no longer protected:")
        case .duties: return TrustRootClaims.duties(edit)
        case .approvalSwitch: return TrustRootClaims.safeguard(edit)
        case .principal, .principalKey: return TrustRootClaims.principal(edit)
        case .grant: return TrustRootClaims.grant(edit)
        case .keyProtection: return TrustRootClaims.keyProtection(edit)
        case .revocation:
            return directed(
                edit, authorityWithdrawn, authorityGranted, added: "This key no longer counts:",
                removed: "This key counts again:")
        case .defaultClass: return PolicyClaims.defaultClass(edit)
        case .classOverride: return PolicyClaims.override(edit)
        case .cumulativeLimit: return PolicyClaims.cumulative(edit)
        case .predetermined:
            return Claim(changed, "Changes that were assessed beforehand are others: \(edit.name).")
        case .matrixRow: return PolicyClaims.row(edit)
        case .note: return Claim(metadataOnly, "Words for people changed: \(edit.step).")
        default: return nil
        }
    }

    static func fallback(_ edit: SettingEdit) -> Claim? {
        edit.subject.category == .approvals ? Claim(changed, "Who approves is said differently: \(edit.step).") : nil
    }

    /// An entry of a list that came or went; another order says nothing.
    private static func directed(
        _ edit: SettingEdit, _ addRule: ChangeRule, _ removeRule: ChangeRule, added: String, removed: String
    ) -> Claim? {
        let node = edit.old ?? edit.new
        let isList = node?.kind == .sequence
        if isList, node?.count == 0 {
            return Claim(metadataOnly, "An empty list came or went, which says nothing: \(edit.name).")
        }
        let what = isList ? node.map(NodeText.describe) ?? "" : edit.path.innermostItem ?? edit.name
        switch edit.action {
        case .add: return Claim(addRule, "\(added) \(what)\(edit.row).")
        case .remove: return Claim(removeRule, "\(removed) \(what)\(edit.row).")
        case .move:
            return Claim(metadataOnly, "The entries of \(edit.name) are in another order, which says nothing.")
        default: return nil
        }
    }
}

extension SettingEdit {
    /// ` for tier medium × critical`, for values of a row of the matrix.
    var row: String {
        guard path.steps.count > 3, path.steps[1] == .key("matrix"), case .item(let row) = path.steps[2] else {
            return ""
        }
        return " for tier \(row)"
    }
}
