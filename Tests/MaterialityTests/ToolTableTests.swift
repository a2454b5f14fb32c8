import ComponentFormats
import PlanModel
import SourceText
import Testing
import YAMLDocuments

@testable import Materiality

/// Names of tools, packages, languages; modes of approval; places in schemas.
struct ToolTableTests {
    private static func root(_ text: String) throws -> YAMLNode {
        try #require(YAMLReader.read(SourceFile(path: "a.yaml", bytes: Array(text.utf8))).documents.first?.root)
    }

    @Test(
        "A name is cut into its words",
        arguments: [
            ("cancelOrder", ["cancel", "order"]), ("cancel_order", ["cancel", "order"]),
            ("orders.cancel", ["orders", "cancel"]),
            ("getHTTPStatus", ["get", "httpstatus"]), ("v2-send", ["v", "send"]), ("", []),
        ])
    func words(_ name: String, _ expected: [String]) { #expect(ToolVerbs.words(of: name) == expected) }

    @Test("No verb both reads and writes, and the plainly writing ones write")
    func verbs() {
        #expect(ToolVerbs.writing.isDisjoint(with: ToolVerbs.reading))
        #expect(ToolVerbs.plainlyWriting.isSubset(of: ToolVerbs.writing))
        #expect(ToolVerbs.acting.isDisjoint(with: ToolVerbs.searching))
    }

    @Test(
        "What an added tool can do",
        arguments: [
            ("{name: get_order}", "reads"), ("{name: find_and_delete}", "writes"), ("{name: order_desk}", "writes"),
            ("{name: loyalty}", "undeclared"), ("{name: delete_all, permissions: [orders:read]}", "reads"),
            ("{name: loyalty, permissions: [orders:read, orders:write]}", "writes"),
            ("{name: loyalty, annotations: {readOnlyHint: true}}", "reads"),
            ("{name: get_order, annotations: {destructiveHint: true}}", "writes"),
            ("{command: npx, args: [a]}", "writes"), ("{url: 'https://a.example', allowed_tools: [get_x]}", "reads"),
            ("{url: 'https://a.example', allowed_tools: [get_x, close_x]}", "writes"),
            ("{type: bash_20250124, name: bash}", "writes"), ("{type: web_search_20250305, name: web_search}", "reads"),
        ])
    func effects(_ text: String, _ expected: String) throws {
        let tool = try Self.root(text)
        let name = tool["name"]?.text ?? "server"
        switch ToolEffects(of: tool, named: name, at: FieldPath([.item(name)])) {
        case .reads: #expect(expected == "reads")
        case .writes: #expect(expected == "writes")
        case .undeclared: #expect(expected == "undeclared")
        }
    }

    @Test(
        "The package is found among the words of a command line",
        arguments: [
            ("{command: npx, args: [-y, 'a@1.0.0', /srv]}", "a", ["/srv"]),
            ("{command: /usr/bin/npx, args: [--package, 'a@1.0.0', b]}", "a", ["b"]),
            ("{command: pnpm, args: [dlx, 'a@1.0.0']}", "a", []),
            ("{command: uvx, args: [--python, '3.12', a]}", "a", []),
            ("{command: uvx, args: [--from, 'a==1.0.0', b]}", "a", ["b"]),
            ("{command: docker, args: [run, -i, --rm, -e, TOKEN, 'a:b', stdio]}", "a", ["stdio"]),
            ("{command: node, args: [server.js]}", nil, ["server.js"]),
            ("{command: docker, args: [compose, up]}", nil, ["compose", "up"]),
            ("{command: npx}", nil, []),
        ] as [(String, String?, [String])])
    func programs(_ text: String, _ package: String?, _ arguments: [String]) throws {
        let program = try #require(ServerProgram(try Self.root(text)))
        #expect(program.package?.name == package && program.arguments == arguments)
    }

    @Test(
        "A file's name states its language",
        arguments: [
            ("notice.de.md", "de", "notice.*.md"), ("locales/de.json", "de", "locales/*.json"),
            ("de/notice.md", "de", "*/notice.md"), ("messages_pt_BR.json", "pt_BR", "messages_*.json"),
            ("a/texts-en-GB.yaml", "en-GB", "a/texts-*.yaml"), ("zh_Hant_TW.json", "zh_Hant_TW", "*.json"),
        ])
    func localised(_ path: String, _ language: String, _ pattern: String) throws {
        let localised = try #require(LocalisedPath(path))
        #expect(localised.language == language && localised.pattern == pattern)
    }

    @Test("Other names state none", arguments: ["notice.md", "texts/all.json", "experience/chat.yaml", "x/y", ""])
    func unlocalised(_ path: String) { #expect(LocalisedPath(path) == nil) }

    @Test(
        "A keyword is told from a property of the same name",
        arguments: [
            ("parameters.properties.amount.maximum", "maximum", "amount"),
            ("parameters.properties.maximum", "properties", "maximum"),
            ("parameters.properties.enum.enum", "enum", "enum"),
            ("parameters.properties.properties.properties.a", "properties", "a"),
            ("parameters.required", "required", "the tool"),
            ("paths.description.get.summary", "summary", "the tool"),
            ("outputSchema.properties.a.enum", "enum", "a"),
        ])
    func places(_ path: String, _ keyword: String, _ name: String) {
        let place = SchemaPlace(FieldPath(path.split(separator: ".").map { .key(String($0)) }))
        #expect(place.keyword == keyword && place.name == name)
        #expect(place.isOutput == path.hasPrefix("output"))
    }

    @Test(
        "Who confirms a call",
        arguments: [
            ("always", "approvalMode", 2), ("NEVER", "human_input_mode", 0), ("true", "trust", 0),
            ("false", "trust", 2),
            ("true", "human_input", 2), ("{kind: specify}", "approvalMode", 1),
            ("{never: {tool_names: [a]}}", "require_approval", 1),
            ("swift", "approvalMode", nil), ("[a]", "approvalMode", nil),
        ] as [(String, String, Int?)])
    func approvals(_ text: String, _ key: String, _ expected: Int?) throws {
        #expect(ApprovalModes.mode(of: try Self.root(text), key: key)?.rawValue == expected)
    }
}
