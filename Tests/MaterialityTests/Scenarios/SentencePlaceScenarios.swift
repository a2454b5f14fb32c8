extension Scenario {
    private static let rules = "prompts/rules.md"
    private static let rulesFile = [
        rules: """
        You answer for Kranich.

        # Never do
        - Share prices of other shops.
        - Mention the stock.

        # Always do
        - Greet by name.
        - Offer the newsletter.

        ## Tone
        - Be calm.
        - Be brief.

        """
    ]
    private static let lists = "prompts/lists.md"
    private static let listsFile = [
        lists: """
        You must never:

        - tell a price
        - name a colleague

        You may:

        - offer a voucher
        - ask for the order

        Thank everybody.

        """
    ]
    private static let shown = "prompts/shown.md"
    private static let shownFile = [
        shown: """
        Answer like this:

        ```
        Customer: Where is my order?
        Agent: It is on its way.
        ```

        ```
        Customer: May I return it?
        Agent: Yes, within 30 days.
        ```

        Be brief.

        """
    ]

    /// The same sentences in other places.
    static let sentencePlaceScenarios: [Scenario] = [
        Scenario(
            "an item below the opposite heading", adding: rulesFile, .replace(rules, "- Mention the stock.\n", ""),
            .replace(rules, "- Greet by name.\n", "- Greet by name.\n- Mention the stock.\n"),
            expect: ["prompt/prohibition-removed critical"]),
        Scenario(
            "an item below another heading", adding: rulesFile, .replace(rules, "- Be brief.\n", ""),
            .replace(rules, "- Greet by name.\n", "- Greet by name.\n- Be brief.\n"),
            expect: ["prompt/reordered material"]),
        Scenario(
            "items in another order below one heading", adding: rulesFile,
            .replace(rules, "- Be calm.\n- Be brief.\n", "- Be brief.\n- Be calm.\n"),
            expect: ["prompt/reordered minor"]),
        Scenario(
            "headings that changed places", adding: rulesFile, .replace(rules, "# Never do", "# Tmp"),
            .replace(rules, "# Always do", "# Never do"), .replace(rules, "# Tmp", "# Always do"),
            expect: [
                "prompt/prohibition-added material", "prompt/prohibition-removed critical",
                "prompt/reordered minor",
            ]),
        Scenario(
            "sections in another order", adding: rulesFile,
            .replace(rules, "# Never do\n- Share prices of other shops.\n- Mention the stock.\n\n", ""),
            .replace(
                rules, "- Be brief.\n",
                "- Be brief.\n\n# Never do\n- Share prices of other shops.\n- Mention the stock.\n"),
            expect: ["prompt/reordered minor"]),
        Scenario(
            "an item of another list", adding: listsFile, .replace(lists, "- name a colleague\n", ""),
            .replace(lists, "- offer a voucher\n", "- offer a voucher\n- name a colleague\n"),
            expect: ["prompt/prohibition-removed critical"]),
        Scenario(
            "whole lists that changed places", adding: listsFile,
            .replace(lists, "- tell a price\n- name a colleague", "- tmp"),
            .replace(lists, "- offer a voucher\n- ask for the order", "- tell a price\n- name a colleague"),
            .replace(lists, "- tmp", "- offer a voucher\n- ask for the order"),
            expect: [
                "prompt/prohibition-added material", "prompt/prohibition-removed critical", "prompt/reordered minor",
            ]),
        Scenario(
            "a sentence behind the lists", adding: listsFile, .replace(lists, "\nThank everybody.\n", ""),
            .replace(lists, "You may:", "Thank everybody.\n\nYou may:"), expect: ["prompt/reordered minor"]),
        Scenario(
            "answers of examples that changed places", adding: shownFile,
            .replace(shown, "It is on its way.", "Tmp."), .replace(shown, "Yes, within 30 days.", "It is on its way."),
            .replace(shown, "Tmp.", "Yes, within 30 days."),
            expect: ["prompt/example-changed material", "prompt/example-changed material"]),
        Scenario(
            "a sentence before an example", adding: shownFile, .replace(shown, "\nBe brief.\n", ""),
            .replace(shown, "Answer like this:", "Be brief.\n\nAnswer like this:"),
            expect: ["prompt/reordered minor"]),
    ]
}
