/// Guardrails: what they stop, what they then do, whether they run, and what happens when they cannot decide.
extension Polarity {
    private static let nemo = "nemo-guardrails"
    private static let liteLLM = "litellm-guardrails"
    private static let bedrock = "bedrock-guardrail"
    private static let rail = "guardrails-ai-rail"

    static let guardrailThresholds = [
        Row(
            format: liteLLM, key: "severity_threshold", stricter: .inOrder(["low", "medium", "high"]),
            whenAbsent: "medium",
            source: "docs.litellm.ai, LiteLLM Content Filter, Severity Levels: low blocks all levels, high only high"),
        Row(
            format: liteLLM, key: "presidio_score_thresholds", stricter: .whenLower, bounds: .fraction,
            whenAbsent: nil,
            source: "docs.litellm.ai, PII Masking, Presidio: entities below the score are not masked"),
        Row(
            format: nemo, key: "length_per_perplexity_threshold", stricter: .whenLower, bounds: .positive,
            whenAbsent: "89.79",
            source: "NeMo Guardrails jailbreak_detection/heuristics/checks.py: a jailbreak if the score >= threshold"),
        Row(
            format: nemo, key: "prefix_suffix_perplexity_threshold", stricter: .whenLower, bounds: .positive,
            whenAbsent: "1845.65",
            source: "NeMo Guardrails jailbreak_detection/heuristics/checks.py: a jailbreak if perplexity >= threshold"),
        Row(
            format: nemo, key: "embeddings_only_similarity_threshold", stricter: .whenHigher, bounds: .fraction,
            whenAbsent: nil, source: "NeMo Guardrails rails/llm/config.py: below it the fallback intent is used"),
        Row(
            format: nemo, key: "score_threshold", stricter: .whenLower, bounds: .fraction, whenAbsent: "0.2",
            source:
                "NeMo Guardrails SensitiveDataDetectionOptions: default 0.2; Presidio analyzer: entities that score at or above the threshold are reported"
        ),
        Row(
            format: bedrock, key: "inputStrength", stricter: .inOrder(["HIGH", "MEDIUM", "LOW", "NONE"]),
            whenAbsent: nil,
            source: "AWS CloudFormation reference, AWS::Bedrock::Guardrail ContentFilterConfig, InputStrength"),
        Row(
            format: bedrock, key: "outputStrength", stricter: .inOrder(["HIGH", "MEDIUM", "LOW", "NONE"]),
            whenAbsent: nil,
            source: "AWS CloudFormation reference, AWS::Bedrock::Guardrail ContentFilterConfig, OutputStrength"),
        Row(
            format: bedrock, key: "threshold", stricter: .whenHigher, bounds: Bounds(least: "0", greatest: "0.99"),
            whenAbsent: nil,
            source:
                "AWS CloudFormation reference, AWS::Bedrock::Guardrail ContextualGroundingFilterConfig: answers that score below it are blocked"
        ),
    ]

    static let actions = [
        Row(
            format: liteLLM, key: "action", stricter: .inOrder(["BLOCK", "MASK"]), whenAbsent: nil,
            source: "docs.litellm.ai, LiteLLM Content Filter, Actions"),
        Row(
            format: liteLLM, key: "pii_entities_config", stricter: .inOrder(["BLOCK", "MASK"]), whenAbsent: nil,
            source: "docs.litellm.ai, PII Masking, Presidio, pii_entities_config"),
        Row(
            format: liteLLM, key: "on_fail", stricter: .inOrder(["block", "modify_response", "next", "allow"]),
            whenAbsent: "block", source: "docs.litellm.ai, Policy Flow Builder, Step Actions"),
        Row(
            format: liteLLM, key: "on_pass", stricter: .inOrder(["block", "modify_response", "next", "allow"]),
            whenAbsent: "allow", source: "docs.litellm.ai, Policy Flow Builder, Step Actions"),
        Row(
            format: liteLLM, key: "on_fail", stricter: .inTiers([["block", "modify_response"], ["next"], ["allow"]]),
            whenAbsent: nil,
            source: "docs.litellm.ai, Guardrail Policies, Pipelines: what follows when a step finds something"),
        Row(
            format: liteLLM, key: "on_flagged", stricter: .inOrder(["block", "monitor"]), whenAbsent: "block",
            source: "docs.litellm.ai, Akto and Lakera AI: monitor only writes a log; default block"),
        Row(
            format: liteLLM, key: "on_flagged_action", stricter: .inOrder(["block", "monitor"]), whenAbsent: nil,
            source: "docs.litellm.ai, guardrail integrations with on_flagged_action"),
        Row(
            format: bedrock, key: "action", stricter: .inOrder(["BLOCK", "ANONYMIZE", "NONE"]), whenAbsent: nil,
            source: "AWS CloudFormation reference, AWS::Bedrock::Guardrail PiiEntityConfig, Action"),
        Row(
            format: bedrock, key: "inputAction", stricter: .inOrder(["BLOCK", "ANONYMIZE", "NONE"]),
            whenAbsent: "BLOCK",
            source: "Amazon Bedrock user guide, Guardrails: without an action what is found is blocked"),
        Row(
            format: bedrock, key: "outputAction", stricter: .inOrder(["BLOCK", "ANONYMIZE", "NONE"]),
            whenAbsent: "BLOCK",
            source: "Amazon Bedrock user guide, Guardrails: without an action what is found is blocked"),
        Row(
            format: nemo, key: "action", stricter: .inOrder(["reject", "omit"]), whenAbsent: "reject",
            source: "NeMo Guardrails library/injection_detection/rail_config.py: omit takes the find out of the text"),
        Row(
            format: rail, key: "on-fail",
            stricter: .inTiers([["exception"], ["reask", "fix", "fix_reask", "filter", "refrain"], ["noop"]]),
            whenAbsent: "noop",
            source:
                "Guardrails AI types/on_fail.py: custom runs code of its own, so that it has no place in the order; schema/rail_schema.py, get_validators: noop where the attribute is absent"
        ),
        Row(
            format: nil, key: "action",
            stricter: .inTiers([
                ["block", "deny", "reject"], ["mask", "redact", "anonymize"], ["warn", "alert"], ["log", "monitor"],
                ["none", "noop", "allow", "pass"],
            ]),
            whenAbsent: nil, source: "convention: what stops a text is stricter than what only rewrites or records it"),
    ]

