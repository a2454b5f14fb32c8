package import SourceText

package enum SigningKeyInactive: CandidateRule {
    package static let description = RuleDescription(
        "PPL-003", "signing-key-inactive", .error, .release,
        summary: "Each approval is signed with a key that is active in the trust root that rules.",
        why: """
            A key that was replaced, retired or stolen can still sign, and write any date. Which keys count is decided by \
            the version of the trust root that rules, never by a date.
            """,
        requirements: ["S6", "S8", "S99"],
        failing: "maya's approval, signed with the key that governance/trust/3.yaml lists under revokedKeys",
        passing: "maya's approval, signed with the key that governance/trust/3.yaml lists under maya")

    /// The reason codes that say so.
    package static let codes: Set<String> = ["key-superseded", "key-retired", "key-compromised"]

    package static func check(_ candidate: ReleaseCandidate) -> [Finding] {
        candidate.approvals.compactMap { approval in
            guard let reason = approval.reasons.first(where: { codes.contains($0.code) }) else { return nil }
            return finding(
                at: .object(name: approval.place), "this approval does not count: \(reason.sentence)",
                mend: "Have it signed anew with a key that the trust root lists for the person.",
                severity: candidate.missingApprovals.isEmpty ? .warning : .error)
        }
    }
}
