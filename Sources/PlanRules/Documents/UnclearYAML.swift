package import PlanModel
package import SourceText

/// The severity is the problem's own: an error for what cannot be read, a warning for a plain word such as `yes` that
/// older tools read as something else.
package enum UnclearYAML: SnapshotRule {
    package static let description = RuleDescription(
        "DOC-004", "unclear-yaml", .error, .authoring,
        summary: "Every document can be read as YAML, and every tool reads the same out of it: no duplicate keys, "
            + "merge keys or undefined aliases, and no plain words that YAML 1.1 takes for something else.",
        why: "Of two thresholds under one key, the reviewer sees the first and the program takes the second.",
        requirements: ["S5"],
        failing: """
            threshold: 0.005
            window: 24h
            threshold: 0.5
            """,
        passing: """
            threshold: 0.005
            window: 24h
            """, errorsStand: true)

    package static func check(_ snapshot: Snapshot, now: Timestamp) -> [Finding] {
        snapshot.problems.filter { problem in
            switch problem.kind {
            case .unreadable, .badStructure, .ambiguousScalar: true
            case .unknownKind, .schema, .schemaMissing: false
            }
        }.map { finding(for: $0) }
    }
}
