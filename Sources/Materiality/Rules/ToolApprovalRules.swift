import ComponentFormats
import SourceText
import YAMLDocuments

/// Whether a person confirms what a tool is about to do.
enum ToolApprovalRules: SettingRules {
    static let removed = ChangeRule(
        "tool/approval-removed", .critical, .loosened, mirror: "tool/approval-added",
        "Calls that a person confirmed are made without asking, or fewer of them are confirmed.")
    static let added = ChangeRule(
        "tool/approval-added", .minor, .tightened, mirror: "tool/approval-removed", "A person confirms more calls.")
    static let changed = ChangeRule(
        "tool/approval-changed", .material, noMirror: "The direction is unknown.",
        "Who confirms calls is said differently."
    )
    .or(.minor, when: "the same is written differently")

    static let rules = [removed, added, changed]

    static func claim(_ edit: SettingEdit, in context: ComparisonContext) -> Claim? {
        switch edit.meaning {
        case .toolApproval: mode(edit)
        case .toolApprovalWaived: list(edit, isWaiver: true)
        case .toolApprovalAsked: list(edit, isWaiver: false)
        default: nil
        }
    }

    private static func mode(_ edit: SettingEdit) -> Claim {
        let keys = edit.path.steps.compactMap { step in
            if case .key(let key) = step { key } else { nil }
        }
        let key = keys.last == "kind" ? keys.dropLast().last ?? "" : keys.last ?? ""
        let absent = operationDefault(edit, key: key)
        let old =
            edit.old == nil
            ? absent ?? ApprovalModes.mode(of: nil, key: key) : ApprovalModes.mode(of: edit.old, key: key)
        let new =
            edit.new == nil
            ? absent ?? ApprovalModes.mode(of: nil, key: key) : ApprovalModes.mode(of: edit.new, key: key)
        switch (old, new) {
        case (let old?, let new?) where new < old:
            return Claim(removed, "Nobody confirms calls any more that had to be confirmed: \(edit.step).")
        case (let old?, let new?) where old < new:
            return Claim(added, "Calls have to be confirmed that nobody confirmed: \(edit.step).")
        case (.some, .some):
            return Claim(changed, .minor, "Who confirms calls is written differently, and the same: \(edit.step).")
        case (let old?, nil) where edit.new == nil && old > .nobody:
            return Claim(removed, "It is no longer said that somebody confirms calls: \(edit.step).")
        default: return Claim(changed, "Who confirms calls is said differently: \(edit.step).")
        }
    }

    /// OpenAI, "GPT Actions": without `x-openai-isConsequential` operations that are not GET count as consequential.
    private static func operationDefault(_ edit: SettingEdit, key: String) -> ApprovalModes.Mode? {
        guard key == "x-openai-isConsequential", edit.path.steps.count > 1 else { return nil }
        return edit.path.steps[edit.path.steps.count - 2] == .key("get") ? .nobody : .always
    }

    /// An entry, or a list that came or went with all its entries.
    private static func list(_ edit: SettingEdit, isWaiver: Bool) -> Claim {
        let isEmpty = (edit.old ?? edit.new).map { $0.kind == .sequence && $0.count == 0 } ?? true
        if isEmpty { return Claim(changed, .minor, "An empty list came or went: \(edit.step).") }
        switch edit.action {
        case .add:
            return isWaiver
                ? Claim(removed, "Nobody confirms these calls any more: \(edit.newText).")
                : Claim(added, "Somebody confirms these calls now: \(edit.newText).")
        case .remove:
            return isWaiver
                ? Claim(added, "These calls are no longer made without asking: \(edit.oldText).")
                : Claim(removed, "Nobody is asked about these calls any more: \(edit.oldText).")
        case .move: return Claim(changed, .minor, "The tools are listed in another order: \(edit.name).")
        default: return Claim(changed, "Which calls are confirmed is said differently: \(edit.step).")
        }
    }
}
