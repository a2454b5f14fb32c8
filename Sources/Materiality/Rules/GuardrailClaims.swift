import ComponentFormats
import YAMLDocuments

/// What an edit of a guardrail's settings amounts to, by what the setting decides.
enum GuardrailClaims {
    private typealias Rules = GuardrailRules

    static func category(_ edit: SettingEdit) -> Claim {
        switch edit.action {
        case .add: Claim(Rules.categoryAdded, "The guardrail also looks for \(edit.name) now.")
        case .remove: Claim(Rules.categoryRemoved, "The guardrail no longer looks for \(edit.name).")
        default: action(edit)
        }
    }

    static func onOff(_ edit: SettingEdit) -> Claim {
        switch Polarity.direction(of: edit, among: Polarity.switches) {
        case .loosened: Claim(Rules.disabled, "A part of the guardrail is switched off: \(edit.step).")
        case .tightened: Claim(Rules.enabled, "A part of the guardrail is switched on: \(edit.step).")
        case .neutral, nil: Claim(Rules.settingChanged, "A switch of the guardrail is set differently: \(edit.step).")
        }
    }

    static func stage(_ edit: SettingEdit) -> Claim {
        let (old, new) = (words(edit.old), words(edit.new))
        let watching: Set<String> = ["logging_only"]
        if new == watching, !old.isSubset(of: watching) {
            return Claim(Rules.disabled, "The guardrail only writes a log now: \(edit.step).")
        }
        if old == watching, !new.isSubset(of: watching) {
            return Claim(Rules.enabled, "The guardrail acts on what it finds now: \(edit.step).")
        }
        if !old.isSubset(of: new) {
            return Claim(Rules.stageUncovered, "A stage is no longer guarded: \(edit.step).")
        }
        if !new.isSubset(of: old) { return Claim(Rules.stageCovered, "One stage more is guarded: \(edit.step).") }
        return Claim(Rules.settingChanged, "The stages of the guardrail are written differently: \(edit.step).")
    }

    /// The list of what runs at a stage: emptied, filled, or in another order.
    static func guardedStage(_ edit: SettingEdit) -> Claim {
        let keys = edit.path.steps.compactMap { step in
            if case .key(let key) = step { key } else { nil }
        }
        let stage = keys.dropLast().last ?? edit.name
        func isGuarded(_ list: YAMLNode?) -> Bool { list?.kind == .sequence && list?.count != 0 }
        switch (isGuarded(edit.old), isGuarded(edit.new)) {
        case (true, false): return Claim(Rules.stageUncovered, "No guardrail runs on the \(stage) any more.")
        case (false, true): return Claim(Rules.stageCovered, "The \(stage) is guarded now.")
        case (true, true) where edit.action == .move:
            return Claim(
                Rules.settingChanged,
                "The guardrails of the \(stage) run in another order: a later one sees what an earlier one left.")
        default: return Claim(Rules.settingChanged, "The guardrails of the \(stage) are written differently.")
        }
    }

    static func text(_ edit: SettingEdit) -> Claim {
        switch edit.action {
        case .add: Claim(Rules.ruleTextChanged, "The guardrail works with a further text: \(edit.name).")
        case .remove: Claim(Rules.ruleTextChanged, "A text that the guardrail worked with is gone: \(edit.name).")
        default: Claim(Rules.ruleTextChanged, "A text that the guardrail works with is another: \(edit.name).")
        }
    }

    /// A part of the output: with it come and go its validators.
    static func field(_ edit: SettingEdit) -> Claim {
        if edit.action == .remove, let gone = edit.old, hasValidators(gone) {
            return Claim(Rules.removed, "A part of the output is gone with its validators: \(edit.name).")
        }
        if edit.action == .add, let new = edit.new, hasValidators(new) {
            return Claim(Rules.added, .material, "The output has a further part, with validators: \(edit.name).")
        }
        return Claim(Rules.settingChanged, "The output that is asked for is another: \(edit.name).")
    }

    private static func hasValidators(_ field: YAMLNode) -> Bool {
        ["validators", "format"].contains { field[$0]?.count ?? 0 > 0 }
            || field["children"]?.items.contains(where: hasValidators) ?? false
    }

    /// A model that guardrails call.
    static func model(_ edit: SettingEdit) -> Claim {
        switch edit.action {
        case .add: Claim(Rules.settingChanged, "The guardrails have a further model: \(edit.name).")
        case .remove: Claim(Rules.settingChanged, "The guardrails no longer have the model \(edit.name).")
        default: Claim(Rules.settingChanged, "The models of the guardrails are listed differently: \(edit.name).")
        }
    }

    static func action(_ edit: SettingEdit) -> Claim {
        switch Polarity.direction(of: edit, among: Polarity.actions) {
        case .loosened: Claim(Rules.actionWeakened, "Less happens to what the guardrail finds: \(edit.step).")
        case .tightened: Claim(Rules.actionStrengthened, "More happens to what the guardrail finds: \(edit.step).")
        case .neutral, nil: Claim(Rules.settingChanged, "The guardrail's action is another: \(edit.step).")
        }
    }

    static func threshold(_ edit: SettingEdit) -> Claim {
        switch Polarity.direction(of: edit, among: Polarity.guardrailThresholds) {
        case .loosened: Claim(Rules.thresholdLoosened, "The guardrail lets more through: \(edit.step).")
        case .tightened: Claim(Rules.thresholdTightened, "The guardrail stops more: \(edit.step).")
        case .neutral?:
            Claim(Rules.thresholdChanged, "A threshold is written in another way, with the same meaning: \(edit.step).")
        case nil:
            Claim(
                Rules.thresholdChanged, "A threshold is another, and which way is stricter is not known: \(edit.step).")
        }
    }

    static func failure(_ edit: SettingEdit) -> Claim {
        switch Polarity.direction(of: edit, among: Polarity.failures) {
        case .loosened: Claim(Rules.failsOpen, "When the guardrail cannot decide, the text passes: \(edit.step).")
        case .tightened:
            Claim(Rules.failsClosed, "When the guardrail cannot decide, the text is stopped: \(edit.step).")
        case .neutral, nil:
            Claim(Rules.settingChanged, "What happens when the guardrail cannot decide is another: \(edit.step).")
        }
    }

    /// What no row of a vocabulary names. Words may mean anything; they are material either way.
    static func other(_ edit: SettingEdit) -> Claim {
        let textKeys: Set<String> = ["content", "keyword", "message", "pattern", "prompt", "regex"]
        let isText =
            [edit.old, edit.new].contains { $0?.string?.contains(" ") ?? false }
            || edit.path.lastKey.map(textKeys.contains) ?? false
        return isText
            ? Claim(Rules.ruleTextChanged, "A text of the guardrail is another: \(edit.step).")
            : Claim(Rules.settingChanged, "A setting of the guardrail is another: \(edit.step).")
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
