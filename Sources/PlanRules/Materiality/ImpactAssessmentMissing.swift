import PlanModel
package import SourceText

/// Asked of a pull request as well: whoever changes the purpose has to bring the assessment along.
package enum ImpactAssessmentMissing: ProposalRule {
    package static let description = RuleDescription(
        "MAT-003", "impact-assessment-missing", .error, .pullRequest,
        summary:
            "A change of a system's intended purpose (a substantial modification) comes with a new impact assessment.",
        why: "Everything that was assessed was assessed for another purpose. A deployer who changes the purpose may "
            + "become the provider of the system (EU AI Act, article 25(1)).",
        requirements: ["S29"],
        failing: """
            # system.yaml: purpose: Recommends products.  ->  purpose: Recommends products and grants credit.
            # release.yaml has no impactAssessment
            change: {class: critical}
            """,
        passing: """
            change: {class: critical}
            impactAssessment: {path: systems/support-assistant/assessments/credit.md}
            """)

    package static func check(_ change: ProposedChange) -> [Finding] {
        guard let edit = change.edits.first(where: { $0.traits.contains(.substantialModification) }) else { return [] }
        let package = change.package
        let complaint: String
        switch change.impactAssessment {
        case .new: return []
        case .missing: complaint = "the release package has no impactAssessment"
        case .unchanged: complaint = "the impact assessment is the one from before"
        case .unresolved(let path): complaint = "the impact assessment \(path) is not in the tree"
        }
        let claim = package.impactAssessment.isPresent ? package.impactAssessment.location : nil
        return [
            finding(
                at: claim ?? edit.location,
                field: package.spec.fieldPath("impactAssessment"),
                "the purpose of \(change.system.name) changed \(change.sinceBase), which is a substantial modification, "
                    + "and \(complaint)",
                mend: "Assess the impact for the new purpose, and name the document under `impactAssessment:` in "
                    + "\(package.envelope.source.path).",
                related: claim == nil ? [] : [RelatedLocation(edit.location, label: "the purpose is changed here")])
        ]
    }
}
