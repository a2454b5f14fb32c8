import PlanModel
package import SourceText

package enum PlanVersionNotEffective: CandidateRule {
    package static let description = RuleDescription(
        "PKG-015", "plan-version-not-effective", .error, .release,
        summary: "The package pins the approved version of its plan that is in effect.",
        why: "A release under an older plan goes round what the newer one asks for.",
        requirements: ["S90"],
        failing: "plan: {name: customer-ai, version: 3}   # version 4 is approved and in effect",
        passing: "plan: {name: customer-ai, version: 4}")

    package static func check(_ candidate: ReleaseCandidate) -> [Finding] {
        guard let plan = candidate.circumstances.plan, let effective = plan.effective,
            effective.version > plan.version
        else { return [] }
        let since = effective.since.map { " since \($0)" } ?? ""
        return [
            finding(
                at: plan.pin,
                "the package pins version \(plan.version) of plan \(plan.name), and version \(effective.version) is in "
                    + "effect\(since)",
                mend: "Pin version \(effective.version).")
        ]
    }
}
