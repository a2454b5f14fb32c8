extension Scenario {
    /// Names of the entries in the release package.
    static let componentNameScenarios: [Scenario] = [
        Scenario(
            "a prompt's entry has another id", .replace("release.yaml", "{id: plain, path", "{id: handover, path"),
            expect: ["prompt/renamed minor"]),
        Scenario(
            "a guardrail's entry has another id",
            .replace(
                "release.yaml", "{id: topics, path: guardrails/topics.co", "{id: dialog, path: guardrails/topics.co"),
            expect: ["guardrail/renamed minor"]),
        Scenario(
            "two prompts of one name", .replace("release.yaml", "{id: plain, path", "{id: system, path"),
            expect: ["prompt/opaque-changed material", "prompt/renamed minor"]),
        Scenario(
            "two guardrails of one name",
            .replace("release.yaml", "{id: input, path", "{id: output, path"),
            expect: ["guardrail/opaque-changed material", "guardrail/renamed minor"]),
        Scenario(
            "two names that were shared before",
            adding: [
                "release.yaml": SmallWorld.files["release.yaml", default: ""].replacing(
                    "{id: plain, path", with: "{id: system, path")
            ],
            .replace("release.yaml", "title: Helper", "title: The helper"), expect: ["system/metadata-only none"]),
    ]
}
