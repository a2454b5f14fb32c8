package import SourceText

/// A known risk that ships, accepted for a limited time. Counts only with signed statements of its approvers.
package struct RiskAcceptance: PlanDocument {
    package static let kind = DocumentKind("RiskAcceptance", .record, referencePrefix: "risk")

    package let envelope: Envelope
    package let spec: Fields
    package let risk: Risk
    /// `release:<system>@<version>`.
    package let release: Located<DocumentReference>?
    /// The package that the risk was accepted for, 64 hexadecimal digits.
    package let packageSHA256: Located<String>?
    package let rationale: Located<String>?
    package let approvedBy: [Located<String>]
    /// Bare name of the role in which they accept it.
    package let role: Located<String>?
    package let acceptedAt: Located<Timestamp>?
    package let expiresAt: Located<Timestamp>?
    /// Ids of the plan's signals that would show the risk.
    package let watchedBy: [Located<String>]
    package let conditions: [Located<String>]
    package let corrects: Located<DocumentReference>?

    package struct Risk: Sendable {
        package let fields: Fields
        /// Of the known issue, where the release package lists it as one.
        package let id: Located<String>?
        package let statement: Located<String>?
        /// A word or a whole number on the organisation's own scale; `impact` too.
        package let likelihood: Located<String>?
        package let impact: Located<String>?
        /// What remains: `low`, `medium`, `high` or `critical`.
        package let residual: Located<String>?
    }

    package init(envelope: Envelope, spec: Fields) {
        self.envelope = envelope
        self.spec = spec
        let risk = spec.mapping("risk")
        self.risk = Risk(
            fields: risk, id: risk.string("id"), statement: risk.string("statement"),
            likelihood: risk.text("likelihood"), impact: risk.text("impact"), residual: risk.string("residual"))
        let scope = spec.mapping("appliesTo")
        release = scope.reference("release")
        packageSHA256 = scope.mapping("packageDigest").string("sha256")
        rationale = spec.string("rationale")
        approvedBy = spec.strings("approvedBy")
        role = spec.string("role")
        acceptedAt = spec.timestamp("acceptedAt")
        expiresAt = spec.timestamp("expiresAt")
        watchedBy = spec.strings("watchedBy")
        conditions = spec.strings("conditions")
        corrects = spec.reference("corrects")
    }
}
