package import SourceText

/// Found while the other findings are judged (module FindingPolicy).
package enum WaiverUnused: Rule {
    package static let description = RuleDescription(
        "WVR-002", "waiver-unused", .warning, .authoring,
        summary: "Every waiver, beside a line or in `imprimatur.yaml`, waives something.",
        why:
            "A waiver that outlives its finding hides the next one in the same place, for a reason that is no longer true.",
        failing: """
            owner: role:engineering-owner   # imprimatur: allow PPL-001 reason="the role comes in March"
            """,
        passing: """
            owner: role:engineering-owner
            """)
}
