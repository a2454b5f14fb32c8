import PlanModel
import SourceText
import YAMLDocuments

/// A YAML or JSON file that names weights on huggingface.co, as `huggingface_hub.snapshot_download` and
/// `transformers.AutoModel.from_pretrained` take them: a repository, its revision, and whether its code is run.
enum HubReference: ComponentFormat {

    package static let description = FormatDescription(
        "Hugging Face reference",
        files: "JSON or YAML that names a repository of huggingface.co and its revision",
        source: "huggingface_hub, snapshot_download; transformers, from_pretrained")

    private static let repositoryKeys = [
        "repo_id", "model", "model_id", "model_name_or_path", "pretrained_model_name_or_path", "tokenizer",
    ]
    private static let ownKeys: Set<String> = [
        "repo_id", "revision", "code_revision", "tokenizer_revision", "trust_remote_code", "trust-remote-code",
        "pretrained_model_name_or_path",
    ]
    private static let lists = ["models", "snapshots", "weights"]

    static let vocabulary = SettingVocabulary(
        identityKeys: ["id", "name", "repo_id"],
        ([""] + lists.flatMap { ["/\($0)[]", "/\($0).*"] }).flatMap { prefix -> [SettingVocabulary.Row] in
            func row(_ key: String, _ meaning: SettingMeaning) -> SettingVocabulary.Row {
                .init(prefix.isEmpty ? "/\(key)" : "\(prefix).\(key)", meaning)
            }
            return ModelSettings.rows(below: prefix) + [
                row("tokenizer", .modelID), row("sha256", .modelWeights), row("files.*", .modelWeights),
                row("description", .note),
            ]
        })

    static func recognise(_ file: ComponentFile) -> ComponentReading? {
        let categories: [ComponentCategory] = [.model, .inference, .retrieval, .routing]
        guard let category = file.category, categories.contains(category), file.hasExtension("json", "yaml", "yml"),
            let settings = SettingsDocument(reading: file, vocabulary: vocabulary), settings.roots.count == 1,
            let root = settings.roots.first, root.kind == .mapping
        else { return nil }
        let listed = lists.compactMap { root[$0] }.flatMap { Array($0.items) + $0.entries.map(\.value) }
        guard ([root] + listed).contains(where: isReference) else { return nil }
        return ComponentReading(FormatIdentity("hub-reference", .signature), settings: settings)
    }

    private static func isReference(_ node: YAMLNode) -> Bool {
        guard node.kind == .mapping, node.entries.contains(where: { ownKeys.contains($0.key.text) }) else {
            return false
        }
        return repositoryKeys.contains { key in
            node[key].map { ModelIdentifier($0.text).kind == .hubRepository } ?? false
        }
    }
}
