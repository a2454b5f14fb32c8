/// One version of the trust root as its text.
struct RootText: Sendable {
    struct Principal: Sendable {
        var id: String
        var roles: [String]
        var keys: [TestKey]
        /// The human behind a robot; nil for a human.
        var robotOf: String?
    }

    struct Revoked: Sendable {
        var fingerprint: String
        var reason: String
        var since: Int
    }

    struct Delegation: Sendable {
        var from: String
        var to: String
        var role: String
        var notAfter: String
    }

    var version = 1
    /// Digest of the version before; nil for version 1.
    var previous: String?
    var principals: [Principal]
    var revoked: [Revoked] = []
    var head: (sequence: Int, statement: String)?
    var void: [String] = []
    var delegations: [Delegation] = []
    var separations: [[String]] = []
    var vetoRoles = ["ra"]
    var signerMayApprove = false
    var multiRole = false
    var policy: String

    var text: String {
        var lines = [
            "apiVersion: imprimatur/v1", "kind: TrustRoot", "metadata: {name: shop, owner: role:grc}", "spec:",
            "  version: \(version)",
        ]
        if let previous { lines.append("  previous: {version: \(version - 1), sha256: \(previous)}") }
        lines += [
            "  protectedBranches: [main]", "  approvals:", "    requiredAt: release",
            "    releaseSignerMayApprove: \(signerMayApprove)", "    allowMultiRole: \(multiRole)",
            "    soloAllowed: true", "    vetoRoles: [\(vetoRoles.joined(separator: ", "))]",
            "  changeThreshold: {role: grc, count: 1}", "  roles: [po, ra, release-manager, grc]",
            "  separationOfDuties: [\(separations.map { "[\($0.joined(separator: ", "))]" }.joined(separator: ", "))]",
            "  principals:",
        ]
        for principal in principals {
            lines += [
                "    - id: \(principal.id)", "      kind: \(principal.robotOf == nil ? "human" : "robot")",
                "      name: \(principal.id)", "      emails: [\(principal.id)@example.org]",
                "      roles: [\(principal.roles.joined(separator: ", "))]",
            ]
            if let human = principal.robotOf { lines.append("      operator: \(human)") }
            lines.append(principal.keys.isEmpty ? "      keys: []" : "      keys:")
            for key in principal.keys {
                lines += [
                    "        - type: ssh", "          public: \(key.publicKey)",
                    "          fingerprint: \(key.fingerprint)",
                ]
            }
        }
        if !revoked.isEmpty { lines.append("  revokedKeys:") }
        for key in revoked {
            lines.append("    - {fingerprint: \(key.fingerprint), reason: \(key.reason), since: \(key.since)}")
        }
        if version > 1 {
            let heads = head.map { "{system: bot, sequence: \($0.sequence), statement: \($0.statement)}" }
            lines.append("  releaseHeads: [\(heads ?? "")]")
        }
        if !void.isEmpty { lines.append("  voidReleases: [\(void.joined(separator: ", "))]") }
        if !delegations.isEmpty { lines.append("  delegations:") }
        for delegation in delegations {
            lines.append(
                "    - {from: \(delegation.from), to: \(delegation.to), role: \(delegation.role), "
                    + "notAfter: \"\(delegation.notAfter)\"}")
        }
        lines += ["  policies:", "    - {path: governance/materiality.yaml, sha256: \(GitText.sha256(policy))}", ""]
        return lines.joined(separator: "\n")
    }

    var digest: String { GitText.sha256("imprimatur-trust/1\n" + text) }
}
