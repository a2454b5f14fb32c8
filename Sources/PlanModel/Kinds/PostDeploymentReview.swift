package import SourceText

/// The close-out of one release: what was watched, what was seen, what is done about it.
package struct PostDeploymentReview: PlanDocument {
    package static let kind = DocumentKind("PostDeploymentReview", .record, referencePrefix: "review")

    package let envelope: Envelope
    package let spec: Fields
    /// `release:<system>@<version>`.
    package let release: Located<DocumentReference>?
    package let window: Interval
    /// Ids of the plan's signals, or other things in words.
    package let monitored: [Located<String>]
    package let observed: Located<String>?
    package let issuesFound: Located<Bool>?
    package let issues: [Issue]
    package let actions: [ActionItem]
    package let rollbackFeasible: RollbackFeasibility
    package let deviations: [Deviation]
    package let outcome: Located<String>?
    package let reviewedBy: [Located<String>]
    package let reviewedAt: Located<Timestamp>?
    package let corrects: Located<DocumentReference>?

    package struct Issue: Sendable {
        package let fields: Fields
        package let id: Located<String>?
        package let text: Located<String>?
        package let severity: Located<String>?
        package let incident: IncidentLink
    }

    /// Whether going back was possible all the time.
    package struct RollbackFeasibility: Sendable {
        package let fields: Fields
        package let isConfirmed: Located<Bool>?
        /// The RollbackRecord that shows it.
        package let evidence: Located<DocumentReference>?
    }

    package init(envelope: Envelope, spec: Fields) {
        self.envelope = envelope
        self.spec = spec
        release = spec.reference("release")
        window = Interval(spec.mapping("window"))
        monitored = spec.strings("monitored")
        observed = spec.string("observed")
        issuesFound = spec.boolean("issuesFound")
        issues = spec.list("issues").map { fields in
            Issue(
                fields: fields, id: fields.string("id"), text: fields.string("text"),
                severity: fields.string("severity"), incident: IncidentLink(fields.mapping("incident")))
        }
        actions = spec.list("actions").map { ActionItem($0) }
        let feasible = spec.mapping("rollbackFeasible")
        rollbackFeasible = RollbackFeasibility(
            fields: feasible, isConfirmed: feasible.boolean("confirmed"), evidence: feasible.reference("evidence"))
        deviations = spec.list("planDeviations").map { Deviation($0) }
        outcome = spec.string("outcome")
        reviewedBy = spec.strings("reviewedBy")
        reviewedAt = spec.timestamp("reviewedAt")
        corrects = spec.reference("corrects")
    }
}
