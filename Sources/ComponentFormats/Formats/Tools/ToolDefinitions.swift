import PlanModel
import SourceText
import YAMLDocuments

/// Functions that a model may call, as the providers' APIs take them: one definition, a list, or a list under `tools`.
///
/// OpenAI: `{type: function, function: {name, description, parameters, strict}}` in chat completions, the same keys
/// without the wrapper in responses. Anthropic: `input_schema`. Model Context Protocol, `tools/list`: `inputSchema`.
enum ToolDefinitions: ComponentFormat {

    package static let description = FormatDescription(
        "tool definitions",
        files:
            "JSON or YAML among the tools: functions as OpenAI and Anthropic take them, or the answer of `tools/list`",
        source: "the providers' API references; Model Context Protocol, Tools")

    static let vocabulary = SettingVocabulary(
        identityKeys: ToolVocabulary.identityKeys, sharedKeys: ToolVocabulary.sharedKeys,
        ToolVocabulary.list(at: "/tools") + ToolVocabulary.list(at: "/") + ToolVocabulary.definition(at: "")
            + ToolVocabulary.definition(at: "/function")
            + [.init("/nextCursor", .note)])

    static func recognise(_ file: ComponentFile) -> ComponentReading? {
        guard file.category == .tools, file.hasExtension("json", "yaml", "yml"),
            let settings = SettingsDocument(reading: file, vocabulary: vocabulary), settings.roots.count == 1,
            let root = settings.roots.first
        else { return nil }
        let tools: [YAMLNode]
        switch root.kind {
        case .sequence: tools = Array(root.items)
        case .mapping where root["tools"]?.kind == .sequence: tools = Array(root["tools"]?.items ?? root.items)
        default: tools = [root]
        }
        guard !tools.isEmpty, let dialect = tools.lazy.compactMap(dialect).first else { return nil }
        return ComponentReading(FormatIdentity(dialect, .signature), settings: settings)
    }

    /// Whose definition it is; nil when it is none.
    private static func dialect(_ tool: YAMLNode) -> String? {
        if tool["function"]?["name"] != nil { return "openai-tools" }
        if tool["input_schema"] != nil, tool["name"] != nil { return "anthropic-tools" }
        if tool["inputSchema"] != nil, tool["name"] != nil { return "mcp-tools" }
        let kinds: Set<String> = ["function", "mcp", "web_search", "file_search", "code_interpreter"]
        if let type = tool["type"]?.string, kinds.contains(type) { return "openai-tools" }
        return tool["name"]?.string != nil && (tool["description"]?.string != nil || tool["parameters"] != nil)
            ? "openai-tools" : nil
    }
}
