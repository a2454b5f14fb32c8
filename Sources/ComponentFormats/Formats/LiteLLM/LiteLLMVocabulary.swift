/// What the keys of a LiteLLM proxy's configuration decide (docs.litellm.ai, "Config settings" for the sections,
/// "Guardrails" and its pages for the guardrails' parameters, "Load balancing" and "Fallbacks" for routing).
enum LiteLLMVocabulary {
    static let all = SettingVocabulary(
        identityKeys: [
            "guardrail_name", "category", "keyword", "pattern_name", "model_name", "guardrail", "name", "id",
        ],
        labelKeys: ["guardrail_name", "name"], sharedKeys: ["model_name"],
        guardrails + policies + models + routing)

    private static let guardrails: [SettingVocabulary.Row] = [
        .init("/guardrails[]", .guardrail),
        .init("litellm_params.mode", .guardrailStage, isWhole: true),
        .init("litellm_params.default_on", .guardrailSwitch),
        .init("enabled", .guardrailSwitch),
        .init("action", .guardrailAction),
        .init("litellm_params.on_flagged", .guardrailAction),
        .init("litellm_params.on_flagged_action", .guardrailAction),
        .init("categories[]", .guardrailCategory),
        .init("patterns[]", .guardrailCategory),
        .init("blocked_words[]", .guardrailCategory),
        .init("blocked_words[].description", .note),
        .init("litellm_params.pii_entities_config.*", .guardrailCategory),
        .init("severity_threshold", .guardrailThreshold),
        .init("threshold", .guardrailThreshold),
        .init("score_threshold", .guardrailThreshold),
        .init("presidio_score_thresholds.*", .guardrailThreshold),
        .init("unreachable_fallback", .guardrailFailure),
        .init("fail_on_error", .guardrailFailure),
        .init("on_error", .guardrailFailure),
        // "Bedrock guardrails": the version of a guardrail that AWS keeps.
        .init("litellm_params.guardrailVersion", .guardrailVersion),
        // "Guardrails", the form of before 2024-09.
        .init("/litellm_settings.guardrails[]", .guardrail),
        .init("/litellm_settings.guardrails.*", .guardrail),
        .init("/litellm_settings.guardrails.*.default_on", .guardrailSwitch),
        .init("/litellm_settings.guardrails.*.callbacks[]", .guardrailCategory),
    ]

    private static let policies: [SettingVocabulary.Row] = [
        .init("/policies.*", .guardrail),
        .init("/policies.*.description", .note),
        .init("/policies.*.inherit.*", .guardrailModels, isWhole: true),
        .init("/policies.*.guardrails[]", .guardrail),
        .init("/policies.*.condition.model", .guardrailModels, isWhole: true),
        .init("/policies.*.pipeline", .guardrailSetting),
        .init("/policies.*.pipeline.mode", .guardrailStage),
        .init("/policies.*.pipeline.steps", .guardrailSetting),
        .init("/policies.*.pipeline.steps[]", .guardrail),
        .init("/policies.*.pipeline.steps[].on_fail", .guardrailAction),
        .init("/policies.*.pipeline.steps[].on_pass", .guardrailAction),
        .init("/policies.*.pipeline.steps[].pass_data", .guardrailSetting),
        .init("/policies.*.pipeline.steps[].modify_response_message", .guardrailText),
        .init("/policy_attachments.*", .guardrailAttachment, isWhole: true),
        .init("/policy_attachments[]", .guardrailSetting),
    ]

    private static let models: [SettingVocabulary.Row] =
        InferenceSettings.rows(below: "/model_list[].litellm_params") + [
            .init("/model_list[]", .route),
            .init("/model_list[].litellm_params.model", .modelID),
            .init("/model_list[].litellm_params.custom_llm_provider", .modelProvider),
            .init("/model_list[].litellm_params.api_base", .modelEndpoint),
            .init("/model_list[].litellm_params.base_url", .modelEndpoint),
            .init("/model_list[].litellm_params.region_name", .modelRegion),
            .init("/model_list[].litellm_params.aws_region_name", .modelRegion),
            .init("/model_list[].litellm_params.vertex_location", .modelRegion),
            .init("/model_list[].litellm_params.guardrails[]", .guardrail),
            .init("/model_list[].model_info.description", .note),
            .init("litellm_params.model", .modelID),
            .init("litellm_params.temperature", .temperature),
        ]

    /// Limits per minute decide where requests go as well: they are the weights of the default strategy where none are
    /// given (docs.litellm.ai, "Router - Load balancing", simple-shuffle).
    private static let routing: [SettingVocabulary.Row] =
        [
            "order", "rpm", "tpm", "max_parallel_requests", "timeout", "stream_timeout", "max_retries", "num_retries",
            "tags",
        ]
        .map { .init("/model_list[].litellm_params.\($0)", .routingSetting) }
        + ["fallbacks", "context_window_fallbacks", "content_policy_fallbacks", "default_fallbacks"]
        .flatMap { key in
            ["/router_settings", "/litellm_settings"].flatMap { section -> [SettingVocabulary.Row] in
                [
                    .init(
                        "\(section).\(key)", key == "default_fallbacks" ? .routeFallback : .unknown,
                        isWhole: key == "default_fallbacks"),
                    .init("\(section).\(key).*", .routeFallback, isWhole: true),
                    .init("\(section).\(key)[]", .routeFallback),
                ]
            }
        }
        + [
            .init("/model_list[].litellm_params.weight", .routeWeight),
            .init("/model_list[].model_info.**", .routingSetting),
            .init("/router_settings.**", .routingSetting),
            .init("/litellm_settings.request_timeout", .routingSetting),
            .init("/litellm_settings.num_retries", .routingSetting),
            .init("/litellm_settings.allowed_fails", .routingSetting),
        ]
}
