package import SourceText

/// A decision about one release, other than a plain approval. Decisions that loosen something count only with a signed
/// statement of the person named.
package struct ReleaseDecision: PlanDocument {
    package static let kind = DocumentKind("ReleaseDecision", .record, referencePrefix: "decision")

    package let envelope: Envelope
    package let spec: Fields
    /// `release:<system>@<version>`.
    package let release: Located<DocumentReference>?
    /// The package that was decided on, 64 hexadecimal digits.
    package let packageSHA256: Located<String>?
    package let decision: Located<String>?
    package let decidedBy: Located<String>?
    /// Bare name of the role in which that person decided.
    package let role: Located<String>?
    package let decidedAt: Located<Timestamp>?
    package let rationale: Located<String>?
    package let conditions: [ActionItem]
    /// Whether a rollback may still go to this release, once it is withdrawn or retired.
    package let rollbackTargetAllowed: Located<Bool>?
    package let corrects: Located<DocumentReference>?

    package init(envelope: Envelope, spec: Fields) {
        self.envelope = envelope
        self.spec = spec
        release = spec.reference("release")
        packageSHA256 = spec.mapping("packageDigest").string("sha256")
        decision = spec.string("decision")
        decidedBy = spec.string("by")
        role = spec.string("role")
        decidedAt = spec.timestamp("at")
        rationale = spec.string("rationale")
        conditions = spec.list("conditions").map { ActionItem($0) }
        rollbackTargetAllowed = spec.boolean("rollbackTargetAllowed")
        corrects = spec.reference("corrects")
    }
}
