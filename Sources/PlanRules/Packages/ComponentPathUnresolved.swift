package import PackageContents
package import SourceText

package enum ComponentPathUnresolved: ClosureRule {
    package static let description = RuleDescription(
        "PKG-002", "component-path-unresolved", .error, .authoring,
        summary: "Every path in a release package leads to at least one file of the tree, and so does everything that "
            + "those files include.",
        why: "A prompt that is not in the tree is not in the package digest either: nobody approves it, and nobody can "
            + "bring it back.",
        requirements: ["S33"],
        failing: """
            prompts:
              - {id: system, path: systems/support-assistant/prompts/sytem.prompt}
            """,
        passing: """
            prompts:
              - {id: system, path: systems/support-assistant/prompts/system.prompt}
            """)

    package static let kinds: Set<ClosureProblem.Kind> = [.pathMatchesNothing, .includeUnresolved]
}
