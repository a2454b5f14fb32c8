package import SourceText

/// What else is known around a release: its plan, the release before it, who may not sit in two chairs, and what texts
/// claim. Everything is optional, so that a rule is silent where nobody looked.
package struct ReleaseCircumstances: Sendable {
    /// Whether the plan that the package pins is approved.
    package struct PlanApproval: Sendable {
        package let name: String
        package let version: Int
        /// Where the package pins it.
        package let pin: Location
        /// What the plan's own row of the policy asks for, such as `tier medium × material`.
        package let requirement: String
        /// Empty when the plan is approved.
        package let missing: [ReleaseCandidate.MissingApproval]
        /// The highest version below that is approved.
        package let lastApproved: Int?
        /// Digest that people approved under the same version, where the plan now has other bytes.
        package let approvedSHA256: String?
        package let sha256: String
        /// The highest approved version whose `effectiveFrom` has come; nil where none has.
        package let effective: (version: Int, since: String?)?

        package init(
            name: String, version: Int, pin: Location, requirement: String,
            missing: [ReleaseCandidate.MissingApproval], lastApproved: Int?, approvedSHA256: String?, sha256: String,
            effective: (version: Int, since: String?)?
        ) {
            self.name = name
            self.version = version
            self.pin = pin
            self.requirement = requirement
            self.missing = missing
            self.lastApproved = lastApproved
            self.approvedSHA256 = approvedSHA256
            self.sha256 = sha256
            self.effective = effective
        }

        package var isApproved: Bool { missing.isEmpty }
    }

    /// One person with statements that count in two roles that the trust root keeps apart.
    package struct DoubleRole: Sendable, Hashable {
        package let principal: String
        package let roles: [String]

        package init(principal: String, roles: [String]) {
            self.principal = principal
            self.roles = roles
        }
    }

    /// A text that says that somebody approved.
    package struct TextualApproval: Sendable {
        package let location: Location
        /// As written, such as `Approved-by: Maya <maya@example.org>`.
        package let text: String

        package init(location: Location, text: String) {
            self.location = location
            self.text = text
        }
    }

    /// A commit that a hosting service signed in place of a person.
    package struct ForgeSignature: Sendable, Hashable {
        /// Abbreviated object id with the first line of the message.
        package let commit: String
        package let forge: String

        package init(commit: String, forge: String) {
            self.commit = commit
            self.forge = forge
        }
    }

    /// A record that says that users met a version in production for which there is no release.
    package struct Exposure: Sendable {
        package let location: Location
        package let version: String
        package let environment: String

        package init(location: Location, version: String, environment: String) {
            self.location = location
            self.version = version
            self.environment = environment
        }
    }

    /// A condition under which an earlier release was approved, that is due and open.
    package struct OpenCondition: Sendable {
        package let location: Location
        package let text: String
        package let due: String
        package let release: String

        package init(location: Location, text: String, due: String, release: String) {
            self.location = location
            self.text = text
            self.due = due
            self.release = release
        }
    }

    package var plan: PlanApproval?
    /// Version of the last release that verifies; nil where there is none.
    package var lastRelease: String?
    /// True when the releases before were looked at.
    package var isLineageKnown = false
    package var doubleRoles: [DoubleRole] = []
    package var textualApprovals: [TextualApproval] = []
    package var forgeSignatures: [ForgeSignature] = []
    package var exposures: [Exposure] = []
    package var openConditions: [OpenCondition] = []

    package init() {}
}
