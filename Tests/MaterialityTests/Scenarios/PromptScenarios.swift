extension Scenario {
    private static let prompt = "prompts/system.prompt"

    private static let typed = (SmallWorld.files[prompt] ?? "").replacing(
        "output:\n  format: text\n",
        with: "x-team: {description: Desk.}\noutput:\n  format: json\n  schema: {question: string}\n")

    static let promptScenarios: [Scenario] = [
        // Nothing the model sees.
        Scenario(
            "comment in a prompt", .replace(prompt, "- Use at most", "{{! keep it short }}\n- Use at most"),
            expect: ["prompt/source-only none"]),
        Scenario(
            "long comment inside a line", .replace(prompt, "at most", "{{!-- never }} mind --}}at most"),
            expect: ["prompt/source-only none"]),
        Scenario(
            "description of a prompt", .replace(prompt, "Answers customers.", "Answers everybody."),
            expect: ["prompt/source-only none"]),
        Scenario(
            "quotes in the front matter", .replace(prompt, "format: text", "format: \"text\""),
            expect: ["prompt/source-only none"]),
        Scenario(
            "comment in a partial", .replace("prompts/_refunds.prompt", "Refunds", "{{! old rules }}\nRefunds"),
            expect: ["prompt/source-only none"]),
        // Form.
        Scenario(
            "spaces at the end of a line", .replace(prompt, "to the point.", "to the point.  "),
            expect: ["prompt/whitespace-only minor"]),
        Scenario(
            "lines wrapped elsewhere", .replace(prompt, "You are Linn, the assistant", "You are Linn,\nthe assistant"),
            expect: ["prompt/whitespace-only minor"]),
        Scenario(
            "decomposed letters", .replace("prompts/plain.md", "caf\u{E9}", "cafe\u{301}"),
            expect: ["prompt/format-only minor"]),
        Scenario("capitals", .replace(prompt, "You are Linn", "YOU are Linn"), expect: ["prompt/format-only minor"]),
        Scenario("punctuation", .replace(prompt, "calm, polite", "calm; polite"), expect: ["prompt/format-only minor"]),
        Scenario(
            "punctuation that cuts a prohibition in two", .replace(prompt, "Never promise", "Never. Promise"),
            expect: ["prompt/prohibition-added material", "prompt/prohibition-removed critical"]),
        Scenario(
            "a hidden character", .replace(prompt, "Never promise", "Never pro\u{200B}mise"),
            expect: ["prompt/hidden-characters-added critical"]),
        Scenario(
            "a hidden character in a comment", .replace(prompt, "- Use at most", "{{! \u{202E}note }}\n- Use at most"),
            expect: ["prompt/hidden-characters-added critical"]),
        // Structure.
        Scenario(
            "a variable is gone", .replace(prompt, "in the language {{locale}}", "in the language"),
            expect: ["prompt/variable-removed material"]),
        Scenario(
            "a variable is new", .replace(prompt, "{{question}}", "{{question}} {{tone}}"),
            expect: ["prompt/variable-added material"]),
        Scenario(
            "a variable with a default is new", .replace(prompt, "    locale: en", "    locale: en\n    tone: kind"),
            .replace(prompt, "{{question}}", "{{question}} {{tone}}"),
            expect: ["prompt/input-changed material", "prompt/variable-added minor"]),
        Scenario(
            "user text in the system message",
            .replace(prompt, "the assistant of a shop.", "the assistant of a shop. {{question}}"),
            expect: ["prompt/instruction-changed material", "prompt/variable-escalated critical"]),
        Scenario(
            "a prefilled answer", .replace(prompt, "{{question}}\n", "{{question}}\n{{role \"model\"}}\nOf course!\n"),
            expect: ["prompt/instruction-added material", "prompt/role-added material"]),
        Scenario(
            "one message less", .replace(prompt, "{{role \"user\"}}\n", ""),
            expect: [
                "prompt/reordered material", "prompt/role-removed material", "prompt/variable-escalated critical",
            ]),
        Scenario(
            "messages in another order", .replace(prompt, "{{role \"system\"}}", "{{role \"tmp\"}}"),
            .replace(prompt, "{{role \"user\"}}", "{{role \"system\"}}"),
            .replace(prompt, "{{role \"tmp\"}}", "{{role \"user\"}}"),
            expect: [
                "prompt/role-reordered material", "prompt/variable-escalated critical",
            ] + Array(repeating: "prompt/reordered material", count: 10)),
        // Sentences.
        Scenario(
            "a prohibition is gone", .replace(prompt, "- Never promise a refund or a delivery date.\n", ""),
            expect: ["prompt/prohibition-removed critical"]),
        Scenario(
            "a prohibition became a permission", .replace(prompt, "Never promise", "Feel free to promise"),
            expect: ["prompt/prohibition-removed critical"]),
        Scenario(
            "a prohibition is gone from a partial",
            .replace("prompts/_refunds.prompt", "- Do not decide about money.\n", ""),
            expect: ["prompt/prohibition-removed critical"]),
        Scenario(
            "a partial is no longer included", .replace(prompt, "{{>refunds}}\n", ""),
            expect: [
                "prompt/instruction-removed material", "prompt/instruction-removed material",
                "prompt/prohibition-removed critical",
            ]),
        Scenario(
            "a partial is written out",
            .replace(prompt, "{{>refunds}}\n", SmallWorld.files["prompts/_refunds.prompt"] ?? ""),
            .delete("prompts/_refunds.prompt"), expect: ["prompt/source-only none", "prompt/whitespace-only minor"]),
        Scenario(
            "a prohibition is new", .replace(prompt, "- Use at most", "- Never ask for passwords.\n- Use at most"),
            expect: ["prompt/prohibition-added material"]),
        Scenario(
            "a prohibition is weaker", .replace(prompt, "Never promise", "Try not to promise"),
            expect: ["prompt/prohibition-weakened critical"]),
        Scenario(
            "an exception to a prohibition", .replace(prompt, "delivery date.", "delivery date unless asked."),
            expect: ["prompt/prohibition-weakened critical"]),
        Scenario(
            "a prohibition under a condition",
            .replace(
                prompt, "- Never promise a refund or a delivery date.",
                "{{#if vip}}\n- Never promise a refund or a delivery date.\n{{/if}}"),
            expect: ["prompt/prohibition-weakened critical"]),
        Scenario(
            "a prohibition is stronger",
            .replace("prompts/_refunds.prompt", "Do not decide", "Do not, and never, decide"),
            expect: ["prompt/prohibition-strengthened material"]),
        Scenario(
            "a demand is gone", .replace(prompt, "and always name the article", "and name the article"),
            expect: ["prompt/obligation-removed material"]),
        Scenario(
            "a demand is new", .replace(prompt, "- Use at most", "- Always say hello.\n- Use at most"),
            expect: ["prompt/obligation-added material"]),
        Scenario(
            "a number", .replace(prompt, "at most 120 words", "at most 500 words"),
            expect: ["prompt/limit-changed material"]),
        Scenario(
            "a number in a partial", .replace("prompts/_refunds.prompt", "30 days", "300 days"),
            expect: ["prompt/limit-changed material"]),
        Scenario(
            "a percent sign", .replace(prompt, "at most 120 words", "at most 120% words"),
            expect: ["prompt/instruction-changed material"]),
        Scenario(
            "other words", .replace(prompt, "Be calm, polite", "Be warm, friendly"),
            expect: ["prompt/instruction-changed material"]),
        Scenario(
            "a sentence more", .replace(prompt, "- Use at most", "- Mention the shop's name.\n- Use at most"),
            expect: ["prompt/instruction-added material"]),
        Scenario(
            "a sentence less", .replace(prompt, "- Be calm, polite and to the point.\n", ""),
            expect: ["prompt/instruction-removed material"]),
        Scenario(
            "another order",
            .replace(
                prompt, "- Be calm, polite and to the point.\n- Use at most 120 words.",
                "- Use at most 120 words.\n- Be calm, polite and to the point."), expect: ["prompt/reordered minor"]),
        Scenario(
            "another condition", .replace(prompt, "{{#if vip}}", "{{#unless vip}}"),
            .replace(prompt, "{{/if}}", "{{/unless}}"),
            expect: ["prompt/structure-changed material"]),
        Scenario(
            "a prompt written anew",
            .write(
                "prompts/plain.md",
                "Summarise what happened in three friendly lines for whoever reads this next: {{topic}}\n"),
            expect: ["prompt/obligation-removed material", "prompt/rewritten material"]),
        Scenario(
            "a sentence in a plain prompt", .replace("prompts/plain.md", "keep it short", "keep it very short"),
            expect: ["prompt/instruction-changed material"]),
        // What cannot be read.
        Scenario(
            "unknown format", .replace("prompts/odd.xyz", "a helper", "a good helper"),
            expect: ["prompt/opaque-changed material"]),
        Scenario(
            "a prohibition in an unknown format", .replace("prompts/odd.xyz", "Never give legal advice.\n", ""),
            expect: ["prompt/opaque-changed material", "prompt/prohibition-removed critical"]),
        Scenario(
            "broken front matter", .replace(prompt, "description: Answers customers.", "description: \"Answers"),
            expect: ["prompt/opaque-changed material"]),
        Scenario(
            "a tag in the front matter", .replace(prompt, "format: text", "format: !other text"),
            expect: ["prompt/opaque-changed material"]),
        // Files and entries.
        Scenario(
            "a prompt is called differently", .rename("prompts/plain.md", "prompts/note.md"),
            .replace("release.yaml", "prompts/plain.md", "prompts/note.md"), expect: ["prompt/renamed minor"]),
        Scenario(
            "two prompts change places", .replace("release.yaml", "prompts/plain.md", "prompts/tmp"),
            .replace("release.yaml", "prompts/odd.xyz", "prompts/plain.md"),
            .replace("release.yaml", "prompts/tmp", "prompts/odd.xyz"),
            expect: [
                "prompt/opaque-changed material", "prompt/opaque-changed material",
                "prompt/prohibition-removed critical",
            ]),
        Scenario(
            "one prompt less", .replace("release.yaml", "      - {id: odd, path: prompts/odd.xyz}\n", ""),
            .delete("prompts/odd.xyz"), expect: ["prompt/prohibition-removed critical", "prompt/removed material"]),
        Scenario(
            "one prompt more",
            .replace("release.yaml", "- {id: odd,", "- {id: new, path: prompts/new.md}\n      - {id: odd,"),
            .write("prompts/new.md", "Say hello.\n"), expect: ["prompt/added material"]),
        Scenario(
            "a new prompt less",
            adding: [
                "release.yaml": (SmallWorld.files["release.yaml"] ?? "").replacing(
                    "- {id: odd,", with: "- {id: new, path: prompts/new.md}\n      - {id: odd,"),
                "prompts/new.md": "Say hello.\n",
            ], .replace("release.yaml", "- {id: new, path: prompts/new.md}\n      - {id: odd,", "- {id: odd,"),
            .delete("prompts/new.md"), expect: ["prompt/removed material"]),
        Scenario(
            "an input of another type", adding: [prompt: typed],
            .replace(prompt, "    question: string\n    locale", "    question: integer\n    locale"),
            expect: ["prompt/input-changed material"]),
        Scenario(
            "an answer of another type", adding: [prompt: typed],
            .replace(prompt, "  schema: {question: string}", "  schema: {question: integer}"),
            expect: ["inference/structured-output-changed material"]),
        Scenario(
            "a team's note", adding: [prompt: typed],
            .replace(prompt, "x-team: {description: Desk.}", "x-team: {description: Counter.}"),
            expect: ["prompt/setting-changed material"]),
        Scenario(
            "a description of the prompt", adding: [prompt: typed],
            .replace(prompt, "description: Answers customers.", "description: Answers."),
            expect: ["prompt/source-only none"]),
        Scenario(
            "a governed file more", .write("prompts/extra.md", "Say hello.\n"), expect: ["prompt/file-added material"]),
        Scenario(
            "another use of a prompt", .replace("release.yaml", "role: system}", "role: user}"),
            expect: ["prompt/setting-changed material"]),
    ]
}
