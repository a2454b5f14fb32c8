package import SourceText

package enum AuthorApproved: CandidateRule {
    package static let description = RuleDescription(
        "PPL-006", "author-approved", .error, .release,
        summary: "Nobody who worked on the package is counted as its approver.",
        why: "A second pair of eyes is the point of an approval. Who worked on it is read from signed commits.",
        requirements: ["S57"],
        failing: "ivo signed a commit that changes prompts/system.prompt, and signed the approval",
        passing: "ivo signed the commit, omar signed the approval")

    package static func check(_ candidate: ReleaseCandidate) -> [Finding] {
        candidate.approvals.filter { !$0.isUntrusted && $0.isByAuthor }.map { approval in
            let sentence = approval.reasons.first { $0.code == "author" }?.sentence ?? ""
            return finding(
                at: .object(name: approval.place),
                "this approval as \(approval.role ?? "?") does not count: \(sentence)",
                mend: "Ask somebody who did not work on it.",
                severity: candidate.missingApprovals.isEmpty ? .warning : .error)
        }
    }
}
