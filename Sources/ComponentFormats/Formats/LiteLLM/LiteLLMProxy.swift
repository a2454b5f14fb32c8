import SourceText
import YAMLDocuments

/// The configuration of a LiteLLM proxy, or a part of it: models, routing, guardrails and the policies that say which
/// guardrails run for whom (docs.litellm.ai, "Config settings", "Guardrails", "Guardrail policies").
///
/// It is compared as it is in force: policies with what they inherit, attachments by the policy that they attach,
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
                reading: file.source, vocabulary: LiteLLMVocabulary.all, mergingKeys: true),
            settings.roots.count == 1, let root = settings.roots.first, root.kind == .mapping,
            root.entries.contains(where: isOwnSection)
        else { return nil }
        let identity = FormatIdentity(name, .signature)
        let effective = LiteLLMEffectiveSettings(root)
        guard effective.defects.isEmpty else {
            return ComponentReading(
                identity, settings: settings, references: includes(of: root, in: file), defects: effective.defects)
        }
        return ComponentReading(
            identity, settings: settings.inForce(effective.root), references: includes(of: root, in: file))
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

    /// Files whose sections are put into this one when the proxy starts (docs.litellm.ai, "File management").
    private static func includes(of root: YAMLNode, in file: ComponentFile) -> [FileReference] {
        (root["include"]?.items.map { $0 } ?? []).compactMap { item in
            guard let name = item.string, let path = file.path(of: name) else { return nil }
            return FileReference(source: file.source, range: item.range, candidates: [path])
        }
    }
}
