import PlanModel
package import SourceText

package enum PredeterminedChangeInvalid: CandidateRule {
    package static let description = RuleDescription(
        "MAT-006", "predetermined-change-invalid", .error, .release,
        summary: "The predetermined change that a package names is in the policy that the trust root pins, has not "
            + "expired, and has its impact assessment. Being pinned by the root is its approval.",
        why: "A permission that nobody gave, or that has ended, permits nothing.",
        requirements: ["S29", "S104"],
        failing: """
            predeterminedChanges:
              - id: nightly-index
                validUntil: "2020-12-31T23:59:59Z"
            """,
        passing: """
            predeterminedChanges:
              - id: nightly-index
                validUntil: "2062-12-31T23:59:59Z"
            """)

    package static func check(_ candidate: ReleaseCandidate) -> [Finding] {
        guard let use = candidate.classVerdict.predetermined, let invalid = use.invalid else { return [] }
        return [finding(at: use.id.location, field: use.id.field, invalid.message, mend: invalid.mend)]
    }
}
