extension Scenario {
    /// `scenario: rule` where the undone edit does not fire the mirror, and why that is right. A line that no longer
    /// holds must go.
    static let withoutMirror: [String: String] = Dictionary(
        uniqueKeysWithValues: reasons.flatMap { reason, scenarios in scenarios.map { ($0, reason) } })

    private static let reasons: [(String, [String])] = [
        (
            "One thing takes the place of another that says nothing about it, so that something is lost on either way.",
            [
                "a condition for other models: guardrail/scope-narrowed",
                "a list of models that leaves one out: guardrail/scope-narrowed",
                "pictures instead of texts: guardrail/scope-narrowed",
                "another stage of an entry: guardrail/stage-uncovered",
                "two guardrails of one name in another order: guardrail/stage-uncovered",
                "a guardrail has another name and one entity less: guardrail/removed",
                "another protected branch: approval/safeguard-off",
                "two prompts change places: prompt/prohibition-removed",
            ]
        ),
        (
            "Neither place holds the other, so that data goes somewhere else on either way.",
            [
                "a profile of the next continent: model/residency-widened",
                "a region of a cloud: model/residency-widened",
                "a region of somebody else's endpoint: model/residency-widened",
                "an endpoint of another host: model/residency-widened",
                "an endpoint where there was none: model/residency-widened",
                "another address of a NeMo model: model/residency-widened",
                "another country: model/residency-widened",
                "another host behind a gateway's name: model/residency-widened",
            ]
        ),
        (
            "Another source answers on either way, and who can write to the one before is not the question any more.",
            ["a source that became the web: retrieval/source-added"]
        ),
        (
            "One edit has one claim: on the way back a guardrail goes, which weighs more than a third party less.",
            [
                "a guardrail that somebody else runs: thirdparty/added",
                "another guardrail under another name: thirdparty/added",
            ]
        ),
        (
            "One edit has one claim: on the way back another model or another program answers, which weighs more.",
            [
                "a moving name of another family: model/pin-loosened",
                "a fixed version and a further folder: tool/scope-widened",
            ]
        ),
        (
            "One edit has one claim: on the way back another promise to users is gone, which weighs more.",
            ["a disclosure of the package that says less of a person: experience/human-handoff-removed"]
        ),
        (
            "What comes back also gives the tool a scope, which weighs more than that a call has to show it.",
            ["calls without authorisation: tool/scope-widened"]
        ),
        (
            "The whole document may ask for the same, or for more, so that the way back has no known direction.",
            ["no word of authorisation: tool/scope-widened"]
        ),
        (
            "What the other side holds where nothing is said is not known: a default, or a contract.",
            [
                "no content filter of our own: inference/safety-setting-loosened",
                "trained on, newly said: thirdparty/training-use-allowed",
            ]
        ),
        (
            "Releases may be made on a protected branch: one more is also one way more, with no known direction.",
            ["no protected branch: approval/safeguard-off"]
        ),
        (
            "The way back takes the whole file away, which is critical under its own rule.",
            ["a further NeMo file that sets the rails: guardrail/removed"]
        ),
        (
            "The way back meets the codes of another taxonomy, which is critical under its own rule.",
            [
                "codes with their names, written for the new model all along: guardrail/category-added",
                "codes with their names, written for the new model all along: guardrail/category-removed",
            ]
        ),
        (
            "The mirror is heuristic and minor, and the exact rule that takes the way back is material already.",
            [
                "a prohibition for some in Prompty: prompt/prohibition-weakened",
                "a prohibition under a condition: prompt/prohibition-weakened",
                "a prohibition under a condition more: prompt/prohibition-weakened",
                "a pointer with a broken digest where a prompt stood: prompt/prohibition-removed",
                "a prohibition that became part of an example: prompt/prohibition-weakened",
                "a prohibition in an unknown format: prompt/prohibition-removed",
                "such a byte, and a prohibition less: prompt/prohibition-removed",
                "one prompt less: prompt/prohibition-removed",
            ]
        ),
        (
            "The sentence was a prohibition, and on the way back that is what goes.",
            ["users are to be told the opposite: experience/ai-disclosure-removed"]
        ),
    ]
}
