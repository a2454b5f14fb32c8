import PlanModel
import SourceText
import YAMLDocuments

/// An OpenAPI description whose operations are the tools (OpenAPI Specification 3.1; OpenAI, "GPT Actions", for
/// `x-openai-isConsequential`).
enum OpenAPITools: ComponentFormat {

    package static let description = FormatDescription(
        "OpenAPI",
        files: "JSON or YAML among the tools with `openapi` and `paths`",
        source: "OpenAPI Specification 3.1")

    /// Fixed fields of a Path Item Object that are operations.
    private static let methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]

    static let vocabulary = SettingVocabulary(
        identityKeys: ["name", "operationId"], qualifiers: ["in"],
        methods.flatMap { operation(at: "/paths.*.\($0)") }
            + ToolVocabulary.whole("/paths.*.parameters", .toolSchema)
            + ToolVocabulary.whole("/components.schemas", .toolSchema)
            + ToolVocabulary.whole("/components.parameters", .toolSchema)
            + ToolVocabulary.whole("/components.requestBodies", .toolSchema)
            + ToolVocabulary.whole("/components.responses", .toolSchema)
            + [
                .init("/paths.*.summary", .toolDescription), .init("/paths.*.description", .toolDescription),
                .init("/components.securitySchemes.*.flows.*.scopes.*", .toolScope),
                .init("/security", .toolAuthorisation, isWhole: true),
                .init("servers[].url", .toolAddress),
                .init("/info.description", .toolDescription),
                .init("/info.version", .note), .init("/info.contact.**", .note), .init("/info.license.**", .note),
                .init("/info.termsOfService", .note), .init("servers[].description", .note),
            ])

    private static func operation(at path: String) -> [SettingVocabulary.Row] {
        var rows: [SettingVocabulary.Row] = [
            .init(path, .tool), .init("\(path).summary", .toolDescription),
            .init("\(path).description", .toolDescription),
            .init("\(path).x-openai-isConsequential", .toolApproval),
            .init("\(path).security", .toolAuthorisation, isWhole: true),
        ]
        for key in ["operationId", "parameters", "requestBody", "responses"] {
            rows += ToolVocabulary.whole("\(path).\(key)", .toolSchema)
        }
        return rows
    }

    static func recognise(_ file: ComponentFile) -> ComponentReading? {
        guard file.category == .tools, file.hasExtension("json", "yaml", "yml"),
            let settings = SettingsDocument(reading: file, vocabulary: vocabulary), settings.roots.count == 1,
            let root = settings.roots.first, root["paths"]?.kind == .mapping,
            let version = root["openapi"] ?? root["swagger"]
        else { return nil }
        return ComponentReading(FormatIdentity("openapi", version: version.text, .declared), settings: settings)
    }
}
