package import SourceText

/// Found while the other findings are judged (module FindingPolicy).
package enum WaiverNotAllowed: Rule {
    package static let description = RuleDescription(
        "WVR-004", "waiver-not-allowed", .error, .authoring,
        summary: "No waiver, and no setting in `imprimatur.yaml`, lowers an error about approvals, releases or pull "
            + "requests, or about a document that could not be read. "
            + "Warnings about such documents may be lowered.",
        why:
            "Whoever asks for a release would otherwise decide how much is asked of it. A gate that may be left out is "
            + "left out by an Exception, which people sign.",
        failing: """
            rules:
              - {id: APR-001, severity: warning, reason: "too many approvals"}
            """,
        passing: """
            rules:
              - {id: RBK-008, severity: warning, reason: "criteria are being written"}
            """, errorsStand: true)
}
