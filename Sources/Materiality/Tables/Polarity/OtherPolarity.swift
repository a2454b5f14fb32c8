/// Settings outside the guardrails: the provider's own filters, retrieval, and what a release has to reach.
extension Polarity {
    static let safetySettings = [
        Row(
            format: nil, key: "safe_prompt", stricter: .inOrder(["true", "false"]), whenAbsent: "false",
            source: "docs.mistral.ai, Chat completion, safe_prompt: puts a safety prompt before the conversation"),
        Row(
            format: nil, key: "safePrompt", stricter: .inOrder(["true", "false"]), whenAbsent: "false",
            source: "docs.mistral.ai, TypeScript client: the same as safe_prompt"),
        Row(
            format: nil, key: "safety_mode", stricter: .inTiers([["STRICT"], ["CONTEXTUAL"], ["OFF", "NONE"]]),
            whenAbsent: "CONTEXTUAL", source: "docs.cohere.com, Safety Modes; NONE is what OFF was called before"),
        Row(
            format: nil, key: "*",
            stricter: .inOrder([
                "BLOCK_LOW_AND_ABOVE", "BLOCK_MEDIUM_AND_ABOVE", "BLOCK_ONLY_HIGH", "BLOCK_NONE", "OFF",
            ]),
            whenAbsent: nil, source: "ai.google.dev, Gemini API reference, HarmBlockThreshold"),
    ]

    /// What a model does by default, which is off for newer ones (ai.google.dev, Safety settings): nothing that can be
    /// ranked, and laxer than any threshold that blocks.
    static let unspecifiedSafety = "HARM_BLOCK_THRESHOLD_UNSPECIFIED"

    /// When Azure replaces the version behind a deployment.
    static let upgradeOptions = ["versionUpgradeOption", "version_upgrade_option"].map { key in
        Row(
            format: nil, key: key,
            stricter: .inOrder(["NoAutoUpgrade", "OnceCurrentVersionExpired", "OnceNewDefaultVersionAvailable"]),
            whenAbsent: "OnceNewDefaultVersionAvailable",
            source: "learn.microsoft.com, Azure OpenAI, Working with models, Model deployment upgrade configuration; "
                + "azurerm_cognitive_deployment, version_upgrade_option: the default")
    }

    static let retrievalScores = [
        Row(
            format: nil, key: "distance_threshold", stricter: .whenLower, whenAbsent: nil,
            source: "convention: a distance, so that passages above it are not used"),
        Row(
            format: nil, key: "max_distance", stricter: .whenLower, whenAbsent: nil,
            source: "convention: a distance, so that passages above it are not used"),
        Row(
            format: nil, key: "*", stricter: .whenHigher, whenAbsent: nil,
            source: "convention: passages below the score are not used"),
    ]

    /// Criteria of a plan say themselves which way they are met.
    static let criteria = [
        Row(
            format: nil, key: "threshold", when: Condition(key: "op", values: ["gt", "gte"]), stricter: .whenHigher,
            whenAbsent: nil, source: "DeploymentPlan schema: the criterion's own op"),
        Row(
            format: nil, key: "threshold", when: Condition(key: "op", values: ["lt", "lte"]), stricter: .whenLower,
            whenAbsent: nil, source: "DeploymentPlan schema: the criterion's own op"),
    ]

    /// Thresholds of assertions in evaluations: each type says whether what was measured has to be above or below.
    static let assertions =
        assertion(
            "answer-relevance", "assert-set", "classifier", "context-faithfulness", "context-recall",
            "context-relevance", "f-score", "factuality", "g-eval", "llm-rubric", "perplexity-score", "pi",
            "search-rubric", "similar", "similar:cosine", "similar:dot", "similar:euclidean", "tool-call-f1",
            stricter: .whenHigher,
            source: "promptfoo.dev, Assertions and metrics, Model-graded metrics: passes from the threshold on")
        + assertion(
            "rouge-n", stricter: .whenHigher, whenAbsent: "0.75",
            source: "promptfoo.dev, Deterministic metrics, Rouge-N: at least the threshold, by default 0.75")
        + assertion(
            "bleu", "gleu", "meteor", stricter: .whenHigher, whenAbsent: "0.5",
            source: "promptfoo.dev, Deterministic metrics, BLEU, GLEU, METEOR: at least the threshold, by default 0.5")
        + assertion(
            "cost", "latency", "perplexity", stricter: .whenLower,
            source: "promptfoo.dev, Deterministic metrics: at most the threshold")
        + assertion(
            "levenshtein", stricter: .whenLower, whenAbsent: "5",
            source: "promptfoo.dev, Deterministic metrics, Levenshtein: at most the threshold, by default 5 edits")
        + ["tests", "defaultTest"].map { key in
            Row(
                format: "promptfoo", key: key, stricter: .whenHigher, bounds: .fraction, whenAbsent: nil,
                source: "promptfoo.dev, Reference, Test case: the part of the assertions that has to hold")
        }

    /// The row for some types, and that for the same types turned round by `not-` (promptfoo.dev, Deterministic
    /// metrics).
    private static func assertion(
        _ types: String..., stricter: Stricter, whenAbsent: String? = nil, source: String
    ) -> [Row] {
        let negated: Stricter = stricter == .whenLower ? .whenHigher : .whenLower
        return [(types, stricter), (types.map { "not-" + $0 }, negated)].map { types, stricter in
            Row(
                format: "promptfoo", key: "threshold", when: Condition(key: "type", values: Set(types)),
                stricter: stricter, whenAbsent: whenAbsent, source: source)
        }
    }
}
