package import SourceText

package enum UntrustedApproval: CandidateRule {
    package static let description = RuleDescription(
        "APR-002", "untrusted-approval", .error, .release,
        summary: "Each approval is signed with a key of the trust root, by a person who holds the role.",
        why: "Anybody can make a tag that is called an approval.",
        requirements: ["S6", "S8", "S99"],
        failing: "tag approve/support-assistant/1.1.0/risk-approver/maya/… signed by a key that no trust root names",
        passing: "the same tag signed by a key listed under maya")

    package static func check(_ candidate: ReleaseCandidate) -> [Finding] {
        candidate.approvals.filter { $0.isUntrusted && !$0.isByMachine }.map { approval in
            finding(
                at: .object(name: approval.place),
                "this approval does not count: " + approval.reasons.map(\.sentence).joined(separator: "; "),
                mend: "Have it signed anew by somebody whom the trust root lists for the role.",
                severity: candidate.missingApprovals.isEmpty ? .warning : .error)
        }
    }
}
