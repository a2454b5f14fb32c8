package import PlanModel
package import SourceText
import YAMLDocuments

/// That a timestamp is one, with an offset from UTC, the schemas see to (`format: date-time`, DOC-002). This rule looks
/// at those that can be read and speak of something that has happened.
///
/// Which fields do is told by their names, in all kinds alike: `at` and `…At`, and in records also `from` and `to`.
/// Fields that look ahead by their meaning are exempt: `expiresAt`, `effectiveAt`, `effectiveFrom`, everything that is
/// due, and the freeze windows of plans and packages.
package enum TimestampInFuture: SnapshotRule {
    package static let description = RuleDescription(
        "DOC-006", "timestamp-in-future", .error, .authoring,
        summary: "Nothing is recorded as done at a time that has not come, give or take ten minutes of clock skew. "
            + "(DOC-002 refuses timestamps without an offset from UTC.)",
        why: "A result dated ahead of time stays fresh for longer than it should, and passes for newer than a failure.",
        requirements: ["S82"],
        failing: """
            performedAt: "2062-08-29T14:05:00+02:00"
            """,
        passing: """
            performedAt: "2026-08-29T14:05:00+02:00"
            """)

    /// Clocks of two machines that are both called right differ by seconds; ten minutes leave room for bad ones.
    static let skewInSeconds: Int64 = 600

    private static let lookingAhead: Set<String> = ["effectiveAt", "expiresAt"]

    /// True when a field of this name, in a document of this role, says when something happened.
    package static func speaksOfThePast(_ key: String, in role: DocumentKind.Role) -> Bool {
        if key == "from" || key == "to" { return role == .record }
        return key == "at" || key.hasSuffix("At") && !lookingAhead.contains(key)
    }

    package static func check(_ snapshot: Snapshot, now: Timestamp) -> [Finding] {
        let limit = Timestamp(secondsSince1970: now.secondsSince1970 + skewInSeconds)
        var findings: [Finding] = []
        for document in snapshot.documents.all {
            let role = type(of: document).kind.role
            let spec = Fields(document: document.envelope.document.root).mapping("spec")
            for claim in claims(in: spec, role: role) where claim.value > limit {
                findings.append(
                    finding(
                        at: claim.location, field: claim.field,
                        "\(claim.field.dropFirst("spec.".count)) is \(claim.value.rfc3339), which has not come yet: it is "
                            + "\(now.rfc3339)",
                        mend: "Write when it happened, with the right year and offset from UTC."))
            }
        }
        return findings
    }

    /// The timestamps below a mapping that say when something happened. An organisation's own `x-` keys mean what it
    /// likes.
    private static func claims(in fields: Fields, role: DocumentKind.Role) -> [Located<Timestamp>] {
        var claims: [Located<Timestamp>] = []
        for key in fields.keys.map(\.value) where !key.hasPrefix("x-") {
            if speaksOfThePast(key, in: role), let claim = fields.timestamp(key) { claims.append(claim) }
            let inner = fields.mapping(key)
            let items = inner.isPresent ? [inner] : fields.list(key)
            for item in items { claims += Self.claims(in: item, role: role) }
        }
        return claims
    }
}
