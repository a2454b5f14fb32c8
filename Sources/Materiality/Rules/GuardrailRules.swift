import ComponentFormats
import SourceText
import YAMLDocuments

/// What is stopped, masked or refused around the model.
enum GuardrailRules: SettingRules {
    static let removed = ChangeRule(
        "guardrail/removed", .critical, .loosened, mirror: "guardrail/added", "A guardrail is gone.")
    static let added = ChangeRule(
        "guardrail/added", .minor, .tightened, mirror: "guardrail/removed", "A guardrail is new.")
    static let disabled = ChangeRule(
        "guardrail/disabled", .critical, .loosened, mirror: "guardrail/enabled",
        "A guardrail, or a part of one, is switched off or only watches.")
    static let enabled = ChangeRule(
        "guardrail/enabled", .minor, .tightened, mirror: "guardrail/disabled",
        "A guardrail, or a part of one, is switched on.")
    static let actionWeakened = ChangeRule(
        "guardrail/action-weakened", .critical, .loosened, mirror: "guardrail/action-strengthened",
        "Less happens to what a guardrail finds: block, mask, warn, log, in that order.")
    static let actionStrengthened = ChangeRule(
        "guardrail/action-strengthened", .minor, .tightened, mirror: "guardrail/action-weakened",
        "More happens to what a guardrail finds.")
    static let thresholdLoosened = ChangeRule(
        "guardrail/threshold-loosened", .critical, .loosened, mirror: "guardrail/threshold-tightened",
        "A threshold lets more through, by the polarity table.")
    static let thresholdTightened = ChangeRule(
        "guardrail/threshold-tightened", .minor, .tightened, mirror: "guardrail/threshold-loosened",
        "A threshold stops more, by the polarity table.")
    static let thresholdChanged = ChangeRule(
        "guardrail/threshold-changed", .material, noMirror: "The direction is unknown.",
        "A threshold changed, and the polarity table does not know which way is stricter.")
    static let categoryRemoved = ChangeRule(
        "guardrail/category-removed", .critical, .loosened, mirror: "guardrail/category-added",
        "A guardrail no longer looks for something.")
    static let categoryAdded = ChangeRule(
        "guardrail/category-added", .minor, .tightened, mirror: "guardrail/category-removed",
        "A guardrail looks for one thing more.")
    static let stageUncovered = ChangeRule(
        "guardrail/stage-uncovered", .critical, .loosened, mirror: "guardrail/stage-covered",
        "A guardrail no longer runs at a stage: before the call, after it, on what is retrieved.")
    static let stageCovered = ChangeRule(
        "guardrail/stage-covered", .minor, .tightened, mirror: "guardrail/stage-uncovered",
        "A guardrail runs at one stage more.")
    static let failsOpen = ChangeRule(
        "guardrail/fails-open", .critical, .loosened, mirror: "guardrail/fails-closed",
        "When the guardrail cannot decide, the text passes.")
    static let failsClosed = ChangeRule(
        "guardrail/fails-closed", .minor, .tightened, mirror: "guardrail/fails-open",
        "When the guardrail cannot decide, the text is stopped.")
    static let ruleTextChanged = ChangeRule(
        "guardrail/rule-text-changed", .material, noMirror: "The direction of words is unknown.",
        "A text that a guardrail works with changed: a topic, a pattern, a prompt, a flow.")
    static let settingChanged = ChangeRule(
        "guardrail/setting-changed", .material, noMirror: "The direction is unknown.", isFallback: true,
        "Another setting of a guardrail changed.")

    static let rules = [
        removed, added, disabled, enabled, actionWeakened, actionStrengthened, thresholdLoosened, thresholdTightened,
        thresholdChanged, categoryRemoved, categoryAdded, stageUncovered, stageCovered, failsOpen, failsClosed,
        ruleTextChanged, settingChanged,
    ]

    static func claim(_ edit: SettingEdit, in context: ComparisonContext) -> Claim? {
        switch edit.meaning {
        case .guardrail where edit.action == .add: return Claim(added, "A guardrail is new: \(edit.name).")
        case .guardrail where edit.action == .remove: return Claim(removed, "The guardrail \(edit.name) is gone.")
        case .guardrailCategory: return category(edit)
        case .guardrailSwitch: return onOff(edit)
        case .guardrailStage: return stage(edit)
        case .guardrailAction: return action(edit)
        case .guardrailThreshold: return threshold(edit)
        case .guardrailFailure: return failure(edit)
        default: return nil
        }
    }

