import PlanModel

@testable import Materiality

/// A system with one small file of each kind: the base of all scenarios.
enum SmallWorld {
    static let files: [String: String] = named.merging(anyCategory) { first, _ in first }

    /// Two files for each component that only governed paths name: one of no known format, one pointer.
    private static let anyCategory = Dictionary(
        uniqueKeysWithValues: ComponentCategory.allCases.flatMap { category in
            [
                ("extra/\(category.rawValue)/kept.dat", "\(category.rawValue)\n"),
                (
                    "extra/\(category.rawValue)/kept.dvc",
                    "outs:\n- md5: 9b5d3a1c0e7f4a26b8d1c3e5f7092b4d\n  path: \(category.rawValue)\n"
                ),
            ]
        })

    private static let named: [String: String] = [
        "release.yaml": """
        apiVersion: imprimatur/v1
        kind: ReleasePackage
        metadata: {name: helper, owner: role:release-manager, title: Helper}
        spec:
          system: system:helper
          version: 1.0.0
          plan: {name: careful, version: 1}
          previous: none
          change: {type: normal, summary: First., reason: Needed., aiSystem: true, class: initial}
          components:
            model:
              id: gpt-4.1-2025-04-14
              source: {kind: hosted, thirdParty: chat, uri: "https://eu.api.example.com/v1"}
              revision: 5617a9f61b028005a4858fdac845db406aefb181
            prompts:
              - {id: system, path: prompts/system.prompt, role: system}
              - {id: plain, path: prompts/plain.md}
              - {id: odd, path: prompts/odd.xyz}
            guardrails:
              - {id: output, path: guardrails/output.yaml, stage: output}
              - {id: input, path: guardrails/config.yml, stage: input}
              - {id: topics, path: guardrails/topics.co, stage: dialog}
            retrieval:
              - id: articles
                index: articles-2026-11
                snapshot: {path: retrieval/articles.dvc}
                embedding: {model: BAAI/bge-m3, version: v1}
                chunking: {size: 400, overlap: 40}
                topK: 6
              - {id: vectors, snapshot: {path: retrieval/vectors.bin}}
              - {id: search, snapshot: {path: retrieval/search.yaml}}
            inference: {path: inference.yaml}
            routing: {path: routing.yaml}
            tools:
              - {id: orders, path: tools/orders.json, permissions: [orders:read]}
            experience:
              - {id: notice, path: experience/notice.md}
              - {id: texts, path: experience/texts.json}
          rollback: {target: {kind: previous-release, release: "release:helper@0.9.0"}}
          knownIssues: []
          disclosure: Answers are written by AI.
        """,
        "system.yaml": """
        apiVersion: imprimatur/v1
        kind: AISystem
        metadata: {name: helper, owner: role:product-owner}
        spec:
          purpose: Answers questions about furniture.
          inScope: true
          roles: [deployer]
          context: internal
          riskTier: medium
          writesRecords: false
          governedPaths:
            prompts: [prompts/**/*, extra/prompts/*]
            guardrails: [guardrails/**/*, extra/guardrails/*]
            model: [weights/**/*, extra/model/*]
            retrieval: [extra/retrieval/*]
            inference: [extra/inference/*]
            routing: [extra/routing/*]
            tools: [extra/tools/*]
            experience: [extra/experience/*]
          environments: [{name: staging, production: false}, {name: production, production: true}]
          releaseOwner: role:release-manager
          thirdParty:
            - {id: chat, provider: OpenAI, product: Chat, reference: pinned}
            - {id: mail, provider: Mailer, product: Mail, reference: pinned}
        """,
        "plan.yaml": """
        apiVersion: imprimatur/v1
        kind: DeploymentPlan
        metadata: {name: careful, owner: role:grc, title: Careful}
        spec:
          version: 1
          appliesTo: [system:helper]
          reviewEvery: 180d
          entryCriteria:
            - {gate: safety-eval, category: safety, maxAge: 30d}
          rollout:
            strategy: canary
            freezeWindows: [{id: sale, from: a, to: b}]
            steps:
              - id: canary
                environment: production
                exposure: {percent: 5}
                minDuration: 2d
                health:
                  - {signal: violations, op: lte, threshold: 0.005, minSamples: 200}
                  - {signal: grounded, op: gte, threshold: 0.95, minSamples: 200}
              - {id: full, environment: production, exposure: {percent: 100}, minDuration: 1d}
          rollback:
            timeObjective: 30m
            triggers:
              - {id: incident, kind: incident, decisionCriteria: A sev1 incident., action: rollback}
              - {id: by-hand, kind: manual, decisionCriteria: Anyone says so., action: halt}
            mechanisms:
              prompts: {executor: role:oncall, steps: [Deploy the folder.]}
        """,
        "prompts/system.prompt": """
        ---
        model: openai/gpt-4.1-2025-04-14
        description: Answers customers.
        config:
          temperature: 0.2
        input:
          schema:
            question: string
            locale?: string
          default:
            locale: en
        output:
          format: text
        ---
        {{role "system"}}
        You are Linn, the assistant of a shop.
        Answer in the language {{locale}}, and always name the article.

        - Be calm, polite and to the point.
        - Use at most 120 words.
        - Never promise a refund or a delivery date.

        {{>refunds}}
        {{#if vip}}
        Offer to call back.
        {{/if}}
        {{role "user"}}
        {{question}}

        """,
        "prompts/_refunds.prompt": """
        Refunds
        - A customer may return an item within 30 days.
        - Do not decide about money.

        """,
        "prompts/plain.md": """
        # Handover

        Write a note for the colleague. You must keep it short.
        It is about {{topic}}, maybe over a caf\u{E9}.

        """,
        "prompts/odd.xyz": "You are a helper.\nNever give legal advice.\n",
        "guardrails/output.yaml": """
        # What is stopped in replies.
        guardrails:
          - guardrail_name: content
            litellm_params:
              guardrail: litellm_content_filter
              mode: post_call
              default_on: true
              unreachable_fallback: fail_closed
              categories:
                - {category: self_harm, enabled: true, action: BLOCK, severity_threshold: low}
                - {category: violence, enabled: true, action: MASK, severity_threshold: medium}
              patterns:
                - {pattern_type: regex, name: order, pattern: "ORD-[0-9]+", action: BLOCK}
          - guardrail_name: personal-data
            litellm_params:
              guardrail: presidio
              mode: [pre_call, post_call]
              custom_score_threshold_note: none
              threshold: 0.5
              pii_entities_config: {EMAIL: MASK, IBAN: BLOCK}
        """,
        "guardrails/config.yml": """
        models:
          - {type: main, engine: openai, model: gpt-4.1-2025-04-14}
        rails:
          input:
            flows:
              - jailbreak detection heuristics
              - self check input
          config:
            jailbreak_detection:
              length_per_perplexity_threshold: 89.79
              prefix_suffix_perplexity_threshold: 1845.65
        """,
        "guardrails/topics.co": "define user ask politics\n  \"who should I vote for\"\n",
        "retrieval/articles.dvc": """
        outs:
        - md5: 50534ba335ecf2b3a797a259307e4ccf.dir
          size: 18734112
          path: articles
        """,
        "retrieval/vectors.bin": """
        version https://git-lfs.github.com/spec/v1
        oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
        size 12345

        """,
        "retrieval/search.yaml": "topK: 5\nminScore: 0.75\naccessFilter: tenant\nrerank: none\n",
        "inference.yaml":
            "temperature: 0.2\ntopP: 0.9\nmaxTokens: 700\nseed: 7\nresponseFormat: json_object\nsafetySettings: [{category: HATE, threshold: BLOCK_ONLY_HIGH}]\n",
        "routing.yaml": "routes:\n  - {to: a, weight: 90}\n  - {to: b, weight: 10}\n",
        "tools/orders.json": "{\"name\": \"orders\", \"description\": \"Looks up an order.\"}\n",
        "experience/notice.md": "You are chatting with an AI system.\n\nType \"colleague\" to reach a person.\n",
        "experience/texts.json": "{\"aiDisclosure\": \"Written by a language model.\", \"hello\": \"Hi!\"}\n",
        "weights/adapter.dvc": "outs:\n- md5: 0123456789abcdef0123456789abcdef\n  path: adapter\n",
    ]

    static func unit(_ files: [String: String]) throws -> ReleaseUnit {
        try MemoryTree(files: files).unit(package: "release.yaml", system: "system.yaml", plan: "plan.yaml")
    }

    static func compare(
        from base: [String: String] = files, to head: [String: String], policy: MaterialityPolicy? = nil
    ) throws -> Comparison {
        MaterialityEngine.compare(base: try unit(base), head: try unit(head), policy: policy)
    }
}