    /// True and false, in the order of strictness.
    private static let onIsStricter = Stricter.inOrder(["true", "false"])
    private static let offIsStricter = Stricter.inOrder(["false", "true"])

    static let switches = [
        Row(
            format: liteLLM, key: "default_on", stricter: onIsStricter, whenAbsent: "false",
            source:
                "docs.litellm.ai, Guardrails Quick Start: without it a guardrail runs only when a request asks for it"),
        Row(
            format: bedrock, key: "enabled", stricter: onIsStricter, whenAbsent: "true",
            source: "AWS CloudFormation reference, AWS::Bedrock::Guardrail ContextualGroundingFilterConfig, Enabled"),
        Row(
            format: bedrock, key: "inputEnabled", stricter: onIsStricter, whenAbsent: "true",
            source: "AWS CloudFormation reference, AWS::Bedrock::Guardrail ContentFilterConfig, InputEnabled"),
        Row(
            format: bedrock, key: "outputEnabled", stricter: onIsStricter, whenAbsent: "true",
            source: "AWS CloudFormation reference, AWS::Bedrock::Guardrail ContentFilterConfig, OutputEnabled"),
        Row(
            format: nemo, key: "passthrough", stricter: offIsStricter, whenAbsent: "false",
            source:
                "NeMo Guardrails rails/llm/config.py, passthrough: the request goes to the model as it is, past the dialog rails"
        ),
        Row(
            format: nemo, key: "stream_first", stricter: offIsStricter, whenAbsent: "true",
            source:
                "NeMo Guardrails rails/llm/config.py, OutputRailsStreamingConfig: users get text before the output rails have seen it"
        ),
        Row(
            format: nemo, key: "fallback_to_self_check", stricter: onIsStricter, whenAbsent: "false",
            source:
                "NeMo Guardrails rails/llm/config.py, FactCheckingRailConfig: facts are checked in another way when one fails"
        ),
        Row(
            format: nil, key: "enabled", stricter: onIsStricter, whenAbsent: nil,
            source: "convention: a control that is enabled acts"),
    ]

    static let failures = [
        Row(
            format: liteLLM, key: "unreachable_fallback", stricter: .inOrder(["fail_closed", "fail_open"]),
            whenAbsent: "fail_closed", source: "docs.litellm.ai, Generic Guardrail API and Akto: default fail_closed"),
        Row(
            format: liteLLM, key: "fail_on_error", stricter: onIsStricter, whenAbsent: "true",
            source: "docs.litellm.ai, guardrail integrations with fail_on_error: default true"),
        Row(
            format: nil, key: "fail_open", stricter: offIsStricter, whenAbsent: nil,
            source: "convention: a guard that fails closed lets nothing past while it cannot judge"),
        Row(
            format: nil, key: "fail_closed", stricter: onIsStricter, whenAbsent: nil,
            source: "convention: a guard that fails closed lets nothing past while it cannot judge"),
        Row(
            format: nil, key: "*",
            stricter: .inTiers([
                ["block", "closed", "deny", "fail_closed", "fail-closed", "reject"],
                ["allow", "open", "fail_open", "fail-open", "pass", "ignore"],
            ]),
            whenAbsent: nil,
            source: "convention: a guard that fails closed lets nothing past while it cannot judge"),
    ]
}
