import PlanModel
import SourceText
import YAMLDocuments

/// A YAML or JSON file of no tool's own form that says which Llama Guard model checks texts, and what it looks for.
enum LlamaGuardSettings: ComponentFormat {

    package static let description = FormatDescription(
        "Llama Guard settings",
        files: "YAML or JSON among the guardrails that names a Llama Guard model",
        source: "model cards of Llama Guard 1 to 4")

    private static let models = [
        "model", "modelId", "model_id", "modelName", "model_name", "guard_model", "guardModel",
    ]
    private static let lists = [
        "categories", "unsafe_categories", "unsafeCategories", "blocked_categories", "blockedCategories",
        "enabled_categories", "hazards", "taxonomy", "codes",
    ]

    static let vocabulary = SettingVocabulary(
        identityKeys: ["category", "code", "id", "name", "hazard"],
        models.map { .init($0, .modelID) }
            + lists.flatMap { [.init("\($0)[]", .guardrailCategory), .init("\($0).*", .guardrailCategory)] }
            + [
                .init("revision", .modelRevision),
                .init("provider", .modelProvider), .init("engine", .modelProvider),
                .init("endpoint", .modelEndpoint), .init("api_base", .modelEndpoint), .init("base_url", .modelEndpoint),
                .init("stage", .guardrailStage, isWhole: true), .init("stages", .guardrailStage, isWhole: true),
                .init("mode", .guardrailStage, isWhole: true),
                .init("enabled", .guardrailSwitch),
                .init("action", .guardrailAction),
                .init("threshold", .guardrailThreshold),
                .init("on_error", .guardrailFailure), .init("onError", .guardrailFailure),
                .init("description", .note), .init("comment", .note),
            ])

    static func recognise(_ file: ComponentFile) -> ComponentReading? {
        guard file.category == .guardrails, file.hasExtension("yaml", "yml", "json"),
            let settings = SettingsDocument(reading: file, vocabulary: vocabulary), settings.roots.count == 1,
            let root = settings.roots.first, root.kind == .mapping, namesModel(root)
        else { return nil }
        return ComponentReading(FormatIdentity("llama-guard-settings", .signature), settings: settings)
    }

    private static func namesModel(_ node: YAMLNode) -> Bool {
        node.entries.contains { entry in
            models.contains(entry.key.text) && entry.value.kind == .scalar
                && GuardTaxonomy.of(model: entry.value.text) != nil || namesModel(entry.value)
        } || node.items.contains { namesModel($0) }
    }
}
