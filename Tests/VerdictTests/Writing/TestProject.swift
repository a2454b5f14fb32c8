/// The smallest project with one governed system: a prompt behind a hosted model, at tier low.
enum TestProject {
    static let system = "bot"
    static let prompt = "systems/bot/prompt.txt"

    /// All files but the trust root.
    ///
    /// - Parameters:
    ///   - variant: which of several texts the prompt has.
    ///   - approvals: what the policy asks of a material or critical change.
    static func files(
        version: String, previous: String, declared: String, variant: Int, approvals: String
    ) -> [String: String] {
        [
            "imprimatur.yaml": project, "governance/plan.yaml": plan,
            "governance/materiality.yaml": policy(approvals),
            "systems/bot/system.yaml": systemText,
            "systems/bot/release.yaml": release(version: version, previous: previous, declared: declared),
            prompt: "Answer questions about bicycles. \(sentences[variant % sentences.count])\n",
        ]
    }

    private static let sentences = [
        "Be brief and friendly.", "Explain every step.", "Write like a mechanic.", "Begin with the shortest answer.",
    ]

    private static let project = """
        apiVersion: imprimatur/v1
        kind: Project
        metadata: {name: shop, owner: role:grc}
        spec:
          documents: [imprimatur.yaml, "governance/*.yaml", "systems/*/system.yaml", "systems/*/release.yaml"]

        """

    private static let plan = """
        apiVersion: imprimatur/v1
        kind: DeploymentPlan
        metadata: {name: plan, owner: role:grc}
        spec:
          version: 1
          appliesTo: [system:bot]
          effectiveFrom: "2026-01-01T00:00:00Z"
          reviewEvery: 3650d
          deploymentUnit: [model, prompts, guardrails, retrieval, inference, routing, tools, experience]
          entryCriteria: []
          rollout:
            strategy: all-at-once
            stopAuthority: [role:po]
            steps:
              - id: full
                environment: production
                exposure: {percent: 100, audience: everybody}
                minDuration: 1d
                onFail: rollback
                health:
                  - {signal: error-rate, op: lte, threshold: 0.01, window: 24h, minSamples: 50}
          rollback:
            triggers:
              - {signal: error-rate, op: gte, threshold: 0.1, window: 1h, minSamples: 50}
            authority: [role:po]
            target: previous-release

        """

    static func policy(_ approvals: String) -> String {
        """
        apiVersion: imprimatur/v1
        kind: MaterialityPolicy
        metadata: {name: policy, owner: role:grc}
        spec:
          classes: [none, minor, material, critical]
          default: material
          rules:
            - {id: approval/authority-granted, class: none, why: Only prompts weigh in these histories.}
            - {id: approval/authority-withdrawn, class: none, why: Only prompts weigh in these histories.}
            - {id: approval/changed, class: none, why: Only prompts weigh in these histories.}
          tiers: [low, medium, high]
          matrix:
            - {tier: low, class: initial, gates: [], approvals: []}
            - {tier: low, class: none, gates: [], approvals: []}
            - {tier: low, class: minor, gates: [], approvals: []}
            - {tier: low, class: material, gates: [], approvals: \(approvals)}
            - {tier: low, class: critical, gates: [], approvals: \(approvals)}

        """
    }

    private static let systemText = """
        apiVersion: imprimatur/v1
        kind: AISystem
        metadata: {name: bot, owner: role:po}
        spec:
          purpose: Answers questions about bicycles.
          inScope: true
          roles: [deployer]
          context: internal
          riskTier: low
          governedPaths:
            prompts: ["systems/bot/*.txt"]
            guardrails: []
            retrieval: []
            inference: []
            routing: []
            tools: []
            experience: []
          environments: [{name: production, production: true}]
          releaseOwner: role:release-manager
          thirdParty:
            - id: chat
              provider: OpenAI
              product: GPT-4.1
              reference: pinned
              noticeChannel: notices@example.org
              intakeOwner: role:po
          incident:
            system: Jira
            severities: [sev1]
            oncall: role:po
            escalation: [role:po]

        """

    private static func release(version: String, previous: String, declared: String) -> String {
        """
        apiVersion: imprimatur/v1
        kind: ReleasePackage
        metadata: {name: bot, owner: role:release-manager}
        spec:
          system: system:bot
          version: \(version)
          plan: {name: plan, version: 1}
          previous: \(previous)
          change:
            ticket: T-1
            type: normal
            summary: Another text of the prompt.
            reason: Customers asked for it.
            aiSystem: true
            class: \(declared)
          components:
            model:
              id: gpt-4.1-2025-04-14
              source: {kind: hosted, thirdParty: chat, uri: "https://api.openai.com/v1"}
              revision: "2025-04-14"
            prompts: [{id: system, path: \(prompt), role: system, format: text}]
            guardrails: {notApplicable: Staff only.}
            retrieval: {notApplicable: Nothing is retrieved.}
            inference: {notApplicable: The defaults of the model.}
            routing: {notApplicable: One model.}
            tools: {notApplicable: It calls no tools.}
            experience: {notApplicable: A plain text field.}
          rollback:
            target: {kind: disable-flag, flag: bot.enabled}

        """
    }
}
