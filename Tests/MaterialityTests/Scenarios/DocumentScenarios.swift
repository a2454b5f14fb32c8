extension Scenario {
    private static let plan = "plan.yaml"
    private static let system = "system.yaml"
    private static let release = "release.yaml"

    private static let flagged =
        SmallWorld.files[release]?.replacing(
            "{kind: previous-release, release: \"release:helper@0.9.0\"}", with: "{kind: disable-flag, flag: assistant}"
        )
        ?? ""

    private static let triggers = """
              - {id: incident, kind: incident, decisionCriteria: A sev1 incident., action: rollback}
              - {id: by-hand, kind: manual, decisionCriteria: Anyone says so., action: halt}

        """

    private static let twoRegions =
        SmallWorld.files[system]?.replacing(
            "{name: production, production: true}",
            with: "{name: production, production: true}, {name: production-ch, production: true}") ?? ""
    private static let noted =
        SmallWorld.files[system]?.replacing("[prompts/**/*,", with: "[prompts/**/*, notes/**/*,") ?? ""
    private static let mailed =
        SmallWorld.files[system]?.replacing("product: Mail,", with: "product: Mail, purpose: Letters.,") ?? ""
    private static let mail = "    - {id: mail, provider: Mailer, product: Mail, reference: pinned}"

    /// The small world's system without one line or part of it.
    private static func systemWithout(_ part: String) -> [String: String] {
        [system: (SmallWorld.files[system] ?? "").replacing(part, with: "")]
    }

    static let documentScenarios: [Scenario] = [
        Scenario("nothing", expect: []),
        Scenario(
            "what changes with every release", .replace(release, "version: 1.0.0", "version: 1.1.0"),
            .replace(release, "previous: none", "previous: 1.0.0"),
            .replace(release, "summary: First.", "summary: Second."),
            .replace(release, "class: initial", "class: none"), .replace(release, "helper@0.9.0", "helper@1.0.0"),
            .replace(release, "knownIssues: []", "knownIssues: [{id: a, text: b}]"), expect: []),
        Scenario(
            "a title", .replace(plan, "title: Careful", "title: Very careful"), expect: ["plan/metadata-only none"]),
        Scenario(
            "a title of the release", .replace(release, "title: Helper", "title: The helper"),
            expect: ["system/metadata-only none"]),
        Scenario("a comment in the plan", .replace(plan, "  version: 1", "  version: 2 # next"), expect: []),
        Scenario(
            "another purpose", .replace(system, "about furniture", "about health"),
            expect: ["system/purpose-changed critical"]),
        Scenario(
            "a lower tier", .replace(system, "riskTier: medium", "riskTier: low"),
            expect: ["plan/risk-tier-lowered critical"]),
        Scenario(
            "a higher tier", .replace(system, "riskTier: medium", "riskTier: high"),
            expect: ["plan/risk-tier-raised material"]),
        Scenario(
            "out of scope", .replace(system, "inScope: true", "inScope: false"), expect: ["system/left-scope critical"]),
        Scenario(
            "customers", .replace(system, "context: internal", "context: customer-facing"),
            expect: ["plan/scope-expanded critical"]),
        Scenario(
            "fewer governed files", .replace(system, "[guardrails/**/*, ", "["),
            expect: ["system/governed-paths-narrowed critical"]),
        Scenario(
            "more governed files", .replace(system, "[prompts/**/*,", "[prompts/**/*, notes/**/*,"),
            expect: ["system/governed-paths-widened minor"]),
        Scenario(
            "staging serves users",
            .replace(system, "{name: staging, production: false}", "{name: staging, production: true}"),
            expect: ["plan/scope-expanded critical"]),
        Scenario(
            "no staging", .replace(system, "{name: staging, production: false}, ", ""),
            expect: ["system/changed material"]),
        Scenario(
            "one environment with users less", adding: [system: twoRegions],
            .replace(system, ", {name: production-ch, production: true}", ""), expect: ["plan/scope-reduced minor"]),
        Scenario(
            "an environment that is said to have no users", adding: [system: twoRegions],
            .replace(system, "production-ch, production: true", "production-ch, production: false"),
            expect: ["plan/scope-reduced material"]),
        Scenario(
            "an environment with users", adding: [system: twoRegions],
            .replace(
                system, "{name: staging, production: false}",
                "{name: staging, production: false}, {name: pilot, production: true}"),
            expect: ["plan/scope-expanded critical"]),
        Scenario(
            "a staging environment", adding: systemWithout("{name: staging, production: false}, "),
            .replace(system, "environments: [", "environments: [{name: staging, production: false}, "),
            expect: ["system/changed material"]),
        Scenario(
            "fewer notes", adding: [system: noted], .replace(system, "[prompts/**/*, notes/**/*,", "[prompts/**/*,"),
            expect: ["system/governed-paths-narrowed critical"]),
        Scenario(
            "what somebody else's part is for", adding: [system: mailed],
            .replace(system, "purpose: Letters.", "purpose: Letters and adverts."), expect: ["system/changed material"]),
        Scenario(
            "other roles", .replace(system, "[deployer]", "[deployer, provider]"), expect: ["system/changed material"]),
        Scenario(
            "a floating part",
            .replace(system, "product: Mail, reference: pinned", "product: Mail, reference: floating"),
            expect: ["thirdparty/unpinned material"]),
        Scenario(
            "another mailer", .replace(system, "provider: Mailer", "provider: Other"),
            expect: ["thirdparty/provider-changed critical"]),
        Scenario(
            "no mailer", .replace(system, mail, ""), expect: ["thirdparty/removed minor"]),
        Scenario(
            "a mailer", adding: systemWithout(mail),
            .replace(system, "product: Chat, reference: pinned}\n", "product: Chat, reference: pinned}\n" + mail),
            expect: ["thirdparty/added material"]),
        Scenario(
            "a trigger less",
            .replace(
                plan, "      - {id: by-hand, kind: manual, decisionCriteria: Anyone says so., action: halt}\n", ""),
            expect: ["plan/rollback-removed critical"]),
        Scenario(
            "no mechanism",
            .replace(
                plan, "    mechanisms:\n      prompts: {executor: role:oncall, steps: [Deploy the folder.]}",
                "    drillEvery: 90d"),
            expect: ["plan/rollback-changed material", "plan/rollback-removed critical"]),
        Scenario(
            "triggers in another order",
            .replace(plan, triggers, triggers.split(separator: "\n").reversed().joined(separator: "\n") + "\n"),
            expect: ["plan/rollback-changed material"]),
        Scenario(
            "no triggers", .replace(plan, "    triggers:\n" + triggers, ""), expect: ["plan/rollback-removed critical"]),
        Scenario("a slower way back", .replace(plan, "30m", "4h"), expect: ["plan/rollback-changed material"]),
        Scenario(
            "a weaker target", .replace(release, "kind: previous-release", "kind: disable-flag"),
            expect: ["plan/rollback-changed material"]),
        Scenario(
            "another flag to switch off", adding: [release: flagged],
            .replace(release, "flag: assistant", "flag: banner"), expect: ["plan/rollback-changed material"]),
        Scenario(
            "the release that went before", .replace(release, "helper@0.9.0\"}}", "helper@0.9.1\"}}"),
            expect: []),
        Scenario(
            "no target",
            .replace(
                release, "rollback: {target: {kind: previous-release, release: \"release:helper@0.9.0\"}}",
                "rollback: {}"), expect: ["plan/rollback-removed critical"]),
        Scenario(
            "everybody at once", .replace(plan, "strategy: canary", "strategy: all-at-once"),
            expect: ["plan/rollout-accelerated material"]),
        Scenario(
            "a bigger step", .replace(plan, "percent: 5}", "percent: 50}"),
            expect: ["plan/rollout-accelerated material"]),
        Scenario(
            "a longer step", .replace(plan, "minDuration: 2d", "minDuration: 3d"), expect: ["plan/rollout-slowed minor"]
        ),
        Scenario(
            "a shorter step", .replace(plan, "minDuration: 2d", "minDuration: 36h"),
            expect: ["plan/rollout-accelerated material"]),
        Scenario(
            "no freeze", .replace(plan, "[{id: sale, from: a, to: b}]", "[]"),
            expect: ["plan/rollout-accelerated material"]),
        Scenario(
            "a gate less", .replace(plan, "    - {gate: safety-eval, category: safety, maxAge: 30d}", "    []"),
            expect: ["plan/acceptance-threshold-lowered critical"]),
        Scenario(
            "older evidence", .replace(plan, "maxAge: 30d", "maxAge: 90d"),
            expect: ["plan/acceptance-threshold-lowered critical"]),
        Scenario(
            "more violations", .replace(plan, "0.005", "0.01"), expect: ["plan/acceptance-threshold-lowered critical"]),
        Scenario(
            "better grounding", .replace(plan, "0.95", "0.97"), expect: ["plan/acceptance-threshold-raised minor"]),
        Scenario(
            "fewer samples", .replace(plan, "threshold: 0.95, minSamples: 200", "threshold: 0.95, minSamples: 20"),
            expect: ["plan/acceptance-threshold-lowered critical"]),
        Scenario(
            "another system", .replace(plan, "[system:helper]", "[system:helper, system:other]"),
            expect: ["plan/scope-expanded critical"]),
        Scenario(
            "another plan", .replace(release, "plan: {name: careful", "plan: {name: careless"),
            expect: ["plan/changed material"]),
        Scenario(
            "a review less often", .replace(plan, "180d", "360d"), expect: ["plan/monitoring-weakened critical"]),
        Scenario(
            "a plan without a day of review", .replace(plan, "reviewEvery: 180d\n", "environmentDifferences: none\n"),
            expect: ["plan/changed material", "plan/changed material"]),
        Scenario(
            "no words about the release", .replace(release, "\n  disclosure: Answers are written by AI.", ""),
            expect: ["experience/ai-disclosure-removed critical"]),
    ]
}
