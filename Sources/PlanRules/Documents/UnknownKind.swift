package import PlanModel
package import SourceText

package enum UnknownKind: SnapshotRule {
    package static let description = RuleDescription(
        "DOC-001", "unknown-kind", .error, .authoring,
        summary: "Every document says of which kind and version it is, and the tool knows both.",
        why: "A document of an unknown kind is read by nobody: a misspelt ReleasePackage would simply not be there.",
        requirements: ["S38"],
        failing: """
            apiVersion: imprimatur/v1
            kind: ReleasePackge
            """,
        passing: """
            apiVersion: imprimatur/v1
            kind: ReleasePackage
            """, errorsStand: true)

    package static func check(_ snapshot: Snapshot, now: Timestamp) -> [Finding] {
        snapshot.problems.filter { $0.kind == .unknownKind }.map { finding(for: $0) }
    }
}

extension SnapshotRule {
    /// A finding with the words that reading or the schema already found for it.
    static func finding(for problem: DocumentProblem) -> Finding {
        finding(
            at: problem.location, field: problem.field, problem.message, mend: problem.mend, related: problem.related,
            severity: problem.severity)
    }
}
