extension Scenario {
    private static let path = "guardrails/moderation.yaml"
    private static let nemo = "guardrails/guard/config.yml"
    private static let tasks = "guardrails/guard/prompts.yml"
    private static let second = "meta-llama/Meta-Llama-Guard-2-8B"
    private static let third = "meta-llama/Llama-Guard-3-8B"

    private static func moderation(_ categories: String, _ model: String = second) -> String {
        """
        # Messages of customers pass this first.
        guard:
          model: \(model)
          stage: [input, output]
          threshold: 0.5
          categories: \(categories)

        """
    }

    private static func guardModel(
        _ name: String, _ categories: String, _ edits: Edit..., expect expected: [String]
    ) -> Scenario {
        Scenario(name, adding: [path: moderation(categories)], edits, expect: expected)
    }

    /// The prompt of the model names the categories; the model stands in another file of the configuration.
    private static let taskPrompt = """
        prompts:
          - task: llama_guard_check_input
            content: |
              Task: Check if there is unsafe content in 'User' messages according to our safety policy.
              <BEGIN UNSAFE CONTENT CATEGORIES>
              S5: Specialized Advice.
              S9: Hate.
              <END UNSAFE CONTENT CATEGORIES>
              {{ user_input }}

        """

    private static let guardConfig = """
        models:
          - type: llama_guard
            engine: vllm_openai
            model: \(second)
        rails:
          input:
            flows: [llama guard check input]

        """

    private static let proxy = """
        guardrails:
          - guardrail_name: first
            litellm_params: {guardrail: custom_guardrail.LlamaGuard, mode: pre_call, model: \(second), categories: [S1, S6]}
          - guardrail_name: second
            litellm_params: {guardrail: custom_guardrail.LlamaGuard, mode: post_call, model: \(third), categories: [S1, S7]}

        """

    static let taxonomyScenarios: [Scenario] = [
        guardModel(
            "codes that stay with another guard model", "[S1, S8]", .replace(path, second, third),
            expect: ["guardrail/taxonomy-remapped critical"]),
        guardModel(
            "codes that mean the same to both models", "[S1, S2, S3, S4]", .replace(path, second, third),
            expect: ["model/id-changed material"]),
        guardModel(
            "codes that follow the model", "[S1, S5, S11]", .replace(path, second, third),
            .replace(path, "[S1, S5, S11]", "[S1, S6, S12]"), expect: ["model/id-changed material"]),
        guardModel(
            "codes that follow the model, with one left out", "[S1, S5, S11]", .replace(path, second, third),
            .replace(path, "[S1, S5, S11]", "[S1, S6]"),
            expect: ["guardrail/category-removed critical", "model/id-changed material"]),
        guardModel(
            "codes that follow the model, with a new one", "[S1, S5]", .replace(path, second, third),
            .replace(path, "[S1, S5]", "[S1, S6, S14]"),
            expect: ["guardrail/category-added minor", "model/id-changed material"]),
        guardModel(
            "codes of which one was forgotten", "[S5, S6]", .replace(path, second, third),
            .replace(path, "[S5, S6]", "[S7, S6]"), expect: ["guardrail/taxonomy-remapped critical"]),
        guardModel(
            "another provider of the same version", "[S1, S8]", .replace(path, second, "llama-guard-2"),
            expect: ["model/id-changed material"]),
        guardModel(
            "codes with their names, written for the new model all along",
            "[\"S1: Violent Crimes\", \"S5: Defamation\"]",
            .replace(path, second, third),
            expect: [
                "guardrail/category-added minor", "guardrail/category-removed critical", "model/id-changed material",
            ]),
        guardModel(
            "a code that the smaller model does not have", "[S1, S14]",
            .replace(path, second, third), .replace(path, third, "meta-llama/Llama-Guard-3-1B"),
            expect: ["model/id-changed material"]),
        Scenario(
            "a code that only the larger model has", adding: [path: moderation("[S1, S14]", third)],
            .replace(path, third, "meta-llama/Llama-Guard-3-1B"), expect: ["guardrail/taxonomy-remapped critical"]),
        Scenario(
            "the fourth version reads codes as the third did", adding: [path: moderation("[S1, S5, S14]", third)],
            .replace(path, third, "meta-llama/Llama-Guard-4-12B"), expect: ["model/id-changed material"]),
        Scenario(
            "a category less of a guard model", adding: [path: moderation("[S1, S8]")],
            .replace(path, "[S1, S8]", "[S1]"), expect: ["guardrail/category-removed critical"]),
        Scenario(
            "a code list in another form", adding: [path: moderation("[S1, S8]")],
            .replace(path, "[S1, S8]", "\n    - S1  # violent crimes\n    - S8  # weapons"),
            expect: ["guardrail/source-only none"]),
        Scenario(
            "codes by key", adding: [path: moderation("{S1: true, S6: true}")], .replace(path, second, third),
            expect: ["guardrail/taxonomy-remapped critical"]),
        Scenario(
            "codes in one text", adding: [path: moderation("S1, S9")], .replace(path, second, third),
            expect: ["guardrail/taxonomy-remapped critical"]),
        Scenario(
            "codes in another file than the model", adding: [nemo: guardConfig, tasks: taskPrompt],
            .replace(nemo, second, third), expect: ["guardrail/taxonomy-remapped critical"]),
        Scenario(
            "codes that follow a model in another file", adding: [nemo: guardConfig, tasks: taskPrompt],
            .replace(nemo, second, third), .replace(tasks, "S5: Specialized", "S6: Specialized"),
            .replace(tasks, "S9: Hate", "S10: Hate"),
            expect: ["guardrail/source-only none", "model/id-changed material"]),
        Scenario(
            "one of two guard models", adding: [path: proxy],
            .replace(path, "model: \(second)", "model: \(third)"), expect: ["guardrail/taxonomy-remapped critical"]),
        Scenario(
            "one of two guard models, and its codes", adding: [path: proxy],
            .replace(path, "model: \(second), categories: [S1, S6]", "model: \(third), categories: [S1, S7]"),
            expect: ["model/id-changed material"]),
        Scenario(
            "a guard model of the release package",
            adding: [
                "release.yaml": (SmallWorld.files["release.yaml"] ?? "").replacing(
                    "      id: gpt-4.1-2025-04-14", with: "      id: \(second)"),
                tasks: taskPrompt,
            ], .replace("release.yaml", second, third),
            expect: ["guardrail/taxonomy-remapped critical", "model/id-changed material"]),
    ]
}
