package import SourceText

package enum ConditionOverdue: CandidateRule {
    package static let description = RuleDescription(
        "APR-008", "condition-overdue", .error, .continuous,
        summary: "The conditions under which the release before was approved are met, or not due yet.",
        why: "A condition that nobody comes back to was never one.",
        requirements: ["S8"],
        failing: "conditions: [{text: Spanish evaluation, due: 2026-09-15, status: open}]   # and it is October",
        passing: "conditions: [{text: Spanish evaluation, due: 2026-09-15, status: closed}]")

    package static func check(_ candidate: ReleaseCandidate) -> [Finding] {
        candidate.circumstances.openConditions.map { condition in
            finding(
                at: condition.location,
                "the condition \"\(condition.text)\" of \(condition.release) was due \(condition.due) and is open",
                mend: "Meet it and record that in a new decision, or have the release withdrawn.")
        }
    }
}
