package import SourceText
package import YAMLDocuments

/// What was observed of one release in one period.
package struct MonitoringRecord: PlanDocument {
    package static let kind = DocumentKind("MonitoringRecord", .record, referencePrefix: "monitoring")

    package let envelope: Envelope
    package let spec: Fields
    /// `release:<system>@<version>`.
    package let release: Located<DocumentReference>?
    package let period: Interval
    package let readings: [Reading]
    package let alerts: [Alert]
    package let feedback: Feedback
    package let reviewedBy: [Located<String>]
    package let reviewedAt: Located<Timestamp>?
    package let actions: [ActionItem]
    package let corrects: Located<DocumentReference>?

    /// What one signal of the plan showed.
    package struct Reading: Sendable {
        package let fields: Fields
        /// Id of the plan's signal.
        package let signal: Located<String>?
        /// In the unit of the signal; absent when there were too few samples.
        package let value: Located<DecimalNumber>?
        package let sampleCount: Located<Int>?
        /// `pass`, `breach` or `inconclusive`, as its author claims.
        package let verdict: Located<String>?
    }

    package struct Alert: Sendable {
        package let fields: Fields
        package let signal: Located<String>?
        package let sentAt: Located<Timestamp>?
        package let severity: Located<String>?
        package let acknowledgedBy: Located<String>?
        package let incident: IncidentLink
    }

    /// Numbers of messages from users.
    package struct Feedback: Sendable {
        package let fields: Fields
        package let received: Located<Int>?
        package let triaged: Located<Int>?
        package let severe: Located<Int>?
    }

    package init(envelope: Envelope, spec: Fields) {
        self.envelope = envelope
        self.spec = spec
        release = spec.reference("release")
        period = Interval(spec.mapping("period"))
        readings = spec.list("signals").map { fields in
            Reading(
                fields: fields, signal: fields.string("id"), value: fields.decimal("value"),
                sampleCount: fields.integer("n"), verdict: fields.string("verdict"))
        }
        alerts = spec.list("alerts").map { fields in
            Alert(
                fields: fields, signal: fields.string("signal"), sentAt: fields.timestamp("at"),
                severity: fields.string("severity"), acknowledgedBy: fields.string("acknowledgedBy"),
                incident: IncidentLink(fields.mapping("incident")))
        }
        let feedback = spec.mapping("feedback")
        self.feedback = Feedback(
            fields: feedback, received: feedback.integer("received"), triaged: feedback.integer("triaged"),
            severe: feedback.integer("severe"))
        reviewedBy = spec.strings("reviewedBy")
        reviewedAt = spec.timestamp("reviewedAt")
        actions = spec.list("actions").map { ActionItem($0) }
        corrects = spec.reference("corrects")
    }
}
