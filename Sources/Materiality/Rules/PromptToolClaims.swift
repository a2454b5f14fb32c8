import ComponentFormats
import YAMLDocuments

/// Tools in the front matter of prompts. Their keys mean what they mean in a file of tools, whichever format the prompt
/// has.
enum PromptToolClaims {
    private static let vocabulary = SettingVocabulary(
        identityKeys: ToolVocabulary.identityKeys, ToolVocabulary.list(at: "/tools"))

    static func claim(_ edit: SettingEdit, in context: ComparisonContext) -> Claim {
        if let inside = insideTool(edit.path) {
            let reread = edit.with(vocabulary.meaning(of: inside))
            let families: [any SettingRules.Type] = [ToolRules.self, ToolApprovalRules.self, AgentLimitRules.self]
            for family in families {
                if let claim = family.claim(reread, in: context) { return claim }
            }
            return Claim(ToolRules.schemaChanged, "A tool of the prompt is defined differently: \(edit.step).")
        }
        switch (edit.old, edit.new) {
        case (nil, let tools?) where tools.kind == .sequence:
            return tools.items.map { ToolRules.added($0, named: $0["name"]?.text ?? $0.text, at: edit.path) }
                .max { $0.changeClass < $1.changeClass }
                ?? Claim(ToolRules.schemaChanged, "The prompt has an empty list of tools now.")
        case (nil, let tool?): return ToolRules.added(tool, named: ToolName.of(edit), at: edit.path)
        case (_?, nil): return Claim(ToolRules.removed, "The prompt may no longer call \(edit.oldText).")
        default: return Claim(ToolRules.schemaChanged, "A tool of the prompt is defined differently: \(edit.step).")
        }
    }

    /// The path of a value in a tool as it would be in a file of tools; nil for a tool as a whole, and for a list.
    private static func insideTool(_ path: FieldPath) -> FieldPath? {
        guard
            let item = path.steps.firstIndex(where: { step in
                if case .key = step { false } else { true }
            }), item + 1 < path.steps.count
        else { return nil }
        return FieldPath([.key("tools")] + path.steps[item...])
    }
}

extension SettingEdit {
    /// The same edit, of a value that decides something else.
    fileprivate func with(_ meaning: SettingMeaning) -> SettingEdit {
        SettingEdit(
            subject: subject, format: format,
            difference: StructureDiff.Edit(
                path: path, meaning: meaning, action: action, old: old, new: new, oldParent: difference.oldParent,
                newParent: difference.newParent),
            oldSource: oldSource, newSource: newSource)
    }
}
