/// What the system's document says about somebody else.
extension Scenario {
    private static let system = "system.yaml"
    private static let guards = "guardrails/output.yaml"
    private static let server = "extra/inference/server.yaml"
    private static let digest = "4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393"

    private static func image(_ name: String, _ old: String, _ new: String, _ expected: String) -> Scenario {
        Scenario(
            name, adding: [server: "image: vllm/vllm-openai@sha256:\(digest)\nmodel: x\n"],
            .replace(server, old, new), expect: [expected])
    }

    private static func terms(_ name: String, _ old: String, _ new: String, _ expected: String) -> Scenario {
        let text = SmallWorld.files[system] ?? ""
        return Scenario(
            name,
            adding: [system: text.replacing("product: Mail, reference", with: "product: Mail, \(old)reference")],
            .replace(system, "product: Mail, \(old)reference", "product: Mail, \(new)reference"), expect: [expected])
    }

    static let thirdPartyScenarios: [Scenario] = [
        Scenario(
            "a guardrail that somebody else runs",
            .replace(
                guards, "  - guardrail_name: personal-data",
                "  - guardrail_name: injection\n    litellm_params: {guardrail: lakera_v2, mode: pre_call}\n  - guardrail_name: personal-data"
            ), expect: ["thirdparty/added material"]),
        Scenario(
            "a guardrail that runs here",
            .replace(
                guards, "  - guardrail_name: personal-data",
                "  - guardrail_name: secrets\n    litellm_params: {guardrail: hide-secrets, mode: pre_call}\n  - guardrail_name: personal-data"
            ), expect: ["guardrail/added minor"]),
        Scenario(
            "a guardrail of that name that runs here",
            .replace(
                guards, "  - guardrail_name: personal-data",
                "  - guardrail_name: injection\n    litellm_params: {guardrail: hide-secrets, mode: pre_call}\n  - guardrail_name: personal-data"
            ), expect: ["guardrail/added minor"]),
        Scenario(
            "a second guardrail of the same service",
            adding: [
                guards: "guardrails:\n  - {guardrail_name: a, litellm_params: {guardrail: bedrock, mode: pre_call}}\n"
            ],
            .replace(
                guards, "mode: pre_call}}\n",
                "mode: pre_call}}\n  - {guardrail_name: b, litellm_params: {guardrail: bedrock, mode: post_call}}\n"),
            expect: ["guardrail/added minor"]),
        image("a tag of an image", "@sha256:\(digest)", ":v0.11.0", "thirdparty/unpinned material"),
        image("the newest image", "@sha256:\(digest)", ":latest", "thirdparty/unpinned material"),
        image("another digest", "sha256:4d7a", "sha256:5d7a", "inference/setting-changed material"),
        image("another image", "vllm/vllm-openai", "other/vllm-openai", "inference/setting-changed material"),
        terms(
            "kept longer", "dataRetention: 30d, ", "dataRetention: 90d, ", "thirdparty/retention-lengthened critical"),
        terms(
            "kept at all", "dataRetention: none, ", "dataRetention: 1d, ", "thirdparty/retention-lengthened critical"),
        terms("kept shorter", "dataRetention: 4w, ", "dataRetention: 7d, ", "thirdparty/retention-shortened minor"),
        terms(
            "as long in another unit", "dataRetention: 2w, ", "dataRetention: 14d, ",
            "thirdparty/data-terms-changed material"),
        terms("kept for nobody knows how long", "dataRetention: 30d, ", "", "thirdparty/data-terms-changed material"),
        terms("trained on", "trainingUse: false, ", "trainingUse: true, ", "thirdparty/training-use-allowed critical"),
        terms("trained on, newly said", "", "trainingUse: true, ", "thirdparty/training-use-allowed critical"),
        terms("not trained on, newly said", "", "trainingUse: false, ", "thirdparty/data-terms-changed material"),
    ]
}
