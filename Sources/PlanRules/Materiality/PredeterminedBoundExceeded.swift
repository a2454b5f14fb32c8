import PlanModel
package import SourceText

package enum PredeterminedBoundExceeded: CandidateRule {
    package static let description = RuleDescription(
        "MAT-005", "predetermined-bound-exceeded", .error, .pullRequest,
        summary:
            "A change that is made under a predetermined change of the policy touches only its component and stays "
            + "inside all of its bounds. A bound that is unknown or cannot be measured counts as exceeded.",
        why: "What was assessed beforehand is the change inside the bounds. Beyond them it is an ordinary change, and "
            + "takes what its class takes.",
        requirements: ["S29", "S104"],
        failing: """
            predeterminedChanges:
              - id: nightly-index
                bounds: [{path: retrieval.documentsDelta, op: lte, value: 0.05}]   # measured: 0.11
            """,
        passing: """
            predeterminedChanges:
              - id: nightly-index
                bounds: [{path: retrieval.documentsDelta, op: lte, value: 0.05}]   # measured: 0.03
            """)

    package static func check(_ candidate: ReleaseCandidate) -> [Finding] {
        guard let use = candidate.classVerdict.predetermined else { return [] }
        return use.exceeded.map { sentence in
            finding(
                at: use.id.location, field: use.id.field,
                "\(use.id.value): \(sentence), so that \(candidate.requirement) applies",
                mend: "Take `predetermined` out of the package and release the change as what it is, or keep it inside "
                    + "the bounds.")
        }
    }
}
