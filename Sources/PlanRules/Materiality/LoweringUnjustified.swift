import PlanModel
package import SourceText

/// The signatures that an override needs are those on the policy: classes are only ever taken from the policy whose
/// bytes the trust root pins, which takes the root's quorum to change. What is left to check is the reason.
package enum LoweringUnjustified: CandidateRule {
    package static let description = RuleDescription(
        "MAT-010", "lowering-unjustified", .error, .release,
        summary:
            "An override of the materiality policy that gives a change a lower class says why. Only the policy that "
            + "the trust root pins can override anything, so that it carries the root's signatures.",
        why:
            "A lower class takes fewer people and fewer evaluations. The next reviewer has to see who wanted that, and why.",
        requirements: ["S104"],
        failing: """
            rules:
              - {id: prompt/limit-changed, class: minor, why: ""}
            """,
        passing: """
            rules:
              - id: prompt/limit-changed
                path: systems/*/prompts/greeting.prompt
                class: minor
                why: Numbers in the greeting are opening hours; support checks them on the page.
            """)

    package static func check(_ candidate: ReleaseCandidate) -> [Finding] {
        candidate.change.edits.compactMap { edit in
            guard edit.isLowered, let override = edit.override, override.why.allSatisfy(\.isWhitespace) else {
                return nil
            }
            return finding(
                at: override.location,
                "the override lowers \(edit.rule) in \(edit.subject) from \(edit.builtInClass) to \(edit.changeClass), "
                    + "and gives no reason",
                mend: "Write `why:` beside the class, and have a new version of the trust root pin the policy.",
                related: [RelatedLocation(edit.location, label: "the change that it lowers")])
        }
    }
}
