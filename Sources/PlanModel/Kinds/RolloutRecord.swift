package import SourceText
package import YAMLDocuments

/// How one release was rolled out in one environment, step by step.
package struct RolloutRecord: PlanDocument {
    package static let kind = DocumentKind("RolloutRecord", .record, referencePrefix: "rollout")

    package let envelope: Envelope
    package let spec: Fields
    /// `release:<system>@<version>`.
    package let release: Located<DocumentReference>?
    package let environment: Located<String>?
    package let strategy: Located<String>?
    /// In the order in which they happened.
    package let steps: [Step]
    package let outcome: Located<String>?
    package let deviations: [Deviation]
    package let communications: [Fields]
    package let incident: IncidentLink
    package let corrects: Located<DocumentReference>?

    package struct Step: Sendable {
        package let fields: Fields
        /// Id of the plan's step.
        package let planStep: Located<String>?
        package let percent: Located<DecimalNumber>?
        package let audience: Located<String>?
        package let startedAt: Located<Timestamp>?
        /// Absent while the step lasts.
        package let endedAt: Located<Timestamp>?
        package let health: [HealthReading]
        package let decision: Decision
        package let observation: Observation
    }

    /// What a health criterion of the step showed.
    package struct HealthReading: Sendable {
        package let fields: Fields
        package let signal: Located<String>?
        package let value: Located<DecimalNumber>?
        package let sampleCount: Located<Int>?
        /// `pass`, `fail` or `inconclusive`, as its author claims.
        package let verdict: Located<String>?
    }

    /// What was decided at the end of a step, and by whom.
    package struct Decision: Sendable {
        package let fields: Fields
        package let action: Located<String>?
        package let decidedBy: Located<String>?
        package let decidedAt: Located<Timestamp>?
        package let reason: Located<String>?
    }

    /// What was seen to run during a step.
    package struct Observation: Sendable {
        package let fields: Fields
        package let packageSHA256: Located<String>?
        /// A person, or the name of a probe.
        package let observedBy: Located<String>?
        package let observedAt: Located<Timestamp>?
    }

    package init(envelope: Envelope, spec: Fields) {
        self.envelope = envelope
        self.spec = spec
        release = spec.reference("release")
        environment = spec.string("environment")
        strategy = spec.string("strategy")
        steps = spec.list("steps").map(Self.step)
        outcome = spec.string("outcome")
        deviations = spec.list("deviations").map { Deviation($0) }
        communications = spec.list("communications")
        incident = IncidentLink(spec.mapping("incident"))
        corrects = spec.reference("corrects")
    }

    private static func step(_ fields: Fields) -> Step {
        let exposure = fields.mapping("exposure")
        let decision = fields.mapping("decision")
        let observed = fields.mapping("observed")
        return Step(
            fields: fields, planStep: fields.string("planStep"), percent: exposure.decimal("percent"),
            audience: exposure.string("audience"), startedAt: fields.timestamp("from"), endedAt: fields.timestamp("to"),
            health: fields.list("health").map { reading in
                HealthReading(
                    fields: reading, signal: reading.string("signal"), value: reading.decimal("value"),
                    sampleCount: reading.integer("n"), verdict: reading.string("verdict"))
            },
            decision: Decision(
                fields: decision, action: decision.string("action"), decidedBy: decision.string("by"),
                decidedAt: decision.timestamp("at"), reason: decision.string("reason")),
            observation: Observation(
                fields: observed, packageSHA256: observed.mapping("packageDigest").string("sha256"),
                observedBy: observed.string("by"), observedAt: observed.timestamp("at")))
    }
}
