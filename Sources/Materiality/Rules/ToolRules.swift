import ComponentFormats
import SourceText
import YAMLDocuments

/// What the system may call.
enum ToolRules: SettingRules {
    static let added = ChangeRule(
        "tool/added", .material, .loosened, mirror: "tool/removed",
        "The system may call a further tool; critical when it may write.")
    static let removed = ChangeRule(
        "tool/removed", .minor, .tightened, mirror: "tool/added", "The system may no longer call a tool.")
    static let scopeWidened = ChangeRule(
        "tool/scope-widened", .critical, .loosened, mirror: "tool/scope-narrowed", "A tool may do more.")
    static let scopeNarrowed = ChangeRule(
        "tool/scope-narrowed", .minor, .tightened, mirror: "tool/scope-widened", "A tool may do less.")
    static let schemaChanged = ChangeRule(
        "tool/schema-changed", .material, noMirror: "The direction is unknown.",
        "A tool's definition changed: its description is read by the model, its parameters decide what it can do.")
    static let settingChanged = ChangeRule(
        "tool/setting-changed", .material, noMirror: "The direction is unknown.", isFallback: true,
        "Something else about a tool changed.")

    static let rules = [added, removed, scopeWidened, scopeNarrowed, schemaChanged, settingChanged]

    static func claim(_ edit: SettingEdit, in context: ComparisonContext) -> Claim? {
        if edit.meaning == .promptTool {
            switch edit.action {
            case .add: return Claim(added, "The prompt may call a further tool: \(edit.newText).")
            case .remove: return Claim(removed, "The prompt may no longer call \(edit.oldText).")
            default: return Claim(schemaChanged, "A tool of the prompt is defined differently: \(edit.step).")
            }
        }
        guard edit.subject.category == .tools else { return nil }
        switch edit.meaning {
        case .toolItem: return item(edit)
        case .toolPermission:
            switch edit.action {
            case .add: return Claim(scopeWidened, "The tool may do more: \(edit.newText).")
            case .remove: return Claim(scopeNarrowed, "The tool may no longer do this: \(edit.oldText).")
            default: return nil
            }
        default: return nil
        }
    }

    static func fallback(_ edit: SettingEdit) -> Claim? {
        edit.subject.category == .tools
            ? Claim(settingChanged, "Something about the tool is another: \(edit.step).") : nil
    }

    private static func item(_ edit: SettingEdit) -> Claim {
        guard let tool = edit.new else { return Claim(removed, "The system may no longer call \(edit.name).") }
        let permissions = tool["permissions"]?.items.map(\.text) ?? []
        if let writing = permissions.first(where: { !isReading($0) }) {
            return Claim(added, .critical, "The system may call \(edit.name), which may do more than read: \(writing).")
        }
        if permissions.isEmpty {
            return Claim(added, "The system may call \(edit.name); what that may do is not declared.")
        }
        return Claim(added, "The system may call \(edit.name), which only reads.")
    }

    /// `orders:read` and the like.
    private static func isReading(_ permission: String) -> Bool {
        let words: Set<Substring> = ["read", "readonly", "get", "list", "search", "view"]
        let parts = permission.lowercased().split { !$0.isLetter }
        return parts.last.map(words.contains) ?? false
    }
}

extension SettingMeaning {
    static let toolItem: SettingMeaning = "tool.item"
    static let toolPermission: SettingMeaning = "tool.permission"
}
