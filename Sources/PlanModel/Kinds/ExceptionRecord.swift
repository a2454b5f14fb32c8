package import SourceText

/// A gate waived for one release, for a limited time, with controls in its place. Counts only with signed statements
/// of its approvers.
///
/// In Swift the type carries a suffix, because an exception is something else there.
package struct ExceptionRecord: PlanDocument {
    package static let kind = DocumentKind("Exception", .record, referencePrefix: "exception")

    package let envelope: Envelope
    package let spec: Fields
    /// `release:<system>@<version>`.
    package let release: Located<DocumentReference>?
    /// Bare names of the waived gates; a `*` is a wildcard.
    package let waivedGates: [Located<String>]
    package let reason: Located<String>?
    package let ticket: Located<String>?
    package let requestedBy: Located<String>?
    package let approvedBy: [Located<String>]
    package let effectiveFrom: Located<Timestamp>?
    package let expiresAt: Located<Timestamp>?
    package let compensatingControls: [CompensatingControl]
    package let followUps: [FollowUp]
    /// For an emergency release: by when it has its gates after all.
    package let retrospectiveDueBy: Located<Timestamp>?
    package let incident: IncidentLink
    package let corrects: Located<DocumentReference>?

    /// What is done instead of the gate.
    package struct CompensatingControl: Sendable {
        package let fields: Fields
        package let control: Located<String>?
        package let owner: Located<String>?
        package let verification: Located<String>?
    }

    /// What has to be done so that the exception can end.
    package struct FollowUp: Sendable {
        package let fields: Fields
        package let action: Located<String>?
        package let owner: Located<String>?
        package let due: Located<Timestamp>?
        package let status: Located<String>?
    }

    package init(envelope: Envelope, spec: Fields) {
        self.envelope = envelope
        self.spec = spec
        let scope = spec.mapping("appliesTo")
        release = scope.reference("release")
        waivedGates = scope.strings("waives").map { gate in
            gate.map { $0.hasPrefix("gate:") ? String($0.dropFirst(5)) : $0 } ?? gate
        }
        reason = spec.string("reason")
        ticket = spec.string("ticket")
        requestedBy = spec.string("requestedBy")
        approvedBy = spec.strings("approvedBy")
        effectiveFrom = spec.timestamp("effectiveFrom")
        expiresAt = spec.timestamp("expiresAt")
        compensatingControls = spec.list("compensatingControls").map { fields in
            CompensatingControl(
                fields: fields, control: fields.string("control"), owner: fields.string("owner"),
                verification: fields.string("verification"))
        }
        followUps = spec.list("followUps").map { fields in
            FollowUp(
                fields: fields, action: fields.string("action"), owner: fields.string("owner"),
                due: fields.timestamp("due"), status: fields.string("status"))
        }
        retrospectiveDueBy = spec.mapping("retrospective").timestamp("dueBy")
        incident = IncidentLink(spec.mapping("incident"))
        corrects = spec.reference("corrects")
    }
}
