import YAMLDocuments

/// The validation vocabulary, apart from what `CompileMembers` handles.
extension SchemaCompilation {
    /// The order is that of the evaluation: cheap and telling ones first.
    mutating func compileAssertions(_ keywords: KeywordReader, _ dialect: Dialect) throws(SchemaError) {
        guard !keywords.present.isDisjoint(with: Self.assertions) else { return }
        if let node = keywords[.type] {
            tables.instructions.append(.type(try types(node, keywords, dialect.draft)))
        }
        if let node = keywords[.const] {
            tables.instructions.append(.oneOfValues(tables.values.place([node]), isConstant: true))
        }
        if let node = keywords[.enum] {
            let values = Array(try keywords.list(node, "enum"))
            tables.instructions.append(.oneOfValues(tables.values.place(values), isConstant: false))
        }
        try compileNumbers(keywords, dialect.draft)
        try compileStrings(keywords, dialect)
        if let limit = try keywords.count(.minItems) { tables.instructions.append(.minItems(limit)) }
        if let limit = try keywords.count(.maxItems) { tables.instructions.append(.maxItems(limit)) }
        if let limit = try keywords.count(.minProperties) { tables.instructions.append(.minProperties(limit)) }
        if let limit = try keywords.count(.maxProperties) { tables.instructions.append(.maxProperties(limit)) }
        if let node = keywords[.uniqueItems], try keywords.boolean(node, "uniqueItems") {
            tables.instructions.append(.uniqueItems)
        }
        try compileDependentRequired(keywords)
    }

    private static let assertions = KeywordSet(
        [
            .type, .const, .enum, .multipleOf, .maximum, .exclusiveMaximum, .minimum, .exclusiveMinimum, .maxLength,
            .minLength, .pattern, .format, .maxItems, .minItems, .uniqueItems, .maxProperties, .minProperties,
            .dependentRequired, .dependencies,
        ] as [Keyword])

    /// `dependentRequired`, and the lists among `dependencies`.
    private mutating func compileDependentRequired(_ keywords: KeywordReader) throws(SchemaError) {
        var rules: [(name: String, required: [String])] = []
        if let node = keywords[.dependentRequired] {
            for entry in try keywords.map(node, "dependentRequired") {
                rules.append((entry.key.text, try keywords.texts(entry.value, "an entry of dependentRequired")))
            }
        }
        if let node = keywords[.dependencies] {
            for entry in try keywords.map(node, "dependencies") where entry.value.kind == .sequence {
                rules.append((entry.key.text, try keywords.texts(entry.value, "an entry of dependencies")))
            }
        }
        guard !rules.isEmpty else { return }
        tables.instructions.append(.dependentRequired(tables.dependentRequired.place(rules)))
    }

    private func types(
        _ node: YAMLNode, _ keywords: KeywordReader, _ draft: SchemaDraft
    ) throws(SchemaError) -> TypeSet {
        var types: TypeSet = []
        for item in node.kind == .sequence ? Array(node.items) : [node] {
            guard var type = item.string.flatMap(TypeSet.init(name:)) else {
                throw keywords.wrong(
                    item, "type must be null, boolean, integer, number, string, array or object, or a list of these")
            }
            if type == .integer, !draft.integersMayHavePoint { type = .integerAsWritten }
            types.formUnion(type)
        }
        return types
    }

    private mutating func compileNumbers(_ keywords: KeywordReader, _ draft: SchemaDraft) throws(SchemaError) {
        var (minimumIsExclusive, maximumIsExclusive) = (false, false)
        if draft.exclusiveLimitsAreFlags {
            if let node = keywords[.exclusiveMinimum] {
                minimumIsExclusive = try keywords.boolean(node, "exclusiveMinimum")
            }
            if let node = keywords[.exclusiveMaximum] {
                maximumIsExclusive = try keywords.boolean(node, "exclusiveMaximum")
            }
        } else {
            if let number = try number(.exclusiveMinimum, keywords) {
                tables.instructions.append(.exclusiveMinimum(number))
            }
            if let number = try number(.exclusiveMaximum, keywords) {
                tables.instructions.append(.exclusiveMaximum(number))
            }
        }
        if let number = try number(.minimum, keywords) {
            tables.instructions.append(minimumIsExclusive ? .exclusiveMinimum(number) : .minimum(number))
        }
        if let number = try number(.maximum, keywords) {
            tables.instructions.append(maximumIsExclusive ? .exclusiveMaximum(number) : .maximum(number))
        }
        if let number = try number(.multipleOf, keywords) {
            let divisor = tables.numbers[number]
            guard !divisor.isNegative, !divisor.isZero else {
                throw keywords.wrong(keywords[.multipleOf] ?? keywords.schema, "multipleOf must be greater than 0")
            }
            tables.instructions.append(.multipleOf(number))
        }
    }

    /// The place of a keyword's number in the tables.
    private mutating func number(_ keyword: Keyword, _ keywords: KeywordReader) throws(SchemaError) -> Int? {
        guard let node = keywords[keyword] else { return nil }
        return tables.numbers.place(try keywords.number(node, keyword.name))
    }

    private mutating func compileStrings(_ keywords: KeywordReader, _ dialect: Dialect) throws(SchemaError) {
        if let limit = try keywords.count(.minLength) { tables.instructions.append(.minLength(limit)) }
        if let limit = try keywords.count(.maxLength) { tables.instructions.append(.maxLength(limit)) }
        if let node = keywords[.format] {
            let name = try keywords.text(node, "format")
            // An unknown format is an annotation (chapter 7.2.3 of the validation specification).
            if options.assertsFormats || dialect.assertsFormats, let format = Format(rawValue: name),
                dialect.draft.defines(format)
            {
                tables.instructions.append(.format(format))
            }
        }
        if let node = keywords[.pattern] {
            tables.instructions.append(.pattern(try pattern(try keywords.text(node, "pattern"), at: node)))
        }
    }

    /// The number of a pattern in the tables. Schemas repeat patterns, so each text is compiled once.
    mutating func pattern(_ source: String, at node: YAMLNode) throws(SchemaError) -> Int {
        if let known = numberOfPattern[source] { return known }
        do {
            let number = tables.patterns.place(try Pattern(source))
            numberOfPattern[source] = number
            return number
        } catch {
            throw SchemaError(error, in: source, at: node)
        }
    }
}
