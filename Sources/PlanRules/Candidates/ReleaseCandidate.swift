package import PlanModel
package import SourceText

/// What is about to be released (or was), as plain facts: the rules about gates and approvals need neither git nor
/// signatures.
package struct ReleaseCandidate: Sendable {
    /// A gate that the policy or the plan asks for.
    package struct RequiredGate: Sendable, Hashable {
        package let name: String
        /// Where it is asked for, such as `tier medium × critical`.
        package let askedBy: String

        package init(name: String, askedBy: String) {
            self.name = name
            self.askedBy = askedBy
        }
    }

    /// A statement that was looked at.
    package struct Approval: Sendable {
        /// A tag, file or commit, as a reader would name it.
        package let place: String
        package let principal: String?
        package let role: String?
        /// Stable code of each reason why it does not count, with its sentence; empty when it counts.
        package let reasons: [(code: String, sentence: String)]
        /// True when the signature or the signer is the reason.
        package let isUntrusted: Bool
        /// Paths of the package that changed since, where the approval was of other bytes and those can be looked at.
        package let changedSince: [String]

        package init(
            place: String, principal: String?, role: String?, reasons: [(code: String, sentence: String)],
            isUntrusted: Bool, changedSince: [String] = []
        ) {
            self.place = place
            self.principal = principal
            self.role = role
            self.reasons = reasons
            self.isUntrusted = isUntrusted
            self.changedSince = changedSince
        }

        /// True when one of the reasons has the code.
        package func isRefused(for code: String) -> Bool { reasons.contains { $0.code == code } }
    }

    /// A role that still needs approvals.
    package struct MissingApproval: Sendable, Hashable {
        package let role: String
        package let count: Int
        /// People who could fill it; empty when nobody but the contributors holds the role.
        package let eligible: [String]

        package init(role: String, count: Int, eligible: [String]) {
            self.role = role
            self.count = count
            self.eligible = eligible
        }
    }

    /// A release of the same version that is already tagged.
    package struct SealedRelease: Sendable {
        package let tag: String
        package let packageSHA256: String

        package init(tag: String, packageSHA256: String) {
            self.tag = tag
            self.packageSHA256 = packageSHA256
        }
    }

    package let system: AISystem
    package let package: ReleasePackage
    package let packageSHA256: String
    /// Tier and class in words, such as `tier medium × critical`.
    package let requirement: String
    package let requiredGates: [RequiredGate]
    package let evidence: [GateEvidence]
    package let approvals: [Approval]
    package let missingApprovals: [MissingApproval]
    package let sealed: SealedRelease?
    /// Against the release before.
    package let change: ProposedChange
    package let classVerdict: ClassVerdict
    package let circumstances: ReleaseCircumstances

    package init(
        change: ProposedChange, classVerdict: ClassVerdict, packageSHA256: String, requirement: String,
        requiredGates: [RequiredGate], evidence: [GateEvidence], approvals: [Approval],
        missingApprovals: [MissingApproval], sealed: SealedRelease?,
        circumstances: ReleaseCircumstances = ReleaseCircumstances()
    ) {
        system = change.system
        package = change.package
        self.change = change
        self.classVerdict = classVerdict
        self.packageSHA256 = packageSHA256
        self.requirement = requirement
        self.requiredGates = requiredGates
        self.evidence = evidence
        self.approvals = approvals
        self.missingApprovals = missingApprovals
        self.sealed = sealed
        self.circumstances = circumstances
    }

    package var version: String { package.version?.value.description ?? "?" }

    /// `support-assistant@1.1.0`
    package var name: String { "\(system.name)@\(version)" }

    /// Where a finding about the release as a whole points.
    package var location: Location { package.version?.location ?? package.envelope.location }

    /// Evidence for this release and gate, whatever package it was made on, the latest last.
    package func evidence(for gate: String) -> [GateEvidence] {
        evidence
            .filter { evidence in
                evidence.gate?.value == gate && evidence.release?.value.name == system.name
                    && evidence.release?.value.version == version
            }
            .sorted { left, right in
                let (first, second) = (left.performedAt?.value, right.performedAt?.value)
                guard let first, let second, first != second else { return left.result?.value == "passed" }
                return first < second
            }
    }

    /// True when the latest evidence that was made on exactly these bytes says passed.
    package func hasPassed(_ gate: String) -> Bool { currentEvidence(for: gate).last?.result?.value == "passed" }

    /// True when a gate or an approval is still to come.
    package var isShortOfRequirement: Bool {
        !missingApprovals.isEmpty || !requiredGates.allSatisfy { hasPassed($0.name) }
    }

    /// Evidence made on exactly these bytes.
    package func currentEvidence(for gate: String) -> [GateEvidence] {
        evidence(for: gate).filter { $0.packageSHA256?.value == packageSHA256 }
    }
}
