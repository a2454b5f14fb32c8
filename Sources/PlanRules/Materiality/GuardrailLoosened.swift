package import SourceText

package enum GuardrailLoosened: CandidateRule {
    package static let description = RuleDescription(
        "MAT-008", "guardrail-loosened", .warning, .pullRequest,
        summary: "A guardrail that is removed, switched off or loosened is called out by name.",
        why: "Among forty changed files this is the one that an approver must not overlook.",
        requirements: ["S34"],
        failing: """
            # guardrails/output.yaml
            severity_threshold: high     # was: medium
            """,
        passing: """
            # guardrails/output.yaml
            severity_threshold: medium
            """)

    package static func check(_ candidate: ReleaseCandidate) -> [Finding] {
        candidate.change.edits.filter { $0.category == "guardrails" && $0.traits.contains(.loosened) }.map { edit in
            finding(
                at: edit.location,
                "\(edit.rule) in \(edit.subject) \(candidate.change.sinceBase)"
                    + (edit.values.map { ": \($0) (looser)" } ?? ""),
                mend: "Check that it is meant, and that an evaluation covers what it now lets through.")
        }
    }
}
