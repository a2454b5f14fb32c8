/// How much a change matters here, and what each class of change takes.
package struct MaterialityPolicy: PlanDocument {
    package static let kind = DocumentKind("MaterialityPolicy", .controlled)

    package let envelope: Envelope
    package let spec: Fields
    /// The class of a change that no rule knows.
    package let defaultClass: Located<String>?
    package let overrides: [Override]
    package let matrix: [Row]

    /// A class that this organisation gives to changes, instead of the built-in one.
    package struct Override: Sendable {
        package let fields: Fields
        /// Id of a built-in rule, such as `guardrail/threshold-loosened`.
        package let id: Located<String>?
        package let component: Located<String>?
        package let path: Located<String>?
        package let change: Located<String>?
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

    package init(envelope: Envelope, spec: Fields) {
        self.envelope = envelope
        self.spec = spec
        defaultClass = spec.string("default")
        overrides = spec.list("rules").map { fields in
            Override(
                fields: fields, id: fields.string("id"), component: fields.string("component"),
                path: fields.string("path"), change: fields.string("change"), changeClass: fields.string("class"),
                why: fields.string("why"))
        }
        matrix = spec.list("matrix").map { fields in
            Row(
                fields: fields, tier: fields.choice("tier", RiskTier.self), changeClass: fields.string("class"),
                gates: fields.strings("gates").map { gate in
                    gate.map { $0.hasPrefix("gate:") ? String($0.dropFirst(5)) : $0 } ?? gate
                },
                approvals: fields.raw("approvals").flatMap { Quorum($0) })
        }
    }
}
