package import SourceText

/// Found while the other findings are judged (module FindingPolicy).
package enum WaiverUnused: Rule {
    package static let description = RuleDescription(
        "WVR-002", "waiver-unused", .warning, .authoring,
        summary: "Every waiver, beside a line or in `imprimatur.yaml`, waives something.",
        why:
            "A waiver that outlives its finding hides the next one in the same place, for a reason that is no longer true.",
        failing: """
            threshold: "0.002"   # imprimatur: allow MON-013 reason="baseline comes in March"
            """,
        passing: """
            threshold: "0.002"
            """)
}
