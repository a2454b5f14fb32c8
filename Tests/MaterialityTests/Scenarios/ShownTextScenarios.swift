extension Scenario {
    private static let help = "extra/experience/help.html"
    private static let texts = "extra/experience/keys.json"
    private static let files = [
        help: """
        <h1>Help</h1>
        <!-- Reviewed by legal in May. -->
        <p class="notice">You are chatting with an AI system.</p>
        <p>Type &quot;colleague&quot; to reach a person.</p>

        """,
        texts: """
        {"welcome": "Hi! <b>I am an AI assistant.</b>", "handoff": "Talk to a person", "bye": "Bye!"}
        """,
    ]

    private static func text(_ name: String, _ path: String, _ old: String, _ new: String, expect: String...)
        -> Scenario
    {
        Scenario(name, adding: files, .replace(path, old, new), expect: expect)
    }

    private static let sentence = "<p class=\"notice\">You are chatting with an AI system.</p>"

    /// What browsers do not show is not said.
    static let shownTextScenarios: [Scenario] = [
        text(
            "a disclosure that became a comment", help, sentence, "<!-- \(sentence) -->",
            expect: "experience/ai-disclosure-removed critical", "experience/notice-changed material"),
        text(
            "a disclosure in a hidden element", help, "<p class=\"notice\">", "<p hidden class=\"notice\">",
            expect: "experience/ai-disclosure-removed critical", "experience/notice-changed material"),
        text(
            "a disclosure that a style hides", help, "<p class=\"notice\">", "<p style=\"display: none\">",
            expect: "experience/ai-disclosure-removed critical", "experience/notice-changed material"),
        text(
            "a disclosure without size", help, "<p class=\"notice\">", "<p style='font-size: 0'>",
            expect: "experience/ai-disclosure-removed critical", "experience/notice-changed material"),
        text(
            "a disclosure in small letters", help, "<p class=\"notice\">", "<p style='font-size: 0.9em'>",
            expect: "experience/notice-changed material"),
        text(
            "a disclosure in a template that nobody shows", help, sentence, "<template>\(sentence)</template>",
            expect: "experience/ai-disclosure-removed critical", "experience/notice-changed material"),
        text(
            "a disclosure for which a comment stands", help, "<p class=\"notice\">You are chatting with an AI system.",
            "<!-- You are chatting with an AI system. --><p>Welcome!",
            expect: "experience/ai-disclosure-removed critical", "experience/notice-changed material"),
        text(
            "another comment beside a disclosure", help, "Reviewed by legal in May.", "Reviewed in June: AI is named.",
            expect: "experience/notice-changed material"),
        text(
            "another class of a disclosure", help, "class=\"notice\"", "class=\"banner unhidden\"",
            expect: "experience/notice-changed material"),
        text(
            "a hidden element beside a disclosure", help, "<h1>", "<p hidden>Never shown</p><h1>",
            expect: "experience/notice-changed material"),
        text(
            "a keyed text with its disclosure in a comment", texts, "<b>I am an AI assistant.</b>",
            "<!-- I am an AI assistant. -->", expect: "experience/ai-disclosure-removed critical"),
        text(
            "a promise that is no more than a comment", texts, "Talk to a person", "<!-- Talk to a person -->",
            expect: "experience/human-handoff-removed critical"),
        text(
            "bold words of a disclosure", texts, "<b>I am an AI assistant.</b>", "<i>I am an AI assistant.</i>",
            expect: "experience/notice-changed material"),
    ]
}
