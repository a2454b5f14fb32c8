package import PlanModel
package import SourceText

package enum OwnerUnknown: SnapshotRule {
    package static let description = RuleDescription(
        "PPL-001", "owner-unknown", .error, .authoring,
        summary: "The owner of every document, gate and signal is a role or a person of the trust root.",
        why: "What belongs to somebody who is not known belongs to nobody, and nobody looks when it goes wrong.",
        requirements: ["S11", "S102"],
        failing: """
            metadata:
              name: customer-ai
              owner: role:ml-team   # no such role in governance/trust/1.yaml
            """,
        passing: """
            metadata:
              name: customer-ai
              owner: role:engineering-owner
            """)

    package static func check(_ snapshot: Snapshot, now: Timestamp) -> [Finding] {
        let people = KnownPeople(snapshot)
        guard people.current != nil else { return [noTrustRoot(snapshot)].compactMap { $0 } }
        return snapshot.documents.all.flatMap { document in
            owners(of: document).compactMap { owner in
                guard let reference = DocumentReference(owner.value),
                    let complaint = people.complaint(about: reference, in: document)
                else { return nil }
                return finding(
                    at: owner.location, field: owner.field, "owner \"\(owner.value)\": \(complaint)",
                    mend: "Name a role or person that the trust root has, or add it there.")
            }
        }
    }

    /// Further owners inside documents, such as those of messages and actions, are references like any other (REF-001).
    private static func owners(of document: any PlanDocument) -> [Located<String>] {
        let own = [document.envelope.owner].compactMap { $0 }
        guard let plan = document as? DeploymentPlan else { return own }
        return own + plan.entryCriteria.compactMap(\.owner) + plan.signals.compactMap(\.owner)
    }

    /// Said once, instead of for every owner; not at all when the file is there and another finding says what is wrong
    /// with it.
    private static func noTrustRoot(_ snapshot: Snapshot) -> Finding? {
        let folder = TrustRoot.folder + "/"
        if snapshot.problems.contains(where: { $0.location.path?.hasPrefix(folder) ?? false }) { return nil }
        let project = snapshot.documents.of(Project.self).first
        return finding(
            at: project?.envelope.owner?.location ?? .file(path: Project.path), field: project?.envelope.owner?.field,
            "\(TrustRoot.folder) has no trust root, so no owner is known",
            mend: "Write \(TrustRoot.folder)/1.yaml with the roles and people of this project.")
    }
}
