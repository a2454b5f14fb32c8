import PlanModel
package import SourceText

package enum QuorumUnmet: CandidateRule {
    package static let description = RuleDescription(
        "APR-001", "quorum-unmet", .error, .release,
        summary: "Every role that the policy asks for has approved, as often as it asks.",
        why: "A release that risk has not seen is not approved by product having seen it twice.",
        requirements: ["S6", "S12", "S57", "S100"],
        failing: "approvals: [{role: risk-approver, count: 1}]   # nobody approved as risk-approver",
        passing: "tag approve/support-assistant/1.1.0/risk-approver/maya/5760474b5c0a")

    /// What a lone person reads: the tool cannot make a second one.
    package static let addPerson = "add a second person: imprimatur trust propose"

    package static func check(_ candidate: ReleaseCandidate) -> [Finding] {
        candidate.missingApprovals.map { missing in
            let mend =
                missing.eligible.isEmpty
                ? "Nobody who may approve this holds \(missing.role): \(addPerson)."
                : "Ask \(missing.eligible.joined(separator: " or ")) to run `imprimatur approve "
                    + "\(candidate.system.name) --role \(missing.role)`."
            return finding(
                at: candidate.location,
                "\(candidate.requirement) needs \(missing.role) × \(missing.count) more, for \(candidate.name)",
                mend: mend)
        }
    }
}
