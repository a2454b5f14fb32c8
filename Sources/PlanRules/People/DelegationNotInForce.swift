package import SourceText

package enum DelegationNotInForce: CandidateRule {
    package static let description = RuleDescription(
        "PPL-010", "delegation-not-in-force", .error, .release,
        summary: "Whoever approves for somebody else does so under a delegation that is in force.",
        why: """
            A delegation bridges an absence. Left open it becomes a second holder of the role whom nobody chose, so that \
            each one ends, and the delegator must still hold the role.
            """,
        requirements: ["S8", "S102"],
        failing: "omar approves as risk-approver on 2026-08-20; the delegation from maya ended on 2026-08-15",
        passing: "omar approves as risk-approver on 2026-08-10")

    package static func check(_ candidate: ReleaseCandidate) -> [Finding] {
        candidate.approvals.compactMap { approval in
            guard let reason = approval.reasons.first(where: { $0.code == "delegation-ended" }) else { return nil }
            return finding(
                at: .object(name: approval.place), "this approval does not count: \(reason.sentence)",
                mend: "Ask somebody who holds the role, or have a new version of the trust root renew the delegation.",
                severity: candidate.missingApprovals.isEmpty ? .warning : .error)
        }
    }
}
