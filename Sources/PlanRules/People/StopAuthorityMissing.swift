package import PlanModel
package import SourceText

package enum StopAuthorityMissing: SnapshotRule {
    package static let description = RuleDescription(
        "PPL-004", "stop-authority-missing", .error, .authoring,
        summary: "Every plan names who may halt a rollout, and each name leads to a person.",
        why: "While a rollout goes wrong there is no time to find out who may stop it. A robot cannot be asked.",
        requirements: ["S15", "S63", "S92"],
        failing: """
            rollout:
              strategy: canary
              stopAuthority: []
            """,
        passing: """
            rollout:
              strategy: canary
              stopAuthority: [role:ai-oncall, person:maya]
            """)

    package static func check(_ snapshot: Snapshot, now: Timestamp) -> [Finding] {
        let people = KnownPeople(snapshot)
        return snapshot.documents.of(DeploymentPlan.self).flatMap { plan -> [Finding] in
            // Without any rollout the schema says so.
            guard plan.rollout.fields.isPresent else { return [] }
            let named = plan.rollout.stopAuthority.filter { !$0.value.isEmpty }
            guard !named.isEmpty else { return [nobodyNamed(in: plan)] }
            guard people.current != nil,
                !named.compactMap({ DocumentReference($0.value) }).contains(where: people.mayBeUnread)
            else { return [] }
            let unreachable = named.compactMap { entry -> Finding? in
                guard let reason = whyNobody(entry.value, plan: plan, people: people) else { return nil }
                return finding(
                    at: entry.location, field: entry.field, "nobody can halt a rollout as \(entry.value): \(reason)",
                    mend: "Name a role that a person holds, or a person.")
            }
            return unreachable.isEmpty ? systemsWithoutAnybody(named, plan: plan, people: people) : unreachable
        }
    }

    private static func nobodyNamed(in plan: DeploymentPlan) -> Finding {
        let fields = plan.rollout.fields
        return finding(
            at: fields.location(of: "stopAuthority"), field: fields.fieldPath("stopAuthority"),
            "plan \(plan.name): rollout.stopAuthority names nobody, so nobody may halt a rollout",
            mend: "Add `stopAuthority: [role:…]` with a role that somebody on call holds.")
    }

    /// Why an entry leads to no person; nil when it leads to one. References of another kind are REF-002's.
    private static func whyNobody(_ entry: String, plan: DeploymentPlan, people: KnownPeople) -> String? {
        guard let reference = DocumentReference(entry) else { return nil }
        if let complaint = people.complaint(about: reference, in: plan) { return complaint }
        switch reference.prefix {
        case "role":
            let systems: [String?] = plan.appliesTo.isEmpty ? [nil] : plan.appliesTo.map(\.value.name)
            let isHeld = systems.contains { !people.humans(holding: reference.name, for: $0).isEmpty }
            return isHeld ? nil : "no person holds the role"
        case "person":
            return people.principal(reference.name)?.kind == .human ? nil : "\(reference.name) is not a human"
        default:
            return nil
        }
    }

    /// A role may be held for some systems only, so that a plan for several can leave one without anybody.
    private static func systemsWithoutAnybody(
        _ named: [Located<String>], plan: DeploymentPlan, people: KnownPeople
    ) -> [Finding] {
        let references = named.compactMap { DocumentReference($0.value) }
        guard !references.contains(where: { $0.prefix != "role" }) else { return [] }
        return plan.appliesTo.compactMap { system in
            let name = system.value.name
            guard references.allSatisfy({ people.humans(holding: $0.name, for: name).isEmpty }) else { return nil }
            return finding(
                at: system.location, field: plan.rollout.fields.fieldPath("stopAuthority"),
                "nobody can halt a rollout of \(name): the roles in rollout.stopAuthority are held for other systems only",
                mend: "Give one of the roles to somebody for \(name), or name somebody else.")
        }
    }
}
