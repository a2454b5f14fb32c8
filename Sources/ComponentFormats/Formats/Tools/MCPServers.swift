import PlanModel
import SourceText
import YAMLDocuments

/// The servers that an agent may call over the Model Context Protocol, as the hosts configure them: `mcpServers` by name
/// (Claude, Cursor, Cline, Kiro, Gemini CLI: docs/tools/mcp-server.md), `servers` by name (VS Code, "MCP configuration
/// reference"), `mcp_servers` as a list (Anthropic, "MCP connector").
enum MCPServers: ComponentFormat {

    package static let description = FormatDescription(
        "MCP servers",
        files: "JSON or YAML among the tools with servers that have a command or an address",
        source: "docs of Claude, Cursor, VS Code and other hosts")

    private static let holders = ["mcpServers", "servers", "mcp_servers"]

    static let vocabulary = SettingVocabulary(
        identityKeys: ToolVocabulary.identityKeys, sharedKeys: ToolVocabulary.sharedKeys,
        holders.flatMap { holder -> [SettingVocabulary.Row] in
            [.init("/\(holder).*", .tool)] + ToolVocabulary.server(at: "/\(holder).*")
        } + ToolVocabulary.list(at: "/mcp_servers")
            + ToolVocabulary.listed("/mcp.allowed", .toolScope) + ToolVocabulary.listed("/mcp.excluded", .toolDenial)
            + claudeCode)

    /// `permissions` of a `settings.json` (code.claude.com, "Configure permissions"): a denied call is never made, one
    /// to be asked for is confirmed, an allowed one is not.
    private static let claudeCode =
        ToolVocabulary.listed("/permissions.allow", .toolApprovalWaived)
        + ToolVocabulary.listed("/permissions.ask", .toolApprovalAsked)
        + ToolVocabulary.listed("/permissions.deny", .toolDenial)
        + ToolVocabulary.listed("/permissions.additionalDirectories", .toolScope)
        + [SettingVocabulary.Row("/permissions.defaultMode", .toolApproval)]

    /// Recognised by servers that have a command or an address.
    static func recognise(_ file: ComponentFile) -> ComponentReading? {
        guard file.category == .tools, file.hasExtension("json", "yaml", "yml"),
            let settings = SettingsDocument(reading: file, vocabulary: vocabulary), settings.roots.count == 1,
            let root = settings.roots.first, root.kind == .mapping
        else { return nil }
        let servers = holders.compactMap { root[$0] }.flatMap { $0.entries.map(\.value) + Array($0.items) }
        let isServer = { (node: YAMLNode) in
            ["command", "url", "serverUrl", "httpUrl"].contains { node[$0]?.string != nil }
        }
        let hasModes = ["allow", "ask", "deny"].contains { root["permissions"]?[$0]?.kind == .sequence }
        guard servers.contains(where: isServer) || root["mcpServers"]?.kind == .mapping || hasModes else { return nil }
        return ComponentReading(FormatIdentity("mcp-servers", .signature), settings: settings)
    }
}
