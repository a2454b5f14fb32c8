package import SourceText

package enum ChangeMatchedNoRule: CandidateRule {
    package static let description = RuleDescription(
        "MAT-002", "change-matched-no-rule", .warning, .pullRequest,
        summary: "Every change is one that the catalogue knows, so that its class is not the policy's default.",
        why: "The default is a guess about what nobody thought of. A person has to say what the change amounts to.",
        requirements: ["S104"],
        failing: """
            # guardrails/output.yaml: a key that no rule reads
            vendor_mode: relaxed
            """,
        passing: """
            # governance/materiality.yaml: the organisation says what such a change is
            rules:
              - {path: "systems/*/guardrails/output.yaml", class: material, why: We tune this file with an evaluation.}
            """)

    package static func check(_ candidate: ReleaseCandidate) -> [Finding] {
        // Where an override of the policy says what the change is, it is no longer a guess. What cannot be read has a
        // rule of its own.
        candidate.change.edits.filter { edit in
            edit.traits.contains(.unknown) && !edit.traits.contains(.opaque) && edit.override == nil
        }.map { edit in
            finding(
                at: edit.location,
                "this change in \(edit.subject) matches no rule of the catalogue; the policy's default "
                    + "\(edit.changeClass) applies",
                mend: "Say in the materiality policy which class such a change has, with a `why`.")
        }
    }
}
