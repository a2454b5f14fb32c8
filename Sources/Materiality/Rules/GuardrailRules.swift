import ComponentFormats
import SourceText
import YAMLDocuments

/// What is stopped, masked or refused around the model.
enum GuardrailRules: SettingRules {
    static let removed = ChangeRule(
        "guardrail/removed", .critical, .loosened, mirror: "guardrail/added", "A guardrail is gone.")
    static let added = ChangeRule(
        "guardrail/added", .minor, .tightened, mirror: "guardrail/removed", "A guardrail is new."
    )
    .or(.material, when: "a flow or a part of the output brings it")
    static let disabled = ChangeRule(
        "guardrail/disabled", .critical, .loosened, mirror: "guardrail/enabled",
        "A guardrail, or a part of one, is switched off or only watches.")
    static let enabled = ChangeRule(
        "guardrail/enabled", .minor, .tightened, mirror: "guardrail/disabled",
        "A guardrail, or a part of one, is switched on."
    )
    .or(.material, when: "another flow activates it, and may do other things too")
    static let actionWeakened = ChangeRule(
        "guardrail/action-weakened", .critical, .loosened, mirror: "guardrail/action-strengthened",
        "Less happens to what a guardrail finds: block, mask, warn, log, in that order.")
    static let actionStrengthened = ChangeRule(
        "guardrail/action-strengthened", .minor, .tightened, mirror: "guardrail/action-weakened",
        "More happens to what a guardrail finds."
    )
    .or(.material, when: "a flow stops in more places, and may do other things too")
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
    static let hiddenCharactersAdded = ChangeRule(
        "guardrail/hidden-characters-added", .critical, .loosened, mirror: "guardrail/hidden-characters-removed",
        "Characters that nobody sees stand in a guardrail's file: zero-width, bidirectional, tags.")
    static let hiddenCharactersRemoved = ChangeRule(
        "guardrail/hidden-characters-removed", .material, .tightened, mirror: "guardrail/hidden-characters-added",
        "Characters that nobody sees are gone from a guardrail's file.")
    static let settingChanged = ChangeRule(
        "guardrail/setting-changed", .material, noMirror: "The direction is unknown.", isFallback: true,
        "Another setting of a guardrail changed.")

    static let rules = [
        removed, added, disabled, enabled, actionWeakened, actionStrengthened, thresholdLoosened, thresholdTightened,
        thresholdChanged, categoryRemoved, categoryAdded, stageUncovered, stageCovered, failsOpen, failsClosed,
        ruleTextChanged, hiddenCharactersAdded, hiddenCharactersRemoved, settingChanged,
    ]

    static func claim(_ edit: SettingEdit, in context: ComparisonContext) -> Claim? {
        switch edit.meaning {
        case .guardrail: return guardrail(edit, in: context)
        case .guardedStage: return GuardrailClaims.guardedStage(edit)
        case .guardrailCategory where edit.action == .rename: return GuardrailNames.renamedCategory(edit)
        case .guardrailCategory: return GuardrailClaims.category(edit)
        case .guardrailSwitch: return GuardrailClaims.onOff(edit)
        case .guardrailStage: return GuardrailClaims.stage(edit)
        case .guardrailAction: return GuardrailClaims.action(edit)
        case .guardrailThreshold: return GuardrailClaims.threshold(edit)
        case .guardrailFailure: return GuardrailClaims.failure(edit)
        case .guardrailText: return GuardrailClaims.text(edit)
        case .guardrailFlow: return GuardrailFlowClaims.flow(edit, in: context)
        case .guardrailFlowBody: return GuardrailFlowClaims.body(edit)
        case .guardrailField: return GuardrailClaims.field(edit)
        case .guardrailModel: return GuardrailClaims.model(edit)
        default: return nil
        }
    }

    static func fallback(_ edit: SettingEdit) -> Claim? {
        edit.subject.category == .guardrails ? GuardrailClaims.other(edit) : nil
    }

    private static func guardrail(_ edit: SettingEdit, in context: ComparisonContext) -> Claim? {
        switch edit.action {
        case .add:
            return ThirdPartyRules.hostedGuard(edit) ?? Claim(added, "A guardrail is new: \(edit.name).")
        case .remove: return Claim(removed, "The guardrail \(edit.name) is gone.")
        case .rename: return GuardrailNames.renamed(edit, in: context)
        // The same flow with other arguments, such as another model.
        case .change where edit.old?.kind == .scalar && edit.new?.kind == .scalar:
            return Claim(
                settingChanged, "The guardrail runs with other arguments: \(edit.oldText) became \(edit.newText).")
        case .change, .move: return nil
        }
    }
}
