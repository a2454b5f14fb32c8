extension Scenario {
    private static let file = "guardrails/output.yaml"
    private static let nemo = "guardrails/config.yml"

    static let guardrailScenarios: [Scenario] = [
        Scenario(
            "a comment", .replace(file, "# What is stopped", "# What we stop"), expect: ["guardrail/source-only none"]),
        Scenario("quotes", .replace(file, "action: MASK", "action: \"MASK\""), expect: ["guardrail/source-only none"]),
        Scenario(
            "a switch in words", .replace(file, "default_on: true", "default_on: \"true\""),
            expect: ["guardrail/setting-changed material"]),
        Scenario(
            "a laxer threshold", .replace(file, "severity_threshold: medium", "severity_threshold: high"),
            expect: ["guardrail/threshold-loosened critical"]),
        Scenario(
            "a stricter threshold", .replace(file, "severity_threshold: medium", "severity_threshold: low"),
            expect: ["guardrail/threshold-tightened minor"]),
        Scenario(
            "a threshold left to the default", .replace(file, "severity_threshold: low}", "}"),
            expect: [
                "guardrail/threshold-loosened critical"
            ]),
        Scenario("a laxer number", .replace(nemo, "89.79", "95"), expect: ["guardrail/threshold-loosened critical"]),
        Scenario(
            "a stricter number", .replace(nemo, "1845.65", "1800.0"), expect: ["guardrail/threshold-tightened minor"]),
        Scenario(
            "an unknown threshold", .replace(file, "threshold: 0.5", "threshold: 0.6"),
            expect: ["guardrail/threshold-changed material"]),
        Scenario(
            "switched off", .replace(file, "self_harm, enabled: true", "self_harm, enabled: false"),
            expect: ["guardrail/disabled critical"]),
        Scenario(
            "only on request", .replace(file, "      default_on: true\n", ""), expect: ["guardrail/disabled critical"]),
        Scenario(
            "only a log", .replace(file, "mode: post_call", "mode: logging_only"),
            expect: ["guardrail/disabled critical"]),
        Scenario(
            "masked",
            .replace(file, "self_harm, enabled: true, action: BLOCK", "self_harm, enabled: true, action: MASK"),
            expect: ["guardrail/action-weakened critical"]),
        Scenario(
            "blocked", .replace(file, "action: MASK", "action: BLOCK"), expect: ["guardrail/action-strengthened minor"]),
        Scenario(
            "an entity masked", .replace(file, "IBAN: BLOCK", "IBAN: MASK"),
            expect: ["guardrail/action-weakened critical"]),
        Scenario(
            "an entity less", .replace(file, "EMAIL: MASK, ", ""), expect: ["guardrail/category-removed critical"]),
        Scenario(
            "an entity more", .replace(file, "{EMAIL", "{PHONE: MASK, EMAIL"),
            expect: ["guardrail/category-added minor"]),
        Scenario(
            "a list less",
            .replace(
                file,
                "      patterns:\n        - {pattern_type: regex, name: order, pattern: \"ORD-[0-9]+\", action: BLOCK}\n",
                ""),
            expect: ["guardrail/category-removed critical"]),
        Scenario(
            "another pattern", .replace(file, "ORD-[0-9]+", "ORD-[0-9]{6}"),
            expect: ["guardrail/rule-text-changed material"]),
        Scenario(
            "a stage less", .replace(file, "[pre_call, post_call]", "[pre_call]"),
            expect: ["guardrail/stage-uncovered critical"]),
        Scenario(
            "a stage more", .replace(file, "mode: post_call", "mode: [post_call, pre_call]"),
            expect: ["guardrail/stage-covered minor"]),
        Scenario(
            "another stage of an entry", .replace("release.yaml", "stage: output", "stage: input"),
            expect: ["guardrail/stage-uncovered critical"]),
        Scenario("fails open", .replace(file, "fail_closed", "fail_open"), expect: ["guardrail/fails-open critical"]),
        Scenario(
            "a flow less", .replace(nemo, "      - self check input\n", ""), expect: ["guardrail/removed critical"]),
        Scenario(
            "a flow more", .replace(nemo, "      - self check input", "      - self check input\n      - check facts"),
            expect: ["guardrail/added minor"]),
        Scenario(
            "a check less",
            .replace(
                nemo,
                "    jailbreak_detection:\n      length_per_perplexity_threshold: 89.79\n      prefix_suffix_perplexity_threshold: 1845.65",
                "    other: 1"),
            expect: ["guardrail/added minor", "guardrail/removed critical"]),
        Scenario(
            "words of a flow", .replace("guardrails/topics.co", "vote for", "elect"),
            expect: ["guardrail/rule-text-changed material"]),
        Scenario(
            "another engine", .replace(file, "guardrail: presidio", "guardrail: other"),
            expect: ["guardrail/setting-changed material"]),
        Scenario(
            "an entry less",
            .replace("release.yaml", "      - {id: topics, path: guardrails/topics.co, stage: dialog}\n", ""),
            .delete("guardrails/topics.co"), expect: ["guardrail/removed critical"]),
        Scenario("a governed file less", .write("guardrails/a.co", "x"), .delete("guardrails/a.co"), expect: []),
        Scenario(
            "not readable", .replace(file, "guardrails:\n", "guardrails: [\n"),
            expect: ["guardrail/opaque-changed material"]),
        Scenario(
            "a tag", .replace(file, "threshold: 0.5", "threshold: !env 0.5"),
            expect: ["guardrail/opaque-changed material", "guardrail/threshold-changed material"]),
    ]
}
