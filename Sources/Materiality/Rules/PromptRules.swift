import ComponentFormats
import SourceText
import YAMLDocuments

/// What the model is told.
///
/// The rows that read modality are heuristic: a word list decides. They may raise what the exact comparison gives,
/// which is material for an edited, added or removed instruction; so an added prohibition is minor in itself, but
/// counts as material until a policy says otherwise.
enum PromptRules: SettingRules {
    static let whitespaceOnly = ChangeRule(
        "prompt/whitespace-only", .minor, noMirror: "Neither direction is stricter.",
        "The same characters with other white space.")
    static let formatOnly = ChangeRule(
        "prompt/format-only", .minor, noMirror: "Neither direction is stricter.",
        "The same words in another case, with other punctuation or another Unicode form.")
    static let hiddenCharactersAdded = ChangeRule(
        "prompt/hidden-characters-added", .critical, .loosened, mirror: "prompt/hidden-characters-removed",
        "Characters that nobody sees, but the model reads: zero-width, bidirectional, tags.")
    static let hiddenCharactersRemoved = ChangeRule(
        "prompt/hidden-characters-removed", .material, .tightened, mirror: "prompt/hidden-characters-added",
        "Characters that nobody sees are gone.")
    static let variableRemoved = ChangeRule(
        "prompt/variable-removed", .material, noMirror: "The opposite is prompt/variable-added.",
        "A value is no longer put into the prompt.")
    static let variableAdded = ChangeRule(
        "prompt/variable-added", .material, noMirror: "The opposite is prompt/variable-removed.",
        "A further value is put into the prompt."
    )
    .or(.minor, when: "it has a default")
    static let variableEscalated = ChangeRule(
        "prompt/variable-escalated", .critical, .loosened,
        noMirror: "The way back is prompt/variable-removed in the system message.",
        "A value that stood in the user's message stands in the system message, where it is obeyed.")
    static let roleAdded = ChangeRule(
        "prompt/role-added", .material, noMirror: "The opposite is prompt/role-removed.", "A further message is sent.")
    static let roleRemoved = ChangeRule(
        "prompt/role-removed", .material, noMirror: "The opposite is prompt/role-added.", "A message is no longer sent."
    )
    static let roleReordered = ChangeRule(
        "prompt/role-reordered", .material, noMirror: "Neither direction is stricter.",
        "The messages come in another order.")
    static let prohibitionRemoved = ChangeRule(
        "prompt/prohibition-removed", .critical, .loosened, .heuristic, mirror: "prompt/prohibition-added",
        "Something is no longer forbidden.")
    static let prohibitionAdded = ChangeRule(
        "prompt/prohibition-added", .minor, .tightened, .heuristic, mirror: "prompt/prohibition-removed",
        "Something is forbidden."
    )
    .or(.material, when: "an instruction is new or reworded with it, which words cannot make less")
    static let prohibitionWeakened = ChangeRule(
        "prompt/prohibition-weakened", .critical, .loosened, .heuristic, mirror: "prompt/prohibition-strengthened",
        "Something is forbidden less strongly: must not, should not, try not to, in that order.")
    static let prohibitionStrengthened = ChangeRule(
        "prompt/prohibition-strengthened", .minor, .tightened, .heuristic, mirror: "prompt/prohibition-weakened",
        "Something is forbidden more strongly."
    )
    .or(.material, when: "an instruction is reworded with it, which words cannot make less")
    static let obligationRemoved = ChangeRule(
        "prompt/obligation-removed", .material, .loosened, .heuristic, mirror: "prompt/obligation-added",
        "Something no longer has to be done.")
    static let obligationAdded = ChangeRule(
        "prompt/obligation-added", .minor, .tightened, .heuristic, mirror: "prompt/obligation-removed",
        "Something has to be done."
    )
    .or(.material, when: "an instruction is new or reworded with it, which words cannot make less")
    static let limitChanged = ChangeRule(
        "prompt/limit-changed", .material, noMirror: "Which way is stricter depends on the sentence.",
        "A number in a sentence is another.")
    static let instructionChanged = ChangeRule(
        "prompt/instruction-changed", .material, noMirror: "The direction of words is unknown.",
        "A sentence was reworded.")
    static let instructionAdded = ChangeRule(
        "prompt/instruction-added", .material, noMirror: "The opposite is prompt/instruction-removed.",
        "A sentence is new.")
    static let instructionRemoved = ChangeRule(
        "prompt/instruction-removed", .material, noMirror: "The opposite is prompt/instruction-added.",
        "A sentence is gone.")
    static let reordered = ChangeRule(
        "prompt/reordered", .minor, noMirror: "Neither direction is stricter.",
        "The same sentences in another order."
    )
    .or(.material, when: "a sentence moves to another message, or below another heading")
    static let rewritten = ChangeRule(
        "prompt/rewritten", .material, noMirror: "The direction of words is unknown.",
        "Less than half of the words are the same.")
    static let referenceFloating = ChangeRule(
        "prompt/reference-floating", .critical, .loosened, mirror: "prompt/reference-pinned",
        "A prompt that a service keeps is no longer pinned to one version, so that it can change without a release.")
    static let referencePinned = ChangeRule(
        "prompt/reference-pinned", .minor, .tightened, mirror: "prompt/reference-floating",
        "A prompt that a service keeps is pinned to one version.")
    static let referenceChanged = ChangeRule(
        "prompt/reference-changed", .material, noMirror: "Neither version is stricter.",
        "Another version of a prompt that a service keeps is used.")
    static let exampleChanged = ChangeRule(
        "prompt/example-changed", .material, noMirror: "The direction of words is unknown.",
        "An example that the prompt shows to the model is another, is new or is gone.")
    static let structureChanged = ChangeRule(
        "prompt/structure-changed", .material, noMirror: "The direction is unknown.",
        "The template's conditions or loops are others.")
    static let inputChanged = ChangeRule(
        "prompt/input-changed", .material, noMirror: "The direction is unknown.",
        "What the prompt declares of its input, or a default, changed.")
    static let added = ChangeRule(
        "prompt/added", .material, noMirror: "The opposite is prompt/removed.", "The release has a further prompt.")
    static let removed = ChangeRule(
        "prompt/removed", .material, noMirror: "The opposite is prompt/added.", "The release no longer has a prompt.")
    static let settingChanged = ChangeRule(
        "prompt/setting-changed", .material, noMirror: "The direction is unknown.", isFallback: true,
        "Something else that the prompt's front matter or its entry says changed.")

