/// Run-time settings as the providers' own requests have them.
extension Scenario {
    private static let gemini = "extra/inference/gemini.json"
    private static let openai = "extra/inference/openai.json"
    private static let bedrock = "extra/inference/bedrock.yaml"
    private static let server = "extra/inference/vllm.yaml"
    private static let router = "extra/inference/openrouter.yaml"

    /// ai.google.dev, GenerateContentRequest.
    private static let geminiFile = """
        {
          "generationConfig": {
            "temperature": 0.2, "topP": 0.9, "maxOutputTokens": 1024, "responseMimeType": "application/json",
            "responseSchema": {
              "type": "object",
              "properties": {"verdict": {"type": "string", "enum": ["yes", "no"]}, "why": {"type": "string"}},
              "required": ["verdict", "why"]
            }
          },
          "safetySettings": [
            {"category": "HARM_CATEGORY_HATE_SPEECH", "threshold": "BLOCK_MEDIUM_AND_ABOVE"},
            {"category": "HARM_CATEGORY_HARASSMENT", "threshold": "BLOCK_NONE"}
          ]
        }
        """
    /// platform.openai.com, chat completions with structured outputs.
    private static let openaiFile = """
        {
          "model": "gpt-4.1-2025-04-14",
          "max_completion_tokens": 800,
          "store": false,
          "response_format": {
            "type": "json_schema",
            "json_schema": {
              "name": "reply", "strict": true,
              "schema": {
                "type": "object", "properties": {"answer": {"type": "string"}}, "required": ["answer"],
                "additionalProperties": false
              }
            }
          }
        }
        """
    private static let openaiSchema = """
        ,
            "json_schema": {
              "name": "reply", "strict": true,
              "schema": {
                "type": "object", "properties": {"answer": {"type": "string"}}, "required": ["answer"],
                "additionalProperties": false
              }
            }
        """
    /// docs.aws.amazon.com, Bedrock Converse.
    private static let bedrockFile = """
        modelId: eu.anthropic.claude-sonnet-4-20250514-v1:0
        inferenceConfig: {maxTokens: 1000, temperature: 0.1, topP: 0.9}
        additionalModelRequestFields: {top_k: 40}

        """
    /// `vllm serve --config`.
    private static let serverFile = """
        model: meta-llama/Llama-3.1-8B-Instruct
        trust-remote-code: false
        max-model-len: 8192
        override-generation-config: {temperature: 0.3, max_new_tokens: 512}

        """
    private static let routerFile = """
        model: openrouter/anthropic/claude-sonnet-4-6
        temperature: 0
        provider: {data_collection: deny, zdr: true, order: [anthropic]}

        """

    private static func edit(
        _ name: String, _ path: String, _ text: String, _ old: String, _ new: String, _ expected: [String]
    ) -> Scenario { Scenario(name, adding: [path: text], .replace(path, old, new), expect: expected) }

    private static func gemini(_ name: String, _ old: String, _ new: String, _ expected: String...) -> Scenario {
        edit(name, gemini, geminiFile, old, new, expected)
    }

    private static func openai(_ name: String, _ old: String, _ new: String, _ expected: String...) -> Scenario {
        edit(name, openai, openaiFile, old, new, expected)
    }

