package import SourceText

package enum ReleaseTagTampered: TagRule {
    package static let description = RuleDescription(
        "APR-006", "release-tag-tampered", .error, .continuous,
        summary: "No release tag was moved, renamed, made anew or deleted: their statements name each other in a chain "
            + "without gaps.",
        why: "A tag is a name that can be pointed elsewhere; the chain is signed.",
        requirements: ["S6"],
        failing: "release 3 names another release before it than release 2",
        passing: "each release names the statement of the one before")

    package static func check(_ tag: ReleaseTag) -> [Finding] {
        tag.conflicts.map { conflict in
            finding(
                at: tag.location, conflict.sentence,
                mend:
                    "Run `git fetch --tags origin`; if it stays so, find out who moved or deleted a tag. A release made "
                    + "in error is listed under `voidReleases` of a new trust root version.")
        }
    }
}
