package import SourceText
package import YAMLDocuments

/// The control document of ISO/IEC 42001 A.6.2.5: how releases of some systems are gated, rolled out, watched and
/// taken back.
package struct DeploymentPlan: PlanDocument {
    package static let kind = DocumentKind("DeploymentPlan", .controlled, referencePrefix: "plan")

    package let envelope: Envelope
    package let spec: Fields
    package let version: Located<Int>?
    /// From when on the version applies.
    package let effectiveFrom: Located<Timestamp>?
    package let appliesTo: [Located<DocumentReference>]
    /// Categories that every release package must list.
    package let deploymentUnit: [Located<String>]
    package let entryCriteria: [EntryCriterion]
    package let rollout: Rollout
    package let rollback: Rollback
    package let signals: [Signal]
    package let monitoring: Fields

    package struct EntryCriterion: Sendable {
        package let fields: Fields
        package let gate: Located<String>?
        package let category: Located<String>?
        package let owner: Located<String>?
        package let maxAge: Located<PlanDuration>?
    }

    package struct Rollout: Sendable {
        package let fields: Fields
        package let strategy: Located<String>?
        /// Who may halt a rollout: references to roles or people.
        package let stopAuthority: [Located<String>]
        package let steps: [Step]
    }

    package struct Step: Sendable {
        package let fields: Fields
        package let id: Located<String>?
        package let environment: Located<String>?
        package let percent: Located<DecimalNumber>?
        package let minDuration: Located<PlanDuration>?
        package let health: [Fields]
    }

    package struct Rollback: Sendable {
        package let fields: Fields
        package let authority: [Located<String>]
        package let timeObjective: Located<PlanDuration>?
        package let triggers: [Trigger]
        package let mechanisms: [(category: Located<String>, fields: Fields)]
    }

    package struct Trigger: Sendable {
        package let fields: Fields
        package let id: Located<String>?
        package let kind: Located<String>?
        package let threshold: Located<DecimalNumber>?
        package let decisionCriteria: Located<String>?
    }

    package struct Signal: Sendable {
        package let fields: Fields
        package let id: Located<String>?
        package let category: Located<String>?
        package let owner: Located<String>?
    }

    package init(envelope: Envelope, spec: Fields) {
        self.envelope = envelope
        self.spec = spec
        version = spec.integer("version")
        effectiveFrom = spec.timestamp("effectiveFrom")
        appliesTo = spec.references("appliesTo")
        deploymentUnit =
            spec.strings("deploymentUnit") + spec.list("deploymentUnit").compactMap { $0.string("category") }
        entryCriteria = spec.list("entryCriteria").map { fields in
            EntryCriterion(
                fields: fields, gate: fields.string("gate"), category: fields.string("category"),
                owner: fields.string("owner"), maxAge: fields.duration("maxAge"))
        }
        let rollout = spec.mapping("rollout")
        self.rollout = Rollout(
            fields: rollout, strategy: rollout.string("strategy"), stopAuthority: rollout.strings("stopAuthority"),
            steps: rollout.list("steps").map { fields in
                Step(
                    fields: fields, id: fields.string("id"), environment: fields.string("environment"),
                    percent: fields.mapping("exposure").decimal("percent"),
                    minDuration: fields.duration("minDuration"), health: fields.list("health"))
            })
        let rollback = spec.mapping("rollback")
        self.rollback = Rollback(
            fields: rollback, authority: rollback.strings("authority"),
            timeObjective: rollback.duration("timeObjective"),
            triggers: rollback.list("triggers").map { fields in
                Trigger(
                    fields: fields, id: fields.string("id"), kind: fields.string("kind"),
                    threshold: fields.decimal("threshold"), decisionCriteria: fields.string("decisionCriteria"))
            },
            mechanisms: rollback.mappings("mechanisms").map { ($0.key, $0.fields) })
        monitoring = spec.mapping("monitoring")
        signals = monitoring.list("signals").map { fields in
            Signal(
                fields: fields, id: fields.string("id"), category: fields.string("category"),
                owner: fields.string("owner"))
        }
    }
}
