package import SourceText

package enum ChangedAfterApproval: CandidateRule {
    package static let description = RuleDescription(
        "APR-004", "changed-after-approval", .error, .release,
        summary: "Nothing that the package ships changed after the approval. The files that did are named.",
        why: "Whoever approved has not seen what came later.",
        requirements: ["S6"],
        failing: "maya approved, and then prompts/system.prompt was edited",
        passing: "maya approved the edited prompt")

    package static func check(_ candidate: ReleaseCandidate) -> [Finding] {
        candidate.approvals.filter { !$0.changedSince.isEmpty && !$0.isUntrusted && !$0.isByAuthor }.map { approval in
            let shown = approval.changedSince.prefix(3).joined(separator: ", ")
            let more = approval.changedSince.count > 3 ? " and \(approval.changedSince.count - 3) more" : ""
            return finding(
                at: .object(name: approval.place),
                "after \(approval.principal ?? "somebody") approved as \(approval.role ?? "?"), \(shown)\(more) changed",
                mend: "Look at the difference and approve again.",
                severity: candidate.missingApprovals.isEmpty ? .warning : .error)
        }
    }
}
