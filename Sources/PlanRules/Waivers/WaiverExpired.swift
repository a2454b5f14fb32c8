package import SourceText

/// Found while the other findings are judged (module FindingPolicy).
package enum WaiverExpired: Rule {
    package static let description = RuleDescription(
        "WVR-003", "waiver-expired", .warning, .authoring,
        summary: "No waiver is past its date. The day behind `until` is the last one on which it holds, in UTC.",
        why: "The finding counts again from then on; whoever granted the time should hear that it is over.",
        failing: """
            owner: role:ml-team   # imprimatur: allow PPL-001 reason="new role" until=2020-01-31
            """,
        passing: """
            owner: role:ml-team   # imprimatur: allow PPL-001 reason="new role" until=2062-01-31
            """)
}
