import SourceText
import YAMLDocuments

/// The `guardrails` section of a LiteLLM proxy configuration (docs.litellm.ai, "Guardrails").
enum LiteLLMGuardrails: ComponentFormat {
    static let vocabulary = SettingVocabulary(
        identityKeys: ["guardrail_name", "category", "keyword", "pattern_name", "model_name", "name", "id"],
        labelKeys: ["guardrail_name", "name"],
        [
            .init("guardrails[]", .guardrail),
            .init("litellm_params.mode", .guardrailStage, isWhole: true),
            .init("litellm_params.default_on", .guardrailSwitch),
            .init("enabled", .guardrailSwitch),
            .init("action", .guardrailAction),
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
            .init("litellm_params.model", .modelID),
            .init("litellm_params.temperature", .temperature),
        ])

    /// Recognised by a list `guardrails` whose items have `guardrail_name` and `litellm_params`.
    static func recognise(_ file: ComponentFile) -> ComponentReading? {
        guard file.hasExtension("yaml", "yml"),
            let settings = SettingsDocument(reading: file.source, vocabulary: vocabulary), settings.roots.count == 1,
            let guardrails = settings.roots.first?["guardrails"], guardrails.kind == .sequence,
            guardrails.items.contains(where: { $0["guardrail_name"] != nil && $0["litellm_params"]?.kind == .mapping })
        else { return nil }
        return ComponentReading(FormatIdentity("litellm-guardrails", .signature), settings: settings)
    }
}
