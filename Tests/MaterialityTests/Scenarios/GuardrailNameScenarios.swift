extension Scenario {
    private static let file = "guardrails/output.yaml"
    private static let renaming: Edit = .replace(file, "guardrail_name: content", "guardrail_name: reply-content")
    private static let twins = "guardrails/twins.yaml"
    private static let twinFiles = [
        twins: """
        guardrails:
          - guardrail_name: pii
            litellm_params: {guardrail: presidio, mode: pre_call, pii_entities_config: {EMAIL_ADDRESS: BLOCK}}
          - guardrail_name: pii
            litellm_params: {guardrail: presidio, mode: post_call, pii_entities_config: {EMAIL_ADDRESS: MASK}}
        """
    ]

    /// Guardrails that have another name, and some that share one.
    static let guardrailNameScenarios: [Scenario] = [
        Scenario("a guardrail has another name", renaming, expect: ["guardrail/renamed material"]),
        Scenario(
            "a guardrail has another name, and a route asks for the old one", renaming,
            .replace("routing.yaml", "weight: 10", "weight: 10, guardrails: [content]"),
            expect: ["guardrail/removed critical", "routing/setting-changed material"]),
        Scenario(
            "a guardrail has another name and one entity less",
            .replace(file, "guardrail_name: personal-data", "guardrail_name: pii"),
            .replace(file, "EMAIL: MASK, ", ""),
            expect: ["guardrail/category-removed critical", "guardrail/removed critical"]),
        Scenario(
            "another guardrail under another name",
            .replace(file, "guardrail_name: personal-data", "guardrail_name: toxicity"),
            .replace(
                file, "guardrail: presidio\n      mode: [pre_call, post_call]",
                "guardrail: lakera_v2\n      mode: during_call"),
            .replace(file, "pii_entities_config: {EMAIL: MASK, IBAN: BLOCK}", "api_base: \"https://api.lakera.ai\""),
            .replace(file, "      custom_score_threshold_note: none\n      threshold: 0.5\n", ""),
            expect: ["thirdparty/added material", "guardrail/removed critical"]),
        Scenario(
            "a pattern has another name", .replace(file, "name: order,", "name: order-number,"),
            expect: ["guardrail/renamed minor"]),
        Scenario(
            "a category has another name, which is another category",
            .replace(file, "category: violence", "category: denied_legal_advice"),
            expect: ["guardrail/category-added minor", "guardrail/category-removed critical"]),
        Scenario(
            "one of two guardrails of one name", adding: twinFiles,
            .replace(twins, "EMAIL_ADDRESS: BLOCK", "EMAIL_ADDRESS: MASK"),
            expect: ["guardrail/action-weakened critical", "guardrail/opaque-changed material"]),
        Scenario(
            "two guardrails of one name in another order", adding: twinFiles,
            .write(
                twins,
                """
                guardrails:
                  - guardrail_name: pii
                    litellm_params: {guardrail: presidio, mode: post_call, pii_entities_config: {EMAIL_ADDRESS: MASK}}
                  - guardrail_name: pii
                    litellm_params: {guardrail: presidio, mode: pre_call, pii_entities_config: {EMAIL_ADDRESS: BLOCK}}
                """),
            expect: [
                "guardrail/action-strengthened minor", "guardrail/action-weakened critical",
                "guardrail/opaque-changed material", "guardrail/stage-uncovered critical",
                "guardrail/stage-uncovered critical",
            ]),
        Scenario(
            "a comment beside two guardrails of one name", adding: twinFiles,
            .replace(twins, "guardrails:\n", "guardrails: # both directions\n"), expect: ["guardrail/source-only none"]),
    ]
}
