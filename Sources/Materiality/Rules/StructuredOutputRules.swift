import ComponentFormats
import SourceText
import YAMLDocuments

/// Which form the model's output has to fit.
enum StructuredOutputRules: SettingRules {
    static let loosened = ChangeRule(
        "inference/structured-output-loosened", .material, .loosened, mirror: "inference/structured-output-tightened",
        "The output no longer has to fit a form, or a wider one.")
    static let tightened = ChangeRule(
        "inference/structured-output-tightened", .minor, .tightened, mirror: "inference/structured-output-loosened",
        "The output has to fit a form now, or a narrower one.")
    static let changed = ChangeRule(
        "inference/structured-output-changed", .material, noMirror: "The direction is unknown.",
        "The form that the output has to fit is another.")

    static let rules = [loosened, tightened, changed]

    static func claim(_ edit: SettingEdit, in context: ComparisonContext) -> Claim? {
        guard edit.meaning == .outputFormat || edit.meaning == .outputSchema else { return nil }
        switch direction(of: edit) {
        case .loosened: return Claim(loosened, "The output may take more forms: \(edit.step).")
        case .tightened: return Claim(tightened, "The output has to fit a form, or a narrower one: \(edit.step).")
        case .neutral, nil: return Claim(changed, "The output has to fit another form: \(edit.step).")
        }
    }

    private static func direction(of edit: SettingEdit) -> ChangeRule.Direction? {
        guard let key = edit.path.lastKey else { return nil }
        if case .key? = edit.path.steps.last { return direction(of: key, edit) }
        // An item of a list: what has to be there, or what may be there (json-schema.org, Validation).
        switch (key, edit.action) {
        case ("required", .add), ("enum", .remove): return .tightened
        case ("required", .remove), ("enum", .add): return .loosened
        default: return nil
        }
    }

    private static func direction(of key: String, _ edit: SettingEdit) -> ChangeRule.Direction? {
        switch key {
        // Off where it is absent (platform.openai.com, Structured outputs).
        case "strict": return step(edit.old?.boolean ?? false, edit.new?.boolean ?? false)
        // Anything may be added where it is absent (json-schema.org, Core, additionalProperties).
        case "additionalProperties": return step(edit.old?.boolean == false, edit.new?.boolean == false)
        default: break
        }
        let (old, new) = (edit.old.map(strength), edit.new.map(strength))
        switch (old, new) {
        // A mapping, a schema or a grammar that came or went as a whole.
        case (let old??, nil) where formKeys.contains(key): return old > 0 ? .loosened : nil
        case (nil, let new??) where formKeys.contains(key): return new > 0 ? .tightened : nil
        case (let old??, let new??) where old != new: return old > new ? .loosened : .tightened
        default: return nil
        }
    }

    private static func step(_ wasStrict: Bool, _ isStrict: Bool) -> ChangeRule.Direction? {
        wasStrict == isStrict ? nil : wasStrict ? .loosened : .tightened
    }

    /// Keys whose value is a form as a whole.
    private static let formKeys: Set<String> = [
        "format", "guided_choice", "guided_grammar", "guided_json", "guided_regex", "json_schema", "output_format",
        "responseFormat", "responseJsonSchema", "responseMimeType", "responseSchema", "response_format",
        "response_json_schema", "response_mime_type", "response_schema", "schema", "structured_outputs",
    ]

    /// How much a value demands: nothing, valid JSON, a schema. Nil for a word that is no form.
    private static func strength(_ node: YAMLNode) -> Int? {
        guard node.kind == .scalar else { return (node["type"].flatMap(strength)) ?? 2 }
        switch node.text {
        case "text", "text/plain": return 0
        case "application/json", "csv", "json", "json_object", "jsonl": return 1
        case "enum", "grammar", "json_schema", "regex", "text/x.enum": return 2
        default: return nil
        }
    }
}
