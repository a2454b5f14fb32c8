/// The plan and the system in more fields than the small world has.
extension Scenario {
    private static let plan = "plan.yaml"
    private static let system = "system.yaml"

    private static let base: [String: String] = {
        guard let plan = SmallWorld.files[Scenario.plan], let system = SmallWorld.files[Scenario.system] else {
            return [:]
        }
        return [
            Scenario.plan: plan.replacing(
                "  appliesTo:",
                with: """
                      deploymentUnit: [model, prompts, guardrails, {category: routing, notApplicable: One model.}]
                      monitoring:
                        recordEvery: 7d
                        logging: {fields: [conversation, model, retrieved], retention: 180d}
                        signals:
                          - {id: violations, category: safety, op: lte, threshold: 0.005, window: 7d}
                          - {id: complaints, category: user-feedback, reviewEvery: 7d}
                      postDeploymentReview: {dueAfter: 30d, window: 14d, reviewer: role:risk}
                      exceptions: {approvers: [role:risk], maxDuration: 14d, retrospectiveWithin: 5d}
                      appliesTo:
                    """
            ).replacing(
                "{id: sale, from: a, to: b}",
                with: "{id: sale, from: \"2026-12-20T00:00:00Z\", to: \"2027-01-07T00:00:00Z\", reason: Sale.}"
            ).replacing(
                "maxAge: 30d}", with: "maxAge: 30d, requiredFor: {minTier: medium, minClass: minor}}"
            ).replacing(
                "exposure: {percent: 5}", with: "onFail: rollback\n        exposure: {percent: 5, audience: employees}"),
            Scenario.system: system
                + "\n  regulatory: {euAiAct: {class: high-risk}}\n  regions: [DE, AT]\n  userGroups: [customers]\n  uses: [orders, returns]\n",
        ]
    }()

    private static func plan(_ name: String, _ old: String, _ new: String, expect: String...) -> Scenario {
        Scenario(name, adding: base, .replace(plan, old, new), expect: expect)
    }

    private static func system(_ name: String, _ old: String, _ new: String, expect: String...) -> Scenario {
        Scenario(name, adding: base, .replace(system, old, new), expect: expect)
    }