    static func fallback(_ edit: SettingEdit) -> Claim? {
        edit.subject.category == .guardrails ? other(edit) : nil
    }

    private static func category(_ edit: SettingEdit) -> Claim {
        switch edit.action {
        case .add: Claim(categoryAdded, "The guardrail also looks for \(edit.name) now.")
        case .remove: Claim(categoryRemoved, "The guardrail no longer looks for \(edit.name).")
        default: action(edit)
        }
    }

    private static func onOff(_ edit: SettingEdit) -> Claim {
        switch Polarity.direction(of: edit, among: Polarity.switches) {
        case .loosened: Claim(disabled, "A part of the guardrail is switched off: \(edit.step).")
        case .tightened: Claim(enabled, "A part of the guardrail is switched on: \(edit.step).")
        case .neutral, nil: Claim(settingChanged, "A switch of the guardrail is set differently: \(edit.step).")
        }
    }

    private static func stage(_ edit: SettingEdit) -> Claim {
        let (old, new) = (words(edit.old), words(edit.new))
        let watching = "logging_only"
        if new.contains(watching), !old.contains(watching) {
            return Claim(disabled, "The guardrail only writes a log now: \(edit.step).")
        }
        if old.contains(watching), !new.contains(watching) {
            return Claim(enabled, "The guardrail acts on what it finds now: \(edit.step).")
        }
        if !old.isSubset(of: new) {
            return Claim(stageUncovered, "A stage is no longer guarded: \(edit.step).")
        }
        if !new.isSubset(of: old) { return Claim(stageCovered, "One stage more is guarded: \(edit.step).") }
        return Claim(settingChanged, "The stages of the guardrail are written differently: \(edit.step).")
    }

    private static func action(_ edit: SettingEdit) -> Claim {
        switch Polarity.direction(of: edit, among: Polarity.actions) {
        case .loosened: Claim(actionWeakened, "Less happens to what the guardrail finds: \(edit.step).")
        case .tightened: Claim(actionStrengthened, "More happens to what the guardrail finds: \(edit.step).")
        case .neutral, nil: Claim(settingChanged, "The guardrail's action is another: \(edit.step).")
        }
    }

    private static func threshold(_ edit: SettingEdit) -> Claim {
        switch Polarity.direction(of: edit, among: Polarity.guardrailThresholds) {
        case .loosened: Claim(thresholdLoosened, "The guardrail lets more through: \(edit.step).")
        case .tightened: Claim(thresholdTightened, "The guardrail stops more: \(edit.step).")
        case .neutral?:
            Claim(thresholdChanged, "A threshold is written in another way, with the same meaning: \(edit.step).")
        case nil:
            Claim(thresholdChanged, "A threshold is another, and which way is stricter is not known: \(edit.step).")
        }
    }

    private static func failure(_ edit: SettingEdit) -> Claim {
        switch Polarity.direction(of: edit, among: Polarity.failures) {
        case .loosened: Claim(failsOpen, "When the guardrail cannot decide, the text passes: \(edit.step).")
        case .tightened: Claim(failsClosed, "When the guardrail cannot decide, the text is stopped: \(edit.step).")
        case .neutral, nil:
            Claim(settingChanged, "What happens when the guardrail cannot decide is another: \(edit.step).")
        }
    }

    /// What no row of a vocabulary names. Words may mean anything; they are material either way.
    private static func other(_ edit: SettingEdit) -> Claim {
        let textKeys: Set<String> = ["content", "keyword", "message", "pattern", "prompt", "regex"]
        let isText =
            [edit.old, edit.new].contains { $0?.string?.contains(" ") ?? false }
            || edit.path.lastKey.map(textKeys.contains) ?? false
        return isText
            ? Claim(ruleTextChanged, "A text of the guardrail is another: \(edit.step).")
            : Claim(settingChanged, "A setting of the guardrail is another: \(edit.step).")
    }

    private static func words(_ node: YAMLNode?) -> Set<String> {
        guard let node else { return [] }
        switch node.kind {
        case .scalar: return [node.text]
        case .sequence: return Set(node.items.map(\.text))
        case .mapping: return Set(node.entries.map { "\($0.key.text): \(NodeText.describe($0.value))" })
        }
    }
}
