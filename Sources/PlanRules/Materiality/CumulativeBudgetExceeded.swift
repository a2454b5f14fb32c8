import PlanModel
package import SourceText

/// An error while the gates or approvals of the higher class are missing; once they are there, the release has been
/// judged in full and the finding is a note.
package enum CumulativeBudgetExceeded: CandidateRule {
    package static let description = RuleDescription(
        "MAT-004", "cumulative-budget-exceeded", .error, .pullRequest,
        summary:
            "What changed since the last fully gated release weighs no more than the last step, and that release is "
            + "neither too old nor followed by too many minor ones. Otherwise the release takes the gates and approvals "
            + "of the higher class.",
        why: "A prohibition that is taken away in ten small edits is gone all the same, and nobody was ever asked.",
        requirements: ["S29", "S104"],
        failing: """
            cumulative: {baseline: last-fully-gated, maxMinor: 5, maxAge: 90d, escalateTo: material}
            # releases 1.0.1 to 1.0.5 were minor, and 1.0.6 is released as minor as well
            """,
        passing: """
            cumulative: {baseline: last-fully-gated, maxMinor: 5, maxAge: 90d, escalateTo: material}
            # 1.0.6 passes the gates of a material change, and the count begins anew
            """)

    package static func check(_ candidate: ReleaseCandidate) -> [Finding] {
        guard let escalation = candidate.classVerdict.escalation else { return [] }
        let verdict = candidate.classVerdict.name
        return escalation.reasons.map { reason in
            finding(
                at: candidate.location, field: candidate.package.version?.field,
                "\(candidate.name) is \(verdict), although the last step alone is \(escalation.stepClass): \(reason)",
                mend: "Release it with the gates and approvals that \(candidate.requirement) takes.",
                severity: candidate.isShortOfRequirement ? .error : .note)
        }
    }
}
