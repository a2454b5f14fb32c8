import ComponentFormats
import YAMLDocuments

/// What a tool may do: scopes, lists of allowed tools, exclusions, switches, hints.
enum ToolScopeClaims {
    private static let widened = ToolRules.scopeWidened
    private static let narrowed = ToolRules.scopeNarrowed
    private static let changed = ToolRules.settingChanged

    static func scope(_ edit: SettingEdit) -> Claim {
        switch edit.action {
        case .add: return Claim(widened, "The tool may do more: \(edit.newText).")
        case .remove where allowsEverything(edit.difference.newParent):
            return Claim(changed, .minor, "Everything is allowed now, so \(edit.oldText) is not named any more.")
        case .remove: return Claim(narrowed, "The tool may no longer do this: \(edit.oldText).")
        case .move: return Claim(changed, .minor, "What is allowed is listed in another order: \(edit.name).")
        default: return Claim(changed, "What the tool may do is said differently: \(edit.step).")
        }
    }

    /// Without the list everything is allowed.
    static func allowList(_ edit: SettingEdit) -> Claim {
        switch edit.action {
        case .remove: Claim(widened, "Every tool may be called now, where only these were allowed: \(edit.oldText).")
        case .add:
            allowsEverything(edit.new)
                ? Claim(changed, "The list of allowed tools allows all of them: \(edit.newText).")
                : Claim(narrowed, "Only these tools may be called now: \(edit.newText).")
        case .move: Claim(changed, .minor, "The allowed tools are listed in another order.")
        default: Claim(changed, "Which tools may be called is said differently: \(edit.step).")
        }
    }

    static func denial(_ edit: SettingEdit) -> Claim {
        switch edit.action {
        case .add: Claim(narrowed, "This is excluded now: \(edit.newText).")
        case .remove: Claim(widened, "This is no longer excluded: \(edit.oldText).")
        case .move: Claim(changed, .minor, "The exclusions are listed in another order: \(edit.name).")
        default: Claim(changed, "What is excluded is said differently: \(edit.step).")
        }
    }

    /// `enabled`, true where absent, and `disabled`, false where absent.
    static func onOff(_ edit: SettingEdit) -> Claim {
        let isNegative = edit.path.lastKey == "disabled"
        func isOn(_ node: YAMLNode?) -> Bool? {
            guard let node else { return true }
            return node.boolean.map { $0 != isNegative }
        }
        switch (isOn(edit.old), isOn(edit.new)) {
        case (false?, true?):
            let path = FieldPath(Array(edit.path.steps.dropLast()))
            let owner = edit.difference.newParent ?? edit.difference.oldParent
            return owner.map { ToolRules.added($0, named: edit.ownerName, at: path) }
                ?? Claim(ToolRules.added, "A tool is switched on: \(edit.step).")
        case (true?, false?): return Claim(ToolRules.removed, "A tool is switched off: \(edit.ownerName).")
        default: return Claim(changed, "A switch is set differently: \(edit.step).")
        }
    }

    /// True permits more; of words the laxer comes later.
    private static let modes = ["none", "safe", "sandbox", "sandboxed", "unsafe"]

    static func capability(_ edit: SettingEdit) -> Claim {
        switch (
            edit.old?.boolean ?? (edit.old == nil ? false : nil), edit.new?.boolean ?? (edit.new == nil ? false : nil)
        ) {
        case (false?, true?): return Claim(widened, "The agent may do more: \(edit.step).")
        case (true?, false?): return Claim(narrowed, "The agent may do less: \(edit.step).")
        default: break
        }
        // CrewAI runs code in a container unless the mode says otherwise.
        let (old, new) = (edit.old?.text ?? "safe", edit.new?.text ?? "safe")
        guard let one = modes.firstIndex(of: old), let other = modes.firstIndex(of: new), one != other else {
            return Claim(changed, "What the agent may do is said differently: \(edit.step).")
        }
        return one < other
            ? Claim(widened, "The agent may do more: \(edit.step).")
            : Claim(narrowed, "The agent may do less: \(edit.step).")
    }

    /// Hints and what holds without them (Model Context Protocol, schema.ts, `ToolAnnotations`). `isDanger` tells
    /// whether true means that the tool may do more.
    private static let hints: [String: (isDanger: Bool, whenAbsent: Bool)] = [
        "readOnlyHint": (false, false), "destructiveHint": (true, true), "openWorldHint": (true, true),
    ]

    static func hint(_ edit: SettingEdit) -> Claim {
        guard let key = edit.path.lastKey, let hint = hints[key],
            let old = edit.old.map(\.boolean) ?? hint.whenAbsent, let new = edit.new.map(\.boolean) ?? hint.whenAbsent
        else { return Claim(changed, "What the tool says of itself is another: \(edit.step).") }
        if old == new { return Claim(changed, .minor, "What the tool says of itself is written out: \(edit.step).") }
        return new == hint.isDanger
            ? Claim(widened, "The tool says of itself that it does more: \(edit.step).")
            // Hosts ask less about a tool that calls itself harmless, and a hint is not a proof.
            : Claim(
                narrowed, .material, "The tool calls itself more harmless, so that hosts may ask less: \(edit.step).")
    }

    private static func allowsEverything(_ list: YAMLNode?) -> Bool {
        list?.items.contains { $0.text == "*" } ?? false
    }
}

extension SettingEdit {
    /// The tool or server that a setting belongs to.
    var ownerName: String {
        let wrappers: Set<String> = ["approvalMode", "default_config", "function", "tool_configuration"]
        guard case .key(let key)? = path.steps.dropLast().last, !wrappers.contains(key) else {
            return path.innermostItem ?? name
        }
        return key
    }
}
