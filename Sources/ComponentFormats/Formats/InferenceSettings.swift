import PlanModel
import SourceText
import YAMLDocuments

/// A YAML or JSON file of sampling and other run-time settings, under the names that the large providers use.
package enum InferenceSettings: ComponentFormat {
    /// Keys, in the spellings of OpenAI, Anthropic, Google, Hugging Face and vLLM.
    private static let keys: [(names: [String], meaning: SettingMeaning)] = [
        (["temperature"], .temperature),
        (
            [
                "topP", "top_p", "topK", "top_k", "minP", "min_p", "seed", "frequencyPenalty", "frequency_penalty",
                "presencePenalty", "presence_penalty", "repetitionPenalty", "repetition_penalty", "stop",
                "stopSequences", "stop_sequences",
            ], .sampling
        ),
        (
            [
                "maxTokens", "max_tokens", "maxOutputTokens", "max_output_tokens", "max_completion_tokens",
                "max_new_tokens",
            ], .outputLimit
        ),
        (["responseFormat", "response_format", "responseMimeType"], .outputFormat),
        (["responseSchema", "response_schema"], .outputSchema),
        (["safetySettings", "safety_settings"], .safetySetting),
        (["model"], .modelID),
        (["revision", "code_revision", "tokenizer_revision"], .modelRevision),
        (["trust_remote_code"], .remoteCode),
        (["description", "comment"], .note),
    ]

    /// Mappings that such files wrap their settings in.
    private static let wrappers = ["config", "generation", "generationConfig", "inference", "parameters"]

    package static let vocabulary = SettingVocabulary(
        identityKeys: ["id", "name", "category"],
        rows(below: "") + wrappers.flatMap { rows(below: "/\($0)") })

    /// The rows for settings in a mapping of another format.
    package static func rows(below prefix: String) -> [SettingVocabulary.Row] {
        keys.flatMap { entry in
            entry.names.flatMap { name -> [SettingVocabulary.Row] in
                let path = prefix.isEmpty ? "/\(name)" : "\(prefix).\(name)"
                let own = [SettingVocabulary.Row(path, entry.meaning)]
                return entry.meaning == .sampling || entry.meaning == .temperature || entry.meaning == .note
                    ? own : own + [.init(path + ".**", entry.meaning), .init(path + "[]", entry.meaning)]
            }
        }
    }

    package static func recognise(_ file: ComponentFile) -> ComponentReading? {
        guard file.category == .inference, file.hasExtension("yaml", "yml", "json"),
            let settings = SettingsDocument(reading: file.source, vocabulary: vocabulary), settings.roots.count == 1,
            let root = settings.roots.first, root.kind == .mapping
        else { return nil }
        let known = Set(keys.filter { $0.meaning != .note }.flatMap(\.names))
        let outer = root.entries.map(\.key.text)
        let inner = root.entries.filter { wrappers.contains($0.key.text) }.flatMap { $0.value.entries.map(\.key.text) }
        guard (outer + inner).contains(where: known.contains) else { return nil }
        return ComponentReading(FormatIdentity("inference-settings", .signature), settings: settings)
    }
}
