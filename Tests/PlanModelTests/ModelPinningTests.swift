import Testing

@testable import PlanModel

/// Names of models, by their vendors' habits.
struct ModelPinningTests {
    @Test(
        "A version in the name pins it",
        arguments: [
            "gpt-4.1-2025-04-14", "openai/gpt-4o-2024-08-06", "openai:chat:gpt-4o-mini-2024-07-18", "gpt-4-0613",
            "gpt-4-1106-preview", "gpt-4o-audio-preview-2024-10-01", "ft:gpt-4o-mini-2024-07-18:lindholm::9aXk",
            "text-embedding-ada-002", "claude-3-5-sonnet-20241022", "claude-sonnet-4-5@20250929",
            "vertex_ai/claude-3-7-sonnet@20250219", "claude-opus-4-6", "claude-sonnet-4-6", "claude-opus-5",
            "claude-2.1", "anthropic/claude-sonnet-4-6", "gemini-2.0-flash-001", "gemini-1.5-pro-002",
            "gemini-2.5-flash", "models/gemini-2.5-pro", "gemini-3-pro", "text-embedding-005",
            "projects/p/locations/europe-west4/publishers/google/models/gemini-2.0-flash-001",
            "anthropic.claude-3-5-sonnet-20241022-v2:0", "eu.anthropic.claude-sonnet-4-20250514-v1:0",
            "bedrock/us-east-1/anthropic.claude-v2:1", "anthropic.claude-3-sonnet-20240229-v1:0:200k",
            "global.anthropic.claude-sonnet-4-6", "amazon.nova-pro-v1:0",
            "arn:aws:bedrock:eu-west-1:111122223333:inference-profile/eu.anthropic.claude-sonnet-4-20250514-v1:0",
            "arn:aws:bedrock:us-east-1::foundation-model/meta.llama3-1-70b-instruct-v1:0",
            "mistral-large-2411", "mistral/codestral-2405", "command-r-08-2024", "embed-english-v3.0", "rerank-v3.5",
            "grok-4-0709", "chat-large-2026-05-01",
            "intent@sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393",
        ])
    func pinned(_ name: String) {
        let pinning = ModelPinning(of: name)
        #expect(pinning.state == .pinned, "\(pinning)")
    }

    @Test(
        "A name that its vendor moves floats, with a hint where the table has one",
        arguments: [
            ("gpt-4o", "gpt-4o-2024-08-06"), ("openai/gpt-4.1", "gpt-4.1-2025-04-14"), ("chatgpt-4o-latest", nil),
            ("gpt-5-chat-latest", nil), ("o3", "o3-2025-04-16"), ("gpt-4-turbo-preview", "gpt-4-0125-preview"),
            ("claude-3-5-sonnet-latest", "claude-3-5-sonnet-20241022"), ("claude-3-7-sonnet", nil),
            ("claude-opus-4-5", "claude-opus-4-5-20251101"), ("claude-opus-4", nil), ("claude-sonnet-4@default", nil),
            ("gemini-2.0-flash", "gemini-2.0-flash-001"), ("gemini-pro", nil), ("gemini-flash-latest", nil),
            ("gemini-2.5-flash-preview-05-20", nil), ("gemini-2.5-flash-preview-09-2025", nil),
            ("gemini-3-pro-preview", nil), ("gemini-exp-1206", nil), ("mistral-large-latest", nil),
            ("open-mistral-nemo", nil), ("command-r-plus", nil), ("command-nightly", nil), ("grok-3", nil),
            ("grok-3-latest", nil), ("deepseek-chat", nil), ("anything-latest", nil), ("openrouter/auto", "one model"),
            ("arn:aws:bedrock:us-east-1:111122223333:default-prompt-router/anthropic.claude:1", "one model"),
            ("BAAI/bge-m3", "a full commit of 40 digits as its revision"),
            ("vllm/meta-llama/Llama-3.1-8B-Instruct", "a full commit of 40 digits as its revision"),
            ("google/gemma-2-9b-it", "a full commit of 40 digits as its revision"),
            ("llama3.1:8b", "weights with a digest"), ("ollama/llama3", "weights with a digest"),
            ("mistral:7b", "weights with a digest"),
        ] as [(String, String?)])
    func floating(_ name: String, _ pinTo: String?) {
        let pinning = ModelPinning(of: name)
        #expect(pinning.state == .floating, "\(pinning)")
        #expect(pinning.pinTo == pinTo)
        #expect(!pinning.why.isEmpty && !pinning.why.hasSuffix("."))
    }

