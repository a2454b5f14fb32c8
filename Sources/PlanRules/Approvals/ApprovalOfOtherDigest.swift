package import SourceText

package enum ApprovalOfOtherDigest: CandidateRule {
    package static let description = RuleDescription(
        "APR-003", "approval-of-other-digest", .error, .release,
        summary: "Each approval names the package that ships.",
        why: "An approval of other bytes, of an older class or without the plan is an approval of something else.",
        requirements: ["S6", "S99"],
        failing: "Subject: package support-assistant@1.1.0 sha256:1f2e…   # the package is now 9b74…",
        passing: "Subject: package support-assistant@1.1.0 sha256:9b74…")

    package static func check(_ candidate: ReleaseCandidate) -> [Finding] {
        // Where the files that changed are known, APR-004 names them.
        let others = candidate.approvals.filter { approval in
            !approval.isUntrusted && !approval.reasons.isEmpty && !approval.isByAuthor && !approval.lacksStanding
                && approval.changedSince.isEmpty
        }
        return others.map { approval in
            finding(
                at: .object(name: approval.place),
                "this approval by \(approval.principal ?? "nobody known") does not count: "
                    + approval.reasons.map(\.sentence).joined(separator: "; "),
                mend: "Look at the difference and approve again.",
                severity: candidate.missingApprovals.isEmpty ? .warning : .error)
        }
    }
}

extension ReleaseCandidate.Approval {
    /// True when the approver is refused for having worked on the content.
    var isByAuthor: Bool { reasons.contains { $0.code == "author" } }

    /// True when a key or a delegation no longer counts, which PPL-003 and PPL-010 say.
    var lacksStanding: Bool {
        reasons.contains { SigningKeyInactive.codes.contains($0.code) || $0.code == "delegation-ended" }
    }
}
