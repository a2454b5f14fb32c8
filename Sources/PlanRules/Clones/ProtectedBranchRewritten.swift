package import SourceText

/// Asked of every release that is verified; its answer is a reason of the release's verdict, with the rule's name as code.
package enum ProtectedBranchRewritten: Rule {
    package static let description = RuleDescription(
        "GIT-002", "protected-branch-rewritten", .error, .continuous,
        summary: "The protected branch still holds the commit of every release that was made from it.",
        why:
            "A signed release anchors the history below it. Where the branch no longer leads there, somebody put another "
            + "history in its place, with other authors and other approvals.",
        requirements: ["S84"],
        failing: """
            git reset --hard HEAD~3 && git push --force origin main   # the release was made from HEAD~1
            """,
        passing: """
            git revert HEAD~2..HEAD && git push origin main
            """)

    /// - Parameters:
    ///   - branch: full ref name.
    ///   - anchor: the release's tag.
    ///   - commit: what it points at.
    package static func message(branch: String, anchor: String, commit: String) -> String {
        "\(branch) does not hold commit \(commit), which \(anchor) anchors: the branch was rewritten since, or the release "
            + "was never made from it"
    }

    package static let mend =
        "Find the old tip with `git reflog` or in another clone, see who replaced it and why, and restore the branch."
}