    @Test(
        "Where no rule is known the answer says so",
        arguments: [
            "azure/gpt-4o", "azure/gpt-4.1-2025-04-14", "text-embedding-3-small", "our-own-model",
            "together_ai/meta-llama/Llama-3-70b-chat-hf", "groq/llama-3.3-70b-versatile", "openai/gpt-oss-120b",
            "arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abc123",
        ])
    func unknown(_ name: String) { #expect(ModelPinning(of: name).state == .unknown) }

    private static let commit = "5617a9f61b028005a4858fdac845db406aefb181"

    @Test(
        "A revision pins weights from a hub when it is a full commit",
        arguments: [
            ("BAAI/bge-m3", commit, ModelPinning.State.pinned), ("BAAI/bge-m3", "main", .floating),
            ("BAAI/bge-m3", "v1.0", .floating), ("BAAI/bge-m3", "refs/pr/7", .floating),
            ("BAAI/bge-m3", "5617a9f", .floating), ("BAAI/bge-m3", "", .floating),
            ("BAAI/bge-m3", commit.uppercased(), .floating), ("our-own-model", commit, .pinned),
            ("our-own-model", "v2", .unknown), ("openai/gpt-oss-120b", commit, .pinned),
            // A request names only the model, so that a revision beside it changes nothing.
            ("gpt-4o", commit, .floating),
        ])
    func revisions(_ name: String, _ revision: String, _ state: ModelPinning.State) {
        #expect(ModelPinning(of: name, revision: revision).state == state)
    }

    @Test("A revision that is the name's date is the hint")
    func datedRevision() {
        #expect(ModelPinning(of: "gpt-4.1", revision: "2025-04-14").pinTo == "gpt-4.1-2025-04-14")
    }

    @Test(
        "Names are taken apart",
        arguments: [
            ("gpt-4.1-2025-04-14", nil, nil, "gpt-4.1"), ("openai/gpt-4o", "openai", nil, "gpt-4o"),
            ("claude-3-5-sonnet-latest", nil, nil, "claude-3-5-sonnet"), ("BAAI/bge-m3", nil, nil, "BAAI/bge-m3"),
            ("eu.anthropic.claude-sonnet-4-20250514-v1:0", "bedrock", "eu", "claude-sonnet-4"),
            ("anthropic.claude-3-5-sonnet-20240620-v1:0", "bedrock", nil, "claude-3-5-sonnet"),
            ("bedrock/converse/eu-central-1/anthropic.claude-v2:1", "bedrock", "eu-central-1", "claude"),
            ("vertex_ai/gemini-1.5-pro", "vertex", nil, "gemini-1.5-pro"),
            (
                "projects/p/locations/us-central1/publishers/google/models/gemini-2.0-flash-001", "vertex",
                "us-central1",
                "gemini-2.0-flash"
            ),
            ("arn:aws:bedrock:eu-west-1:1:inference-profile/us.amazon.nova-pro-v1:0", "bedrock", "us", "nova-pro"),
            ("azure/gpt-4o-2024-08-06", "azure", nil, "gpt-4o"),
            ("openrouter/anthropic/claude-3.5-sonnet", "openrouter", nil, "claude-3.5-sonnet"),
            ("command-r-08-2024", nil, nil, "command-r"), ("ollama:llama3:8b", "ollama", nil, "llama3:8b"),
            ("", nil, nil, ""),
        ] as [(String, String?, String?, String)])
    func parts(_ name: String, _ provider: String?, _ region: String?, _ family: String) {
        let model = ModelIdentifier(name)
        #expect(model.provider == provider && model.region == region && model.family == family, "\(model)")
    }

    @Test("Each row names its source, and each hint is a version")
    func sources() {
        for row in ModelNaming.rows + [.anyVendor, .bedrock] { #expect(!row.source.isEmpty, "\(row.starts)") }
        for name in ["gpt-4", "gpt-4o", "claude-opus-4-1", "gemini-2.0-flash-lite"] {
            let version = KnownModelAliases.version(of: name)
            #expect(version.map { ModelPinning(of: $0).state } == .pinned)
        }
    }
}
