/// What the keys of NeMo Guardrails decide.
enum NeMoVocabulary {
    /// Keys of `rails` (nemoguardrails/rails/llm/config.py, Rails).
    static let sections: Set<String> = [
        "input", "output", "retrieval", "dialog", "config", "actions", "tool_output", "tool_input",
    ]

    static let configuration = SettingVocabulary(
        identityKeys: ["type", "task", "name", "id"], labelKeys: ["name"], qualifiers: ["models", "mode"],
        positionalLists: ["messages"], stem: flowName, models + rails + texts)

    /// `content safety check input $model=llama_guard` and `check blocked terms(level=2)` without their arguments.
    private static func flowName(_ flow: String) -> String {
        var name = flow.prefix { $0 != "$" && $0 != "(" }
        while name.last?.isWhitespace == true { name = name.dropLast() }
        return String(name)
    }

    private static let models: [SettingVocabulary.Row] = [
        .init("/models[]", .guardrailModel),
        .init("/models[].engine", .modelProvider),
        .init("/models[].model", .modelID),
        .init("/models[].parameters.model", .modelID),
        .init("/models[].parameters.model_name", .modelID),
        .init("/models[].parameters.base_url", .modelEndpoint),
        .init("/models[].parameters.temperature", .temperature),
        .init("/lowest_temperature", .temperature),
    ]

    private static let rails: [SettingVocabulary.Row] = [
        .init("/rails.*.flows", .guardedStage),
        .init("/rails.*.flows[]", .guardrail),
        .init("/rails.config.*", .guardrail),
        .init("length_per_perplexity_threshold", .guardrailThreshold),
        .init("prefix_suffix_perplexity_threshold", .guardrailThreshold),
        .init("embeddings_only_similarity_threshold", .guardrailThreshold),
        .init("score_threshold", .guardrailThreshold),
        .init("safety_threshold", .guardrailThreshold),
        .init("faithfulness_threshold", .guardrailThreshold),
        .init("threshold", .guardrailThreshold),
        .init("entities[]", .guardrailCategory),
        .init("recognizers[]", .guardrailCategory),
        .init("/rails.config.injection_detection.injections[]", .guardrailCategory),
        .init("/rails.config.guardrails_ai.validators[]", .guardrailCategory),
        .init("/rails.config.injection_detection.action", .guardrailAction),
        .init("/rails.config.*.enabled", .guardrailSwitch),
        .init("/rails.config.*.*.enabled", .guardrailSwitch),
        .init("/rails.config.fact_checking.fallback_to_self_check", .guardrailSwitch),
        .init("/rails.output.streaming.stream_first", .guardrailSwitch),
        .init("/passthrough", .guardrailSwitch),
    ]

    /// What the model is told or shown: prompts of tasks, instructions, examples.
    private static let texts: [SettingVocabulary.Row] = [
        .init("/prompts[]", .guardrailText),
        .init("/prompts[].content", .guardrailText),
        .init("/prompts[].messages[]", .guardrailText),
        .init("/prompts[].messages[].content", .guardrailText),
        .init("/instructions[]", .guardrailText),
        .init("/instructions[].content", .guardrailText),
        .init("/sample_conversation", .guardrailText),
        .init("/user_messages.*", .guardrailText),
        .init("/user_messages.*[]", .guardrailText),
        .init("/bot_messages.*", .guardrailText),
        .init("/bot_messages.*[]", .guardrailText),
    ]
}
