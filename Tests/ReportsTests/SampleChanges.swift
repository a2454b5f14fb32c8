import SourceText

@testable import Materiality

/// A loosened threshold, and a sentence that is gone.
extension Samples {
    static let guardrails = SourceFile(path: "guardrails/output.yaml", bytes: Array("threshold: 0.4\n".utf8))
    static let loosened = SourceFile(path: "guardrails/output.yaml", bytes: Array("threshold: 0.7\n".utf8))

    static var changes: [Change] {
        [
            change(
                ChangeRule(
                    "guardrail/threshold-loosened", .critical, .loosened, mirror: "guardrail/threshold-tightened",
                    "A threshold lets more through."),
                .guardrails, "reply-content", "threshold", path: "guardrails/output.yaml", .change,
                old: ChangeSide("0.4", at: .span(guardrails, range: 11..<14)),
                new: ChangeSide("0.7", at: .span(loosened, range: 11..<14)),
                "the threshold rose from 0.4 to 0.7, so more gets through", isSubstantial: true),
            change(
                ChangeRule(
                    "prompt/instruction-removed", .material, .neutral, .heuristic, mirror: "prompt/instruction-added",
                    "A sentence is gone."),
                .prompts, "system-prompt", nil, path: "prompts/system.md", .remove,
                old: ChangeSide("Never give medical advice.\nAlways cite.", at: .file(path: "prompts/system.md")),
                new: nil, "a sentence was removed",
                override: Change.Override(why: "we count every sentence", location: .file(path: "policy.yaml"))),
        ]
    }

    private static func change(
        _ rule: ChangeRule, _ category: ChangeCategory, _ subject: String, _ field: String?, path: String,
        _ action: Change.Action, old: ChangeSide?, new: ChangeSide?, _ reason: String,
        override: Change.Override? = nil, isSubstantial: Bool = false
    ) -> Change {
        Change(
            rule: rule, category: category, subject: subject, field: field, path: path, format: nil, action: action,
            old: old,
            new: new,
            changeClass: rule.changeClass, builtInClass: override == nil ? rule.changeClass : .minor,
            override: override,
            reason: reason, scale: nil, isSubstantialModification: isSubstantial, identity: "")
    }
}
