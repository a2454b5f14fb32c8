package import PlanModel
package import SourceText

package enum RollbackTargetMissing: SnapshotRule {
    package static let description = RuleDescription(
        "RBK-001", "rollback-target-missing", .error, .authoring,
        summary: "A release package says what a rollback goes back to, and that is there: an earlier release, an "
            + "endpoint, a flag, or the safe mode that its plan describes.",
        why: "Whoever has to take a release back at night should not have to think about where to.",
        requirements: ["S3", "S113"],
        failing: """
            previous: none
            rollback: {}
            """,
        passing: """
            previous: none
            rollback:
              target: {kind: disable-flag, flag: shop.assistant.enabled}
            """)

    package static func check(_ snapshot: Snapshot, now: Timestamp) -> [Finding] {
        snapshot.documents.of(ReleasePackage.self).compactMap { package in
            let rollback = package.rollback
            guard rollback.fields.isPresent else { return missing("rollback", in: package.spec) }
            guard rollback.target.isPresent else { return missing("target", in: rollback.fields) }
            guard let kind = rollback.kind else { return missing("kind", in: rollback.target) }
            switch kind.value {
            case "previous-release":
                if package.previous?.value == "none" {
                    return finding(
                        at: kind.location, field: kind.field,
                        "the rollback target is the previous release, and the package says `previous: none`",
                        mend: "Name an endpoint, a flag or the safe mode, until there is an earlier release.")
                }
                return incomplete("release", kind, rollback.target)
            case "alternate-endpoint": return incomplete("endpoint", kind, rollback.target)
            case "disable-flag": return incomplete("flag", kind, rollback.target)
            case "safe-mode": return noSafeMode(kind, package, snapshot)
            default: return nil
            }
        }
    }

    private static func missing(_ key: String, in fields: Fields) -> Finding {
        finding(
            at: fields.location(of: key), field: fields.fieldPath(key),
            "\(fields.fieldPath(key).dropFirst("spec.".count)) is missing, so a rollback has nowhere to go",
            mend: "Declare a target of kind previous-release, alternate-endpoint, disable-flag or safe-mode.")
    }

    private static func incomplete(_ key: String, _ kind: Located<String>, _ target: Fields) -> Finding? {
        guard !target.has(key) else { return nil }
        return finding(
            at: target.location(of: key), field: target.fieldPath(key),
            "the rollback target is of kind \(kind.value), and does not say which \(key)",
            mend: "Add `\(key):` to rollback.target.")
    }

    private static func noSafeMode(
        _ kind: Located<String>, _ package: ReleasePackage, _ snapshot: Snapshot
    ) -> Finding? {
        guard let name = package.plan.name?.value, let plan = snapshot.documents.named(name, DeploymentPlan.self),
            plan.rollback.fields.isPresent, !plan.rollback.fields.has("safeMode")
        else { return nil }
        return finding(
            at: kind.location, field: kind.field,
            "the rollback target is the safe mode, and plan \(name) describes none",
            mend: "Say in the plan's rollback.safeMode what remains in service and how it is switched on.")
    }
}
