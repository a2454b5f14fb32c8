import PlanModel
import SourceText
import YAMLDocuments

/// A YAML or JSON file that says which requests go to which model, in the words that gateways and feature flags use for
/// it: routes with weights, fallbacks, a default.
enum RoutingSettings: ComponentFormat {

    package static let description = FormatDescription(
        "routing settings",
        files: "YAML or JSON among the routing files with routes, weights or fallbacks",
        source: "the words that gateways share; no single source")

    private static let lists = ["routes", "targets", "backends", "models", "providers", "splits", "rules"]
    private static let weights = ["weight", "percent", "percentage", "traffic", "share"]
    private static let fallbacks = ["fallback", "fallbacks", "fallbackModel", "fallback_model", "fallbackModels"]
    private static let endpoints = ["endpoint", "url", "base_url", "baseUrl", "api_base"]
    private static let settings = ["default", "defaultModel", "default_model", "strategy", "retries", "timeout"]

    static let vocabulary = SettingVocabulary(
        identityKeys: ["name", "id", "model_name", "match", "to", "target", "model", "route"],
        lists.map { .init("\($0)[]", .route) }
            + weights.map { .init($0, .routeWeight) }
            + fallbacks.map { .init($0, .routeFallback, isWhole: true) }
            + settings.map { .init($0, .routingSetting) }
            + endpoints.map { .init($0, .modelEndpoint) }
            + [
                .init("model", .modelID), .init("provider", .modelProvider), .init("temperature", .temperature),
                .init("description", .note), .init("comment", .note),
            ])

    static func recognise(_ file: ComponentFile) -> ComponentReading? {
        guard file.category == .routing, file.hasExtension("yaml", "yml", "json"),
            let settings = SettingsDocument(reading: file, vocabulary: vocabulary), settings.roots.count == 1,
            let root = settings.roots.first, root.kind == .mapping
        else { return nil }
        let hasList = lists.contains { root[$0]?.kind == .sequence }
        guard hasList || (fallbacks + weights).contains(where: { root[$0] != nil }) else { return nil }
        return ComponentReading(FormatIdentity("routing-settings", .signature), settings: settings)
    }
}
