import YAMLDocuments

/// The keywords of one schema, found in one pass over its entries, and checks of the form of their values.
struct KeywordReader {
    let schema: YAMLNode
    private(set) var present: KeywordSet = []
    /// With the number of the value's node.
    private var found: [(keyword: Keyword, value: Int32)] = []

    /// Only the keywords that the dialect has are found; of a schema with `$ref` in older drafts only that.
    init(_ schema: YAMLNode, _ dialect: Dialect) {
        self.init(schema, allOf: dialect)
        if dialect.draft.referenceHidesSiblings, present.contains(.reference) {
            present = KeywordSet(.reference)
        }
    }

    /// Finds the keywords beside an old `$ref` as well, for what may be referred to in them.
    init(_ schema: YAMLNode, allOf dialect: Dialect) {
        self.schema = schema
        guard schema.kind == .mapping else { return }
        let keywords = dialect.keywords
        var present: KeywordSet = []
        found = schema.document.withNodeMemory { memory in
            var found: [(keyword: Keyword, value: Int32)] = []
            let content = memory[schema.number].content
            found.reserveCapacity(content.count / 2)
            for place in stride(from: content.lowerBound, to: content.upperBound, by: 2) {
                let key = memory[memory.child(place)]
                guard let keyword = KeywordTable.keyword(memory.text(of: key), hash: key.textHash),
                    keywords.contains(keyword), !present.contains(keyword)
                else { continue }
                present.insert(KeywordSet(keyword))
                found.append((keyword, memory.child(place + 1)))
            }
            return found
        }
        self.present = present
    }

    subscript(keyword: Keyword) -> YAMLNode? {
        guard present.contains(keyword) else { return nil }
        return found.first { $0.keyword == keyword }.map { schema.document.node($0.value) }
    }

    /// The schemas inside this one, in the order of the document.
    func forEachSubschema(_ body: (Keyword, YAMLNode) -> Void) {
        for (keyword, number) in found where present.contains(keyword) {
            let form = KeywordTable.row(of: keyword).value
            guard form.hasSchemas else { continue }
            let value = schema.document.node(number)
            switch SubschemaPosition(form, isList: value.kind == .sequence) {
            case .one: body(keyword, value)
            case .list: for item in value.items { body(keyword, item) }
            // A list among `dependencies` is one of keys.
            case .map: for entry in value.entries where entry.value.kind != .sequence { body(keyword, entry.value) }
            case nil: break
            }
        }
    }

    // MARK: Forms

    func text(_ node: YAMLNode, _ name: String) throws(SchemaError) -> String {
        guard let text = node.string else { throw wrong(node, "\(name) must be text") }
        return text
    }

    func number(_ node: YAMLNode, _ name: String) throws(SchemaError) -> DecimalNumber {
        if let number = node.decimal { return number }
        if node.scalarType == .integer || node.scalarType == .float {
            throw wrong(
                node, "\(name) is \(Wording.value(node)), a number that cannot be compared with",
                mend: "Use a number with an exponent of at most 1000000.")
        }
        throw wrong(node, "\(name) must be a number")
    }

    func boolean(_ node: YAMLNode, _ name: String) throws(SchemaError) -> Bool {
        guard let value = node.boolean else { throw wrong(node, "\(name) must be true or false") }
        return value
    }

    /// A count; one too large for a machine integer is as good as no limit.
    func count(_ keyword: Keyword) throws(SchemaError) -> Int? {
        guard let node = self[keyword] else { return nil }
        guard let number = node.decimal, number.isInteger, !number.isNegative else {
            throw wrong(node, "\(keyword.name) must be a whole number that is not negative")
        }
        return number.integer ?? .max
    }

    func list(_ node: YAMLNode, _ name: String) throws(SchemaError) -> YAMLItems {
        guard node.kind == .sequence else { throw wrong(node, "\(name) must be a list") }
        return node.items
    }

    func texts(_ node: YAMLNode, _ name: String) throws(SchemaError) -> [String] {
        var texts: [String] = []
        for item in try list(node, name) { texts.append(try text(item, "an item of \(name)")) }
        return texts
    }

    func map(_ node: YAMLNode, _ name: String) throws(SchemaError) -> YAMLEntries {
        guard node.kind == .mapping else { throw wrong(node, "\(name) must be a mapping") }
        return node.entries
    }

    func wrong(_ node: YAMLNode, _ message: String, mend: String = "Correct the value.") -> SchemaError {
        SchemaError(.badKeyword, message, mend: mend, at: node)
    }
}
