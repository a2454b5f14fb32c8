import PlanModel
package import SourceText

/// Asked of a pull request against its target, of a release against the one before.
package enum AISystemDisputed: ProposalRule {
    package static let description = RuleDescription(
        "PKG-016", "ai-system-disputed", .error, .pullRequest,
        summary: "A release package that says `aiSystem: false` changes no component of the AI system.",
        why:
            "The answer decides whether the checklist is asked for at all. It follows from the files, not from the form.",
        requirements: ["S51"],
        failing: """
            change:
              aiSystem: false   # and prompts/system.prompt says something else than before
            """,
        passing: """
            change:
              aiSystem: true
            """)

    package static func check(_ change: ProposedChange) -> [Finding] {
        guard let claim = change.package.change.aiSystem, !claim.value else { return [] }
        let evidence: (what: String, location: Location)?
        if change.baseName == nil {
            evidence = change.changedFiles.first.map { ("\($0.path) is new", .file(path: $0.path)) }
        } else {
            // What only reads differently, such as a comment, is no change of the system.
            evidence = change.edits.first { edit in
                edit.builtInClass != "none" && ComponentCategory(rawValue: edit.category) != nil
            }.map { ("\($0.rule) in \($0.subject)", $0.location) }
        }
        guard let evidence else { return [] }
        return [
            finding(
                at: claim.location, field: claim.field,
                "the package says that the change is none of the AI system, and \(evidence.what) \(change.sinceBase)",
                mend: "Write `aiSystem: true`.",
                related: [RelatedLocation(evidence.location, label: "changed here")])
        ]
    }
}
