import PlanModel
import SourceText
import YAMLDocuments

/// Deployments of models on Azure (learn.microsoft.com, Microsoft.CognitiveServices accounts/deployments): an ARM
/// template or what Bicep makes of one, the answer of `az cognitiveservices account deployment`, or a list of
/// deployments in the parameters of a module, in JSON or YAML.
enum AzureDeployment: ComponentFormat {

    package static let description = FormatDescription(
        "Azure deployment",
        files: "JSON or YAML that has a model and what only a deployment has",
        source: "learn.microsoft.com, Microsoft.CognitiveServices accounts/deployments")

    static let vocabulary = SettingVocabulary(
        identityKeys: ["name", "id"],
        [
            .init("model.name", .modelID),
            .init("model.version", .modelVersion),
            .init("model.format", .modelProvider),
            .init("versionUpgradeOption", .modelUpgrade), .init("version_upgrade_option", .modelUpgrade),
            .init("sku.name", .modelRegion), .init("scale.type", .modelRegion),
            .init("location", .modelRegion),
            .init("raiPolicyName", .safetySetting), .init("rai_policy_name", .safetySetting),
            // What the service writes into its answers.
            .init("etag", .note), .init("systemData.*", .note), .init("provisioningState", .note),
        ])

    static func recognise(_ file: ComponentFile) -> ComponentReading? {
        guard file.category != .prompts, file.category != .experience, file.hasExtension("json", "yaml", "yml"),
            let settings = SettingsDocument(reading: file, vocabulary: vocabulary), settings.roots.count == 1,
            let root = settings.roots.first, candidates(in: root).contains(where: isDeployment)
        else { return nil }
        return ComponentReading(FormatIdentity("azure-deployment", .signature), settings: settings)
    }

    /// The root itself, a list of deployments, or resources of a template, which may lie in their account's.
    private static func candidates(in root: YAMLNode) -> [YAMLNode] {
        let lists = ["value", "deployments", "ai_model_deployments", "resources"]
        func inner(_ node: YAMLNode) -> [YAMLNode] {
            let holders = lists.compactMap { node[$0] } + (node.kind == .sequence ? [node] : [])
            return holders.flatMap { Array($0.items) + $0.entries.map(\.value) }
        }
        let first = inner(root)
        return [root] + first + first.flatMap(inner)
    }

    /// A model by name, and something that only a deployment has.
    private static func isDeployment(_ node: YAMLNode) -> Bool {
        let properties = node["properties"] ?? node
        guard let model = properties["model"], model["name"] != nil else { return false }
        let ownKeys = ["versionUpgradeOption", "version_upgrade_option", "raiPolicyName", "rai_policy_name"]
        return node["type"]?.text.hasSuffix("accounts/deployments") ?? false
            || ownKeys.contains { properties[$0] != nil } || (node["sku"] != nil && model["format"] != nil)
    }
}
