extension Scenario {
    private static let path = "extra/routing/litellm.yaml"

    /// A proxy as a small team runs it: two deployments of one model, a cheaper one for summaries.
    private static let proxy = """
        model_list:
          - model_name: shop-chat
            litellm_params:
              model: azure/gpt-4.1-2025-04-14
              api_base: https://shop-we.openai.azure.com
              api_version: "2024-10-21"
              api_key: os.environ/AZURE_API_KEY_WE
              temperature: 0.2
              max_tokens: 700
              weight: 95
              rpm: 300
            model_info:
              id: chat-we
              base_model: azure/gpt-4.1
          - model_name: shop-chat
            litellm_params:
              model: azure/gpt-4.1-2025-04-14
              api_base: https://shop-ne.openai.azure.com
              api_version: "2024-10-21"
              weight: 5
              rpm: 300
            model_info:
              id: chat-ne
          - model_name: shop-summary
            litellm_params:
              model: openai/gpt-4.1-mini-2025-04-14
              api_key: os.environ/OPENAI_API_KEY
        router_settings:
          routing_strategy: simple-shuffle
          num_retries: 2
          timeout: 30
          model_group_alias:
            shop-default: shop-chat
        litellm_settings:
          drop_params: true
          request_timeout: 60
          default_fallbacks: [shop-summary]
          fallbacks:
            - shop-chat: [shop-summary]
          context_window_fallbacks:
            - shop-summary: [shop-chat]
        general_settings:
          master_key: os.environ/LITELLM_MASTER_KEY

        """

    /// The small world's plan with a step at a quarter of the users.
    private static let slowPlan = (SmallWorld.files["plan.yaml"] ?? "").replacing(
        "      - {id: full,",
        with:
            "      - {id: quarter, environment: production, exposure: {percent: 25}, minDuration: 1d}\n      - {id: full,"
    )

    private static func gateway(_ name: String, _ edits: Edit..., expect expected: [String]) -> Scenario {
        Scenario(name, adding: [path: proxy], edits, expect: expected)
    }

    private static let flags = "extra/routing/split.json"
    private static let split = """
        {
          "description": "Which model answers.",
          "default": "answers",
          "routes": [
            {"name": "answers", "model": "openai/gpt-4.1-2025-04-14", "percent": 95},
            {"name": "trial", "model": "openai/gpt-4.1-mini-2025-04-14", "percent": 5}
          ],
          "fallbacks": ["openai/gpt-4.1-mini-2025-04-14"],
          "timeout": 20
        }

        """

    private static func splitting(_ name: String, _ old: String, _ new: String, expect expected: [String]) -> Scenario {
        Scenario(name, adding: [flags: split], .replace(flags, old, new), expect: expected)
    }

    /// Routing in the words of a team's own file.
    private static let routeScenarios: [Scenario] = [
        splitting(
            "a route's note", "Which model answers.", "Which model answers whom.", expect: ["routing/source-only none"]),
        splitting(
            "a little more for the trial", "\"percent\": 5}", "\"percent\": 6}",
            expect: ["routing/weight-changed minor"]),
        splitting(
            "a weight that is a word", "\"percent\": 5}", "\"percent\": \"some\"}",
            expect: ["routing/weight-changed material"]),
        splitting(
            "another model behind a route", "openai/gpt-4.1-2025-04-14", "openai/gpt-5-2025-08-07",
            expect: ["model/id-changed material"]),
        splitting(
            "another route by default", "\"default\": \"answers\"", "\"default\": \"trial\"",
            expect: ["routing/setting-changed material"]),
        splitting(
            "a fallback to the release's own model", "[\"openai/gpt-4.1-mini-2025-04-14\"]",
            "[\"gpt-4.1-2025-04-14\"]", expect: ["routing/fallback-changed material"]),
        splitting(
            "a fallback to a model of nobody's choice", "[\"openai/gpt-4.1-mini-2025-04-14\"]",
            "[\"openai/gpt-3.5-turbo\"]", expect: ["routing/fallback-changed critical"]),
        splitting(
            "a route for everything else", "\"percent\": 5}",
            "\"percent\": 5},\n    {\"name\": \"rest\", \"match\": \"*\", \"model\": \"openai/gpt-4.1-2025-04-14\"}",
            expect: ["routing/catch-all-added critical"]),
        splitting(
            "a route for one more name", "\"percent\": 5}",
            "\"percent\": 5},\n    {\"name\": \"rest\", \"model\": \"openai/gpt-4.1-2025-04-14\"}",
            expect: ["model/added material"]),
        splitting(
            "a routing file that nobody can read", "\"timeout\": 20", "\"timeout\": [20",
            expect: ["routing/opaque-changed material"]),
    ]

