package import SourceText

/// Found while the other findings are judged (module FindingPolicy).
package enum WaiverUnusable: Rule {
    package static let description = RuleDescription(
        "WVR-001", "waiver-unusable", .error, .authoring,
        summary:
            "A comment `# imprimatur: allow …`, and a setting under `rules` in `imprimatur.yaml`, names rules that "
            + "exist and gives a reason; a date behind `until=` is one, as 2026-12-31.",
        why:
            "A waiver that nobody can read waives nothing, and its author believes that it does. Without a reason, nobody "
            + "can say later whether it still holds.",
        failing: """
            owner: role:ml-team   # imprimatur: allow PPL-001
            """,
        passing: """
            owner: role:ml-team   # imprimatur: allow PPL-001 reason="the role comes with trust root 2" until=2026-12-31
            """, errorsStand: true)
}
