extension Scenario {
    private static let release = "release.yaml"
    private static let id = "id: gpt-4.1-2025-04-14"

    static let modelScenarios: [Scenario] = [
        Scenario("another model", .replace(release, id, "id: gpt-5-2025-08-07"), expect: ["model/id-changed material"]),
        Scenario(
            "another snapshot", .replace(release, id, "id: gpt-4.1-2025-09-01"),
            expect: ["model/snapshot-changed material"]),
        Scenario("a moving name", .replace(release, id, "id: gpt-4.1"), expect: ["model/pin-loosened critical"]),
        Scenario(
            "a moving name of another family", .replace(release, id, "id: gpt-5-latest"),
            expect: ["model/pin-loosened critical"]),
        Scenario(
            "a fixed name in the front matter",
            .replace("prompts/system.prompt", "openai/gpt-4.1-2025-04-14", "azure/gpt-4.1-2025-04-14"),
            expect: ["model/provider-changed critical"]),
        Scenario(
            "another model in a guardrail",
            .replace("guardrails/config.yml", "gpt-4.1-2025-04-14", "gpt-4.1-mini-2025-04-14"),
            expect: ["model/id-changed material"]),
        Scenario(
            "another engine in a guardrail", .replace("guardrails/config.yml", "engine: openai", "engine: azure"),
            expect: ["model/provider-changed critical"]),
        Scenario(
            "another third party", .replace(release, "thirdParty: chat", "thirdParty: mail"),
            expect: ["model/provider-changed critical"]),
        Scenario(
            "the third party's provider", .replace("system.yaml", "provider: OpenAI", "provider: Other"),
            expect: ["model/provider-changed critical"]),
        Scenario(
            "a branch instead of a commit",
            .replace(release, "revision: 5617a9f61b028005a4858fdac845db406aefb181", "revision: main"),
            expect: ["model/revision-unpinned critical"]),
        Scenario(
            "another commit", .replace(release, "revision: 5617", "revision: 5618"),
            expect: ["model/weights-changed critical"]),
        Scenario(
            "other adapter weights", .replace("weights/adapter.dvc", "0123456789abcdef0", "1123456789abcdef0"),
            expect: ["model/weights-changed critical"]),
        Scenario(
            "the global endpoint", .replace(release, "eu.api", "global.api"),
            expect: ["model/residency-widened critical"]),
        Scenario(
            "another path of the endpoint", .replace(release, "com/v1", "com/v2"),
            expect: ["model/endpoint-changed material"]),
        Scenario(
            "a second model",
            .replace(
                release, "    model:\n",
                "    model:\n      - role: notes\n        id: gpt-4.1-mini-2025-04-14\n        source: {kind: hosted, thirdParty: chat}\n      - role: answers\n"
            ),
            .replace(
                release, "\n      id: gpt-4.1-2025-04-14\n      source: {kind",
                "\n        id: gpt-4.1-2025-04-14\n        source: {kind"),
            .replace(release, "\n      revision:", "\n        revision:"),
            expect: ["model/added material", "model/setting-changed material"]),
        Scenario(
            "a second model of somebody else",
            .replace(
                release, "    model:\n",
                "    model:\n      - role: notes\n        id: x\n        source: {kind: hosted, thirdParty: mail}\n      - role: answers\n"
            ),
            .replace(
                release, "\n      id: gpt-4.1-2025-04-14\n      source: {kind",
                "\n        id: gpt-4.1-2025-04-14\n        source: {kind"),
            .replace(release, "\n      revision:", "\n        revision:"),
            expect: ["model/provider-changed critical", "model/setting-changed material"]),
        Scenario(
            "a kind of source", .replace(release, "kind: hosted", "kind: weights"),
            expect: ["model/setting-changed material"]),
    ]
}
