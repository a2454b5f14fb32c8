package import PlanModel
package import SourceText

package enum SchemaViolated: SnapshotRule {
    package static let description = RuleDescription(
        "DOC-002", "schema-violated", .error, .authoring,
        summary: "Every document has the fields that its kind requires, no others, and values of the right shape.",
        why: "An unknown key is mostly a misspelt one, and what it was meant to demand is then not demanded.",
        requirements: ["S38"],
        failing: """
            rollback:
              timeObjectve: 15m
            """,
        passing: """
            rollback:
              timeObjective: 15m
            """)

    package static func check(_ snapshot: Snapshot, now: Timestamp) -> [Finding] {
        snapshot.problems.filter { $0.kind == .schema || $0.kind == .schemaMissing }.map { finding(for: $0) }
    }
}
