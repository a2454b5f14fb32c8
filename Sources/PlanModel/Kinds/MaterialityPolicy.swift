package import SourceText

/// How much a change matters here, and what each class of change takes.
package struct MaterialityPolicy: PlanDocument {
    package static let kind = DocumentKind("MaterialityPolicy", .controlled)

    package let envelope: Envelope
    package let spec: Fields
    /// The class of a change that no rule knows.
    package let defaultClass: Located<String>?
    package let overrides: [Override]
    package let matrix: [Row]
    package let cumulative: Cumulative
    package let predeterminedChanges: [PredeterminedChange]

    /// The ordered classes of change by the names that documents use, ascending.
    package static let orderedClasses = ["none", "minor", "material", "critical"]

    /// True when one class weighs less than another. A name that is none of the four weighs less than all of them.
    package static func isClass(_ one: String, below other: String) -> Bool {
        let rank = { (name: String) in orderedClasses.firstIndex(of: name) ?? -1 }
        return rank(one) < rank(other)
    }

    /// A class that this organisation gives to changes, instead of the built-in one.
    package struct Override: Sendable {
        package let fields: Fields
        /// Id of a built-in rule, such as `guardrail/threshold-loosened`.
        package let id: Located<String>?
        package let component: Located<String>?
        package let path: Located<String>?
        package let change: Located<String>?
        /// Further conditions on the whole change; all must hold.
        package let conditions: [Bound]
        package let changeClass: Located<String>?
        package let why: Located<String>?
    }

    /// What releases of one tier and class take.
    package struct Row: Sendable {
        package let fields: Fields
        package let tier: Located<RiskTier>?
        /// One of the ordered classes, or `initial`.
        package let changeClass: Located<String>?
        package let gates: [Located<String>]
        /// Nil when the row does not say, which is a refusal; an empty quorum says that the release signature suffices.
        package let approvals: Quorum?
    }

    /// Keeps a change from being cut into many small ones.
    package struct Cumulative: Sendable {
        package let fields: Fields
        /// How many minor releases may follow the last fully gated one.
        package let maxMinor: Located<Int>?
        /// How old the last fully gated release may be.
        package let maxAge: Located<PlanDuration>?
        /// The class of the next change once one of the two is exceeded.
        package let escalateTo: Located<String>?
    }

    /// A change that was assessed beforehand, and may be made within bounds.
    package struct PredeterminedChange: Sendable {
        package let fields: Fields
        package let id: Located<String>?
        package let component: Located<ComponentCategory>?
        package let bounds: [Bound]
        /// The gates that suffice inside the bounds.
        package let gates: [Located<String>]
        /// `path` inside the repository, or `uri` and `digest` outside it.
        package let impactAssessment: Fields
        package let validUntil: Located<Timestamp>?
    }

    package init(envelope: Envelope, spec: Fields) {
        self.envelope = envelope
        self.spec = spec
        defaultClass = spec.string("default")
        overrides = spec.list("rules").map { fields in
            Override(
                fields: fields, id: fields.string("id"), component: fields.string("component"),
                path: fields.string("path"), change: fields.string("change"),
                conditions: fields.list("when").map(Bound.init), changeClass: fields.string("class"),
                why: fields.string("why"))
        }
        matrix = spec.list("matrix").map { fields in
            Row(
                fields: fields, tier: fields.choice("tier", RiskTier.self), changeClass: fields.string("class"),
                gates: Self.gates(fields), approvals: fields.raw("approvals").flatMap { Quorum($0) })
        }
        let cumulative = spec.mapping("cumulative")
        self.cumulative = Cumulative(
            fields: cumulative, maxMinor: cumulative.integer("maxMinor"), maxAge: cumulative.duration("maxAge"),
            escalateTo: cumulative.string("escalateTo"))
        predeterminedChanges = spec.list("predeterminedChanges").map { fields in
            PredeterminedChange(
                fields: fields, id: fields.string("id"),
                component: fields.choice("component", ComponentCategory.self),
                bounds: fields.list("bounds").map(Bound.init), gates: Self.gates(fields.mapping("protocol")),
                impactAssessment: fields.mapping("impactAssessment"), validUntil: fields.timestamp("validUntil"))
        }
    }

    /// Names of gates; the prefix of a reference may be written.
    private static func gates(_ fields: Fields) -> [Located<String>] {
        fields.strings("gates").map { gate in
            gate.map { $0.hasPrefix("gate:") ? String($0.dropFirst(5)) : $0 } ?? gate
        }
    }
}
