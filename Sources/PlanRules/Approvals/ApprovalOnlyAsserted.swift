import PlanModel
package import SourceText

package enum ApprovalOnlyAsserted: CandidateRule {
    package static let description = RuleDescription(
        "APR-011", "approval-only-asserted", .error, .release,
        summary:
            "A text that says that somebody approved is no approval. It is reported as long as approvals are missing.",
        why: "Anybody can write a name.",
        requirements: ["S99"],
        failing: "summary: Friendlier tone, approved by Maya in chat",
        passing: "tag approve/support-assistant/1.1.0/risk-approver/maya/5760474b5c0a")

    package static func check(_ candidate: ReleaseCandidate) -> [Finding] {
        // What a text says beside enough signatures harms nobody.
        guard !candidate.missingApprovals.isEmpty else { return [] }
        return candidate.circumstances.textualApprovals.map { claim in
            finding(
                at: claim.location, "\"\(claim.text)\" is a claim: no signature counts for it",
                mend: "Have that person run `imprimatur approve \(candidate.system.name) --role …`.")
        }
    }
}
