package import PlanModel
package import SourceText

package enum RollbackTriggerMissing: SnapshotRule {
    package static let description = RuleDescription(
        "RBK-007", "rollback-trigger-missing", .error, .authoring,
        summary: "A plan names at least one thing that leads to a halt or a rollback.",
        why: "A rollback without a trigger is never started: everybody waits for somebody else to call it bad enough.",
        requirements: ["S3", "S16", "S23", "S64", "S94"],
        failing: """
            rollback:
              triggers: []
            """,
        passing: """
            rollback:
              triggers:
                - {id: violations, kind: signal, signal: policy-violation-rate, threshold: 0.01, action: rollback}
            """)

    package static func check(_ snapshot: Snapshot, now: Timestamp) -> [Finding] {
        snapshot.documents.of(DeploymentPlan.self).compactMap { plan in
            let fields = plan.rollback.fields
            guard fields.isPresent, plan.rollback.triggers.isEmpty else { return nil }
            return finding(
                at: fields.keyLocation(of: "triggers"), field: fields.fieldPath("triggers"),
                "plan \(plan.name): rollback.triggers is \(fields.has("triggers") ? "empty" : "missing"), so nothing leads "
                    + "to a rollback",
                mend: "Add a trigger: a signal with its threshold, an incident, or reports of users.")
        }
    }
}
