import ComponentFormats
import YAMLDocuments

/// Which way a setting is stricter: the table behind `threshold-loosened` and its like. Each row names where that was
/// read.
enum Polarity {
    enum Stricter {
        case whenLower, whenHigher
        /// Words from the strictest to the laxest.
        case inOrder([String])
    }

    struct Row {
        /// Name of the format; nil for every format.
        let format: String?
        let key: String
        let stricter: Stricter
        /// What holds where the key is absent; nil when the source does not say.
        let whenAbsent: String?
        let source: String
    }

    static let guardrailThresholds = [
        Row(
            format: "litellm-guardrails", key: "severity_threshold", stricter: .inOrder(["low", "medium", "high"]),
            whenAbsent: "medium",
            source: "docs.litellm.ai, LiteLLM Content Filter, Severity Levels: low blocks all levels, high only high"),
        Row(
            format: "nemo-guardrails", key: "length_per_perplexity_threshold", stricter: .whenLower,
            whenAbsent: "89.79",
            source: "NeMo Guardrails jailbreak_detection/heuristics/checks.py: a jailbreak if the score >= threshold"),
        Row(
            format: "nemo-guardrails", key: "prefix_suffix_perplexity_threshold", stricter: .whenLower,
            whenAbsent: "1845.65",
            source: "NeMo Guardrails jailbreak_detection/heuristics/checks.py: a jailbreak if perplexity >= threshold"),
        Row(
            format: "nemo-guardrails", key: "embeddings_only_similarity_threshold", stricter: .whenHigher,
            whenAbsent: nil, source: "NeMo Guardrails rails/llm/config.py: below it the fallback intent is used"),
        Row(
            format: "nemo-guardrails", key: "score_threshold", stricter: .whenLower, whenAbsent: nil,
            source: "Presidio analyzer: entities that score at or above the threshold are reported"),
        Row(
            format: "litellm-guardrails", key: "presidio_score_thresholds", stricter: .whenLower, whenAbsent: nil,
            source: "docs.litellm.ai, PII Masking, Presidio: entities below the score are not masked"),
    ]

    static let safetySettings = [
        Row(
            format: nil, key: "threshold",
            stricter: .inOrder([
                "BLOCK_LOW_AND_ABOVE", "BLOCK_MEDIUM_AND_ABOVE", "BLOCK_ONLY_HIGH", "BLOCK_NONE", "OFF",
            ]),
            whenAbsent: nil, source: "ai.google.dev, Gemini API reference, HarmBlockThreshold")
    ]

    static let actions = [
        Row(
            format: "litellm-guardrails", key: "action", stricter: .inOrder(["BLOCK", "MASK"]), whenAbsent: nil,
            source: "docs.litellm.ai, LiteLLM Content Filter, Actions"),
        Row(
            format: "litellm-guardrails", key: "pii_entities_config", stricter: .inOrder(["BLOCK", "MASK"]),
            whenAbsent: nil, source: "docs.litellm.ai, PII Masking, Presidio, pii_entities_config"),
        Row(
            format: nil, key: "action",
            stricter: .inOrder(["block", "mask", "redact", "anonymize", "warn", "alert", "log", "none", "noop"]),
            whenAbsent: nil, source: "materiality.md, row 32"),
    ]

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
            format: nil, key: "*", stricter: .whenHigher, whenAbsent: nil,
            source: "convention: passages below the score are not used")
    ]

    /// Which way an edit moved its setting; nil when no row knows the key, or a value.
    static func direction(of edit: SettingEdit, among rows: [Row]) -> ChangeRule.Direction? {
        for row in rows where row.format == nil || row.format == edit.format?.name {
            let keys = edit.path.steps.compactMap { step in
                if case .key(let key) = step { key } else { nil }
            }
            // The key itself, or the mapping of thresholds by name that it stands in.
            guard row.key == "*" || keys.suffix(2).contains(row.key) else { continue }
            guard let old = edit.old?.text ?? row.whenAbsent, let new = edit.new?.text ?? row.whenAbsent else {
                continue
            }
            if let direction = direction(from: old, to: new, row.stricter) { return direction }
        }
        return nil
    }

    private static func direction(from old: String, to new: String, _ stricter: Stricter) -> ChangeRule.Direction? {
        switch stricter {
        case .whenLower, .whenHigher:
            guard let one = DecimalNumber(old), let other = DecimalNumber(new) else { return nil }
            if one == other { return .neutral }
            let isLower = other < one
            if case .whenLower = stricter { return isLower ? .tightened : .loosened }
            return isLower ? .loosened : .tightened
        case .inOrder(let words):
            let ranks = words.map { $0.lowercased() }
            guard let one = ranks.firstIndex(of: old.lowercased()), let other = ranks.firstIndex(of: new.lowercased())
            else { return nil }
            return one == other ? .neutral : other < one ? .tightened : .loosened
        }
    }
}
