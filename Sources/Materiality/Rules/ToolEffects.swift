import ComponentFormats
import YAMLDocuments

/// What a tool can do, as far as its definition says. The reasons are ends of a sentence: `the order desk, which …`.
enum ToolEffects {
    case reads(String)
    case writes(String)
    case undeclared

    init(of tool: YAMLNode, named name: String, at path: FieldPath) {
        self =
            Self.permissions(tool) ?? Self.server(tool) ?? Self.hints(tool) ?? Self.method(path)
            ?? Self.readyMade(tool) ?? Self.name(name)
    }

    init(name: String) { self = Self.name(name) }

    /// A list of permissions says most; one that is not only reading decides.
    private static func permissions(_ tool: YAMLNode) -> ToolEffects? {
        let permissions = (tool["permissions"] ?? tool["scopes"])?.items.map(\.text) ?? []
        guard !permissions.isEmpty else { return nil }
        if let writing = permissions.first(where: { !isReading($0) }) {
            return .writes("may do more than read: \(writing)")
        }
        return .reads("only reads")
    }

    /// A server offers what it likes unless a list says which of its tools may be called.
    private static func server(_ tool: YAMLNode) -> ToolEffects? {
        let isServer = ["command", "url", "serverUrl", "httpUrl", "server_url", "serverName"].contains {
            tool[$0] != nil
        }
        guard isServer else { return nil }
        let lists = [
            tool["allowedTools"], tool["allowed_tools"], tool["allowed_tools"]?["tool_names"], tool["includeTools"],
            tool["tool_configuration"]?["allowed_tools"],
        ]
        guard let list = lists.compactMap({ $0 }).first(where: { $0.kind == .sequence }) else {
            return .writes("offers its tools without a list of those that are allowed")
        }
        let names = list.items.map(\.text)
        if let writing = names.first(where: { !isReadingName($0) }) { return .writes("may call \(writing)") }
        return .reads("only has tools that read: \(names.joined(separator: ", "))")
    }

    /// Model Context Protocol, schema.ts, `ToolAnnotations`.
    private static func hints(_ tool: YAMLNode) -> ToolEffects? {
        guard let hints = tool["annotations"] else { return nil }
        if hints["readOnlyHint"]?.boolean == true { return .reads("says of itself that it only reads") }
        if hints["readOnlyHint"]?.boolean == false || hints["destructiveHint"]?.boolean == true {
            return .writes("says of itself that it changes things")
        }
        return nil
    }

    /// An operation of an API, by its HTTP method (RFC 9110, section 9.2.1, safe methods).
    private static func method(_ path: FieldPath) -> ToolEffects? {
        guard case .key("paths")? = path.steps.first, path.steps.count == 3, let method = path.lastKey else {
            return nil
        }
        let isSafe = ["get", "head", "options", "trace", "query"].contains(method)
        return isSafe ? .reads("only reads") : .writes("is called with the method \(method.uppercased())")
    }

    private static func readyMade(_ tool: YAMLNode) -> ToolEffects? {
        guard let type = tool["type"]?.string else { return nil }
        // Anthropic writes a date behind the type: `bash_20250124`.
        let name = type.split(separator: "_").filter { !$0.allSatisfy(\.isNumber) }.joined(separator: "_")
        if ToolVerbs.acting.contains(name) { return .writes("runs code or acts on a computer") }
        return ToolVerbs.searching.contains(name) ? .reads("only searches") : nil
    }

    private static func name(_ name: String) -> ToolEffects {
        let words = ToolVerbs.words(of: name)
        let opensReading = words.first.map(ToolVerbs.reading.contains) ?? false
        let writing = opensReading ? ToolVerbs.plainlyWriting : ToolVerbs.writing
        if let verb = words.first(where: writing.contains) { return .writes("changes things by its name: \(verb)") }
        if let verb = words.first(where: ToolVerbs.reading.contains) {
            return .reads("only reads by its name: \(verb)")
        }
        return .undeclared
    }

    private static func isReadingName(_ name: String) -> Bool {
        if case .reads = ToolEffects.name(name) { true } else { false }
    }

    /// `orders:read` and the like.
    private static func isReading(_ permission: String) -> Bool {
        let words: Set<Substring> = ["read", "readonly", "get", "list", "search", "view"]
        let parts = permission.lowercased().split { !$0.isLetter }
        return parts.last.map(words.contains) ?? false
    }
}
