extension Scenario {
    private static let chat = """
        {"_type": "chat", "messages": [
          {"role": "system", "content": [{"type": "text", "text": "Never give legal advice."}]},
          {"role": "user", "content": "{question}"}
        ]}

        """
    private static let guarded = """
        {{role "system"}}
        {{#if guest}}
        Never tell a price.
        {{/if}}
        {{question}}

        """

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
            "content in parts, which are compared or else no text that is known",
            adding: ["prompts/chat.json": chat],
            .replace("prompts/chat.json", "Never give legal advice.", "Give legal advice."),
            expect: ["prompt/setting-changed material"]),
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
    ]
}
