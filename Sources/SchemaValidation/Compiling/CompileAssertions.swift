import YAMLDocuments

/// The validation vocabulary, apart from what `CompileMembers` handles.
extension SchemaCompilation {
    /// The order is that of the evaluation: cheap and telling ones first.
    mutating func compileAssertions(
        _ keywords: KeywordReader, vocabularies: Vocabularies
    ) throws(SchemaError) {
        if let node = keywords["type"] { tables.instructions.append(.type(try types(node, keywords))) }
        if let node = keywords["const"] {
            tables.instructions.append(.oneOfValues(tables.values.place([node]), isConstant: true))
        }
        if let node = keywords["enum"] {
            let values = Array(try keywords.list(node, "enum"))
            tables.instructions.append(.oneOfValues(tables.values.place(values), isConstant: false))
        }
        try compileNumbers(keywords)
        try compileStrings(keywords, assertsFormats: vocabularies.contains(.formatAssertion))
        if let limit = try keywords.count("minItems") { tables.instructions.append(.minItems(limit)) }
        if let limit = try keywords.count("maxItems") { tables.instructions.append(.maxItems(limit)) }
        if let limit = try keywords.count("minProperties") { tables.instructions.append(.minProperties(limit)) }
        if let limit = try keywords.count("maxProperties") { tables.instructions.append(.maxProperties(limit)) }
        if let node = keywords["uniqueItems"] {
            guard let isUnique = node.boolean else { throw keywords.wrong(node, "uniqueItems must be true or false") }
            if isUnique { tables.instructions.append(.uniqueItems) }
        }
        if let node = keywords["dependentRequired"] {
            var rules: [(name: String, required: [String])] = []
            for entry in try keywords.map(node, "dependentRequired") {
                rules.append((entry.key.text, try keywords.texts(entry.value, "an entry of dependentRequired")))
            }
            tables.instructions.append(.dependentRequired(tables.dependentRequired.place(rules)))
        }
    }

    private func types(_ node: YAMLNode, _ keywords: KeywordReader) throws(SchemaError) -> TypeSet {
        var types: TypeSet = []
        for item in node.kind == .sequence ? Array(node.items) : [node] {
            guard let type = item.string.flatMap(TypeSet.init(name:)) else {
                throw keywords.wrong(
                    item, "type must be null, boolean, integer, number, string, array or object, or a list of these")
            }
            types.formUnion(type)
        }
        return types
    }

    private mutating func compileNumbers(_ keywords: KeywordReader) throws(SchemaError) {
        if let node = keywords["minimum"] {
            tables.instructions.append(.minimum(tables.numbers.place(try keywords.number(node, "minimum"))))
        }
        if let node = keywords["maximum"] {
            tables.instructions.append(.maximum(tables.numbers.place(try keywords.number(node, "maximum"))))
        }
        if let node = keywords["exclusiveMinimum"] {
            let number = try keywords.number(node, "exclusiveMinimum")
            tables.instructions.append(.exclusiveMinimum(tables.numbers.place(number)))
        }
        if let node = keywords["exclusiveMaximum"] {
            let number = try keywords.number(node, "exclusiveMaximum")
            tables.instructions.append(.exclusiveMaximum(tables.numbers.place(number)))
        }
        if let node = keywords["multipleOf"] {
            let number = try keywords.number(node, "multipleOf")
            guard !number.isNegative, !number.isZero else {
                throw keywords.wrong(node, "multipleOf must be greater than 0")
            }
            tables.instructions.append(.multipleOf(tables.numbers.place(number)))
        }
    }

    private mutating func compileStrings(_ keywords: KeywordReader, assertsFormats: Bool) throws(SchemaError) {
        if let limit = try keywords.count("minLength") { tables.instructions.append(.minLength(limit)) }
        if let limit = try keywords.count("maxLength") { tables.instructions.append(.maxLength(limit)) }
        if let node = keywords["format"] {
            let name = try keywords.text(node, "format")
            // An unknown format is an annotation (chapter 7.2.3 of the validation specification).
            if assertsFormats, let format = Format(rawValue: name) { tables.instructions.append(.format(format)) }
        }
        if let node = keywords["pattern"] {
            tables.instructions.append(.pattern(try pattern(try keywords.text(node, "pattern"), at: node)))
        }
    }

    /// The number of a pattern in the tables.
    mutating func pattern(_ source: String, at node: YAMLNode) throws(SchemaError) -> Int {
        do {
            return tables.patterns.place(try Pattern(source))
        } catch {
            throw SchemaError(.badPattern, "the pattern \(source) \(error.message)", at: node)
        }
    }
}
