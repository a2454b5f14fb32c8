import ComponentFormats
import PlanModel
import SourceText
import YAMLDocuments

/// A guardrail, or something that it looks for, that has another name. The bytes are the same, but who asks for the
/// old name gets nothing.
enum GuardrailNames {
    static func renamed(_ edit: SettingEdit, in context: ComparisonContext) -> Claim {
        let (old, new) = (edit.old?.text ?? "", edit.new?.text ?? "")
        if let place = context.headNames.place(of: old) {
            return Claim(
                GuardrailRules.removed,
                "The guardrail \(old) is called \(new) now, and \(place.label) still asks for \(old), which is gone.")
        }
        if let place = context.baseNames.place(of: new), isExact(edit) {
            return Claim(
                GuardrailRules.added, .material,
                "The guardrail \(old) is called \(new) now, for which \(place.label) asked before there was one.")
        }
        guard isExact(edit) else {
            return Claim(
                GuardrailRules.removed, "The guardrail \(old) is gone; \(new) stands in its place and is not the same.")
        }
        // Requests, keys and other repositories may ask for it by name.
        return Claim(
            FileRules.of(.guardrails).renamed, .material,
            "The guardrail \(old) is called \(new) now and is the same otherwise; who asks for it by name has to know.")
    }

    static func renamedCategory(_ edit: SettingEdit) -> Claim {
        let (old, new) = (edit.old?.text ?? "", edit.new?.text ?? "")
        return isExact(edit)
            ? Claim(FileRules.of(.guardrails).renamed, "What the guardrail calls \(old) is called \(new) now.")
            : Claim(
                GuardrailRules.categoryRemoved,
                "The guardrail no longer looks for \(old); \(new) stands in its place and is not the same.")
    }

    /// Whether the label is all that differs between the two items.
    static func isExact(_ edit: SettingEdit) -> Bool {
        guard let old = edit.difference.oldParent, let new = edit.difference.newParent,
            let label = old.entries.first(where: { $0.value.range == edit.old?.range })
        else { return false }
        return ItemRenames.isExact(old, new, ignoring: label.key.text)
    }
}
