import PlanModel
import SourceText
import YAMLDocuments

/// A YAML or JSON file of sampling and other run-time settings, under the names that the large providers use.
package enum InferenceSettings: ComponentFormat {

    package static let description = FormatDescription(
        "run-time settings",
        files: "YAML or JSON among the inference files with sampling settings",
        source: "API references of OpenAI, Anthropic, Google, Bedrock, Cohere, Mistral, Ollama, Hugging Face, vLLM")

    /// Keys, in the spellings of OpenAI, Anthropic, Google, Amazon Bedrock, Cohere, Mistral, Ollama, Hugging Face and
    /// vLLM (each one's API reference; Ollama: Modelfile, parameters; vLLM: sampling parameters).
    private static let keys: [(names: [String], meaning: SettingMeaning)] = [
        (["temperature"], .temperature),
        (
            [
                "topP", "top_p", "topK", "top_k", "minP", "min_p", "typical_p", "seed", "frequencyPenalty",
                "frequency_penalty", "presencePenalty", "presence_penalty", "repetitionPenalty", "repetition_penalty",
                "repeat_penalty", "logit_bias", "candidateCount", "candidate_count", "n", "best_of", "stop",
                "stopSequences", "stop_sequences",
            ], .sampling
        ),
        (
            [
                "maxTokens", "max_tokens", "maxOutputTokens", "max_output_tokens", "max_completion_tokens",
                "max_new_tokens", "max_tokens_to_sample", "maxTokenCount", "max_gen_len", "num_predict",
            ], .outputLimit
        ),
        (
            [
                "responseFormat", "response_format", "responseMimeType", "response_mime_type", "output_format",
                "format",
            ], .outputFormat
        ),
        (
            [
                "responseSchema", "response_schema", "responseJsonSchema", "response_json_schema", "guided_json",
                "guided_choice", "guided_grammar", "guided_regex", "structured_outputs",
            ], .outputSchema
        ),
        (["safetySettings", "safety_settings", "safe_prompt", "safePrompt", "safety_mode"], .safetySetting),
        (["store"], .providerStorage),
        (["description", "comment"], .note),
    ]

    /// Mappings that such files wrap their settings in: Gemini's `generationConfig`, Bedrock's `inferenceConfig`, vLLM's
    /// generation override, Ollama's `options`, keyword arguments of LangChain and LlamaIndex.
    private static let wrappers = [
        "additionalModelRequestFields", "config", "defaults", "generation", "generationConfig", "generation_config",
        "inference", "inferenceConfig", "inference_config", "model_kwargs", "options", "override-generation-config",
        "override_generation_config", "parameters", "params", "sampling_params", "samplingParams", "text",
    ]

    package static let vocabulary = SettingVocabulary(
        identityKeys: ["id", "name", "category"],
        [.init("/provider.data_collection", .providerDataUse), .init("/provider.zdr", .providerStorage)]
            + rows(below: "") + ModelSettings.rows(below: "") + wrappers.flatMap { rows(below: "/\($0)") })

    /// The rows for settings in a mapping of another format.
    package static func rows(below prefix: String) -> [SettingVocabulary.Row] {
        keys.flatMap { entry in
            entry.names.flatMap { name -> [SettingVocabulary.Row] in
                let path = prefix.isEmpty ? "/\(name)" : "\(prefix).\(name)"
                let own = [SettingVocabulary.Row(path, entry.meaning)]
                let isOneValue: [SettingMeaning] = [.sampling, .temperature, .outputLimit, .note, .providerStorage]
                return isOneValue.contains(entry.meaning)
                    ? own : own + [.init(path + ".**", entry.meaning), .init(path + "[]", entry.meaning)]
            }
        } + [.init(prefix.isEmpty ? "/model" : "\(prefix).model", .modelID)]
    }

    package static func recognise(_ file: ComponentFile) -> ComponentReading? {
        guard file.category == .inference, file.hasExtension("yaml", "yml", "json"),
            let settings = SettingsDocument(reading: file, vocabulary: vocabulary), settings.roots.count == 1,
            let root = settings.roots.first, root.kind == .mapping
        else { return nil }
        let known = Set(keys.filter { $0.meaning != .note }.flatMap(\.names))
        let outer = root.entries.map(\.key.text)
        let inner = root.entries.filter { wrappers.contains($0.key.text) }.flatMap { $0.value.entries.map(\.key.text) }
        let isKnown = (outer + inner).contains(where: known.contains) || outer.contains(where: ModelSettings.isKnown)
        guard isKnown else { return nil }
        return ComponentReading(FormatIdentity("inference-settings", .signature), settings: settings)
    }
}
