package import SourceText
import YAMLDocuments

/// Who may say what: people, their keys and roles. Version 1 is trusted through its digest, given out of band.
package struct TrustRoot: PlanDocument {
    package static let kind = DocumentKind("TrustRoot", .controlled)
    /// Trust roots count only here; a folder named by a project file would let a change choose its own judge.
    package static let folder = "governance/trust"

    package let envelope: Envelope
    package let spec: Fields
    package let version: Located<Int>?
    /// The version before with its digest; both nil in version 1.
    package let previous: (version: Located<Int>?, sha256: Located<String>?)
    package let protectedBranches: [Located<String>]
    package let approvals: ApprovalSwitches
    package let changeThreshold: (role: Located<String>?, count: Located<Int>?)
    package let roles: [Located<String>]
    /// Pairs of roles, or of `author` and a role, that one person may not fill in one release.
    package let separationOfDuties: [[String]]
    package let principals: [Principal]
    package let revokedKeys: [RevokedKey]
    /// Where each system's chain of releases stood when this version was made.
    package let releaseHeads: [ReleaseHead]
    /// Ids of release statements that no longer count.
    package let voidReleases: [Located<String>]
    package let delegations: [Delegation]
    /// The materiality policies that the root pins by the SHA-256 of their bytes.
    package let policies: [(path: Located<String>, sha256: Located<String>)]

    package struct ApprovalSwitches: Sendable {
        package let requiredAt: RequiredAt
        package let releaseSignerMayApprove: Bool
        package let allowMultiRole: Bool
        package let soloAllowed: Bool
        package let vetoRoles: [String]
        /// Commit from which on authorship must be provable; nil where it must be from the start.
        package let attributionSince: String?
        /// Whether a hosting service's signed squash is believed about author and co-authors.
        package let forgeAttribution: Bool
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
        /// The file with the OpenPGP certificate, for type `openpgp`.
        package let certificate: Located<String>?
        package let fingerprint: Located<String>?
        package let requireUserPresence: Bool
        package let requireUserVerification: Bool
    }

    package struct RevokedKey: Sendable {
        /// Why a key no longer counts, from the harmless to the grave.
        package enum Reason: String, Sendable, CaseIterable { case superseded, retired, compromised }

        package let fingerprint: Located<String>
        package let reason: Located<Reason>?
        /// The version from which on the key does not count.
        package let since: Located<Int>?
    }

    /// The last release of a system when a version was made.
    package struct ReleaseHead: Sendable {
        package let fields: Fields
        package let system: Located<String>?
        /// 1-based.
        package let sequence: Located<Int>?
        /// Id of the release statement.
        package let statement: Located<String>?
    }

    /// A role that one person exercises for another, until a moment.
    package struct Delegation: Sendable {
        package let fields: Fields
        package let from: Located<String>?
        package let to: Located<String>?
        package let role: Located<String>?
        package let notAfter: Located<Timestamp>?
    }

    package init(envelope: Envelope, spec: Fields) {
        self.envelope = envelope
        self.spec = spec
        version = spec.integer("version")
        let before = spec.mapping("previous")
        previous = (before.integer("version"), before.string("sha256"))
        protectedBranches = spec.strings("protectedBranches")
        let switches = spec.mapping("approvals")
        approvals = ApprovalSwitches(
            requiredAt: switches.choice("requiredAt", RequiredAt.self)?.value ?? .release,
            releaseSignerMayApprove: switches.boolean("releaseSignerMayApprove")?.value ?? false,
            allowMultiRole: switches.boolean("allowMultiRole")?.value ?? false,
            soloAllowed: switches.boolean("soloAllowed")?.value ?? false,
            vetoRoles: switches.strings("vetoRoles").map { Self.roleName($0.value) },
            attributionSince: switches.string("attributionSince")?.value,
            forgeAttribution: switches.boolean("forgeAttribution")?.value ?? false)
        let threshold = spec.mapping("changeThreshold")
        changeThreshold = (threshold.string("role").map(Self.bareRole), threshold.integer("count"))
        roles = spec.strings("roles") + spec.list("roles").compactMap { $0.string("name") }
        separationOfDuties =
            (spec.raw("separationOfDuties")?.items).map { pairs in
                pairs.map { pair in pair.items.map { Self.roleName($0.text) } }
            } ?? []
        principals = spec.list("principals").map(Self.principal)
        revokedKeys = spec.list("revokedKeys").compactMap { fields in
            fields.string("fingerprint").map { fingerprint in
                RevokedKey(
                    fingerprint: fingerprint, reason: fields.choice("reason", RevokedKey.Reason.self),
                    since: fields.integer("since"))
            }
        }
        releaseHeads = spec.list("releaseHeads").map { fields in
            ReleaseHead(
                fields: fields, system: fields.string("system"), sequence: fields.integer("sequence"),
                statement: fields.string("statement"))
        }
        voidReleases = spec.strings("voidReleases")
        delegations = spec.list("delegations").map { fields in
            Delegation(
                fields: fields, from: fields.string("from"), to: fields.string("to"),
                role: fields.string("role").map(Self.bareRole), notAfter: fields.timestamp("notAfter"))
        }
        policies = spec.list("policies").compactMap { fields in
            guard let path = fields.string("path"), let digest = fields.string("sha256") else { return nil }
            return (path, digest)
        }
    }

    private static func principal(_ fields: Fields) -> Principal {
        let bareRoles = fields.strings("roles").map {
            RoleGrant(role: bareRole($0), systems: [], environments: [])
        }
        let scopedRoles = fields.list("roles").compactMap { grant in
            grant.string("role").map { role in
                RoleGrant(
                    role: bareRole(role),
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
                    certificate: key.string("certificate"), fingerprint: key.string("fingerprint"),
                    requireUserPresence: key.boolean("requireUserPresence")?.value ?? false,
                    requireUserVerification: key.boolean("requireUserVerification")?.value ?? false)
            },
            humanOperator: fields.string("operator"))
    }

    private static func bareRole(_ role: Located<String>) -> Located<String> { role.map(roleName) ?? role }

    /// Roles may be written bare or as references.
    private static func roleName(_ text: String) -> String {
        text.hasPrefix("role:") ? String(text.dropFirst(5)) : text
    }
}

extension TrustRoot {
    /// The version that the file's name states: `governance/trust/3.yaml` is 3. Nil elsewhere: there a trust root
    /// does not count.
    package var fileVersion: Int? { Self.version(ofFile: envelope.source.path) }

    package static func path(ofVersion version: Int) -> String { "\(folder)/\(version).yaml" }

    /// One spelling for each version: neither `03.yaml` nor `+3.yaml` is version 3.
    package static func version(ofFile path: String) -> Int? {
        guard path.hasPrefix(folder + "/"), path.hasSuffix(".yaml") else { return nil }
        let name = path.dropFirst(folder.count + 1).dropLast(".yaml".count)
        guard let number = Int(name), number >= 1, String(number) == name else { return nil }
        return number
    }
}
