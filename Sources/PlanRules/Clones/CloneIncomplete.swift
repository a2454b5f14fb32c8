package import SourceText

/// Has no check of its own: whoever needs something that is not there ends with the reason, because a question that
/// needs less can still be answered. Plain `check` needs no history at all.
package enum CloneIncomplete: Rule {
    package static let description = RuleDescription(
        "GIT-001", "clone-incomplete", .error, .pullRequest,
        summary: "The history, tags and objects that a question needs are in the clone. Otherwise nothing is decided "
            + "(exit status 3), and the answer names what is missing and the command that brings it. Reason codes: "
            + "`shallow-clone`, `partial-clone`, `missing-object`, `missing-tags`, `statement-missing`.",
        why:
            "Whoever prepares a clone can leave out the commit without an author, the veto or the newest release: what is "
            + "not there must never look like what was never made.",
        requirements: ["S84"],
        failing: """
            # of a workflow: one commit, no tags
            - uses: actions/checkout@v4
            """,
        passing: """
            - uses: actions/checkout@v4
              with:
                fetch-depth: 0
                fetch-tags: true
            """)
}
