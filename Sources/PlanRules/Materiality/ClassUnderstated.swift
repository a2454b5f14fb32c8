import PlanModel
package import SourceText

package enum ClassUnderstated: CandidateRule {
    package static let description = RuleDescription(
        "MAT-001", "class-understated", .error, .pullRequest,
        summary:
            "The class that a release package declares is at least the computed one. It is asked when a release is "
            + "made: a pull request that edits a prompt need not touch `release.yaml`.",
        why: "Approvers and auditors read the declared class first. Whoever wrote it has to have seen what changed.",
        requirements: ["S29", "S104"],
        failing: """
            change:
              class: minor   # and the guardrail's list of categories lost one: critical
            """,
        passing: """
            change:
              class: critical
            """)

    package static func check(_ candidate: ReleaseCandidate) -> [Finding] {
        let change = candidate.package.change
        // A class that is not there is the schema's matter.
        guard let declared = change.declaredClass, !candidate.classVerdict.isCovered(by: declared.value) else {
            return []
        }
        let computed = candidate.classVerdict.name
        return [
            finding(
                at: declared.location, field: declared.field,
                "the package declares the class \(declared.value), and \(candidate.name) is \(computed): "
                    + reason(candidate, declared: declared.value),
                mend: "Look at `imprimatur diff`, and declare \(computed).",
                related: heaviest(candidate).map { [RelatedLocation($0.location, label: $0.rule.rawValue)] } ?? [])
        ]
    }

    private static func reason(_ candidate: ReleaseCandidate, declared: String) -> String {
        if candidate.classVerdict.name == "initial" { return "no release came before it" }
        if declared == "initial" { return "\(candidate.change.baseName ?? "another release") came before it" }
        if let reason = candidate.classVerdict.escalation?.reasons.first { return reason }
        guard let edit = heaviest(candidate) else { return "see what changed" }
        return "\(edit.rule) in \(edit.subject) (\(edit.location.label))"
    }

    /// What the class rests on, where it does not rest on a sum of releases.
    private static func heaviest(_ candidate: ReleaseCandidate) -> ProposedChange.Edit? {
        candidate.change.edits.first { $0.changeClass == candidate.classVerdict.name }
    }
}
