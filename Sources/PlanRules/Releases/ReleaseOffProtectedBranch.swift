package import SourceText

package enum ReleaseOffProtectedBranch: TagRule {
    package static let description = RuleDescription(
        "APR-007", "release-off-protected-branch", .error, .release,
        summary: "A release tag points at a commit on the first-parent line of a protected branch.",
        why:
            "What never was the state of the protected branch went past its checks; also a commit of a side branch that "
            + "was merged and taken back.",
        requirements: ["S6"],
        failing: "release/support-assistant/1.1.0 points at a commit of a feature branch",
        passing: "it points at the merge commit on main")

    package static func check(_ tag: ReleaseTag) -> [Finding] {
        guard tag.isOnFirstParentLine == false else { return [] }
        return [
            finding(
                at: tag.location, "\(tag.name) is not on the first-parent line of \(tag.protectedRef)",
                mend: "Release from the protected branch; if it was merged elsewhere, fetch that branch.")
        ]
    }
}