    static let gatewayScenarios: [Scenario] =
        routeScenarios + [
            gateway(
                "a gateway's comment", .replace(path, "  num_retries: 2", "  num_retries: 2  # once more"),
                expect: ["routing/source-only none"]),
            gateway(
                "sections of a gateway in another order",
                .replace(path, "general_settings:\n  master_key: os.environ/LITELLM_MASTER_KEY\n", ""),
                .replace(
                    path, "model_list:", "general_settings:\n  master_key: os.environ/LITELLM_MASTER_KEY\nmodel_list:"),
                expect: ["routing/source-only none"]),
            gateway(
                "parameters that two deployments share, behind an anchor",
                .replace(
                    path, "rpm: 300\n    model_info:\n      id: chat-we",
                    "<<: &limits {rpm: 300}\n    model_info:\n      id: chat-we"),
                .replace(
                    path, "rpm: 300\n    model_info:\n      id: chat-ne",
                    "<<: *limits\n    model_info:\n      id: chat-ne"),
                expect: ["routing/source-only none"]),
            gateway(
                "a merge key that merges no mapping",
                .replace(
                    path, "rpm: 300\n    model_info:\n      id: chat-we", "<<: 300\n    model_info:\n      id: chat-we"),
                expect: ["routing/opaque-changed material"]),
            gateway(
                "another model behind a gateway's name", .replace(path, "openai/gpt-4.1-mini", "openai/gpt-4o-mini"),
                expect: ["model/id-changed material"]),
            gateway(
                "another host behind a gateway's name", .replace(path, "shop-ne.openai", "shop-us.openai"),
                expect: ["model/residency-widened critical"]),
            gateway(
                "a gateway's temperature", .replace(path, "temperature: 0.2", "temperature: 0.9"),
                expect: ["inference/temperature-raised material"]),
            gateway(
                "a gateway's longest answer", .replace(path, "max_tokens: 700", "max_tokens: 650"),
                expect: ["inference/output-limit-changed minor"]),
            gateway(
                "what a gateway says of a model's longest answer",
                .replace(path, "base_model: azure/gpt-4.1\n", "base_model: azure/gpt-4.1\n      max_tokens: 32768\n"),
                expect: ["routing/setting-changed material"]),
            gateway(
                "a weight where the gateway reads none",
                .replace(path, "base_model: azure/gpt-4.1\n", "base_model: azure/gpt-4.1\n      weight: 5\n"),
                expect: ["routing/setting-changed material"]),
            gateway(
                "a further model of a gateway",
                .replace(
                    path, "router_settings:",
                    "  - model_name: shop-vision\n    litellm_params: {model: openai/gpt-4.1-2025-04-14}\nrouter_settings:"
                ),
                expect: ["model/added material"]),
            gateway(
                "a model less",
                .replace(
                    path,
                    "  - model_name: shop-summary\n    litellm_params:\n      model: openai/gpt-4.1-mini-2025-04-14\n      api_key: os.environ/OPENAI_API_KEY\n",
                    ""),
                expect: ["model/removed material"]),
            gateway(
                "every model that anybody asks for",
                .replace(
                    path, "router_settings:",
                    "  - model_name: \"*\"\n    litellm_params: {model: \"*\"}\nrouter_settings:"),
                expect: ["routing/catch-all-added critical"]),
            gateway(
                "every model of one provider",
                .replace(
                    path, "router_settings:",
                    "  - model_name: openai/*\n    litellm_params: {model: openai/*}\nrouter_settings:"),
                expect: ["routing/catch-all-added critical"]),
            gateway(
                "a note on a deployment", .replace(path, "id: chat-ne", "id: chat-ne\n      description: Dublin"),
                expect: ["routing/source-only none"]),
            gateway(
                "a tenth of the canary more", .replace(path, "weight: 95", "weight: 94"),
                .replace(path, "weight: 5\n", "weight: 6\n"),
                expect: ["routing/weight-changed minor", "routing/weight-changed minor"]),
            gateway(
                "all traffic at once, where the plan has no step between", .replace(path, "weight: 95", "weight: 0"),
                .replace(path, "weight: 5\n", "weight: 95\n"),
                expect: ["routing/weight-changed minor", "routing/weight-changed minor"]),
            Scenario(
                "all traffic at once, past a step of the plan", adding: [path: proxy, "plan.yaml": slowPlan],
                .replace(path, "weight: 95", "weight: 0"), .replace(path, "weight: 5\n", "weight: 95\n"),
                expect: ["routing/weight-changed material", "routing/weight-changed minor"]),
            Scenario(
                "a quarter of the traffic, up to a step of the plan", adding: [path: proxy, "plan.yaml": slowPlan],
                .replace(path, "weight: 95", "weight: 75"), .replace(path, "weight: 5\n", "weight: 25\n"),
                expect: ["routing/weight-changed minor", "routing/weight-changed minor"]),
            gateway(
                "a weight that nobody can share", .replace(path, "weight: 5\n", "weight: os.environ/WEIGHT\n"),
                expect: ["routing/weight-changed material"]),
            gateway(
                "another limit of a deployment",
                .replace(
                    path, "rpm: 300\n    model_info:\n      id: chat-we", "rpm: 900\n    model_info:\n      id: chat-we"
                ),
                expect: ["routing/setting-changed material"]),
            gateway(
                "another strategy", .replace(path, "simple-shuffle", "latency-based-routing"),
                expect: ["routing/setting-changed material"]),
            gateway(
                "another alias", .replace(path, "shop-default: shop-chat", "shop-default: shop-summary"),
                expect: ["routing/setting-changed material"]),
            gateway(
                "a fallback between known models", .replace(path, "[shop-chat]", "[shop-chat, shop-summary]"),
                expect: ["routing/fallback-changed material"]),
            gateway(
                "a fallback to nobody's model",
                .replace(path, "- shop-chat: [shop-summary]", "- shop-chat: [groq/llama-3.1-8b-instant]"),
                expect: ["routing/fallback-changed critical"]),
            gateway(
                "a fallback to the release's model by its own name",
                .replace(path, "- shop-chat: [shop-summary]", "- shop-chat: [openai/gpt-4.1-2025-04-14]"),
                expect: ["routing/fallback-changed material"]),
            gateway(
                "a fallback to a new name for the release's model",
                .replace(path, "- shop-chat: [shop-summary]", "- shop-chat: [shop-spare]"),
                .replace(
                    path, "router_settings:",
                    "  - model_name: shop-spare\n    litellm_params: {model: openai/gpt-4.1-2025-04-14}\nrouter_settings:"
                ),
                expect: ["model/added material", "routing/fallback-changed material"]),
            gateway(
                "a fallback to a new name for a new model",
                .replace(path, "- shop-chat: [shop-summary]", "- shop-chat: [shop-spare]"),
                .replace(
                    path, "router_settings:",
                    "  - model_name: shop-spare\n    litellm_params: {model: groq/llama-3.1-8b-instant}\nrouter_settings:"
                ),
                expect: ["model/added material", "routing/fallback-changed critical"]),
            gateway(
                "no fallback for long texts",
                .replace(path, "  context_window_fallbacks:\n    - shop-summary: [shop-chat]\n", ""),
                expect: ["routing/fallback-changed material"]),
            gateway(
                "fallbacks in another order",
                .replace(
                    path, "    - shop-chat: [shop-summary]\n",
                    "    - shop-vision: [shop-chat]\n    - shop-chat: [shop-summary]\n"),
                expect: ["routing/fallback-changed material"]),
            gateway(
                "a fallback for everything",
                .replace(path, "default_fallbacks: [shop-summary]", "default_fallbacks: [shop-summary, gpt-3.5-turbo]"),
                expect: ["routing/fallback-changed critical"]),
            gateway(
                "another key of the gateway", .replace(path, "LITELLM_MASTER_KEY", "LITELLM_ROOT_KEY"),
                expect: ["routing/setting-changed material"]),
        ]
}
