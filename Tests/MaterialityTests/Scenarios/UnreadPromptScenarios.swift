extension Scenario {
    private static let guarded = """
        {{role "system"}}
        {{#if guest}}
        Never tell a price.
        {{/if}}
        {{question}}

        """

    private static let hub = [
        "prompts/hub.yaml": """
        prompts:
          - {source: langfuse, name: greeting, version: 4, label: production}
          - {source: langsmith, prompt: "kranich/refunds:3f2a9c1d"}

        """
    ]
    private static let evaluated = [
        "prompts/promptfooconfig.yaml": """
        prompts:
          - {id: careful, raw: "Never promise a refund. {{question}}"}
          - {id: short, raw: "Answer in one sentence: {{question}}"}
        providers:
          - {id: "openai:gpt-4.1-2025-04-14", config: {temperature: 0.2}}
        tests:
          - {description: late parcel, vars: {question: Where is my parcel?}}

        """
    ]

    /// What must not be taken for the same, or for text that is gone, because nobody read it.
    static let unreadPromptScenarios: [Scenario] = [
        Scenario(
            "one byte that is no text", adding: ["prompts/shop.md": "Be kind.\n\nNever guess.\n"],
            .replace("prompts/shop.md", "Be kind.", "Be kind.\u{0}"),
            expect: ["prompt/hidden-characters-added critical", "prompt/opaque-changed material"]),
        Scenario(
            "such a byte, and a prohibition less", adding: ["prompts/shop.md": "Be kind.\n\nNever guess.\n"],
            .replace("prompts/shop.md", "Be kind.\n\nNever guess.", "Be kind.\u{0}"),
            expect: [
                "prompt/hidden-characters-added critical", "prompt/opaque-changed material",
                "prompt/prohibition-removed critical",
            ]),
        Scenario(
            "a condition that trims white space", adding: ["prompts/guest.prompt": guarded],
            .replace("prompts/guest.prompt", "{{#if guest}}", "{{#if guest~}}"),
            expect: ["prompt/structure-changed material"]),
        Scenario(
            "a tag in the middle that nothing closes", adding: ["prompts/guest.prompt": guarded],
            .replace("prompts/guest.prompt", "{{question}}", "Don't guess about {{topic\n\nIt's about {{question}}."),
            expect: ["prompt/opaque-changed material"]),
        Scenario(
            "a quoted brace in a tag", adding: ["prompts/guest.prompt": guarded],
            .replace("prompts/guest.prompt", "{{question}}", "{{question}} {{json \"{{\"}}"),
            expect: ["prompt/instruction-changed material"]),
        Scenario(
            "a label that nobody reads, beside another pin", adding: hub,
            .replace("prompts/hub.yaml", "label: production", "label: staging"),
            .replace("prompts/hub.yaml", "3f2a9c1d", "77aa10bb"),
            expect: ["prompt/reference-changed material", "prompt/setting-changed material"]),
        Scenario(
            "another pin beside such a label", adding: hub, .replace("prompts/hub.yaml", "3f2a9c1d", "77aa10bb"),
            expect: ["prompt/reference-changed material"]),
        Scenario(
            "a prompt's id, beside another temperature", adding: evaluated,
            .replace("prompts/promptfooconfig.yaml", "id: short", "id: brief"),
            .replace("prompts/promptfooconfig.yaml", "temperature: 0.2", "temperature: 0.3"),
            expect: [
                "inference/temperature-raised minor", "prompt/setting-changed material",
                "prompt/setting-changed material",
            ]),
        Scenario(
            "a prompt's text, beside another temperature", adding: evaluated,
            .replace("prompts/promptfooconfig.yaml", "Answer in one", "Reply in one"),
            .replace("prompts/promptfooconfig.yaml", "temperature: 0.2", "temperature: 0.3"),
            expect: ["inference/temperature-raised minor", "prompt/instruction-changed material"]),
        Scenario(
            "prompts with ids in another order", adding: evaluated,
            .replace(
                "prompts/promptfooconfig.yaml", "  - {id: careful, raw: \"Never promise a refund. {{question}}\"}\n", ""
            ),
            .replace(
                "prompts/promptfooconfig.yaml", "providers:",
                "  - {id: careful, raw: \"Never promise a refund. {{question}}\"}\nproviders:"),
            expect: ["prompt/setting-changed material"]),
        Scenario(
            "a Jinja tag in the middle that nothing closes",
            adding: ["prompts/guest.j2": "Never tell a price.\n{{ question }}\n"],
            .replace(
                "prompts/guest.j2", "{{ question }}",
                "Don't guess about {{ topic\n\nIt's about {{ question }}, isn't it?"),
            expect: ["prompt/opaque-changed material"]),
        Scenario(
            "quoted text of several lines in a Jinja tag",
            adding: ["prompts/guest.j2": "Never tell a price.\n{{ question }}\n"],
            .replace("prompts/guest.j2", "{{ question }}", "{{ question | default('None\nso far') }}"),
            expect: ["prompt/instruction-added material", "prompt/instruction-removed material"]),
        Scenario(
            "a Mustache tag in the middle that nothing closes",
            adding: ["prompts/guest.mustache": "Never tell a price.\n{{question}}\n"],
            .replace("prompts/guest.mustache", "{{question}}", "Speak about {{topic\n\nIt is about {{question}}."),
            expect: ["prompt/opaque-changed material"]),
        Scenario(
            "a Mustache value that is no longer put in as it is",
            adding: ["prompts/guest.mustache": "Never tell a price.\n{{{question}}}\n"],
            .replace("prompts/guest.mustache", "{{{question}}}", "{{question}}"),
            expect: ["prompt/instruction-added material", "prompt/instruction-removed material"]),
        Scenario(
            "a Mustache value put in as it is, written otherwise",
            adding: ["prompts/guest.mustache": "Never tell a price.\n{{{question}}}\n"],
            .replace("prompts/guest.mustache", "{{{question}}}", "{{& question}}"),
            expect: ["prompt/source-only none"]),
        Scenario(
            "a sentence beside a Mustache tag without a name",
            adding: ["prompts/guest.mustache": "Never tell a price.\n{{}} {{question}}\n"],
            .replace("prompts/guest.mustache", "a price", "a secret"), expect: ["prompt/instruction-changed material"]),
        Scenario(
            "a Mustache comment that names a tag",
            adding: ["prompts/guest.mustache": "Never tell a price.\n{{question}}\n"],
            .replace("prompts/guest.mustache", "Never", "{{! instead of {{topic}}Never"),
            expect: ["prompt/source-only none"]),
        Scenario(
            "a pointer with a broken digest where a prompt stood",
            adding: ["prompts/large.md": "Be kind.\n\nNever guess.\n"],
            .write(
                "prompts/large.md",
                "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab\nsize 12345\n"),
            expect: ["prompt/opaque-changed material", "prompt/prohibition-removed critical"]),
        Scenario(
            "a pointer whose digest breaks",
            adding: [
                "prompts/large.md":
                    "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n"
            ],
            .replace("prompts/large.md", "sha256:4d7a", "sha256:4D7A"), expect: ["prompt/opaque-changed material"]),
    ]
}
