import YAMLDocuments

/// Which way a promptfoo assertion is stricter (promptfoo.dev/docs, "Deterministic metrics", "Model-graded metrics":
/// each type says whether the measured value has to be above or below its threshold).
enum AssertionPolarity {
    private static let stricterWhenHigher: Set<String> = [
        "answer-relevance", "bleu", "classifier", "context-faithfulness", "context-recall", "context-relevance",
        "f-score",
        "factuality", "g-eval", "gleu", "llm-rubric", "meteor", "perplexity-score", "pi", "rouge-n", "similar",
        "tool-call-f1", "assert-set",
    ]
    private static let stricterWhenLower: Set<String> = ["cost", "latency", "levenshtein", "perplexity"]

    /// `not-` turns an assertion round. The threshold of a whole test is the share of assertions that must pass.
    static func direction(
        of type: String?, from old: DecimalNumber?, to new: DecimalNumber?
    ) -> ChangeRule.Direction {
        guard let old, let new, old != new else { return .neutral }
        var name = type ?? "assert-set"
        let isNegated = name.hasPrefix("not-")
        if isNegated { name.removeFirst(4) }
        // `similar:dot` and the like name the measure too.
        name = String(name.prefix { $0 != ":" })
        let isHigher = stricterWhenHigher.contains(name)
        guard isHigher || stricterWhenLower.contains(name) else { return .neutral }
        return (old < new) == (isHigher != isNegated) ? .tightened : .loosened
    }
}
