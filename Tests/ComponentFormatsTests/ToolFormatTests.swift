import PlanModel
import SourceText
import Testing

@testable import ComponentFormats

/// Which tool format a file has, and what its keys mean.
struct ToolFormatTests {
    private static func reading(_ text: String, _ path: String, _ category: ComponentCategory = .tools)
        -> ComponentReading?
    {
        ComponentFormats.recognise(SourceFile(path: path, bytes: Array(text.utf8)), category: category)
    }

    private static let function = #"{"name": "get_order", "description": "One order."}"#

    @Test(
        "A format is told by its own keys",
        arguments: [
            (#"[{"type": "function", "function": {"name": "a"}}]"#, "t.json", "openai-tools"),
            (#"{"tools": [{"type": "function", "name": "a", "parameters": {}}]}"#, "t.json", "openai-tools"),
            (
                #"{"tools": [{"type": "mcp", "server_label": "a", "server_url": "https://a.example"}]}"#, "t.json",
                "openai-tools"
            ),
            (function, "t.json", "openai-tools"),
            (#"[{"name": "a", "input_schema": {"type": "object"}}]"#, "t.json", "anthropic-tools"),
            (
                #"{"tools": [{"name": "a", "inputSchema": {"type": "object"}}], "nextCursor": "x"}"#, "t.json",
                "mcp-tools"
            ),
            (#"{"mcpServers": {"a": {"command": "npx", "args": ["a"]}}}"#, ".mcp.json", "mcp-servers"),
            (#"{"mcpServers": {}}"#, "mcp.json", "mcp-servers"),
            (
                #"{"servers": {"a": {"type": "http", "url": "https://a.example"}}, "inputs": []}"#, "mcp.json",
                "mcp-servers"
            ),
            (#"{"mcp_servers": [{"type": "url", "url": "https://a.example", "name": "a"}]}"#, "t.json", "mcp-servers"),
            (#"{"permissions": {"allow": ["Read"]}}"#, "settings.json", "mcp-servers"),
            ("openapi: 3.1.0\npaths: {}\n", "api.yaml", "openapi"),
            ("max_turns: 5\n", "agent.yaml", "agent-settings"),
            ("desk:\n  role: Desk\n  max_iter: 5\n", "agents.yaml", "agent-settings"),
            ("agents:\n  desk: {human_input_mode: NEVER}\n", "agents.yaml", "agent-settings"),
        ])
    func recognised(_ text: String, _ path: String, _ expected: String) {
        #expect(Self.reading(text, path)?.format.name == expected)
    }

    @Test(
        "A file that only looks alike is of no format",
        arguments: [
            ("{}", "t.json"), ("[]", "t.json"), (#"{"name": "a"}"#, "t.json"),
            (#"{"servers": {"a": {"size": 3}}}"#, "t.json"),
            ("openapi: 3.1.0\n", "api.yaml"), ("paths: {}\n", "api.yaml"), ("colour: red\n", "agent.yaml"),
            (function, "t.txt"), (#"{"mcpServers": "#, "mcp.json"), ("max_turns: [", "agent.yaml"),
        ])
    func unknown(_ text: String, _ path: String) { #expect(Self.reading(text, path) == nil) }

    @Test("Tools are read where tools are governed")
    func category() {
        for category in ComponentCategory.allCases where category != .tools && category != .experience {
            #expect(Self.reading(Self.function, "t.json", category) == nil, "\(category)")
        }
    }

    @Test("Texts under keys are read where texts for users are governed")
    func keyedTexts() {
        #expect(Self.reading(#"{"hello": "Hi"}"#, "en.json", .experience)?.format.name == KeyedTexts.name)
        #expect(
            Self.reading("hello: {morning: Good morning}\n", "en.yaml", .experience)?.format.name == KeyedTexts.name)
        #expect(Self.reading(#"{"hello": "Hi"}"#, "en.json") == nil)
        #expect(Self.reading("size: 3\n", "en.yaml", .experience) == nil)
        #expect(Self.reading("- Hi\n", "en.yaml", .experience) == nil)
    }

    @Test("Keys mean the same wherever a format puts them")
    func meanings() {
        func meaning(_ vocabulary: SettingVocabulary, _ steps: FieldPath.Step...) -> SettingMeaning {
            vocabulary.meaning(of: FieldPath(steps))
        }
        let tools = ToolDefinitions.vocabulary
        #expect(meaning(tools, .item("a")) == .tool)
        #expect(meaning(tools, .item("a"), .key("function"), .key("description")) == .toolDescription)
        #expect(meaning(tools, .key("tools"), .item("a"), .key("input_schema"), .key("properties")) == .toolSchema)
        #expect(meaning(tools, .key("tools"), .item("a"), .key("allowed_tools")) == .toolAllowList)
        #expect(meaning(tools, .key("tools"), .item("a"), .key("allowed_tools"), .item("b")) == .toolScope)
        #expect(
            meaning(
                tools, .key("tools"), .item("a"), .key("require_approval"), .key("never"), .key("tool_names"),
                .item("b"))
                == .toolApprovalWaived)
        #expect(meaning(tools, .key("tools"), .item("a"), .key("colour")) == .unknown)
        let servers = MCPServers.vocabulary
        #expect(meaning(servers, .key("mcpServers"), .key("a")) == .tool)
        #expect(meaning(servers, .key("mcpServers"), .key("a"), .key("alwaysAllow"), .item("b")) == .toolApprovalWaived)
        #expect(meaning(servers, .key("servers"), .key("a"), .key("url")) == .toolAddress)
        let api = OpenAPITools.vocabulary
        #expect(meaning(api, .key("paths"), .key("/a.b/{id}"), .key("post")) == .tool)
        #expect(meaning(api, .key("paths"), .key("/a"), .key("get"), .key("responses"), .key("200")) == .toolSchema)
        #expect(meaning(api, .key("paths"), .key("/a"), .key("servers")) == .unknown)
    }
}
