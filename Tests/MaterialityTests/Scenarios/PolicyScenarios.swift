extension Scenario {
    private static let path = "guardrails/policies.yaml"

    /// Guardrail policies as LiteLLM's documentation writes them.
    private static let policies = """
        guardrails:
          - guardrail_name: personal-data
            litellm_params: {guardrail: presidio, mode: pre_call}
          - guardrail_name: prompt-injection
            litellm_params: {guardrail: lakera_v2, mode: pre_call, api_key: os.environ/LAKERA_API_KEY}
          - guardrail_name: replies
            litellm_params: {guardrail: bedrock, mode: post_call, guardrailIdentifier: wf0hkdb5x07f, guardrailVersion: "3"}
        policies:
          company:
            description: What every request passes.
            guardrails:
              add: [personal-data, prompt-injection]
          shop:
            inherit: company
            guardrails:
              add: [replies]
          testing:
            inherit: company
            guardrails:
              remove: [personal-data]
          gpt:
            guardrails:
              add: [replies]
            condition:
              model: "gpt-4\\\\.1.*"
          finance:
            inherit: gpt
            guardrails:
              add: [personal-data]
            pipeline:
              steps:
                - guardrail: personal-data
                  on_fail: block
        policy_attachments:
          - policy: company
            scope: "*"
          - policy: shop
            teams: [shop, shop-backoffice]
          - policy: testing
            keys: ["dev-*", "test-*"]
          - policy: gpt
            models: ["gpt-*"]

        """

    private static func policy(_ name: String, _ edits: Edit..., expect expected: [String]) -> Scenario {
        Scenario(name, adding: [path: policies], edits, expect: expected)
    }

    private static let condition = #"model: "gpt-4\\.1.*""#

    static let policyScenarios: [Scenario] =
        inheritanceScenarios + conditionScenarios + attachmentScenarios + includeScenarios

    // MARK: Several files

    private static let rails = "guardrails/shared/rails.yaml"
    private static let main = """
        include: [shared/rails.yaml]
        model_list:
          - model_name: shop-chat
            litellm_params: {model: openai/gpt-4.1-2025-04-14}

        """

    private static let split = [path: main, rails: policies]

    private static let includeScenarios = [
        Scenario(
            "a configuration that is cut in two", adding: [path: policies],
            .write(path, "include: [shared/rails.yaml]\n"), .write(rails, policies),
            expect: ["guardrail/source-only none", "guardrail/source-only none"]),
        Scenario(
            "a configuration that is cut in two and loses a guardrail", adding: [path: policies],
            .write(path, "include: [shared/rails.yaml]\n"),
            .write(
                rails, policies.replacing("add: [personal-data, prompt-injection]", with: "add: [prompt-injection]")),
            expect: ["guardrail/removed critical", "guardrail/removed critical", "guardrail/source-only none"]),
        Scenario(
            "a guardrail less in an included file", adding: split,
            .replace(rails, "add: [personal-data, prompt-injection]", "add: [prompt-injection]"),
            expect: ["guardrail/removed critical", "guardrail/removed critical"]),
        Scenario(
            "a comment in an included file", adding: split,
            .replace(rails, "What every request passes.", "What every request passes.  # all of them"),
            expect: ["guardrail/source-only none"]),
        Scenario(
            "a list that two files share", adding: split,
            .replace(
                rails, "policies:\n", "model_list: [{model_name: \"*\", litellm_params: {model: \"*\"}}]\npolicies:\n"),
            expect: ["routing/catch-all-added critical"]),
        Scenario(
            "an included file that cannot be read", adding: split, .replace(rails, "policies:\n", "policies: [\n"),
            expect: ["guardrail/opaque-changed material", "guardrail/opaque-changed material"]),
        Scenario(
            "an include that is no list", adding: split,
            .replace(path, "include: [shared/rails.yaml]", "include: shared/rails.yaml"),
            expect: ["guardrail/opaque-changed material"]),
        Scenario(
            "an include that is laid out over two lines", adding: split,
            .replace(path, "include: [shared/rails.yaml]", "include:\n  - shared/rails.yaml"),
            expect: ["guardrail/source-only none"]),
        Scenario(
            "an included file that is gone", adding: split, .delete(rails),
            expect: ["guardrail/file-removed critical", "guardrail/opaque-changed material"]),
    ]

    private static let inheritanceScenarios = [
        policy(
            "a policy that says what it inherited",
            .replace(
                path, "    inherit: company\n    guardrails:\n      add: [replies]",
                "    guardrails:\n      add: [prompt-injection, personal-data, replies]"),
            expect: ["guardrail/source-only none"]),
        policy(
            "the same guardrail added twice",
            .replace(path, "add: [replies]\n  testing", "add: [replies, prompt-injection]\n  testing"),
            expect: ["guardrail/source-only none"]),
        policy(
            "a guardrail less for everybody who inherits",
            .replace(path, "add: [personal-data, prompt-injection]", "add: [personal-data]"),
            expect: ["guardrail/removed critical", "guardrail/removed critical", "guardrail/removed critical"]),
        policy(
            "another guardrail that is taken away",
            .replace(path, "remove: [personal-data]", "remove: [prompt-injection]"),
            expect: ["guardrail/added minor", "guardrail/removed critical"]),
        policy(
            "nothing is taken away", .replace(path, "remove: [personal-data]", "remove: []"),
            expect: ["guardrail/added minor"]),
        policy(
            "a parent that runs for some models only",
            .replace(
                path, "inherit: company\n    guardrails:\n      add: [replies]",
                "inherit: gpt\n    guardrails:\n      add: [personal-data, prompt-injection]"),
            expect: ["guardrail/scope-narrowed critical"]),
        policy(
            "no parent any more",
            .replace(
                path, "    inherit: company\n    guardrails:\n      remove: [personal-data]",
                "    guardrails:\n      remove: [personal-data]"),
            expect: ["guardrail/removed critical"]),
        policy(
            "a parent that is not there", .replace(path, "inherit: gpt", "inherit: gpts"),
            expect: ["guardrail/opaque-changed material"]),
        policy(
            "a file whose policies take the place of the own ones", .replace(path, "inherit: gpt", "inherit: gpts"),
            .replace(
                path, "guardrails:\n  - guardrail_name: personal",
                "include: [gpts.yaml]\nguardrails:\n  - guardrail_name: personal"),
            .write("guardrails/gpts.yaml", "policies: {gpts: {guardrails: {add: [replies]}}}\n"),
            expect: ["guardrail/added minor"] + Array(repeating: "guardrail/removed critical", count: 5)),
        policy(
            "policies that inherit in a circle", .replace(path, "  company:\n", "  company:\n    inherit: shop\n"),
            expect: ["guardrail/opaque-changed material"]),
        policy(
            "guardrails that are no list",
            .replace(path, "add: [replies]\n    condition", "add: replies\n    condition"),
            expect: ["guardrail/opaque-changed material"]),
        policy(
            "a policy less",
            .replace(path, "  testing:\n    inherit: company\n    guardrails:\n      remove: [personal-data]\n", ""),
            .replace(path, "  - policy: testing\n    keys: [\"dev-*\", \"test-*\"]\n", ""),
            expect: ["guardrail/removed critical", "guardrail/scope-narrowed critical"]),
        policy(
            "words about a policy", .replace(path, "What every request", "What each request"),
            expect: ["guardrail/source-only none"]),
        policy(
            "a step that lets pass", .replace(path, "on_fail: block", "on_fail: allow"),
            expect: ["guardrail/action-weakened critical"]),
        policy(
            "a step that says its default",
            .replace(path, "on_fail: block", "on_fail: block\n          on_pass: allow"),
            expect: ["guardrail/source-only none"]),
        policy(
            "a guardrail's draft", .replace(path, "guardrailVersion: \"3\"", "guardrailVersion: DRAFT"),
            expect: ["guardrail/reference-floating critical"]),
        policy(
            "a guardrail's next version", .replace(path, "guardrailVersion: \"3\"", "guardrailVersion: \"4\""),
            expect: ["guardrail/setting-changed material"]),
    ]

    private static let conditionScenarios = [
        policy(
            "a condition for fewer models", .replace(path, condition, #"model: "gpt-4\\.1-mini.*""#),
            expect: ["guardrail/scope-narrowed critical", "guardrail/scope-narrowed critical"]),
        policy(
            "a condition for more models", .replace(path, condition, #"model: "gpt-[45].*""#),
            expect: ["guardrail/scope-widened minor", "guardrail/scope-widened minor"]),
        policy(
            "a condition in other words", .replace(path, condition, #"model: "(gpt)-4[.]1.*""#),
            expect: ["guardrail/source-only none", "guardrail/source-only none"]),
        policy(
            "no condition", .replace(path, "\n    condition:\n      " + condition, ""),
            expect: ["guardrail/scope-widened minor", "guardrail/scope-widened minor"]),
        policy(
            "a condition for other models", .replace(path, condition, #"model: "claude-.*""#),
            expect: ["guardrail/scope-narrowed critical", "guardrail/scope-narrowed critical"]),
        policy(
            "a list of models that leaves one out", .replace(path, condition, "model: [gpt-4.1-2025-04-14]"),
            expect: ["guardrail/scope-narrowed critical", "guardrail/scope-narrowed critical"]),
        policy(
            "a condition that looks ahead", .replace(path, condition, #"model: "(?=gpt-4).*""#),
            expect: ["guardrail/setting-changed material", "guardrail/setting-changed material"]),
        policy(
            "a condition that would take for ever", .replace(path, condition, #"model: "(a+)+b|((gpt|gp|t)*)*-4.*""#),
            expect: ["guardrail/scope-widened minor", "guardrail/scope-widened minor"]),
        policy(
            "a model that the condition does not know",
            .replace("release.yaml", "id: gpt-4.1-2025-04-14", "id: gpt-5-2025-08-07"),
            expect: [
                "guardrail/scope-narrowed critical", "guardrail/scope-narrowed critical", "model/id-changed material",
            ]),
        policy(
            "a model that the condition knows",
            .replace("release.yaml", "id: gpt-4.1-2025-04-14", "id: gpt-4.1-2025-09-01"),
            expect: ["model/snapshot-changed material"]),
        policy(
            "a model and a condition that follows it",
            .replace("release.yaml", "id: gpt-4.1-2025-04-14", "id: gpt-5-2025-08-07"),
            .replace(path, condition, #"model: "gpt-5.*""#),
            .replace(path, "models: [\"gpt-*\"]", "models: [\"gpt*\"]"),
            expect: [
                "guardrail/scope-widened minor", "guardrail/setting-changed material",
                "guardrail/setting-changed material", "model/id-changed material",
            ]),
        policy(
            "a model of the front matter that no condition and no attachment knows",
            .replace("prompts/system.prompt", "model: openai/gpt-4.1-2025-04-14", "model: openai/o3-2025-04-16"),
            expect: [
                "guardrail/scope-narrowed critical", "guardrail/scope-narrowed critical",
                "guardrail/scope-narrowed critical", "model/id-changed material",
            ]),
        Scenario(
            "a model and a pattern that cannot be run",
            adding: [path: policies.replacing(#""gpt-4\\.1.*""#, with: #""(?=gpt).*""#)],
            .replace("release.yaml", "id: gpt-4.1-2025-04-14", "id: gpt-5-2025-08-07"),
            expect: [
                "guardrail/setting-changed material", "guardrail/setting-changed material", "model/id-changed material",
            ]),
        Scenario(
            "a gateway's name that the condition does not know",
            adding: [
                path: policies + "model_list:\n  - model_name: gpt-4.1\n    litellm_params: {model: azure/shop-we}\n"
            ],
            .replace(path, "model_name: gpt-4.1", "model_name: gpt-4o"),
            expect: [
                "guardrail/scope-narrowed critical", "guardrail/scope-narrowed critical", "model/added material",
                "model/removed material",
            ]),
        Scenario(
            "another deployment behind a name that the condition knows",
            adding: [
                path: policies
                    + "model_list:\n  - model_name: gpt-4.1\n    litellm_params: {model: openai/gpt-4.1-2025-04-14}\n"
            ],
            .replace(path, "model: openai/gpt-4.1-2025-04-14", "model: openai/gpt-5-2025-08-07"),
            expect: ["model/id-changed material"]),
    ]

    private static let attachmentScenarios = [
        policy(
            "a team less", .replace(path, "teams: [shop, shop-backoffice]", "teams: [shop]"),
            expect: ["guardrail/scope-narrowed critical"]),
        policy(
            "a team more", .replace(path, "teams: [shop, shop-backoffice]", "teams: [shop, shop-backoffice, press]"),
            expect: ["guardrail/scope-widened minor"]),
        policy(
            "teams in two attachments",
            .replace(
                path, "    teams: [shop, shop-backoffice]",
                "    teams: [shop-backoffice]\n  - policy: shop\n    teams: [shop]"),
            expect: ["guardrail/source-only none"]),
        policy(
            "attachments in another order",
            .replace(path, "  - policy: company\n    scope: \"*\"\n", ""),
            .replace(
                path, "    models: [\"gpt-*\"]\n", "    models: [\"gpt-*\"]\n  - policy: company\n    scope: \"*\"\n"),
            expect: ["guardrail/source-only none"]),
        policy(
            "one team instead of everybody", .replace(path, "scope: \"*\"", "teams: [shop]"),
            expect: ["guardrail/scope-narrowed critical"]),
        policy(
            "everybody in other words", .replace(path, "scope: \"*\"", "teams: [\"*\"]"),
            expect: ["guardrail/source-only none"]),
        policy(
            "a wider pattern of keys", .replace(path, "\"dev-*\", \"test-*\"", "\"dev*\", \"test-*\""),
            expect: ["guardrail/scope-widened minor"]),
        policy(
            "a further condition",
            .replace(path, "teams: [shop, shop-backoffice]", "teams: [shop, shop-backoffice]\n    tags: [production]"),
            expect: ["guardrail/scope-narrowed critical"]),
        policy(
            "an attachment less", .replace(path, "  - policy: gpt\n    models: [\"gpt-*\"]\n", ""),
            expect: ["guardrail/scope-narrowed critical"]),
        policy(
            "an attachment with an unknown key",
            .replace(path, "models: [\"gpt-*\"]", "models: [\"gpt-*\"]\n    priority: 2"),
            expect: ["guardrail/setting-changed material"]),
    ]
}