    static let rules = [
        whitespaceOnly, formatOnly, hiddenCharactersAdded, hiddenCharactersRemoved, variableRemoved, variableAdded,
        variableEscalated, roleAdded, roleRemoved, roleReordered, prohibitionRemoved, prohibitionAdded,
        prohibitionWeakened, prohibitionStrengthened, obligationRemoved, obligationAdded, limitChanged,
        instructionChanged, instructionAdded, instructionRemoved, reordered, rewritten, exampleChanged,
        referenceFloating, referencePinned, referenceChanged, structureChanged, inputChanged,
        added, removed, settingChanged,
    ]

    static func claim(_ edit: SettingEdit, in context: ComparisonContext) -> Claim? {
        switch edit.meaning {
        case .inputDeclaration: Claim(inputChanged, "The prompt declares its input differently: \(edit.step).")
        case .inputDefault: Claim(inputChanged, "What is put in where no value is given is another: \(edit.step).")
        case .templateEngine:
            Claim(structureChanged, "The prompt is written in another template language: \(edit.step).")
        case .assertion: EvaluationClaims.assertion(edit)
        case .assertionThreshold: EvaluationClaims.threshold(edit)
        case .promptItem where edit.new == nil: Claim(removed, "The release no longer has the prompt \(edit.name).")
        case .promptItem: Claim(added, "The release has a further prompt, \(edit.name).")
        default: nil
        }
    }

    static func fallback(_ edit: SettingEdit) -> Claim? {
        edit.subject.category == .prompts
            ? Claim(settingChanged, "The prompt's settings are others: \(edit.step).") : nil
    }
}

extension SettingMeaning {
    static let promptItem: SettingMeaning = "prompt.item"
}
