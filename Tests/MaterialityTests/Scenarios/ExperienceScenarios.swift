/// Texts for users: by key, by language, by words.
extension Scenario {
    private static let german = "extra/experience/de.json"
    private static let english = "extra/experience/en.json"
    private static let everyLanguage = "extra/experience/messages.yaml"
    private static let plain = "extra/experience/plain.md"
    private static let notice = "extra/experience/notice.de.md"

    private static let files = [
        german: """
        {
          "aiDisclosure": "Sie chatten mit einem KI-System.",
          "greeting": "Guten Tag! Wobei kann ich helfen?",
          "handoff": {"button": "Mit einem Menschen sprechen", "hours": "9 bis 17 Uhr"}
        }
        """,
        english: """
        {
          "aiDisclosure": "You are chatting with an AI system.",
          "greeting": "Hello! How can I help?",
          "handoff": {"button": "Talk to a person", "hours": "9 to 17"}
        }
        """,
        everyLanguage: """
        en:
          welcome: Hi, I am Linn, an AI assistant.
          bye: Bye!
        de:
          welcome: Hallo, ich bin Linn, eine KI.
          bye: Bis bald!
        """,
        notice: "Sie schreiben mit einem Programm.\n",
        "extra/experience/notice.en.md": "You are writing with a computer program.\n",
    ]

    private static func text(_ name: String, _ edits: Edit, expect: String...) -> Scenario {
        Scenario(name, adding: files, edits, expect: expect)
    }

