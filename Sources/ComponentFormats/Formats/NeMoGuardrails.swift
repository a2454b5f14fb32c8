import PlanModel
import SourceText
import YAMLDocuments

/// The YAML files of a NeMo Guardrails configuration (docs.nvidia.com/nemo/guardrails, "Configuration reference"):
/// `config.yml` with rails and thresholds, `prompts.yml` with the texts of self-checks.
enum NeMoGuardrails: ComponentFormat {
    static let vocabulary = SettingVocabulary(
        identityKeys: ["type", "task", "name", "id"],
        [
            .init("/models[].engine", .modelProvider),
            .init("/models[].model", .modelID),
            .init("/models[].parameters.temperature", .temperature),
            .init("/lowest_temperature", .sampling),
            .init("/rails.*.flows", .guardrail),
            .init("/rails.*.flows[]", .guardrail),
            .init("/rails.config.*", .guardrail),
            .init("length_per_perplexity_threshold", .guardrailThreshold),
            .init("prefix_suffix_perplexity_threshold", .guardrailThreshold),
            .init("embeddings_only_similarity_threshold", .guardrailThreshold),
            .init("score_threshold", .guardrailThreshold),
            .init("threshold", .guardrailThreshold),
            .init("entities[]", .guardrailCategory),
            .init("enabled", .guardrailSwitch),
        ])

    /// Recognised by `rails` with stages, by `colang_version`, or by prompts that name a task.
    static func recognise(_ file: ComponentFile) -> ComponentReading? {
        guard file.category == .guardrails, file.hasExtension("yaml", "yml"),
            let settings = SettingsDocument(reading: file.source, vocabulary: vocabulary), settings.roots.count == 1,
            let root = settings.roots.first, root.kind == .mapping
        else { return nil }
        let stages = ["input", "output", "retrieval", "dialog", "config", "actions", "tool_output", "tool_input"]
        let hasRails = root["rails"]?.entries.contains { stages.contains($0.key.text) } ?? false
        let hasTasks = root["prompts"]?.items.contains { $0["task"] != nil } ?? false
        guard hasRails || hasTasks || root["colang_version"] != nil else { return nil }
        let version = root["colang_version"]?.text ?? "1.0"
        return ComponentReading(
            FormatIdentity("nemo-guardrails", version: "colang \(version)", .signature), settings: settings)
    }
}
