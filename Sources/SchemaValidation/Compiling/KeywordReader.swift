import YAMLDocuments

/// Reads the keywords of one schema and checks the shape of their values.
struct KeywordReader {
    let schema: YAMLNode

    init(_ schema: YAMLNode) { self.schema = schema }

    subscript(keyword: String) -> YAMLNode? { schema[keyword] }

    func text(_ node: YAMLNode, _ keyword: String) throws(SchemaError) -> String {
        guard let text = node.string else { throw wrong(node, "\(keyword) must be text") }
        return text
    }

    func number(_ node: YAMLNode, _ keyword: String) throws(SchemaError) -> DecimalNumber {
        guard let number = node.decimal else { throw wrong(node, "\(keyword) must be a number") }
        return number
    }

    /// A count; one too large for a machine integer is as good as no limit.
    func count(_ keyword: String) throws(SchemaError) -> Int? {
        guard let node = self[keyword] else { return nil }
        guard let number = node.decimal, number.isInteger, !number.isNegative else {
            throw wrong(node, "\(keyword) must be a whole number that is not negative")
        }
        return number.integer ?? .max
    }

    func list(_ node: YAMLNode, _ keyword: String) throws(SchemaError) -> YAMLItems {
        guard node.kind == .sequence else { throw wrong(node, "\(keyword) must be a list") }
        return node.items
    }

    func texts(_ node: YAMLNode, _ keyword: String) throws(SchemaError) -> [String] {
        var texts: [String] = []
        for item in try list(node, keyword) { texts.append(try text(item, "an item of \(keyword)")) }
        return texts
    }

    func map(_ node: YAMLNode, _ keyword: String) throws(SchemaError) -> YAMLEntries {
        guard node.kind == .mapping else { throw wrong(node, "\(keyword) must be a mapping") }
        return node.entries
    }

    func wrong(_ node: YAMLNode, _ message: String) -> SchemaError { SchemaError(.badKeyword, message, at: node) }
}
