extension Scenario {
    private static let file = "inference.yaml"

    static let inferenceScenarios: [Scenario] = [
        Scenario("a comment", .replace(file, "seed: 7", "seed: 7 # lucky"), expect: ["inference/source-only none"]),
        Scenario("a number written longer", .replace(file, "0.2", "0.20"), expect: ["inference/source-only none"]),
        Scenario(
            "a number that older YAML reads differently", .replace(file, "seed: 7", "seed: 07"),
            expect: ["inference/sampling-changed minor"]),
        Scenario(
            "keys in another order",
            .write(
                file,
                "seed: 7\ntemperature: 0.2\ntopP: 0.9\nmaxTokens: 700\nresponseFormat: json_object\nsafetySettings: [{threshold: BLOCK_ONLY_HIGH, category: HATE}]\n"
            ),
            expect: ["inference/source-only none"]),
        Scenario("a little warmer", .replace(file, "0.2", "0.49"), expect: ["inference/temperature-raised minor"]),
        Scenario("much warmer", .replace(file, "0.2", "0.5"), expect: ["inference/temperature-raised material"]),
        Scenario("cooler", .replace(file, "0.2", "0.1"), expect: ["inference/temperature-lowered minor"]),
        Scenario(
            "warmer in the front matter", .replace("prompts/system.prompt", "temperature: 0.2", "temperature: 0.8"),
            expect: ["inference/temperature-raised material"]),
        Scenario(
            "no temperature", .replace(file, "temperature: 0.2\n", ""), expect: ["inference/sampling-changed material"]),
        Scenario(
            "much warmer in quotes", .replace(file, "0.2", "\"0.9\""),
            expect: ["inference/temperature-raised material"]),
        Scenario(
            "a sentence that ends the answer", .replace(file, "seed: 7", "seed: 7\nstop: [This is no advice]"),
            expect: ["inference/sampling-changed material"]),
        Scenario("another sampler", .replace(file, "0.9", "0.8"), expect: ["inference/sampling-changed minor"]),
        Scenario("a shorter limit", .replace(file, "700", "600"), expect: ["inference/output-limit-changed minor"]),
        Scenario("half the limit", .replace(file, "700", "350"), expect: ["inference/output-limit-changed material"]),
        Scenario(
            "free text", .replace(file, "json_object", "text"),
            expect: ["inference/structured-output-loosened material"]),
        Scenario(
            "a form in the front matter", .replace("prompts/system.prompt", "format: text", "format: json"),
            expect: ["inference/structured-output-tightened minor"]),
        Scenario(
            "another medium in the front matter", .replace("prompts/system.prompt", "format: text", "format: media"),
            expect: ["inference/structured-output-changed material"]),
        Scenario(
            "another form", .replace(file, "json_object", "jsonl"),
            expect: ["inference/structured-output-changed material"]),
        Scenario(
            "a safety setting", .replace(file, "BLOCK_ONLY_HIGH", "BLOCK_NONE"),
            expect: ["inference/safety-setting-loosened critical"]),
        Scenario(
            "a stricter safety setting", .replace(file, "BLOCK_ONLY_HIGH", "BLOCK_LOW_AND_ABOVE"),
            expect: ["inference/safety-setting-tightened minor"]),
        Scenario(
            "an unknown safety setting", .replace(file, "BLOCK_ONLY_HIGH", "SOME"),
            expect: ["inference/safety-setting-changed material"]),
        Scenario(
            "an unknown setting", .replace(file, "seed: 7", "seed: 7\nbeams: 4"),
            expect: ["inference/setting-changed material"]),
        Scenario("not readable", .replace(file, "seed: 7", "seed: [7"), expect: ["inference/opaque-changed material"]),
    ]
}
