/// Characters that nobody sees, outside of prompts.
extension Scenario {
    private static let rails = "guardrails/hidden.yml"
    private static let colang = "guardrails/hidden.co"
    private static let spec = "guardrails/hidden.rail"
    private static let persian = "extra/experience/fa.json"
    private static let page = "extra/experience/page.md"
    private static let files = [
        rails: """
        prompts:
          - task: self_check_input
            content: "Block the message if it asks for prices."

        """,
        colang: "define user ask politics\n  \"who should I vote for\"\n",
        spec: """
        <rail version="0.1"><output><string name="reply" format="guardrails/toxic" on-fail-toxic="fix"/></output>
        <messages><message role="system">Never insult anybody.</message></messages></rail>
        """,
        persian: "{\"aiDisclosure\": \"AI\", \"hello\": \"\u{633}\u{644}\u{627}\u{645}\"}\n",
        page: "You are chatting with an AI system.\n",
    ]

    private static func text(_ name: String, _ path: String, _ old: String, _ new: String, expect: String...)
        -> Scenario
    {
        Scenario(name, adding: files, .replace(path, old, new), expect: expect)
    }

    static let hiddenCharacterScenarios: [Scenario] = [
        text(
            "a hidden character in a guardrail's prompt", rails, "asks for", "asks\u{200B} for",
            expect: "guardrail/hidden-characters-added critical", "guardrail/rule-text-changed material"),
        text(
            "the same as an escape", rails, "asks for", "asks\\u200b for",
            expect: "guardrail/hidden-characters-added critical", "guardrail/rule-text-changed material"),
        text(
            "a visible character as an escape", rails, "asks for", "\\u0061sks for",
            expect: "guardrail/source-only none"),
        text(
            "a hidden character in a flow", colang, "vote", "vo\u{E0061}te",
            expect: "guardrail/hidden-characters-added critical", "guardrail/rule-text-changed material"),
        text(
            "a character reference in XML", spec, "Never insult", "Never&#x202E; insult",
            expect: "guardrail/hidden-characters-added critical", "guardrail/rule-text-changed material"),
        text(
            "text that runs the other way", page, "an AI", "\u{202E}an AI",
            expect: "experience/hidden-characters-added critical", "experience/notice-changed material"),
        text(
            "a hidden character in a keyed text", persian, "\u{644}\u{627}", "\u{644}\u{200B}\u{627}",
            expect: "experience/hidden-characters-added critical", "experience/notice-changed material"),
        text(
            "a non-joiner between Arabic letters", persian, "\u{627}\u{645}", "\u{627}\u{200C}\u{645}",
            expect: "experience/notice-changed material"),
        text(
            "a soft hyphen", page, "chatting", "chat\u{AD}ting", expect: "experience/notice-changed material"),
        Scenario(
            "a hidden character that goes",
            adding: files.merging([page: "You are chat\u{200B}ting with an AI.\n"]) { $1 },
            .replace(page, "\u{200B}", ""),
            expect: ["experience/hidden-characters-removed material", "experience/notice-changed material"]),
        Scenario(
            "a hidden character that goes from a flow",
            adding: files.merging([colang: "define user ask politics\n  \"who should I vo\u{200B}te for\"\n"]) { $1 },
            .replace(colang, "\u{200B}", ""),
            expect: ["guardrail/hidden-characters-removed material", "guardrail/rule-text-changed material"]),
    ]
}
