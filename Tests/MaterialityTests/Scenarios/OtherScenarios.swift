extension Scenario {
    private static let release = "release.yaml"

    static let otherScenarios: [Scenario] = [
        Scenario(
            "another route", .replace("routing.yaml", "weight: 90", "weight: 80"),
            expect: ["routing/weight-changed minor"]),
        Scenario(
            "no routing", .replace(release, "routing: {path: routing.yaml}", "routing: {notApplicable: None.}"),
            .delete("routing.yaml"),
            expect: ["routing/setting-changed material"]),
        Scenario(
            "another tool definition", .replace("tools/orders.json", "Looks up", "Changes"),
            expect: ["tool/description-changed material"]),
        Scenario(
            "a tool may write", .replace(release, "[orders:read]", "[orders:read, orders:write]"),
            expect: ["tool/scope-widened critical"]),
        Scenario(
            "a tool may do nothing", .replace(release, "[orders:read]", "[]"), expect: ["tool/scope-narrowed minor"]),
        Scenario(
            "a tool that reads",
            .replace(
                release, "    tools:\n",
                "    tools:\n      - {id: stock, path: tools/stock.json, permissions: [stock:read]}\n"),
            .write("tools/stock.json", "{}"), expect: ["tool/added material"]),
        Scenario(
            "a tool that writes",
            .replace(
                release, "    tools:\n",
                "    tools:\n      - {id: stock, path: tools/stock.json, permissions: [stock:write]}\n"),
            .write("tools/stock.json", "{}"), expect: ["tool/added critical"]),
        Scenario(
            "a prompt that calls a tool", .replace("prompts/system.prompt", "output:", "tools: [orders]\noutput:"),
            expect: ["tool/added material"]),
        Scenario(
            "a note on a tool", .replace(release, "{id: orders,", "{id: orders, x-note: a,"),
            expect: ["tool/setting-changed material"]),
        Scenario(
            "a text for users", .replace("experience/notice.md", "Type", "Write"),
            expect: ["experience/notice-changed material"]),
        Scenario(
            "no word of AI", .replace("experience/notice.md", "an AI system", "Linn"),
            expect: ["experience/ai-disclosure-removed critical", "experience/notice-changed material"]),
        Scenario(
            "no word of a person", .replace("experience/notice.md", "Type \"colleague\" to reach a person.", "Bye."),
            expect: ["experience/human-handoff-removed critical", "experience/notice-changed material"]),
        Scenario(
            "no disclosure by key",
            .replace("experience/texts.json", "\"aiDisclosure\": \"Written by a language model.\", ", ""),
            expect: ["experience/ai-disclosure-removed critical"]),
        Scenario(
            "another file format", .replace(release, "      - {id: texts, path: experience/texts.json}\n", ""),
            expect: ["experience/ai-disclosure-removed critical", "experience/setting-changed material"]),
        Scenario(
            "two entries of one name, one of which says something else", adding: [release: twins],
            .replace(release, "notApplicable: No banner.", "notApplicable: No banner yet."),
            expect: ["experience/opaque-changed material"]),
    ]

    /// The release with two entries of one name.
    private static let twins = (SmallWorld.files[release] ?? "").replacing(
        "      - {id: texts,", with: "      - {id: texts, notApplicable: No banner.}\n      - {id: texts,")
}