    static let providerSettingScenarios: [Scenario] = [
        gemini("a warmer wrapper", "0.2", "0.6", "inference/temperature-raised material"),
        gemini("across one", "\"temperature\": 0.2", "\"temperature\": 1.2", "inference/temperature-raised material"),
        gemini("a limit in a wrapper", "1024", "512", "inference/output-limit-changed material"),
        gemini(
            "a filter on high only", "BLOCK_MEDIUM_AND_ABOVE", "BLOCK_ONLY_HIGH",
            "inference/safety-setting-loosened critical"),
        gemini(
            "a filter left to the model", "BLOCK_MEDIUM_AND_ABOVE", "HARM_BLOCK_THRESHOLD_UNSPECIFIED",
            "inference/safety-setting-loosened critical"),
        gemini(
            "an open filter left to the model", "BLOCK_NONE", "HARM_BLOCK_THRESHOLD_UNSPECIFIED",
            "inference/safety-setting-changed material"),
        gemini("off instead of none", "BLOCK_NONE", "OFF", "inference/safety-setting-loosened critical"),
        gemini(
            "a filter on everything", "BLOCK_NONE", "BLOCK_LOW_AND_ABOVE", "inference/safety-setting-tightened minor"),
        gemini(
            "a filter gone",
            "{\"category\": \"HARM_CATEGORY_HATE_SPEECH\", \"threshold\": \"BLOCK_MEDIUM_AND_ABOVE\"},", "",
            "inference/safety-setting-loosened critical"),
        gemini(
            "a filter more that is off", "\"safetySettings\": [",
            "\"safetySettings\": [{\"category\": \"HARM_CATEGORY_DANGEROUS_CONTENT\", \"threshold\": \"OFF\"},",
            "inference/safety-setting-loosened critical"),
        gemini(
            "a filter more that blocks", "\"safetySettings\": [",
            "\"safetySettings\": [{\"category\": \"HARM_CATEGORY_DANGEROUS_CONTENT\", \"threshold\": \"BLOCK_ONLY_HIGH\"},",
            "inference/safety-setting-tightened material"),
        gemini(
            "an open filter gone", "{\"category\": \"HARM_CATEGORY_HARASSMENT\", \"threshold\": \"BLOCK_NONE\"}", "",
            "inference/safety-setting-tightened minor"),
        gemini(
            "one field must be there no more", "[\"verdict\", \"why\"]", "[\"verdict\"]",
            "inference/structured-output-loosened material"),
        gemini(
            "one value more", "[\"yes\", \"no\"]", "[\"yes\", \"no\", \"maybe\"]",
            "inference/structured-output-loosened material"),
        gemini(
            "another type of a field", "\"why\": {\"type\": \"string\"}", "\"why\": {\"type\": \"array\"}",
            "inference/structured-output-changed material"),
        openai(
            "a form that is not kept to", "\"strict\": true", "\"strict\": false",
            "inference/structured-output-loosened material"),
        openai(
            "other fields too", ",\n        \"additionalProperties\": false", "",
            "inference/structured-output-loosened material"),
        openai(
            "any JSON", "\"type\": \"json_schema\"", "\"type\": \"json_object\"",
            "inference/structured-output-loosened material"),
        openai("a smaller limit", "800", "700", "inference/output-limit-changed minor"),
        openai(
            "answers that are stored", "\"store\": false", "\"store\": true",
            "thirdparty/retention-lengthened critical"),
        openai("storing left to the default", "  \"store\": false,\n", "", "thirdparty/retention-lengthened critical"),
        openai(
            "storing in other words", "\"store\": false", "\"store\": \"no\"",
            "thirdparty/retention-lengthened critical"),
        edit("a cloud's limit", bedrock, bedrockFile, "1000", "400", ["inference/output-limit-changed material"]),
        edit("a cloud's sampler", bedrock, bedrockFile, "top_k: 40", "top_k: 50", ["inference/sampling-changed minor"]),
        edit(
            "a cloud's profile", bedrock, bedrockFile, "eu.anthropic", "global.anthropic",
            ["model/residency-widened critical"]),
        edit("a server's temperature", server, serverFile, "0.3", "0.4", ["inference/temperature-raised minor"]),
        edit("a server's context", server, serverFile, "8192", "4096", ["inference/setting-changed material"]),
        edit(
            "a server that runs code", server, serverFile, "code: false", "code: true",
            ["model/remote-code-allowed critical"]),
        edit(
            "providers that train", router, routerFile, "data_collection: deny", "data_collection: allow",
            ["thirdparty/training-use-allowed critical"]),
        edit(
            "providers that keep data", router, routerFile, "zdr: true, ", "",
            ["thirdparty/retention-lengthened critical"]),
        edit(
            "the order of providers", router, routerFile, "[anthropic]", "[bedrock]",
            ["inference/setting-changed material", "inference/setting-changed material"]),
        edit(
            "a safety prompt", server, "model: mistral-large-2411\nsafe_prompt: true\n", "safe_prompt: true\n", "",
            ["inference/safety-setting-loosened critical"]),
        edit(
            "a safety mode", server, "model: command-r-08-2024\nsafety_mode: STRICT\n", "STRICT", "CONTEXTUAL",
            ["inference/safety-setting-loosened critical"]),
        edit(
            "an endpoint of another host", server, "model: x\nbase_url: https://llm.lindholm.example.org/v1\n",
            "llm.lindholm", "llm.other", ["model/residency-widened critical"]),
        edit(
            "an endpoint where there was none", server, "model: x\ntemperature: 0\n", "temperature",
            "base_url: https://llm.other.example.org\ntemperature", ["model/residency-widened critical"]),
        edit(
            "a region of a cloud", server, "model: x\naws_region_name: eu-central-1\n", "eu-central-1", "us-east-1",
            ["model/residency-widened critical"]),
        edit(
            "a comment on a wrapper", bedrock, bedrockFile, "inferenceConfig:", "# short\ninferenceConfig:",
            ["inference/source-only none"]),
    ]
}
