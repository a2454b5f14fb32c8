import ComponentFormats
import SourceText
import YAMLDocuments

/// What somebody else runs or changes.
enum ThirdPartyRules: SettingRules {
    static let added = ChangeRule(
        "thirdparty/added", .material, .loosened, mirror: "thirdparty/removed", "Somebody else runs a further part.")
    static let removed = ChangeRule(
        "thirdparty/removed", .minor, .tightened, mirror: "thirdparty/added", "A part of somebody else's is gone.")
    static let providerChanged = ChangeRule(
        "thirdparty/provider-changed", .critical, noMirror: "Moving back is the same change.",
        "Somebody else provides the part: another processor, under other terms.")

    static let rules = [added, removed, providerChanged]

    static func claim(_ edit: SettingEdit, in context: ComparisonContext) -> Claim? {
        switch edit.meaning {
        case .thirdParty where edit.action == .add: Claim(added, "Somebody else runs a further part: \(edit.name).")
        case .thirdParty where edit.action == .remove:
            Claim(removed, "A part of somebody else's is gone: \(edit.name).")
        case .thirdPartyProvider:
            context.runsModel(edit.path.innermostItem)
                ? Claim(ModelRules.providerChanged, "Another company runs the model: \(edit.step).")
                : Claim(providerChanged, "Another company provides the part: \(edit.step).")
        default: nil
        }
    }

    // MARK: Hosted guardrails

    /// Values of `guardrail` in a LiteLLM proxy that send texts to somebody else's service (docs.litellm.ai, Guardrail
    /// providers); those that run here, such as presidio, are none.
    private static let hostedGuards: Set<String> = [
        "aim", "aporia", "azure/prompt_shield", "azure/text_moderations", "bedrock", "crowdstrike_aidr", "dynamoai",
        "enkryptai", "grayswan", "ibm_guardrails", "javelin", "lakera", "lakera_v2", "lasso", "model_armor", "noma",
        "openai_moderation", "pangea", "panw_prisma_airs", "pillar", "zscaler_ai_guard",
    ]

    /// The claim on a new guardrail that a service runs which no guardrail beside it used before; nil for others.
    static func hostedGuard(_ edit: SettingEdit) -> Claim? {
        func service(_ node: YAMLNode?) -> String? { node?["litellm_params"]?["guardrail"]?.text }
        guard let added = service(edit.new), hostedGuards.contains(added) else { return nil }
        let before = edit.difference.oldParent.map { Array($0.items) + $0.entries.map(\.value) } ?? []
        guard !before.contains(where: { service($0) == added }) else { return nil }
        return Claim(Self.added, "Texts go to a further service, \(added), which runs the guardrail \(edit.name).")
    }
}

extension SettingMeaning {
    static let thirdParty: SettingMeaning = "third-party"
    static let thirdPartyProvider: SettingMeaning = "third-party.provider"
}
