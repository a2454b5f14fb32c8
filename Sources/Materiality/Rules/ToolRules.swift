import ComponentFormats
import SourceText
import YAMLDocuments

/// What the system may call, and what it may do with it.
enum ToolRules: SettingRules {
    static let added = ChangeRule(
        "tool/added", .material, .loosened, mirror: "tool/removed",
        "The system may call a further tool."
    )
    .or(.critical, when: "it may change something")
    static let removed = ChangeRule(
        "tool/removed", .minor, .tightened, mirror: "tool/added", "The system may no longer call a tool.")
    static let scopeWidened = ChangeRule(
        "tool/scope-widened", .critical, .loosened, mirror: "tool/scope-narrowed",
        "A tool may do more: a further scope, folder or argument value, a higher bound, an exclusion gone.")
    static let scopeNarrowed = ChangeRule(
        "tool/scope-narrowed", .minor, .tightened, mirror: "tool/scope-widened", "A tool may do less."
    )
    .or(.material, when: "it rests on what the tool says of itself, or on the rest of its document")
    static let descriptionChanged = ChangeRule(
        "tool/description-changed", .material, noMirror: "The direction of words is unknown.",
        "Words that tell the model what a tool or an argument is for are others."
    )
    .or(.critical, when: "they hide characters")
    static let schemaChanged = ChangeRule(
        "tool/schema-changed", .material, noMirror: "The direction is unknown.",
        "A tool takes other arguments, or gives other things back."
    )
    .or(.minor, when: "only an order changed that says nothing")
    static let serverChanged = ChangeRule(
        "tool/server-changed", .material, noMirror: "Moving back is the same change.",
        "Another program or another address answers the calls.")
    static let settingChanged = ChangeRule(
        "tool/setting-changed", .material, noMirror: "The direction is unknown.", isFallback: true,
        "Something else about a tool changed."
    )
    .or(.minor, when: "the same is written differently")

    static let rules = [
        added, removed, scopeWidened, scopeNarrowed, descriptionChanged, schemaChanged, serverChanged, settingChanged,
    ]

    static func claim(_ edit: SettingEdit, in context: ComparisonContext) -> Claim? {
        switch edit.meaning {
        case .tool, .toolItem: return tool(edit)
        case .promptTool: return PromptToolClaims.claim(edit, in: context)
        case .toolScope, .toolPermission: return ToolScopeClaims.scope(edit)
        case .toolAuthorisation: return ToolAuthorisationClaims.claim(edit)
        case .toolAllowList: return ToolScopeClaims.allowList(edit)
        case .toolDenial: return ToolScopeClaims.denial(edit)
        case .toolSwitch: return ToolScopeClaims.onOff(edit)
        case .toolCapability: return ToolScopeClaims.capability(edit)
        case .toolHint: return ToolScopeClaims.hint(edit)
        case .toolDescription: return description(edit)
        case .toolSchema: return ToolSchemaClaims.claim(edit)
        case .toolStrictness: return ToolSchemaClaims.strictness(edit)
        case .toolProgram: return ToolServerClaims.program(edit)
        case .toolAddress: return ToolServerClaims.address(edit)
        default: return nil
        }
    }

    static func fallback(_ edit: SettingEdit) -> Claim? {
        edit.subject.category == .tools
            ? Claim(settingChanged, "Something about the tool is another: \(edit.step).") : nil
    }

    static func description(_ edit: SettingEdit) -> Claim {
        if let scalar = hiddenCharacters(edit.new).subtracting(hiddenCharacters(edit.old)).min() {
            let name = HiddenCharacters.name(scalar)
            return Claim(
                descriptionChanged, .critical,
                "What the model is told about the tool holds a character that nobody sees: \(name).")
        }
        return Claim(descriptionChanged, "What the model is told about the tool is another: \(edit.step).")
    }

    private static func hiddenCharacters(_ node: YAMLNode?) -> Set<Unicode.Scalar> {
        var previous: Unicode.Scalar?
        var hidden: Set<Unicode.Scalar> = []
        for scalar in (node?.text ?? "").unicodeScalars {
            if HiddenCharacters.isHidden(scalar, after: previous) { hidden.insert(scalar) }
            previous = scalar
        }
        return hidden
    }

    /// A tool that came, with the class that its effects ask for.
    static func added(_ tool: YAMLNode, named name: String, at path: FieldPath) -> Claim {
        let effects =
            tool.kind == .mapping ? ToolEffects(of: tool, named: name, at: path) : ToolEffects(name: tool.text)
        switch effects {
        case .writes(let why): return Claim(added, .critical, "The system may call \(name), which \(why).")
        case .reads(let why): return Claim(added, "The system may call \(name), which \(why).")
        case .undeclared: return Claim(added, "The system may call \(name); what that may do is not declared.")
        }
    }

    private static func tool(_ edit: SettingEdit) -> Claim {
        if let tool = edit.new, edit.action == .add { return added(tool, named: ToolName.of(edit), at: edit.path) }
        return edit.new == nil
            ? Claim(removed, "The system may no longer call \(ToolName.of(edit)).")
            : Claim(schemaChanged, "The tool is defined differently: \(edit.step).")
    }
}

/// How a sentence names a tool.
enum ToolName {
    static func of(_ edit: SettingEdit) -> String {
        let steps = edit.path.steps
        // An operation is known by its method and path: `POST /orders/{id}/refund`.
        if steps.count == 3, steps.first == .key("paths"), case .key(let path) = steps[1],
            case .key(let method) = steps[2]
        {
            return "\(method.uppercased()) \(path)"
        }
        if case .key(let key)? = steps.last, let name = (edit.new ?? edit.old)?["name"]?.string {
            return "\(name) (\(key))"
        }
        return edit.name
    }
}

extension SettingMeaning {
    static let toolItem: SettingMeaning = "tool.item"
    static let toolPermission: SettingMeaning = "tool.permission"
}
