import YAMLDocuments

/// The applicator and unevaluated vocabularies.
extension SchemaCompilation {
    /// `properties`, `patternProperties`, `additionalProperties` and, of the validation vocabulary, `required`.
    mutating func compileMembers(
        _ keywords: KeywordReader, in resource: Int, vocabularies: Vocabularies
    ) throws(SchemaError) {
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
        if vocabularies.contains(.applicator) {
            if let node = keywords["properties"] {
                for entry in try keywords.map(node, "properties") {
                    slots[slot(entry.key.text)].schema = try schema(entry.value, in: resource)
                }
            }
            if let node = keywords["patternProperties"] {
                for entry in try keywords.map(node, "patternProperties") {
                    patterns.append((try pattern(entry.key.text, at: entry.key), try schema(entry.value, in: resource)))
                }
            }
            if let node = keywords["additionalProperties"] { additional = try schema(node, in: resource) }
        }
        if vocabularies.contains(.validation), let node = keywords["required"] {
            for name in try keywords.texts(node, "required") { slots[slot(name)].isRequired = true }
        }
        let required = slots.count(where: \.isRequired)
        if !slots.isEmpty || !patterns.isEmpty || additional != nil {
            let rules = MemberRules(
                names: NameTable(names), slots: slots, requiredCount: required, patterns: patterns,
                additional: additional)
            tables.instructions.append(.members(tables.members.place(rules)))
        }
        if vocabularies.contains(.applicator), let node = keywords["propertyNames"] {
            tables.instructions.append(.propertyNames(try schema(node, in: resource)))
        }
    }

    mutating func compileElements(_ keywords: KeywordReader, in resource: Int) throws(SchemaError) {
        var prefix: [SchemaNumber] = []
        if let node = keywords["prefixItems"] {
            for item in try keywords.list(node, "prefixItems") { prefix.append(try schema(item, in: resource)) }
        }
        var rest: SchemaNumber?
        if let node = keywords["items"] {
            guard node.kind != .sequence else {
                throw keywords.wrong(node, "items must be one schema; prefixItems takes a list of schemas")
            }
            rest = try schema(node, in: resource)
        }
        if !prefix.isEmpty || rest != nil {
            tables.instructions.append(.elements(tables.elements.place(ElementRules(prefix: prefix, rest: rest))))
        }
        if let node = keywords["contains"] {
            let rule = ContainsRule(
                schema: try schema(node, in: resource), minimum: try keywords.count("minContains") ?? 1,
                maximum: try keywords.count("maxContains"))
            tables.instructions.append(.contains(tables.contains.place(rule)))
        }
    }

    mutating func compileCombinations(_ keywords: KeywordReader, in resource: Int) throws(SchemaError) {
        if let list = try schemas("allOf", keywords, in: resource) { tables.instructions.append(.allOf(list)) }
        if let node = keywords["if"] {
            let rule = ConditionalRule(
                condition: try schema(node, in: resource),
                then: try schema(ifPresent: keywords["then"], in: resource),
                otherwise: try schema(ifPresent: keywords["else"], in: resource))
            tables.instructions.append(.conditional(tables.conditionals.place(rule)))
        }
        if let node = keywords["dependentSchemas"] {
            var rules: [(name: String, schema: SchemaNumber)] = []
            for entry in try keywords.map(node, "dependentSchemas") {
                rules.append((entry.key.text, try schema(entry.value, in: resource)))
            }
            tables.instructions.append(.dependentSchemas(tables.dependentSchemas.place(rules)))
        }
        if let list = try schemas("anyOf", keywords, in: resource) { tables.instructions.append(.anyOf(list)) }
        if let list = try schemas("oneOf", keywords, in: resource) { tables.instructions.append(.oneOf(list)) }
        if let node = keywords["not"] { tables.instructions.append(.not(try schema(node, in: resource))) }
    }

    /// True when the schema has such a keyword.
    mutating func compileUnevaluated(
        _ keywords: KeywordReader, in resource: Int
    ) throws(SchemaError) -> Bool {
        if let node = keywords["unevaluatedItems"] {
            tables.instructions.append(.unevaluatedItems(try schema(node, in: resource)))
        }
        if let node = keywords["unevaluatedProperties"] {
            tables.instructions.append(.unevaluatedProperties(try schema(node, in: resource)))
        }
        return keywords["unevaluatedItems"] != nil || keywords["unevaluatedProperties"] != nil
    }

    private mutating func schema(ifPresent node: YAMLNode?, in resource: Int) throws(SchemaError) -> SchemaNumber? {
        guard let node else { return nil }
        return try schema(node, in: resource)
    }

    private mutating func schema(_ node: YAMLNode, in resource: Int) throws(SchemaError) -> SchemaNumber {
        try schema(at: SchemaPlace(resource: resource, node: node))
    }

    private mutating func schemas(
        _ keyword: String, _ keywords: KeywordReader, in resource: Int
    ) throws(SchemaError) -> Int? {
        guard let node = keywords[keyword] else { return nil }
        var list: [SchemaNumber] = []
        for item in try keywords.list(node, keyword) { list.append(try schema(item, in: resource)) }
        guard !list.isEmpty else { throw keywords.wrong(node, "\(keyword) must have at least one schema") }
        return tables.lists.place(list)
    }
}
