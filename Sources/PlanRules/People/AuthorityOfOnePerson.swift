package import PlanModel
package import SourceText

package enum AuthorityOfOnePerson: SnapshotRule {
    package static let description = RuleDescription(
        "PPL-005", "authority-of-one-person", .warning, .authoring,
        summary:
            "More than one person can stop a rollout, and more than one can order a rollback. Silent where the trust root "
            + "says that one person may work alone (`soloAllowed`), or knows one person only.",
        why: "Rollouts go wrong at night and on holidays.",
        requirements: ["S15"],
        failing: """
            rollback:
              authority: [person:ivo]
            """,
        passing: """
            rollback:
              authority: [person:ivo, role:ai-oncall]   # and maya holds ai-oncall
            """)

    package static func check(_ snapshot: Snapshot, now: Timestamp) -> [Finding] {
        let people = KnownPeople(snapshot)
        guard let root = people.current, !root.approvals.soloAllowed,
            root.principals.count(where: { $0.kind == .human }) > 1
        else { return [] }
        return snapshot.documents.of(DeploymentPlan.self).flatMap { plan -> [Finding] in
            let stop = (plan.rollout.stopAuthority, plan.rollout.fields, "stopAuthority", "halt a rollout")
            let back = (plan.rollback.authority, plan.rollback.fields, "authority", "order a rollback")
            return [stop, back].compactMap { named, fields, key, what in
                guard let only = only(of: named, plan: plan, people: people), let first = named.first else {
                    return nil
                }
                return finding(
                    at: first.location, field: fields.fieldPath(key),
                    "only \(only) can \(what) under plan \(plan.name)",
                    mend: "Name a second person, or give somebody else the role.")
            }
        }
    }

    /// The one person whom all entries lead to; nil for none or several, and where a name could not be looked up.
    private static func only(
        of named: [Located<String>], plan: DeploymentPlan, people: KnownPeople
    ) -> String? {
        let references = named.compactMap { DocumentReference($0.value) }
        guard !references.isEmpty, !references.contains(where: people.mayBeUnread) else { return nil }
        let systems: [String?] = plan.appliesTo.isEmpty ? [nil] : plan.appliesTo.map(\.value.name)
        var found: Set<String> = []
        for reference in references {
            switch reference.prefix {
            case "person": found.insert(reference.name)
            case "role":
                for system in systems { found.formUnion(people.humans(holding: reference.name, for: system).map(\.id)) }
            default: return nil
            }
        }
        return found.count == 1 ? found.first : nil
    }
}
