import PlanModel
package import SourceText

package enum ApprovedPlanEdited: CandidateRule {
    package static let description = RuleDescription(
        "PLN-004", "approved-plan-edited", .error, .release,
        summary: "The bytes of the plan are those that were approved under its version.",
        why: "A plan that changes under its version is a plan that nobody approved.",
        requirements: ["S75"],
        failing: "version: 4   # approved as a1f3…, and the file has the digest 7c1d… now",
        passing: "version: 5   # a new version for the new text, approved anew")

    package static func check(_ candidate: ReleaseCandidate) -> [Finding] {
        guard let plan = candidate.circumstances.plan, !plan.isApproved, let approved = plan.approvedSHA256 else {
            return []
        }
        return [
            finding(
                at: plan.pin,
                "plan \(plan.name) version \(plan.version) was edited after its approval: approved was "
                    + "\(approved.prefix(12))…, and the file is now \(plan.sha256.prefix(12))…",
                mend:
                    "Give the new text version \(plan.version + 1), and have that approved; or restore the approved text."
            )
        ]
    }
}
