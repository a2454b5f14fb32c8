import ComponentFormats
import PlanModel
import SourceText
import YAMLDocuments

/// Compares the trust roots and the policies that rule both sides, field by field.
enum GovernanceComparison {
    static func edits(_ context: ComparisonContext) -> [SettingEdit] {
        guard let old = context.base.governance, let new = context.head.governance else { return [] }
        let root = edits(from: old.root.envelope, to: new.root.envelope, GovernanceVocabularies.root, new.root.name)
        guard let before = old.policy, let after = new.policy else { return root }
        let matrix = FieldPath([.key("spec"), .key("matrix")])
        let policy = edits(from: before.envelope, to: after.envelope, GovernanceVocabularies.policy, after.name)
            .filter { !$0.path.steps.starts(with: matrix.steps) }
        return root + policy + rows(from: before, to: after, at: matrix)
    }

    private static func edits(
        from old: Envelope, to new: Envelope, _ vocabulary: SettingVocabulary, _ name: String
    ) -> [SettingEdit] {
        guard old.source.bytes != new.source.bytes else { return [] }
        return StructureDiff.edits(from: old.document.root, to: new.document.root, vocabulary).map { edit in
            SettingEdit(
                subject: Subject(category: .approvals, id: name), format: nil, difference: edit, oldSource: old.source,
                newSource: new.source)
        }
    }

    /// Rows are told apart by tier and class together.
    private static func rows(
        from old: MaterialityPolicy, to new: MaterialityPolicy, at matrix: FieldPath
    ) -> [SettingEdit] {
        let (before, after) = (byTierAndClass(old), byTierAndClass(new))
        let names = before.map(\.name) + after.map(\.name).filter { name in !before.contains { $0.name == name } }
        return names.flatMap { name in
            StructureDiff.edits(
                from: before.first { $0.name == name }?.node, to: after.first { $0.name == name }?.node,
                at: matrix.appending(.item(name)), GovernanceVocabularies.policy
            ).map { edit in
                SettingEdit(
                    subject: Subject(category: .approvals, id: new.name), format: nil, difference: edit,
                    oldSource: old.envelope.source, newSource: new.envelope.source)
            }
        }
    }

    private static func byTierAndClass(_ policy: MaterialityPolicy) -> [(name: String, node: YAMLNode)] {
        var uses: [String: Int] = [:]
        return policy.matrix.compactMap { row in
            guard let node = row.fields.node else { return nil }
            let name = "\(row.fields.text("tier")?.value ?? "?") \u{D7} \(row.changeClass?.value ?? "?")"
            let turn = uses[name, default: 0] + 1
            uses[name] = turn
            return (turn == 1 ? name : "\(name)#\(turn)", node)
        }
    }
}

/// What the fields of the trust root and the policy decide.
enum GovernanceVocabularies {
    static let root = SettingVocabulary(
        identityKeys: ["id", "name", "fingerprint", "role", "system", "path"], sharedKeys: ["role"],
        DocumentVocabularies.notes + derived(["version", "previous", "releaseHeads", "voidReleases", "policies"]) + [
            .init("/spec.approvals.requiredAt", .approvalSwitch),
            .init("/spec.approvals.releaseSignerMayApprove", .approvalSwitch),
            .init("/spec.approvals.allowMultiRole", .approvalSwitch),
            .init("/spec.approvals.soloAllowed", .approvalSwitch),
            .init("/spec.approvals.forgeAttribution", .approvalSwitch),
            .init("/spec.changeThreshold", .quorum, isWhole: true),
            .init("/spec.separationOfDuties", .duties, isWhole: true),
            .init("/spec.principals[].keys[].requireUserPresence", .keyProtection),
            .init("/spec.principals[].keys[].requireUserVerification", .keyProtection),
            .init("/spec.principals[].name", .note),
        ]
            + listed("protectedBranches", .protectedBranch) + listed("approvals.vetoRoles", .vetoRole)
            + listed("roles", .approvalRole)
            + listed("principals", .principal) + listed("principals[].roles", .grant, isWhole: true)
            + listed("principals[].keys", .principalKey) + listed("revokedKeys", .revocation)
            + listed("delegations", .grant, isWhole: true))

    static let policy = SettingVocabulary(
        identityKeys: ["id", "path", "component", "name"], sharedKeys: ["id", "path", "component"],
        DocumentVocabularies.notes + derived(["classes", "tiers"]) + [
            .init("/spec.default", .defaultClass),
            .init("/spec.matrix[]", .matrixRow),
            .init("/spec.matrix[].approvals", .quorum, isWhole: true),
            .init("/spec.cumulative", .cumulativeLimit),
            .init("/spec.cumulative.maxMinor", .cumulativeLimit),
            .init("/spec.cumulative.maxAge", .cumulativeLimit),
            .init("/spec.cumulative.escalateTo", .defaultClass),
        ]
            + listed("rules", .classOverride, isWhole: true) + listed("matrix[].gates", .requiredGate)
            + listed("predeterminedChanges", .predetermined, isWhole: true))

    private static func listed(
        _ path: String, _ meaning: SettingMeaning, isWhole: Bool = false
    ) -> [SettingVocabulary.Row] { DocumentVocabularies.listed(path, meaning, isWhole: isWhole) }

    private static func derived(_ fields: [String]) -> [SettingVocabulary.Row] {
        fields.flatMap { [.init("/spec.\($0)", .derived), .init("/spec.\($0).**", .derived)] }
    }
}

extension SettingMeaning {
    static let approvalSwitch: SettingMeaning = "approval.switch"
    static let protectedBranch: SettingMeaning = "approval.protected-branch"
    static let vetoRole: SettingMeaning = "approval.veto-role"
    static let quorum: SettingMeaning = "approval.quorum"
    static let approvalRole: SettingMeaning = "approval.role"
    static let duties: SettingMeaning = "approval.duties"
    static let principal: SettingMeaning = "approval.principal"
    static let grant: SettingMeaning = "approval.grant"
    static let principalKey: SettingMeaning = "approval.key"
    static let keyProtection: SettingMeaning = "approval.key-protection"
    static let revocation: SettingMeaning = "approval.revocation"
    static let defaultClass: SettingMeaning = "approval.default-class"
    static let classOverride: SettingMeaning = "approval.class-override"
    static let matrixRow: SettingMeaning = "approval.matrix-row"
    static let requiredGate: SettingMeaning = "approval.gate"
    static let cumulativeLimit: SettingMeaning = "approval.cumulative-limit"
    static let predetermined: SettingMeaning = "approval.predetermined"
}
