package import PlanModel
package import SourceText

/// The versions of the trust root share one name on purpose: all of them are kept, and the file's name tells them
/// apart. Everything else that shares a name does so by mistake.
package enum DuplicateDocumentName: SnapshotRule {
    package static let description = RuleDescription(
        "DOC-003", "duplicate-document-name", .error, .authoring,
        summary: "No two documents of one kind have the same name.",
        why: "A reference such as `evidence:safety-eval` has to mean one document, or nobody knows which one counted.",
        requirements: ["S83"],
        failing: """
            kind: GateEvidence
            metadata: {name: safety-eval}
            ---
            kind: GateEvidence
            metadata: {name: safety-eval}
            """,
        passing: """
            kind: GateEvidence
            metadata: {name: safety-eval-1-0-0}
            ---
            kind: GateEvidence
            metadata: {name: safety-eval-1-1-0}
            """)

    private struct Key: Hashable {
        let kind: String
        let name: String
        /// Of a trust root; nil for everything else.
        let version: Int?
    }

    package static func check(_ snapshot: Snapshot, now: Timestamp) -> [Finding] {
        var firsts: [Key: Located<String>] = [:]
        var findings: [Finding] = []
        for document in snapshot.documents.all {
            guard let name = document.envelope.name else { continue }
            let kind = type(of: document).kind.name
            let key = Key(kind: kind, name: name.value, version: (document as? TrustRoot)?.fileVersion)
            guard let first = firsts[key] else {
                firsts[key] = name
                continue
            }
            findings.append(
                finding(
                    at: name.location, field: name.field,
                    "\(kind) \"\(name.value)\" is also in \(first.location.path ?? "another file")",
                    mend: "Give one of the two another name.",
                    related: [RelatedLocation(first.location, label: "first used here")]))
        }
        return findings
    }
}