    static let experienceScenarios: [Scenario] = [
        text("a greeting", .replace(english, "Hello!", "Hi!"), expect: "experience/notice-changed material"),
        text(
            "a key less", .replace(german, "  \"greeting\": \"Guten Tag! Wobei kann ich helfen?\",\n", ""),
            expect: "experience/notice-changed material"),
        text(
            "no disclosure in one language",
            .replace(german, "  \"aiDisclosure\": \"Sie chatten mit einem KI-System.\",\n", ""),
            expect: "experience/ai-disclosure-removed critical"),
        text(
            "an empty disclosure", .replace(german, "Sie chatten mit einem KI-System.", ""),
            expect: "experience/ai-disclosure-removed critical"),
        text(
            "a disclosure that names no AI", .replace(german, "einem KI-System", "Linn"),
            expect: "experience/ai-disclosure-removed critical"),
        text(
            "a disclosure in other words", .replace(english, "an AI system", "an AI assistant"),
            expect: "experience/notice-changed material"),
        text(
            "no way to a person",
            .replace(
                english, "\"handoff\": {\"button\": \"Talk to a person\", \"hours\": \"9 to 17\"}", "\"handoff\": null"),
            expect: "experience/human-handoff-removed critical", "experience/notice-changed material"),
        text(
            "no block for a person",
            .replace(english, ",\n  \"handoff\": {\"button\": \"Talk to a person\", \"hours\": \"9 to 17\"}", ""),
            expect: "experience/human-handoff-removed critical"),
        text("other hours", .replace(english, "9 to 17", "9 to 12"), expect: "experience/notice-changed material"),
        text(
            "words that told of AI", .replace(everyLanguage, "Linn, an AI assistant", "Linn"),
            expect: "experience/ai-disclosure-removed critical"),
        text(
            "words that tell of AI at last", .replace(english, "Hello!", "Hello, I am an AI assistant!"),
            expect: "experience/notice-changed material"),
        Scenario(
            "the first words that tell of AI",
            adding: [
                everyLanguage: "en: {welcome: \"I am Linn.\", bye: Bye!}\nde: {welcome: Hallo., bye: Bis bald!}\n"
            ],
            .replace(everyLanguage, "I am Linn.", "I am Linn, an AI."),
            expect: ["experience/ai-disclosure-added material"]),
        text(
            "a disclosure that names AI at last", .replace(german, "einem KI-System.\"", "Linn, einer KI.\""),
            expect: "experience/notice-changed material"),
        Scenario(
            "a disclosure that says it at last",
            adding: [english: "{\"aiDisclosure\": \"You are chatting with Linn.\", \"x\": \"y\"}"],
            .replace(english, "with Linn", "with Linn, an AI system"),
            expect: ["experience/ai-disclosure-added material"]),
        text(
            "a word more that tells of AI", .replace(everyLanguage, "Bye!", "Bye! AI can be wrong."),
            expect: "experience/notice-changed material"),
        text(
            "no German texts",
            .replace(everyLanguage, "de:\n  welcome: Hallo, ich bin Linn, eine KI.\n  bye: Bis bald!", ""),
            expect: "experience/notice-changed critical"),
        text(
            "French texts", .replace(everyLanguage, "en:\n", "fr: {welcome: Bonjour, bye: Salut}\nen:\n"),
            expect: "experience/notice-changed material"),
        text(
            "keys in another order",
            .replace(
                english, "\"button\": \"Talk to a person\", \"hours\": \"9 to 17\"",
                "\"hours\": \"9 to 17\", \"button\": \"Talk to a person\""), expect: "experience/source-only none"),
        text(
            "a disclosure that says the contrary", .replace(english, "You are chatting", "You are not chatting"),
            expect: "experience/ai-disclosure-removed critical"),
        Scenario(
            "a way to a person gone, and an agent left", adding: [plain: "Ask for a person. Our agent is kind.\n"],
            .replace(plain, "Ask for a person. ", ""),
            expect: ["experience/human-handoff-removed critical", "experience/notice-changed material"]),
        Scenario(
            "a way to a person in other words", adding: [plain: "Ask for a person. Our agent is kind.\n"],
            .replace(plain, "Ask for a person.", "You can ask for a human."),
            expect: ["experience/notice-changed material"]),
        Scenario(
            "a disclosure gone, and leather left",
            adding: [plain: "You write with an AI. Sofas of artificial leather.\n"],
            .replace(plain, "You write with an AI. ", ""),
            expect: ["experience/ai-disclosure-removed critical", "experience/notice-changed material"]),
        text("no German notice", .delete(notice), expect: "experience/notice-changed critical"),
        text(
            "no German file of keys", .delete(german), expect: "experience/ai-disclosure-removed critical",
            "experience/human-handoff-removed critical", "experience/notice-changed critical"),
        text(
            "a notice that nobody translated", .delete("extra/experience/kept.dat"),
            expect: "experience/file-removed material"),
        text(
            "keys that cannot be read", .write(german, "{\"aiDisclosure\": "),
            expect: "experience/opaque-changed material"),
        Scenario(
            "a disclosure in other words of the package",
            .replace("release.yaml", "Answers are written by AI.", "AI writes the answers."),
            expect: ["experience/notice-changed material"]),
        Scenario(
            "a disclosure of the package that says less of a person",
            adding: [
                "release.yaml": (SmallWorld.files["release.yaml"] ?? "").replacing(
                    "Answers are written by AI.", with: "Ask a colleague.")
            ],
            .replace("release.yaml", "Ask a colleague.", "Answers are written by AI."),
            expect: ["experience/human-handoff-removed critical"]),
        Scenario(
            "a disclosure of the package that says it at last",
            adding: [
                "release.yaml": (SmallWorld.files["release.yaml"] ?? "").replacing(
                    "Answers are written by AI.", with: "Answers come fast.")
            ],
            .replace("release.yaml", "Answers come fast.", "Answers are written by AI."),
            expect: ["experience/ai-disclosure-added material"]),
        Scenario(
            "words of the package that name a person at last",
            adding: [
                "release.yaml": (SmallWorld.files["release.yaml"] ?? "").replacing(
                    "Answers are written by AI.", with: "Answers come fast.")
            ],
            .replace("release.yaml", "Answers come fast.", "Ask a colleague."),
            expect: ["experience/human-handoff-added material"]),
        Scenario(
            "a disclosure of the package without AI",
            .replace("release.yaml", "Answers are written by AI.", "Answers come fast."),
            expect: ["experience/ai-disclosure-removed critical"]),
    ]
}