    static let planScenarios: [Scenario] = [
        plan(
            "a signal less", "      - {id: complaints, category: user-feedback, reviewEvery: 7d}\n", "",
            expect: "plan/monitoring-weakened critical"),
        plan(
            "a laxer signal", "op: lte, threshold: 0.005, window", "op: lte, threshold: 0.02, window",
            expect: "plan/monitoring-weakened critical"),
        plan(
            "a stricter signal", "op: lte, threshold: 0.005, window", "op: lt, threshold: 0.005, window",
            expect: "plan/monitoring-strengthened minor"),
        plan("a signal over another time", "window: 7d}", "window: 14d}", expect: "plan/changed material"),
        plan("a record less often", "recordEvery: 7d", "recordEvery: 30d", expect: "plan/monitoring-weakened critical"),
        plan("the same time in weeks", "recordEvery: 7d", "recordEvery: 1w", expect: "plan/metadata-only none"),
        plan(
            "a logged field less", "[conversation, model, retrieved]", "[conversation, model]",
            expect: "plan/monitoring-weakened critical"),
        plan("logs for longer", "retention: 180d", "retention: 365d", expect: "plan/monitoring-strengthened minor"),
        plan("a later review", "dueAfter: 30d", "dueAfter: 60d", expect: "plan/monitoring-weakened critical"),
        plan(
            "a longer look", "window: 14d, reviewer", "window: 28d, reviewer",
            expect: "plan/monitoring-strengthened minor"),
        plan("a part less", "[model, prompts, guardrails,", "[model, prompts,", expect: "plan/unit-narrowed critical"),
        plan(
            "a part that does not apply", "[model, prompts, guardrails,",
            "[model, prompts, {category: guardrails, notApplicable: None.},", expect: "plan/unit-narrowed critical"),
        plan(
            "a part that applies", "{category: routing, notApplicable: One model.}", "routing",
            expect: "plan/unit-widened minor"),
        plan(
            "a part more", "guardrails, {category: routing, notApplicable: One model.}]",
            "guardrails, {category: routing, notApplicable: One model.}, tools]", expect: "plan/unit-widened minor"),
        Scenario(
            "a part that is listed at last",
            adding: [plan: (base[plan] ?? "").replacing("prompts, guardrails, {", with: "prompts, {")],
            .replace(plan, "prompts, {", "prompts, guardrails, {"), expect: ["plan/unit-widened minor"]),
        plan("another reason why not", "One model.", "One model only.", expect: "plan/changed material"),
        plan(
            "a further waiver of gates", "approvers: [role:risk]", "approvers: [role:risk, role:release-manager]",
            expect: "plan/exceptions-widened critical"),
        plan("longer exceptions", "maxDuration: 14d", "maxDuration: 60d", expect: "plan/exceptions-widened critical"),
        plan(
            "a gate less often", "minClass: minor", "minClass: critical",
            expect: "plan/acceptance-threshold-lowered critical"),
        plan(
            "a gate always", ", requiredFor: {minTier: medium, minClass: minor}", "",
            expect: "plan/acceptance-threshold-raised minor"),
        plan(
            "a gate in other cases", "minTier: medium, minClass: minor", "minTier: low, minClass: critical",
            expect: "plan/changed material"),
        plan("evidence of any age", "maxAge: 30d, ", "", expect: "plan/acceptance-threshold-lowered critical"),
        plan("fresher evidence", "maxAge: 30d", "maxAge: 7d", expect: "plan/acceptance-threshold-raised minor"),
        plan(
            "a threshold to be met only", "signal: grounded, op: gte", "signal: grounded, op: gt",
            expect: "plan/acceptance-threshold-raised minor"),
        plan(
            "a threshold turned round", "signal: grounded, op: gte", "signal: grounded, op: lte",
            expect: "plan/changed material"),
        plan("no audience", ", audience: employees", "", expect: "plan/scope-expanded critical"),
        plan("another audience", "audience: employees", "audience: testers", expect: "plan/changed material"),
        plan("only a halt", "onFail: rollback", "onFail: halt", expect: "plan/rollback-removed critical"),
        plan("a shorter freeze", "2027-01-07", "2027-01-02", expect: "plan/rollout-accelerated material"),
        plan("a freeze that begins sooner", "2026-12-20", "2026-12-10", expect: "plan/rollout-slowed minor"),
        plan("another reason for a freeze", "reason: Sale.", "reason: Christmas.", expect: "plan/metadata-only none"),
        plan(
            "everybody in one step",
            "      - id: canary\n        environment: production\n        onFail: rollback\n        exposure: {percent: 5, audience: employees}\n        minDuration: 2d\n        health:\n          - {signal: violations, op: lte, threshold: 0.005, minSamples: 200}\n          - {signal: grounded, op: gte, threshold: 0.95, minSamples: 200}\n",
            "", expect: "plan/rollout-accelerated material"),
        system(
            "fewer duties by law", "class: high-risk", "class: limited-risk", expect: "plan/risk-tier-lowered critical"),
        system("more duties by law", "class: high-risk", "class: prohibited", expect: "plan/risk-tier-raised material"),
        system(
            "a further use", "[orders, returns]", "[orders, returns, refunds]", expect: "plan/scope-expanded critical"),
        system("a use less", "[orders, returns]", "[orders]", expect: "plan/scope-reduced minor"),
        system(
            "another group of users", "[customers]", "[staff]", expect: "plan/scope-expanded critical",
            "plan/scope-reduced minor"),
        system(
            "regions in a field of one's own", "  regions: [DE, AT]", "  regions: [DE, AT]\n  x-regions: [DE, AT, CH]",
            expect: "system/changed material"),
        system("a further region", "[DE, AT]", "[DE, AT, CH]", expect: "plan/scope-expanded critical"),
        Scenario(
            "regions, newly said", .replace(system, "  context: internal", "  context: internal\n  regions: [DE]"),
            expect: ["system/changed material"]),
        system("regions in another order", "[DE, AT]", "[AT, DE]", expect: "system/metadata-only none"),
        system(
            "a field of one's own", "regions: [DE, AT]", "regions: [DE, AT]\n  x-owner: a",
            expect: "system/changed material"),
    ]
}
