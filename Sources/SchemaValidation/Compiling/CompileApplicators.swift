import YAMLDocuments

/// The applicator and unevaluated vocabularies.
extension SchemaCompilation {
    /// `properties`, `patternProperties`, `additionalProperties` and, of the validation vocabulary, `required`.
    mutating func compileMembers(_ keywords: KeywordReader, in resource: Int) throws(SchemaError) {
        guard !keywords.present.isDisjoint(with: Self.memberKeywords) else { return }
        var names: [String] = []
        var slots: [MemberRules.Slot] = []
        var numberOfName: [String: Int] = [:]
        func slot(_ name: String) -> Int {
            if let known = numberOfName[name] { return known }
            names.append(name)
            slots.append(MemberRules.Slot())
            numberOfName[name] = names.count - 1
            return names.count - 1
        }

        var patterns: [(pattern: Int, schema: SchemaNumber)] = []
        var additional: SchemaNumber?
        if let node = keywords[.properties] {
            for entry in try keywords.map(node, "properties") {
                slots[slot(entry.key.text)].schema = try schema(entry.value, in: resource)
            }
        }
        if let node = keywords[.patternProperties] {
            for entry in try keywords.map(node, "patternProperties") {
                patterns.append((try pattern(entry.key.text, at: entry.key), try schema(entry.value, in: resource)))
            }
        }
        if let node = keywords[.additionalProperties] { additional = try schema(node, in: resource) }
        if let node = keywords[.required] {
            for name in try keywords.texts(node, "required") { slots[slot(name)].isRequired = true }
        }
        let required = slots.count(where: \.isRequired)
        if !slots.isEmpty || !patterns.isEmpty || additional != nil {
            let rules = MemberRules(
                names: NameTable(names), slots: slots, requiredCount: required, patterns: patterns,
                additional: additional)
            tables.instructions.append(.members(tables.members.place(rules)))
        }
        if let node = keywords[.propertyNames] {
            tables.instructions.append(.propertyNames(try schema(node, in: resource)))
        }
    }

    private static let memberKeywords = KeywordSet(
        [.properties, .patternProperties, .additionalProperties, .required, .propertyNames] as [Keyword])

    mutating func compileElements(
        _ keywords: KeywordReader, in resource: Int, _ draft: SchemaDraft
    ) throws(SchemaError) {
        var prefix: [SchemaNumber] = []
        var rest: SchemaNumber?
        if let node = keywords[.prefixItems] {
            for item in try keywords.list(node, "prefixItems") { prefix.append(try schema(item, in: resource)) }
        }
        if let node = keywords[.items] {
            if node.kind != .sequence {
                rest = try schema(node, in: resource)
            } else if draft.itemsMayBeList {
                for item in node.items { prefix.append(try schema(item, in: resource)) }
                if let node = keywords[.additionalItems] { rest = try schema(node, in: resource) }
            } else {
                throw keywords.wrong(
                    node, "items must be one schema; prefixItems takes a list of schemas",
                    mend: "Write `prefixItems`, or declare an older draft with $schema.")
            }
        }
        if !prefix.isEmpty || rest != nil {
            tables.instructions.append(.elements(tables.elements.place(ElementRules(prefix: prefix, rest: rest))))
        }
        if let node = keywords[.contains] {
            let rule = ContainsRule(
                schema: try schema(node, in: resource), minimum: try keywords.count(.minContains) ?? 1,
                maximum: try keywords.count(.maxContains), evaluates: draft.containsEvaluates)
            tables.instructions.append(.contains(tables.contains.place(rule)))
        }
    }

    mutating func compileCombinations(_ keywords: KeywordReader, in resource: Int) throws(SchemaError) {
        guard !keywords.present.isDisjoint(with: Self.combinations) else { return }
        if let list = try schemas(.allOf, keywords, in: resource) { tables.instructions.append(.allOf(list)) }
        if let node = keywords[.condition] {
            let rule = ConditionalRule(
                condition: try schema(node, in: resource),
                then: try schema(ifPresent: keywords[.then], in: resource),
                otherwise: try schema(ifPresent: keywords[.otherwise], in: resource))
            tables.instructions.append(.conditional(tables.conditionals.place(rule)))
        }
        try compileDependentSchemas(keywords, in: resource)
        if let list = try schemas(.anyOf, keywords, in: resource) { tables.instructions.append(.anyOf(list)) }
        if let list = try schemas(.oneOf, keywords, in: resource) { tables.instructions.append(.oneOf(list)) }
        if let node = keywords[.not] { tables.instructions.append(.not(try schema(node, in: resource))) }
    }

    private static let combinations = KeywordSet(
        [.allOf, .condition, .dependentSchemas, .dependencies, .anyOf, .oneOf, .not] as [Keyword])

    /// `dependentSchemas`, and the schemas among `dependencies`.
    private mutating func compileDependentSchemas(
        _ keywords: KeywordReader, in resource: Int
    ) throws(SchemaError) {
        var rules: [(name: String, schema: SchemaNumber)] = []
        if let node = keywords[.dependentSchemas] {
            for entry in try keywords.map(node, "dependentSchemas") {
                rules.append((entry.key.text, try schema(entry.value, in: resource)))
            }
        }
        if let node = keywords[.dependencies] {
            for entry in try keywords.map(node, "dependencies") where entry.value.kind != .sequence {
                rules.append((entry.key.text, try schema(entry.value, in: resource)))
            }
        }
        guard !rules.isEmpty else { return }
        tables.instructions.append(.dependentSchemas(tables.dependentSchemas.place(rules)))
    }

    /// True when the schema has such a keyword.
    mutating func compileUnevaluated(
        _ keywords: KeywordReader, in resource: Int
    ) throws(SchemaError) -> Bool {
        let items = keywords[.unevaluatedItems]
        let properties = keywords[.unevaluatedProperties]
        if let items { tables.instructions.append(.unevaluatedItems(try schema(items, in: resource))) }
        if let properties { tables.instructions.append(.unevaluatedProperties(try schema(properties, in: resource))) }
        return items != nil || properties != nil
    }

    private mutating func schema(ifPresent node: YAMLNode?, in resource: Int) throws(SchemaError) -> SchemaNumber? {
        guard let node else { return nil }
        return try schema(node, in: resource)
    }

    private mutating func schema(_ node: YAMLNode, in resource: Int) throws(SchemaError) -> SchemaNumber {
        try schema(at: SchemaPlace(resource: resource, node: node))
    }

    private mutating func schemas(
        _ keyword: Keyword, _ keywords: KeywordReader, in resource: Int
    ) throws(SchemaError) -> Int? {
        guard let node = keywords[keyword] else { return nil }
        var list: [SchemaNumber] = []
        for item in try keywords.list(node, keyword.name) { list.append(try schema(item, in: resource)) }
        guard !list.isEmpty else { throw keywords.wrong(node, "\(keyword.name) must have at least one schema") }
        return tables.lists.place(list)
    }
}
