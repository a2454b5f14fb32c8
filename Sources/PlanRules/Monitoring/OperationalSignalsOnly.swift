package import PlanModel
package import SourceText

package enum OperationalSignalsOnly: SnapshotRule {
    package static let description = RuleDescription(
        "MON-001", "operational-signals-only", .error, .authoring,
        summary: "A plan watches what the AI says and does, not only whether its servers are up.",
        why: "A model that has started to give harmful answers does so with good latency and no errors.",
        requirements: ["S69", "S91"],
        failing: """
            signals:
              - {id: latency, category: operational}
              - {id: error-rate, category: operational}
            """,
        passing: """
            signals:
              - {id: error-rate, category: operational}
              - {id: policy-violation-rate, category: safety}
            """)

    package static func check(_ snapshot: Snapshot, now: Timestamp) -> [Finding] {
        snapshot.documents.of(DeploymentPlan.self).compactMap { plan in
            // A category that is missing or misspelt is the schema's to say; what it was meant to be is unknown.
            guard plan.monitoring.isPresent, plan.signals.allSatisfy({ $0.category?.value == "operational" }) else {
                return nil
            }
            let names = plan.signals.compactMap { $0.id?.value }.joined(separator: ", ")
            let what =
                plan.signals.isEmpty
                ? "plan \(plan.name) watches no signal at all"
                : "all signals of plan \(plan.name) are operational (\(names))"
            return finding(
                at: plan.monitoring.keyLocation(of: "signals"), field: plan.monitoring.fieldPath("signals"), what,
                mend: "Add signals of the categories safety, output-quality, drift and user-feedback.")
        }
    }
}
