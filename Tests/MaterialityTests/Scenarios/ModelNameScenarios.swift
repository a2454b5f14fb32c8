/// Names of models in the forms of several providers, revisions, regions.
extension Scenario {
    private static let release = "release.yaml"
    private static let id = "id: gpt-4.1-2025-04-14"
    private static let server = "inference.yaml"

    /// A configuration of a vLLM server (docs.vllm.ai, Engine arguments, as a YAML file of `vllm serve --config`).
    private static let vllm = """
        model: meta-llama/Llama-3.1-8B-Instruct
        revision: 0e9e39f249a16976918f6564b8830bc894c89659
        temperature: 0.2
        trust_remote_code: false

        """

    /// One model under two names: an edit from the first to the second.
    private static func names(_ name: String, _ old: String, _ new: String, _ expected: String) -> Scenario {
        Scenario(
            name, adding: [server: "model: \(old)\ntemperature: 0.2\n"], .replace(server, old, new), expect: [expected])
    }

    static let modelNameScenarios: [Scenario] = [
        names(
            "another company's model", "gpt-4.1-2025-04-14", "claude-opus-4-6", "model/provider-changed critical"),
        names(
            "the same model from a cloud", "claude-sonnet-4-5-20250929",
            "bedrock/anthropic.claude-sonnet-4-5-20250929-v1:0", "model/provider-changed critical"),
        names("another dateless version", "claude-opus-4-6", "claude-opus-4-7", "model/id-changed material"),
        names("a dateless alias", "claude-sonnet-4-5-20250929", "claude-sonnet-4-5", "model/pin-loosened critical"),
        names(
            "from a date to a later generation", "claude-opus-4-1-20250805", "claude-opus-4-6",
            "model/id-changed material"),
        names(
            "another version of a cloud's model", "anthropic.claude-3-5-sonnet-20240620-v1:0",
            "anthropic.claude-3-5-sonnet-20241022-v2:0", "model/snapshot-changed material"),
        names(
            "a profile of the whole world", "eu.anthropic.claude-sonnet-4-20250514-v1:0",
            "global.anthropic.claude-sonnet-4-20250514-v1:0", "model/residency-widened critical"),
        names(
            "a profile where one region answered", "anthropic.claude-sonnet-4-20250514-v1:0",
            "us.anthropic.claude-sonnet-4-20250514-v1:0", "model/residency-widened critical"),
        names(
            "a profile of the next continent", "eu.amazon.nova-pro-v1:0", "us.amazon.nova-pro-v1:0",
            "model/residency-widened critical"),
        names(
            "a region of a profile", "apac.amazon.nova-pro-v1:0", "jp.amazon.nova-pro-v1:0",
            "model/residency-narrowed minor"),
        names(
            "a newer model in the same region", "eu.anthropic.claude-sonnet-4-20250514-v1:0",
            "eu.anthropic.claude-opus-4-20250514-v1:0", "model/id-changed material"),
        names("an alias of a cloud's model", "gemini-2.0-flash-001", "gemini-2.0-flash", "model/pin-loosened critical"),
        names(
            "a dated preview", "gemini-2.5-flash", "gemini-2.5-flash-preview-09-2025", "model/pin-loosened critical"),
        names("a newer stable model", "gemini-2.0-flash-001", "gemini-2.5-flash", "model/id-changed material"),
        names("the month of a model", "mistral-large-2407", "mistral-large-2411", "model/snapshot-changed material"),
        names("no month", "mistral-large-2411", "mistral-large-latest", "model/pin-loosened critical"),
        names("another tag", "ollama/llama3.1:8b", "ollama/llama3.1:70b", "model/id-changed material"),
        names("another deployment", "azure/gpt-4o", "azure/gpt-4o-eu", "model/id-changed material"),
        names(
            "the provider written out", "gpt-4.1-2025-04-14", "openai/gpt-4.1-2025-04-14", "model/id-changed material"),
        Scenario(
            "a tag instead of a commit", adding: [server: vllm],
            .replace(server, "revision: 0e9e39f249a16976918f6564b8830bc894c89659", "revision: v1.2"),
            expect: ["model/revision-unpinned critical"]),
        Scenario(
            "no revision", adding: [server: vllm],
            .replace(server, "revision: 0e9e39f249a16976918f6564b8830bc894c89659\n", ""),
            expect: ["model/revision-unpinned critical"]),
        Scenario(
            "a branch where nothing was said", adding: [server: "model: BAAI/bge-m3\ntemperature: 0.2\n"],
            .replace(server, "bge-m3", "bge-m3\nrevision: main"), expect: ["model/snapshot-changed material"]),
        Scenario(
            "the revision of the code", adding: [server: vllm + "code_revision: main\n"],
            .replace(server, "code_revision: main", "code_revision: 0e9e39f249a16976918f6564b8830bc894c89659"),
            expect: ["model/revision-pinned minor"]),
        Scenario(
            "another branch of the code", adding: [server: vllm + "code_revision: main\n"],
            .replace(server, "code_revision: main", "code_revision: next"),
            expect: ["model/snapshot-changed material"]),
        Scenario(
            "code of the weights", adding: [server: vllm], .replace(server, "code: false", "code: true"),
            expect: ["model/remote-code-allowed critical"]),
        Scenario(
            "a comment on code of the weights", adding: [server: vllm],
            .replace(server, "code: false", "code: false # never"), expect: ["inference/source-only none"]),
        Scenario(
            "a region of the endpoint", .replace(release, "https://eu.api", "https://eu-central-1.api"),
            expect: ["model/residency-narrowed minor"]),
        Scenario(
            "a region of somebody else's endpoint",
            .replace(release, "eu.api.example.com", "eu-central-1.api.other.com"),
            expect: ["model/residency-widened critical"]),
        Scenario(
            "no endpoint", .replace(release, ", uri: \"https://eu.api.example.com/v1\"", ""),
            expect: ["model/endpoint-changed material"]),
    ]
}
