package import PlanModel
package import SourceText

/// Where the schema takes one kind of reference only, it refuses the others itself (DOC-002), and its words are kept.
/// This rule has the last word where the shape allows several: a record that has to be of one kind, a free text that
/// turns out to be a reference, and the name of a plan.
package enum ReferenceOfWrongKind: SnapshotRule {
    package static let description = RuleDescription(
        "REF-002", "reference-of-wrong-kind", .error, .authoring,
        summary: "Every reference leads to the kind of document that its field is about.",
        why: "A test report does not show that going back was possible; a rollback that was practised or checked does.",
        requirements: ["S83"],
        failing: """
            rollbackFeasible:
              confirmed: true
              evidence: evidence:support-assistant-1-1-0-safety-eval
            """,
        passing: """
            rollbackFeasible:
              confirmed: true
              evidence: rollback:support-assistant-1-1-0-feasibility
            """)

    package static func check(_ snapshot: Snapshot, now: Timestamp) -> [Finding] {
        let misdirected = snapshot.documents.all.flatMap { document in
            FoundReference.all(in: document).compactMap { wrongKind($0) }
        }
        let pins = snapshot.documents.of(ReleasePackage.self).compactMap { package -> Finding? in
            guard let name = package.plan.name, snapshot.documents.named(name.value, DeploymentPlan.self) == nil,
                let other = otherKind(named: name.value, in: snapshot.documents)
            else { return nil }
            let plans = snapshot.documents.of(DeploymentPlan.self).map(\.name).sorted()
            return finding(
                at: name.location, field: name.field,
                "\(name.value) is the name of a document of kind \(other), and a DeploymentPlan is expected here",
                mend: plans.isEmpty
                    ? "Write a DeploymentPlan, and its name here."
                    : "Write the name of a plan: \(plans.joined(separator: ", ")).")
        }
        return misdirected + pins
    }

    /// The kind of a document that has a name but is no plan; nil when there is none.
    static func otherKind(named name: String, in documents: DocumentSet) -> String? {
        documents.all.first { $0.name == name && !($0 is DeploymentPlan) }.map { type(of: $0).kind.name }
    }

    private static func wrongKind(_ found: FoundReference) -> Finding? {
        let reference = found.reference
        let prefix = reference.value.prefix
        // A word that no reference begins with is a mistake of shape.
        guard !found.field.prefixes.contains(prefix), ReferenceTargets.knownPrefixes.contains(prefix) else {
            return nil
        }
        let expected = found.field.prefixes.sorted()
        return finding(
            at: reference.location, field: reference.field,
            "\(reference.value) leads to \(noun(prefix)), and \(expected.map(noun).joined(separator: " or ")) "
                + "is expected here",
            mend: "Write a reference that begins with \(expected.map { "`\($0):`" }.joined(separator: " or ")).")
    }

    private static func noun(_ prefix: String) -> String {
        switch prefix {
        case "role", "person", "gate": return "a \(prefix)"
        case "release": return "a release"
        default:
            let kind = DocumentKind.referred(toBy: prefix)?.name ?? prefix
            return ("AEIOU".contains(kind.prefix(1)) ? "an " : "a ") + kind
        }
    }
}
