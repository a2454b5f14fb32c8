import SourceText
import YAMLDocuments

/// The configuration of a LiteLLM proxy, or a part of it: models, routing, guardrails and the policies that say which
/// guardrails run for whom (docs.litellm.ai, "Config settings", "Guardrails", "Guardrail policies").
///
/// It is compared as it is in force: with the files that it includes, policies with what they inherit, attachments by the policy that they attach,
/// fallbacks by the model that they stand in for.
enum LiteLLMProxy: ComponentFormat {

    package static let description = FormatDescription(
        "LiteLLM proxy",
        files: "YAML with LiteLLM's sections: models, routing, guardrails, policies",
        source: "docs.litellm.ai, Config settings, Guardrails, Guardrail policies")

    static let name = "litellm-guardrails"

    /// Recognised by a section that has LiteLLM's own keys; a `guardrails` or `policies` alone is everybody's.
    static func recognise(_ file: ComponentFile) -> ComponentReading? {
        guard file.hasExtension("yaml", "yml"),
            let settings = SettingsDocument(
                reading: file, vocabulary: LiteLLMVocabulary.all, mergingKeys: true),
            settings.roots.count == 1, let root = settings.roots.first, root.kind == .mapping,
            root.entries.contains(where: isOwnSection) || onlyIncludes(root)
        else { return nil }
        let includes = LiteLLMIncludes(root, in: file)
        let effective = LiteLLMEffectiveSettings(includes.root, of: file.source, isComplete: includes.isComplete)
        let defects = includes.defects + effective.defects
        return ComponentReading(
            FormatIdentity(name, .signature), settings: defects.isEmpty ? settings.inForce(effective.root) : settings,
            references: includes.references, defects: defects)
    }

    private static let sections: Set<String> = [
        "include", "model_list", "litellm_settings", "general_settings", "router_settings", "environment_variables",
    ]

    /// A configuration of which every model and guardrail is in another file.
    private static func onlyIncludes(_ root: YAMLNode) -> Bool {
        let names = root["include"]?.items.map { $0 } ?? []
        return !names.isEmpty && names.allSatisfy { $0.text.hasSuffix(".yaml") || $0.text.hasSuffix(".yml") }
            && root.entries.allSatisfy { sections.contains($0.key.text) }
    }

    private static func isOwnSection(_ entry: YAMLEntry) -> Bool {
        let section = entry.value
        switch entry.key.text {
        case "guardrails":
            return section.items.contains { $0["guardrail_name"] != nil && $0["litellm_params"]?.kind == .mapping }
        case "model_list":
            return section.items.contains { $0["model_name"] != nil && $0["litellm_params"]?.kind == .mapping }
        case "policies":
            return section.entries.contains { policy in
                let guardrails = policy.value["guardrails"]
                return guardrails?["add"] != nil || guardrails?["remove"] != nil
            }
        case "policy_attachments":
            return section.items.contains { $0["policy"] != nil }
        case "litellm_settings", "router_settings":
            return section.kind == .mapping
        default:
            return false
        }
    }
}
