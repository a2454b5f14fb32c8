import YAMLDocuments

/// Items of lists, and the sizes of lists and mappings.
extension FailureExplainer {
    mutating func wrongElements(_ number: Int, _ node: YAMLNode, _ place: Place) -> [SchemaFailure] {
        let rules = tables.elements[number]
        var found: [SchemaFailure] = []
        for (position, item) in node.items.enumerated() {
            guard let schema = position < rules.prefix.count ? rules.prefix[position] : rules.rest else { break }
            if tables.isNever(schema) {
                found.append(surplusItem("items", schema, item, place, position))
                break
            }
            found += explain(schema, item, place.child(position))
        }
        return found
    }

    mutating func unevaluatedElements(
        _ schema: SchemaNumber, _ rest: SchemaNumber, _ node: YAMLNode, _ place: Place, _ evaluated: EvaluatedChildren
    ) -> [SchemaFailure] {
        var found: [SchemaFailure] = []
        for (position, item) in node.items.enumerated() where !evaluated.contains(position) {
            if tables.isNever(rest) {
                found.append(surplusItem("unevaluatedItems", schema, item, place, position))
                break
            }
            found += explain(rest, item, place.child(position))
        }
        return found
    }

    private func surplusItem(
        _ keyword: String, _ schema: SchemaNumber, _ item: YAMLNode, _ place: Place, _ position: Int
    ) -> SchemaFailure {
        failure(
            keyword, schema, item, place.child(position),
            "\(place.name) has more items than the \(position) that are allowed", mend: "Remove the items from here on."
        )
    }

    func repeatedItem(_ schema: SchemaNumber, _ node: YAMLNode, _ place: Place) -> [SchemaFailure] {
        guard let (first, second) = firstRepeatedItem(node) else { return [] }
        let (earlier, later) = (place.child(first), place.child(second))
        return [
            failure(
                "uniqueItems", schema, node.items[second], later, "\(later.name) repeats \(earlier.name)",
                mend: "Remove one of the two.", related: (node.items[first].range, "the same item"))
        ]
    }

    mutating func missingItem(
        _ rule: ContainsRule, _ schema: SchemaNumber, _ node: YAMLNode, _ place: Place
    ) -> SchemaFailure {
        let kind = kind(of: rule.schema)
        let found = node.items.count { evaluator.matchesChild(rule.schema, $0) }
        if let maximum = rule.maximum, found > maximum {
            return failure(
                "maxContains", schema, node, place,
                "\(place.name) must have at most \(Wording.count(maximum, "item", "items"))\(kind), but has \(found)",
                mend: "Remove some of these items.", range: place.key?.range)
        }
        return failure(
            rule.minimum == 1 ? "contains" : "minContains", schema, node, place,
            "\(place.name) must have at least \(Wording.count(rule.minimum, "item", "items"))\(kind), but has \(found)",
            mend: "Add such an item.", range: place.key?.range)
    }

    /// What items a schema is about, to stand behind the word: ` (a gate)`, ` with kind: final`.
    func kind(of schema: SchemaNumber) -> String {
        if let summary = Annotations(schema: tables.nodes[schema]).summary { return " (\(summary))" }
        if let values = tables.constants(of: schema), values.count <= 8 {
            return " equal to \(Wording.list(values.map(Wording.plain), "or"))"
        }
        var marks: [String] = []
        var types: TypeSet = []
        for member in tables.unconditional(schema) {
            for instruction in tables.instructions(of: member) {
                if case .type(let own) = instruction { types = own }
                guard case .members(let number) = instruction else { continue }
                for name in tables.members[number].names.names {
                    guard let values = tables.constants(of: Array(name.utf8)[...], in: member), values.count <= 4 else {
                        continue
                    }
                    marks.append("\(name): \(Wording.list(values.map(Wording.plain), "or"))")
                }
            }
        }
        if !marks.isEmpty { return " with \(Wording.list(marks, "and"))" }
        return types.isEmpty ? " of the kind that is asked for" : " (\(Wording.types(types)))"
    }

    func wrongCount(
        _ instruction: Instruction, _ schema: SchemaNumber, _ node: YAMLNode, _ place: Place
    ) -> SchemaFailure {
        let (keyword, wanted, limit): (String, String, Int)
        let isTooSmall: Bool
        switch instruction {
        case .minItems(let number): (keyword, limit, isTooSmall) = ("minItems", number, true)
        case .maxItems(let number): (keyword, limit, isTooSmall) = ("maxItems", number, false)
        case .minProperties(let number): (keyword, limit, isTooSmall) = ("minProperties", number, true)
        case .maxProperties(let number): (keyword, limit, isTooSmall) = ("maxProperties", number, false)
        default: (keyword, limit, isTooSmall) = ("type", 0, false)
        }
        let isList = node.kind == .sequence
        wanted = Wording.count(limit, isList ? "item" : "key", isList ? "items" : "keys")
        if isTooSmall, limit == 1 {
            return failure(
                keyword, schema, node, place, "\(place.name) must not be empty",
                mend: isList ? "Add an item." : "Add a key.")
        }
        return failure(
            keyword, schema, node, place,
            "\(place.name) must have at \(isTooSmall ? "least" : "most") \(wanted), but has \(node.count)",
            mend: isTooSmall ? "Add what is missing." : "Remove what is too much.", range: place.key?.range)
    }
}
