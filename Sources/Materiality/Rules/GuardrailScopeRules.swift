import ComponentFormats
import PlanModel
import SourceText
import YAMLDocuments

/// What a guardrail is for: models, teams, keys, kinds of content; and which version of it runs.
enum GuardrailScopeRules: SettingRules {
    static let scopeNarrowed = ChangeRule(
        "guardrail/scope-narrowed", .critical, .loosened, mirror: "guardrail/scope-widened",
        "A guardrail no longer covers a model, a team, a key or a kind of content that it covered.")
    static let scopeWidened = ChangeRule(
        "guardrail/scope-widened", .minor, .tightened, mirror: "guardrail/scope-narrowed",
        "A guardrail covers more than before.")
    static let referenceFloating = ChangeRule(
        "guardrail/reference-floating", .critical, .loosened, mirror: "guardrail/reference-pinned",
        "A guardrail that is kept elsewhere is named without a version, so that it can change without a release.")
    static let referencePinned = ChangeRule(
        "guardrail/reference-pinned", .minor, .tightened, mirror: "guardrail/reference-floating",
        "A guardrail that is kept elsewhere is named by a version that does not change.")

    static let rules = [scopeNarrowed, scopeWidened, referenceFloating, referencePinned]

    static func claim(_ edit: SettingEdit, in context: ComparisonContext) -> Claim? {
        switch edit.meaning {
        case .guardrailModels: return models(edit, context)
        case .guardrailAttachment: return attachment(edit)
        case .guardrailCoverage: return coverage(edit)
        case .guardrailVersion: return version(edit)
        case .templateResource: return resource(edit)
        case .guardrailSetting:
            return Claim(GuardrailRules.settingChanged, "A setting of the guardrail is another: \(edit.step).")
        default: return nil
        }
    }

    // MARK: Models and requests

    private static func models(_ edit: SettingEdit, _ context: ComparisonContext) -> Claim {
        let (old, new) = (NameScope(condition: edit.old), NameScope(condition: edit.new))
        switch ScopeChange(from: old, to: new) {
        case .same: return same(edit)
        case .widened: return Claim(scopeWidened, "The guardrail is for more models: \(edit.step).")
        case .narrowed: return Claim(scopeNarrowed, "The guardrail is for fewer models: \(edit.step).")
        case .moved:
            if follows(from: old, to: new, context) {
                return Claim(
                    GuardrailRules.settingChanged,
                    "The guardrail is for other models, as the release is: \(edit.step).")
            }
            return Claim(
                scopeNarrowed, "The guardrail is for other models, and no longer for all of those: \(edit.step).")
        case .unknown:
            return Claim(
                GuardrailRules.settingChanged,
                "The guardrail is for other models; whether for fewer cannot be worked out: \(edit.step).")
        }
    }

    /// True when the pattern changed together with the release's models: what was covered is gone, what is there is
    /// covered, and nothing that stayed is lost.
    private static func follows(from old: NameScope, to new: NameScope, _ context: ComparisonContext) -> Bool {
        let before = Set(ModelNames.ofRelease(context.base))
        let after = Set(ModelNames.ofRelease(context.head))
        let isLost = after.contains { old.contains($0) != false && new.contains($0) != true }
        let wasCovered = before.contains { old.contains($0) == true && !after.contains($0) }
        let isCovered = after.contains { new.contains($0) == true && !before.contains($0) }
        return wasCovered && isCovered && !isLost
    }

    private static func attachment(_ edit: SettingEdit) -> Claim {
        let (old, new) = (AttachmentScope(edit.old), AttachmentScope(edit.new))
        let policy = edit.path.lastKey ?? "the policy"
        guard let old, let new else {
            return Claim(
                GuardrailRules.settingChanged,
                "The policy \(policy) is attached in another way; whether to fewer requests cannot be worked out: \(edit.step)."
            )
        }
        switch ScopeChange(oldIsPart: old.isPart(of: new), newIsPart: new.isPart(of: old)) {
        case .same: return same(edit)
        case .widened: return Claim(scopeWidened, "The policy \(policy) covers more requests: \(edit.step).")
        case .narrowed, .moved:
            return Claim(scopeNarrowed, "The policy \(policy) no longer covers all requests that it did: \(edit.step).")
        case .unknown:
            return Claim(
                GuardrailRules.settingChanged, "The policy \(policy) is attached to other requests: \(edit.step).")
        }
    }

    // MARK: Content

    private static func coverage(_ edit: SettingEdit) -> Claim {
        guard let old = NameScope.texts(edit.old), let new = NameScope.texts(edit.new) else {
            return Claim(GuardrailRules.settingChanged, "The guardrail reads other content: \(edit.step).")
        }
        if !Set(old).isSubset(of: new) {
            return Claim(scopeNarrowed, "The guardrail no longer reads all kinds of content that it did: \(edit.step).")
        }
        return Set(new).isSubset(of: old)
            ? same(edit) : Claim(scopeWidened, "The guardrail reads one kind of content more: \(edit.step).")
    }

    private static func same(_ edit: SettingEdit) -> Claim {
        let category = ComponentCategory(rawValue: edit.subject.category.rawValue) ?? .guardrails
        return Claim(
            FileRules.of(category).sourceOnly,
            "What the guardrail covers is written differently, and is the same: \(edit.step).")
    }

    // MARK: Templates

    private static func resource(_ edit: SettingEdit) -> Claim {
        let types = [edit.old, edit.new].compactMap { $0?["Type"]?.text }
        let isGuardrail = types.contains("AWS::Bedrock::Guardrail")
        switch edit.action {
        case .add where isGuardrail: return Claim(GuardrailRules.added, "A guardrail is new: \(edit.name).")
        case .remove where isGuardrail: return Claim(GuardrailRules.removed, "The guardrail \(edit.name) is gone.")
        default:
            return Claim(GuardrailRules.settingChanged, "The template has other resources: \(edit.name).")
        }
    }

    // MARK: Versions

    /// Amazon Bedrock numbers the versions of a guardrail; `DRAFT` is the one that is edited (Bedrock User Guide,
    /// "Guardrails versions").
    private static func version(_ edit: SettingEdit) -> Claim {
        func isFixed(_ node: YAMLNode?) -> Bool {
            node.map { !$0.text.isEmpty && $0.text.utf8.allSatisfy { (48...57).contains($0) } } ?? false
        }
        switch (isFixed(edit.old), isFixed(edit.new)) {
        case (true, false):
            return Claim(referenceFloating, "The guardrail may change without a release: \(edit.step).")
        case (false, true):
            return Claim(referencePinned, "The guardrail is one version that does not change: \(edit.step).")
        default:
            return Claim(GuardrailRules.settingChanged, "Another version of the guardrail runs: \(edit.step).")
        }
    }
}
