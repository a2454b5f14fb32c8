package import SourceText

/// A rollback: practised, checked for feasibility, or done.
package struct RollbackRecord: PlanDocument {
    package static let kind = DocumentKind("RollbackRecord", .record, referencePrefix: "rollback")

    package let envelope: Envelope
    package let spec: Fields
    /// `drill`, `feasibility-check` or `actual`.
    package let type: Located<String>?
    /// The release that is left.
    package let from: Located<DocumentReference>?
    /// The release that was gone back to, however the target is written.
    package let to: Located<DocumentReference>?
    /// The target when it is written as a mapping, such as `{kind: disable-flag, flag: …}`.
    package let target: Fields
    package let environment: Located<String>?
    package let trigger: Located<String>?
    package let authorisedBy: Located<String>?
    package let startedAt: Located<Timestamp>?
    package let endedAt: Located<Timestamp>?
    /// From the decision until the target was restored; expected, for a feasibility check.
    package let timeToRestore: Located<PlanDuration>?
    package let components: [Component]
    package let dataRemediation: Fields
    package let result: Located<String>?
    package let communications: [Fields]
    package let incident: IncidentLink
    package let corrects: Located<DocumentReference>?

    /// What was reverted of one category.
    package struct Component: Sendable {
        package let fields: Fields
        package let category: Located<ComponentCategory>?
        package let isReverted: Located<Bool>?
        package let verifiedBy: Located<String>?
    }

    package init(envelope: Envelope, spec: Fields) {
        self.envelope = envelope
        self.spec = spec
        type = spec.string("type")
        from = spec.reference("from")
        target = spec.mapping("to")
        to = spec.reference("to") ?? target.reference("release")
        environment = spec.string("environment")
        trigger = spec.string("trigger")
        authorisedBy = spec.string("authorisedBy")
        startedAt = spec.timestamp("startedAt")
        endedAt = spec.timestamp("endedAt")
        timeToRestore = spec.duration("timeToRestore")
        components = spec.list("components").map { fields in
            Component(
                fields: fields, category: fields.choice("category", ComponentCategory.self),
                isReverted: fields.boolean("reverted"), verifiedBy: fields.string("verifiedBy"))
        }
        dataRemediation = spec.mapping("dataRemediation")
        result = spec.string("result")
        communications = spec.list("communications")
        incident = IncidentLink(spec.mapping("incident"))
        corrects = spec.reference("corrects")
    }
}
