package import PlanModel
package import SourceText

/// Who runs `init` and what for; everything a template needs.
package struct ScaffoldRequest: Sendable {
    package let tier: RiskTier
    /// Name of the AI system, an RFC 1123 label.
    package let system: String
    /// Id of the person in the trust root, an RFC 1123 label.
    package let principal: String
    package let personName: String
    package let email: String
    /// An OpenSSH public key without its comment: `ssh-ed25519 AAAA…`.
    package let publicKey: String
    /// `SHA256:…`, as `ssh-keygen -l` prints it.
    package let fingerprint: String
    /// Without `refs/heads/`.
    package let protectedBranch: String
    package let now: Timestamp

    package init(
        tier: RiskTier, system: String, principal: String, personName: String, email: String, publicKey: String,
        fingerprint: String, protectedBranch: String, now: Timestamp
    ) {
        self.tier = tier
        self.system = system
        self.principal = principal
        self.personName = personName
        self.email = email
        self.publicKey = publicKey
        self.fingerprint = fingerprint
        self.protectedBranch = protectedBranch
        self.now = now
    }

    var systemFolder: String { "systems/\(system)" }

    /// Midnight (UTC) at the start of the day: never in the future, and easier to read than the second of `init`.
    var startOfDay: Timestamp {
        let seconds = now.secondsSince1970
        let intoDay = ((seconds % 86_400) + 86_400) % 86_400
        return Timestamp(secondsSince1970: seconds - intoDay)
    }
}
