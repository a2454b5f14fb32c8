package import PlanModel
import SourceText

/// What one version of the trust root changes against another, in words: for whoever has to sign it.
package enum TrustRootChanges {
    /// One sentence for each change, without a final full stop, people first. Empty when nothing changes but the version
    /// itself and its checkpoints.
    package static func sentences(from old: TrustRoot, to new: TrustRoot) -> [String] {
        people(old, new) + settings(old, new)
    }

    private static func people(_ old: TrustRoot, _ new: TrustRoot) -> [String] {
        let ids = old.principals.map(\.id) + new.principals.map(\.id)
        var seen: Set<String> = []
        return ids.filter { seen.insert($0).inserted }.flatMap { id -> [String] in
            let before = old.principals.first { $0.id == id }
            let after = new.principals.first { $0.id == id }
            guard let after else { return ["\(id) leaves"] }
            var lines: [String] = []
            if let before {
                if before.kind != after.kind { lines.append("\(id) becomes a \(after.kind.rawValue)") }
            } else {
                lines.append("\(id) joins as a \(after.kind.rawValue)")
            }
            lines += difference(before?.roles.map(\.words) ?? [], after.roles.map(\.words)).map { change in
                change.isAdded ? "\(id) gets the role \(change.item)" : "\(id) loses the role \(change.item)"
            }
            lines += difference(before?.fingerprints ?? [], after.fingerprints).map { change in
                change.isAdded ? "\(id) signs with the key \(change.item)" : "\(id) no longer signs with \(change.item)"
            }
            return lines
        }
    }

    private static func settings(_ old: TrustRoot, _ new: TrustRoot) -> [String] {
        var lines: [String] = []
        func compare(_ what: String, _ before: [String], _ after: [String]) {
            for change in difference(before, after) {
                lines.append("\(what): \(change.isAdded ? "adds" : "drops") \(change.item)")
            }
        }
        func compare(_ what: String, _ before: String, _ after: String) {
            if before != after { lines.append("\(what): \(before) becomes \(after)") }
        }
        compare("who changes the root", old.thresholdWords, new.thresholdWords)
        compare("revoked keys", old.revokedKeys.map(\.words), new.revokedKeys.map(\.words))
        compare("delegations", old.delegations.map(\.words), new.delegations.map(\.words))
        compare("roles", old.roles.map(\.value), new.roles.map(\.value))
        compare(
            "separated", old.separationOfDuties.map { $0.joined(separator: " and ") },
            new.separationOfDuties.map { $0.joined(separator: " and ") })
        compare("veto roles", old.approvals.vetoRoles, new.approvals.vetoRoles)
        let switches: [(String, Bool, Bool)] = [
            (
                "the release signer may approve", old.approvals.releaseSignerMayApprove,
                new.approvals.releaseSignerMayApprove
            ),
            ("one person may fill several roles", old.approvals.allowMultiRole, new.approvals.allowMultiRole),
            ("one person may run a system of tier low", old.approvals.soloAllowed, new.approvals.soloAllowed),
            ("a hosting service attests authors", old.approvals.forgeAttribution, new.approvals.forgeAttribution),
        ]
        for (what, before, after) in switches { compare(what, before ? "yes" : "no", after ? "yes" : "no") }
        compare("approvals are required at", old.approvals.requiredAt.rawValue, new.approvals.requiredAt.rawValue)
        compare(
            "authorship is provable since", old.approvals.attributionSince ?? "the start",
            new.approvals.attributionSince ?? "the start")
        compare("protected branches", old.protectedBranches.map(\.value), new.protectedBranches.map(\.value))
        compare(
            "policies", old.policies.map { "\($0.path.value) sha256:\($0.sha256.value)" },
            new.policies.map { "\($0.path.value) sha256:\($0.sha256.value)" })
        compare("void releases", old.voidReleases.map(\.value), new.voidReleases.map(\.value))
        return lines
    }

    /// What is gone, then what is new.
    private static func difference(_ before: [String], _ after: [String]) -> [(item: String, isAdded: Bool)] {
        before.filter { !after.contains($0) }.map { ($0, false) }
            + after.filter { !before.contains($0) }.map { ($0, true) }
    }
}

extension TrustRoot.Principal {
    fileprivate var fingerprints: [String] { keys.compactMap { $0.fingerprint?.value } }
}

extension TrustRoot.RoleGrant {
    /// `release-manager`, or `release-manager (support-assistant; production)`.
    package var words: String {
        let scopes = [systems, environments].filter { !$0.isEmpty }.map { $0.joined(separator: ", ") }
        return scopes.isEmpty ? role.value : "\(role.value) (\(scopes.joined(separator: "; ")))"
    }
}

extension TrustRoot.RevokedKey {
    /// The fingerprint, why, and from which version on.
    package var words: String {
        "\(fingerprint.value), \(reason?.value.rawValue ?? "?") since version \(since.map { String($0.value) } ?? "?")"
    }
}

extension TrustRoot.Delegation {
    /// Who acts for whom, as what, until when.
    package var words: String {
        "\(to?.value ?? "?") acts for \(from?.value ?? "?") as \(role?.value ?? "?") until "
            + (notAfter?.value.rfc3339 ?? "?")
    }
}

extension TrustRoot {
    /// `2 × grc-control-owner`
    package var thresholdWords: String {
        "\(changeThreshold.count.map { String($0.value) } ?? "?") × \(changeThreshold.role?.value ?? "?")"
    }
}
