import ComponentFormats
import YAMLDocuments

/// What arguments a tool takes. Only bounds on what it may be asked to do have a direction: values of a list, greatest
/// and least numbers, how many things at once.
enum ToolSchemaClaims {
    static func claim(_ edit: SettingEdit) -> Claim {
        let place = SchemaPlace(edit.path)
        switch place.keyword {
        case "description", "summary", "title", "example", "examples": return ToolRules.description(edit)
        case "enum" where !place.isOutput: return values(edit, place)
        case "maximum", "exclusiveMaximum", "maxItems":
            return place.isOutput ? other(edit) : bound(edit, place, isUpper: true)
        case "minimum", "exclusiveMinimum": return place.isOutput ? other(edit) : bound(edit, place, isUpper: false)
        case "required": return required(edit, place)
        case "additionalProperties": return additionalProperties(edit)
        case "properties" where edit.action == .add:
            return Claim(ToolRules.schemaChanged, "The tool takes a further argument: \(place.name).")
        case "properties" where edit.action == .remove:
            return Claim(ToolRules.schemaChanged, "The tool no longer takes the argument \(place.name).")
        default: return other(edit)
        }
    }

    static func strictness(_ edit: SettingEdit) -> Claim {
        edit.new?.boolean == true
            ? Claim(ToolRules.schemaChanged, "Calls have to fit the schema exactly now: \(edit.step).")
            : Claim(ToolRules.schemaChanged, "Calls no longer have to fit the schema exactly: \(edit.step).")
    }

    private static func other(_ edit: SettingEdit) -> Claim {
        Claim(ToolRules.schemaChanged, "The tool is called with other arguments, or answers otherwise: \(edit.step).")
    }

    private static func values(_ edit: SettingEdit, _ place: SchemaPlace) -> Claim {
        let isList = edit.old?.kind == .sequence || edit.new?.kind == .sequence
        switch edit.action {
        case .add where isList:
            return Claim(
                ToolRules.scopeNarrowed, "The argument \(place.name) takes only these values now: \(edit.newText).")
        case .remove where isList:
            return Claim(
                ToolRules.scopeWidened, "The argument \(place.name) takes any value now, not only \(edit.oldText).")
        case .add: return Claim(ToolRules.scopeWidened, "The argument \(place.name) also takes \(edit.newText) now.")
        case .remove:
            return Claim(ToolRules.scopeNarrowed, "The argument \(place.name) no longer takes \(edit.oldText).")
        case .move: return Claim(ToolRules.schemaChanged, .minor, "The values of \(place.name) come in another order.")
        default: return other(edit)
        }
    }

    private static func bound(_ edit: SettingEdit, _ place: SchemaPlace, isUpper: Bool) -> Claim {
        let isWider: Bool
        switch (edit.old?.decimal, edit.new?.decimal) {
        case (let old?, let new?):
            guard old != new else { return other(edit) }
            isWider = (old < new) == isUpper
        case (nil, _?) where edit.old == nil: isWider = false
        case (_?, nil) where edit.new == nil: isWider = true
        default: return other(edit)
        }
        return isWider
            ? Claim(
                ToolRules.scopeWidened, "The tool may be called with more than before: \(edit.step) for \(place.name).")
            : Claim(
                ToolRules.scopeNarrowed, "The tool may be called with less than before: \(edit.step) for \(place.name)."
            )
    }

    private static func required(_ edit: SettingEdit, _ place: SchemaPlace) -> Claim {
        switch edit.action {
        case .remove: Claim(ToolRules.schemaChanged, "Calls may leave this out now: \(edit.oldText).")
        case .add: Claim(ToolRules.schemaChanged, "Calls have to give this now: \(edit.newText).")
        // JSON Schema Validation, section 6.5.3: the order says nothing.
        case .move: Claim(ToolRules.schemaChanged, .minor, "What calls have to give is listed in another order.")
        default: other(edit)
        }
    }

    private static func additionalProperties(_ edit: SettingEdit) -> Claim {
        switch (edit.old?.boolean, edit.new?.boolean) {
        case (false?, true?), (false?, nil):
            Claim(ToolRules.schemaChanged, "Calls may give arguments that nobody described: \(edit.step).")
        case (_, false?):
            Claim(ToolRules.schemaChanged, "Calls may give only the arguments that are described: \(edit.step).")
        default: other(edit)
        }
    }
}
