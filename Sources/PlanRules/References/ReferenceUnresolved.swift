package import PlanModel
package import SourceText

package enum ReferenceUnresolved: SnapshotRule {
    package static let description = RuleDescription(
        "REF-001", "reference-unresolved", .error, .authoring,
        summary: "Every reference leads to a document, a role, a person or a gate that is there, and a release package "
            + "pins a plan and a version of it that are there.",
        why: "The chain from requirement to plan to release to record is only as good as its links: a waiver of a "
            + "misspelt gate waives nothing, and evidence about another system proves nothing.",
        requirements: ["S13", "S83"],
        failing: """
            plan: {name: customer-ai, version: 4}   # the plan in the tree is version 3
            """,
        passing: """
            plan: {name: customer-ai, version: 3}
            """)

    /// Places that a rule about people answers for: PPL-001 for owners, PPL-004 for who may stop a rollout.
    private static let judgedElsewhere: Set<String> = [
        "metadata.owner", "spec.entryCriteria.owner", "spec.monitoring.signals.owner", "spec.rollout.stopAuthority",
    ]

    package static func check(_ snapshot: Snapshot, now: Timestamp) -> [Finding] {
        let targets = ReferenceTargets(snapshot)
        let dangling = snapshot.documents.all.flatMap { document in
            FoundReference.all(in: document).compactMap { found -> Finding? in
                let reference = found.reference
                guard !judgedElsewhere.contains(found.field.path),
                    found.field.prefixes.contains(reference.value.prefix),
                    let complaint = targets.complaint(about: reference.value, in: document)
                else { return nil }
                return finding(
                    at: reference.location, field: reference.field, "\(reference.value): \(complaint)",
                    mend: "Write the name of what is there, or add what is missing.")
            }
        }
        let unread = UnreadDocuments(snapshot)
        let pins = snapshot.documents.of(ReleasePackage.self)
            .filter { !unread.mayHold($0.plan.name?.value ?? "") }
            .compactMap { pinFinding($0, in: snapshot.documents) }
        return dangling + pins
    }

    /// A plan that exists under another kind's name is REF-002's.
    private static func pinFinding(_ package: ReleasePackage, in documents: DocumentSet) -> Finding? {
        guard let name = package.plan.name else { return nil }
        let plans = documents.of(DeploymentPlan.self)
        let namesakes = plans.filter { $0.name == name.value }
        if namesakes.isEmpty {
            guard ReferenceOfWrongKind.otherKind(named: name.value, in: documents) == nil else { return nil }
            let near = nearestName(to: name.value, among: plans.map(\.name))
            return finding(
                at: name.location, field: name.field,
                "there is no DeploymentPlan with the name \(name.value)" + (near.map { "; did you mean \($0)?" } ?? ""),
                mend: "Write the name of the plan that the release follows.")
        }
        guard let version = package.plan.version, let plan = namesakes.first, let found = plan.version,
            !namesakes.contains(where: { $0.version?.value == version.value })
        else { return nil }
        return finding(
            at: version.location, field: version.field,
            "the release follows version \(version.value) of the plan \(name.value), and the tree has version "
                + "\(found.value)",
            mend: "Pin version \(found.value), so that the release is judged by the plan that its approvers see.",
            related: [RelatedLocation(found.location, label: "the version in the tree")])
    }
}
