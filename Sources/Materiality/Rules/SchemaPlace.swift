import ComponentFormats

/// Where in a JSON Schema a value stands. A property may be called `enum` or `description`, so keywords are told by their
/// place.
struct SchemaPlace {
    /// The innermost keyword.
    let keyword: String
    /// The innermost argument, or the tool.
    let name: String
    let isOutput: Bool

    /// Keywords whose own keys are names (JSON Schema Core, section 10.3.2; OpenAPI, Components, Paths and Media Types).
    private static let holders: Set<String> = [
        "$defs", "content", "definitions", "dependentSchemas", "headers", "paths", "patternProperties", "properties",
        "requestBodies", "schemas",
    ]

    init(_ path: FieldPath) {
        var keyword = ""
        var name: String?
        var holder: String?
        var isOutput = false
        for step in path.steps {
            switch step {
            case .key(let key):
                if let inside = holder {
                    if inside == "properties" || inside == "patternProperties" { name = key }
                    holder = nil
                    keyword = inside
                } else {
                    keyword = key
                    holder = Self.holders.contains(key) ? key : nil
                    isOutput = isOutput || ["outputSchema", "output_schema", "responses"].contains(key)
                }
            case .item(let item):
                if keyword == "parameters" || keyword == "tools" { name = item }
            case .index: break
            }
        }
        self.keyword = keyword
        self.name = name ?? path.innermostItem ?? "the tool"
        self.isOutput = isOutput
    }
}
