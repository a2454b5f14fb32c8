import PlanModel
package import SourceText

package enum PlanUnapproved: CandidateRule {
    package static let description = RuleDescription(
        "PLN-002", "plan-unapproved", .error, .release,
        summary: "The version of the plan that the package pins is approved by signatures.",
        why: "A release follows its plan: who may halt it, when it is rolled back, what is watched. A plan that nobody "
            + "approved decides none of that.",
        requirements: ["S75", "S85"],
        failing: "plan: {name: customer-ai, version: 4}   # only version 3 was approved",
        passing: "tag approve/plan/customer-ai/4/risk-approver/maya/7c1d0a5e9b33")

    package static func check(_ candidate: ReleaseCandidate) -> [Finding] {
        guard let plan = candidate.circumstances.plan, !plan.isApproved, plan.approvedSHA256 == nil else { return [] }
        let last = plan.lastApproved.map { "; the last approved version is \($0)" } ?? ""
        return [
            finding(
                at: plan.pin,
                "plan \(plan.name) version \(plan.version) has too few approvals: \(plan.requirement) needs "
                    + "\(plan.shortfall)\(last)",
                mend: "Ask \(plan.eligible) to run `imprimatur approve plan \(plan.name) --role …`.")
        ]
    }
}

extension ReleaseCircumstances.PlanApproval {
    /// `risk-approver × 1 and product-owner × 1 more`
    var shortfall: String { missing.map { "\($0.role) × \($0.count)" }.joined(separator: " and ") + " more" }

    /// Who could supply what is missing.
    var eligible: String {
        let people = missing.flatMap(\.eligible)
        return people.isEmpty ? "somebody who holds the role" : Set(people).sorted().joined(separator: " or ")
    }
}
