package import PlanModel
package import SourceText
import YAMLDocuments

package enum RollbackTriggerWithoutCriteria: SnapshotRule {
    package static let description = RuleDescription(
        "RBK-008", "rollback-trigger-without-criteria", .error, .authoring,
        summary: "Every rollback trigger has a threshold, or says in words when it is met.",
        why: "“Complaints” is not a trigger: three in a day may be too many or a good day, and at night nobody knows.",
        requirements: ["S3", "S16", "S64", "S94", "S95"],
        failing: """
            triggers:
              - {id: complaint, kind: user-report, action: rollback}
            """,
        passing: """
            triggers:
              - id: complaint
                kind: user-report
                decisionCriteria: One credible report of a harmful answer, or three of a wrong refund within a day.
                action: rollback
            """)

    package static func check(_ snapshot: Snapshot, now: Timestamp) -> [Finding] {
        snapshot.documents.of(DeploymentPlan.self).flatMap { plan in
            plan.rollback.triggers.filter { !saysWhen($0) }.map { trigger in
                finding(
                    at: trigger.id?.location ?? trigger.fields.location, field: trigger.fields.path,
                    "trigger \(trigger.id?.value ?? "without an id") has neither threshold nor decisionCriteria",
                    mend: "Add `threshold:` for a signal, else `decisionCriteria:` that somebody on call can apply.")
            }
        }
    }

    /// A value of the wrong shape counts as there: the schema speaks of it.
    private static func saysWhen(_ trigger: DeploymentPlan.Trigger) -> Bool {
        if trigger.fields.has("threshold") { return true }
        guard let criteria = trigger.fields.raw("decisionCriteria") else { return false }
        return criteria.kind != .scalar || !criteria.text.allSatisfy(\.isWhitespace)
    }
}
