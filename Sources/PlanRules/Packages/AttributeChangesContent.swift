package import PackageContents
package import SourceText

package enum AttributeChangesContent: ClosureRule {
    package static let description = RuleDescription(
        "GIT-005", "attribute-changes-content", .error, .authoring,
        summary: "No line of a .gitattributes file makes a checkout or an archive differ from the bytes in git, for a "
            + "file that ships.",
        why: "Approvals are about the bytes in git. With `export-ignore` a guardrail is approved and then left out of "
            + "the archive that is deployed.",
        requirements: ["S84"],
        failing: """
            # .gitattributes
            systems/support-assistant/guardrails/*.yaml export-ignore
            """,
        passing: """
            # .gitattributes
            *.png filter=lfs diff=lfs merge=lfs -text
            """)

    package static let kinds: Set<ClosureProblem.Kind> = [.attribute]
}
