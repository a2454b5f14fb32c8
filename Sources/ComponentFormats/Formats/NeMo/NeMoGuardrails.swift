import PlanModel
import SourceText
import YAMLDocuments

/// The YAML files of a NeMo Guardrails configuration: `config.yml` with models, rails and their settings, `prompts.yml`
/// with the texts of tasks (docs.nvidia.com/nemo/guardrails, "Configuration YAML Schema Reference"; fields and defaults
/// as in nemoguardrails/rails/llm/config.py).
enum NeMoGuardrails: ComponentFormat {

    package static let description = FormatDescription(
        "NeMo Guardrails",
        files: "YAML among the guardrails with rails, tasks, models or `colang_version`, and what its folder holds",
        source: "docs.nvidia.com/nemo/guardrails; nemoguardrails/rails/llm/config.py")

    /// Recognised by `rails` with stages, by `colang_version`, by prompts that name a task, or by models that have a
    /// type and an engine.
    static func recognise(_ file: ComponentFile) -> ComponentReading? {
        guard file.category == .guardrails, file.hasExtension("yaml", "yml"),
            let settings = SettingsDocument(reading: file, vocabulary: NeMoVocabulary.configuration),
            settings.roots.count == 1, let root = settings.roots.first, root.kind == .mapping
        else { return nil }
        let hasRails = root["rails"]?.entries.contains { NeMoVocabulary.sections.contains($0.key.text) } ?? false
        let hasTasks = root["prompts"]?.items.contains { $0["task"] != nil } ?? false
        let hasModels = root["models"]?.items.contains { $0["type"] != nil && $0["engine"] != nil } ?? false
        guard hasRails || hasTasks || hasModels || root["colang_version"] != nil else { return nil }
        let version = root["colang_version"]?.text ?? "1.0"
        return ComponentReading(
            FormatIdentity("nemo-guardrails", version: "colang \(version)", .signature), settings: settings,
            references: folder(of: file, root))
    }

    /// What NeMo Guardrails reads from the folder of a `config.yml`: every YAML and Colang file below it, the documents
    /// in `kb`, the Python code of actions and of the start, and the list of what not to read (`RailsConfig.from_path`).
    private static func folder(of file: ComponentFile, _ root: YAMLNode) -> [FileReference] {
        guard file.name == "config.yml" || file.name == "config.yaml" else { return [] }
        // At the root of a repository everything would be below it, this tool's documents too.
        let below = file.folder.isEmpty ? "" : file.folder + "**/"
        let patterns =
            ["*.yml", "*.yaml", "*.co"].map { below + $0 }
            + ["actions.py", "config.py", "actions/**/*.py", "kb/**/*.md"].map { file.folder + $0 }
            + foldersAbove(file).map { $0 + ".railsignore" }
        let place = root.entries.first?.key.range ?? root.range
        return [FileReference(source: file.source, range: place, patterns: patterns.map { PathPattern($0) })]
    }

    /// The file's folder and those above it, where NeMo Guardrails looks for the list of what not to read.
    private static func foldersAbove(_ file: ComponentFile) -> [String] {
        let parts = file.folder.split(separator: "/").map { $0 + "/" }
        return (0...parts.count).map { parts.prefix($0).joined() }
    }
}
