package import PackageContents
package import SourceText

package enum PathNotPlain: ClosureRule {
    package static let description = RuleDescription(
        "GIT-007", "path-not-plain", .error, .authoring,
        summary: "Everything that ships is a plain file with a plain path: no symbolic link, no submodule, and no two "
            + "paths that are one on systems that ignore case.",
        why: "What a link or a submodule points at is not in the tree that was approved, and can change without it.",
        requirements: ["S84"],
        failing: """
            systems/support-assistant/prompts/base.prompt -> ../../../elsewhere/base.prompt
            """,
        passing: """
            systems/support-assistant/prompts/base.prompt   # the file itself
            """)

    package static let kinds: Set<ClosureProblem.Kind> = [.badMode, .badPath, .pathCollision]
}
