import YAMLDocuments

/// Who may say what: people, their keys and roles. Version 1 is trusted through its digest, given out of band.
package struct TrustRoot: PlanDocument {
    package static let kind = DocumentKind("TrustRoot", .controlled)
    /// Trust roots count only here; a folder named by a project file would let a change choose its own judge.
    package static let folder = "governance/trust"

    package let envelope: Envelope
    package let spec: Fields
    package let version: Located<Int>?
    package let protectedBranches: [Located<String>]
    package let approvals: ApprovalSwitches
    package let changeThreshold: (role: Located<String>?, count: Located<Int>?)
    package let roles: [Located<String>]
    /// Pairs of roles, or of `author` and a role, that one person may not fill in one release.
    package let separationOfDuties: [[String]]
    package let principals: [Principal]
    package let revokedFingerprints: [Located<String>]
    /// The materiality policies that the root pins by the SHA-256 of their bytes.
    package let policies: [(path: Located<String>, sha256: Located<String>)]

    package struct ApprovalSwitches: Sendable {
        package let requiredAt: RequiredAt
        package let releaseSignerMayApprove: Bool
        package let allowMultiRole: Bool
        package let soloAllowed: Bool
        package let vetoRoles: [String]
    }

    /// When the approvals of a change must be there.
    package enum RequiredAt: String, Sendable { case merge, release }

    package struct Principal: Sendable {
        package enum Kind: String, Sendable { case human, robot, forge }

        package let fields: Fields
        package let id: String
        package let kind: Kind
        package let name: Located<String>?
        package let emails: [String]
        package let roles: [RoleGrant]
        package let keys: [Key]
        /// The human who answers for a robot.
        package let humanOperator: Located<String>?
    }

    /// A role, for the systems and environments listed; an empty list means all.
    package struct RoleGrant: Sendable {
        package let role: Located<String>
        package let systems: [String]
        package let environments: [String]
    }

    package struct Key: Sendable {
        package let fields: Fields
        package let type: Located<String>?
        /// An OpenSSH public key line, for type `ssh`.
        package let publicKey: Located<String>?
        package let fingerprint: Located<String>?
        package let requireUserPresence: Bool
        package let requireUserVerification: Bool
    }

    package init(envelope: Envelope, spec: Fields) {
        self.envelope = envelope
        self.spec = spec
        version = spec.integer("version")
        protectedBranches = spec.strings("protectedBranches")
        let switches = spec.mapping("approvals")
        approvals = ApprovalSwitches(
            requiredAt: switches.choice("requiredAt", RequiredAt.self)?.value ?? .release,
            releaseSignerMayApprove: switches.boolean("releaseSignerMayApprove")?.value ?? false,
            allowMultiRole: switches.boolean("allowMultiRole")?.value ?? false,
            soloAllowed: switches.boolean("soloAllowed")?.value ?? false,
            vetoRoles: switches.strings("vetoRoles").map { Self.roleName($0.value) })
        let threshold = spec.mapping("changeThreshold")
        changeThreshold = (threshold.string("role"), threshold.integer("count"))
        roles = spec.strings("roles") + spec.list("roles").compactMap { $0.string("name") }
        separationOfDuties =
            (spec.raw("separationOfDuties")?.items).map { pairs in
                pairs.map { pair in pair.items.map { Self.roleName($0.text) } }
            } ?? []
        principals = spec.list("principals").map(Self.principal)
        revokedFingerprints = spec.list("revokedKeys").compactMap { $0.string("fingerprint") }
        policies = spec.list("policies").compactMap { fields in
            guard let path = fields.string("path"), let digest = fields.string("sha256") else { return nil }
            return (path, digest)
        }
    }

    private static func principal(_ fields: Fields) -> Principal {
        let bareRoles = fields.strings("roles").map {
            RoleGrant(role: $0.map(roleName) ?? $0, systems: [], environments: [])
        }
        let scopedRoles = fields.list("roles").compactMap { grant in
            grant.string("role").map { role in
                RoleGrant(
                    role: role.map(roleName) ?? role,
                    systems: grant.strings("systems").map { DocumentReference($0.value)?.name ?? $0.value },
                    environments: grant.strings("environments").map(\.value))
            }
        }
        return Principal(
            fields: fields, id: fields.string("id")?.value ?? "",
            kind: fields.choice("kind", Principal.Kind.self)?.value ?? .robot, name: fields.string("name"),
            emails: fields.strings("emails").map(\.value), roles: bareRoles + scopedRoles,
            keys: fields.list("keys").map { key in
                Key(
                    fields: key, type: key.string("type"), publicKey: key.string("public"),
                    fingerprint: key.string("fingerprint"),
                    requireUserPresence: key.boolean("requireUserPresence")?.value ?? false,
                    requireUserVerification: key.boolean("requireUserVerification")?.value ?? false)
            },
            humanOperator: fields.string("operator"))
    }

    /// Roles may be written bare or as references.
    private static func roleName(_ text: String) -> String {
        text.hasPrefix("role:") ? String(text.dropFirst(5)) : text
    }
}
