import PlanModel
package import SourceText

/// A governed file ships and counts for the digest whether it is listed or not; listed, it has an id that records and
/// reviewers can name. Asked of a pull request against its target, of a release against the one before.
package enum GovernedFileNotListed: ProposalRule {
    package static let description = RuleDescription(
        "PKG-008", "governed-file-not-listed", .error, .pullRequest,
        summary:
            "Every governed file that is new or changed is named by a component of the release package, or included "
            + "by one that is.",
        why: "A prompt that lies in the folder and is in no package is deployed by accident, or by somebody who hoped "
            + "that it would not be looked at.",
        requirements: ["S29", "S93", "S111"],
        failing: """
            # systems/support-assistant/guardrails/input.yaml is new
            guardrails:
              - {id: output, path: systems/support-assistant/guardrails/output.yaml, stage: output}
            """,
        passing: """
            guardrails:
              - {id: output, path: systems/support-assistant/guardrails/output.yaml, stage: output}
              - {id: input, path: systems/support-assistant/guardrails/input.yaml, stage: input}
            """)

    package static func check(_ change: ProposedChange) -> [Finding] {
        let package = change.package
        return change.changedFiles.filter { !$0.isListed }.map { file in
            let category = file.category.rawValue
            return finding(
                at: .file(path: file.path),
                "\(file.path) is a governed file of \(change.system.name) that changed \(change.sinceBase), and no "
                    + "component of the release package names it",
                mend: "Add it under `components.\(category)` in \(package.envelope.source.path), or take it out of the "
                    + "system's governedPaths.",
                related: [
                    RelatedLocation(package.components.fields.location, label: "the components of the package")
                ])
        }
    }
}
