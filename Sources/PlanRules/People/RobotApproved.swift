package import SourceText

package enum RobotApproved: CandidateRule {
    package static let description = RuleDescription(
        "PPL-008", "robot-approved", .error, .release,
        summary: "The key of a robot or of a hosting service is not counted as the approval of a person.",
        why: "A key that signs whenever a job runs shows that the job ran, and nobody's judgement.",
        requirements: ["S57"],
        failing: "tag approve/support-assistant/1.1.0/risk-approver/deploy-bot/… signed by deploy-bot",
        passing: "the same approval signed by maya")

    package static func check(_ candidate: ReleaseCandidate) -> [Finding] {
        candidate.approvals.filter(\.isByMachine).map { approval in
            finding(
                at: .object(name: approval.place),
                "this approval as \(approval.role ?? "?") does not count: "
                    + (approval.reasons.first { $0.code == "not-a-person" }?.sentence ?? ""),
                mend: "Ask a person who holds the role.",
                severity: candidate.missingApprovals.isEmpty ? .warning : .error)
        }
    }
}

extension ReleaseCandidate.Approval {
    /// True when the signer is known and is no person.
    var isByMachine: Bool { isRefused(for: "not-a-person") }
}
