/// Which model is called, where and in which version, under the names that configurations of several tools use.
package enum ModelSettings {
    /// LiteLLM's `litellm_params`, LangChain's and LlamaIndex's constructors, vLLM's engine arguments (with hyphens, as in
    /// its configuration file), Hugging Face's `from_pretrained`.
    private static let keys: [(names: [String], meaning: SettingMeaning)] = [
        (["model", "model_id", "modelId", "model_name_or_path", "pretrained_model_name_or_path", "repo_id"], .modelID),
        (["provider", "custom_llm_provider", "model_provider", "llm_provider"], .modelProvider),
        (
            ["revision", "code_revision", "code-revision", "tokenizer_revision", "tokenizer-revision"],
            .modelRevision
        ),
        (["image", "container_image"], .programImage),
        (["trust_remote_code", "trust-remote-code", "trustRemoteCode"], .remoteCode),
        (
            [
                "api_base", "apiBase", "azure_endpoint", "base_url", "baseURL", "baseUrl", "endpoint", "endpoint_url",
                "openai_api_base",
            ], .modelEndpoint
        ),
        (
            ["aws_region_name", "location", "region", "region_name", "vertex_ai_location", "vertex_location"],
            .modelRegion
        ),
    ]

    /// The rows for settings in a mapping at `prefix`, such as `/model_list[].litellm_params`.
    package static func rows(below prefix: String) -> [SettingVocabulary.Row] {
        keys.flatMap { entry in
            entry.names.map { SettingVocabulary.Row(prefix.isEmpty ? "/\($0)" : "\(prefix).\($0)", entry.meaning) }
        }
    }

    static func isKnown(_ key: String) -> Bool { keys.contains { $0.names.contains(key) } }
}
