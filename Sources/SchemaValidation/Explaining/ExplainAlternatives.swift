import YAMLDocuments

/// `anyOf` and `oneOf`: of several forms, the one that was meant.
extension FailureExplainer {
    mutating func wrongAlternative(
        _ list: Int, _ keyword: String, _ schema: SchemaNumber, _ node: YAMLNode, _ place: Place
    ) -> [SchemaFailure] {
        let schemas = tables.lists[list]
        let holding = schemas.filter { evaluator.matchesChild($0, node) }
        if !holding.isEmpty { return [ambiguous(holding, schema, node, place)] }
        var branches: [Branch] = []
        for alternative in schemas {
            let failures = withoutEchoes(explain(alternative, node, place))
            guard !failures.isEmpty else { continue }
            let undescribed = tables.keysNotDescribed(by: alternative, of: node)
            branches.append(Branch(alternative, failures, at: place, undescribedKeys: undescribed))
        }
        return meantFailures(branches, of: schemas, keyword, schema, node, place)
    }

    private func meantFailures(
        _ branches: [Branch], of schemas: [SchemaNumber], _ keyword: String, _ schema: SchemaNumber, _ node: YAMLNode,
        _ place: Place
    ) -> [SchemaFailure] {
        let possible = branches.filter { !$0.isOtherType }
        if possible.isEmpty { return [noneOfTheTypes(schemas, branches, keyword, schema, node, place)] }
        let variants = variantSelection(of: possible, node)
        if variants.isEmpty, let merged = noneOfTheVariants(possible, schema, place) { return [merged] }
        let meant = variants.isEmpty ? possible : variants
        if let missing = noneOfTheKeys(meant, keyword, schema, node, place) { return missing }
        let sorted = meant.sorted { $0.rank < $1.rank }
        if let mixed = mixedForms(sorted, schema, node, place) { return [mixed] }
        let constants = branches.flatMap(\.failures).filter { $0.path == place.path }.flatMap(\.accepted)
        return (sorted.first?.failures ?? []).map { addingAlternative(constants, to: $0, place) }
    }

    /// The forms that accept the keys which tell the forms apart, such as `kind`: keys for which at least two forms
    /// have constants. Empty when a value is none of the constants; all forms when no such key is there.
    private func variantSelection(of branches: [Branch], _ node: YAMLNode) -> [Branch] {
        var left = branches
        for entry in node.entries {
            let answers = left.map { accepts($0.schema, entry) }
            guard answers.count(where: { $0 != nil }) > 1 else { continue }
            left = zip(left, answers).filter { $1 != false }.map(\.0)
        }
        return left
    }

    /// Whether a form has constants for a key, and the entry's value is one of them; nil when it has none.
    private func accepts(_ schema: SchemaNumber, _ entry: YAMLEntry) -> Bool? {
        tables.constants(of: entry.key.scalarBytes, in: schema).map { values in
            values.contains { areEqual($0, entry.value) }
        }
    }

    /// Keys of two forms in one mapping: each form refuses just what the other one requires.
    private func mixedForms(
        _ sorted: [Branch], _ schema: SchemaNumber, _ node: YAMLNode, _ place: Place
    ) -> SchemaFailure? {
        guard sorted.count > 1, sorted[0].rank == sorted[1].rank else { return nil }
        let refused = sorted[..<2].map { branch in
            branch.failures.compactMap { failure -> String? in
                if case .unknownKey(let name, _) = failure.subject { name } else { nil }
            }
        }
        guard refused[0].count == sorted[0].failures.count, refused[1].count == sorted[1].failures.count,
            Set(refused[0]).isSubset(of: requiredKeys(of: sorted[1].schema)),
            Set(refused[1]).isSubset(of: requiredKeys(of: sorted[0].schema))
        else { return nil }
        return onlyOne(of: refused[1] + refused[0], schema, node, place)
    }

    private func onlyOne(
        of names: [String], _ schema: SchemaNumber, _ node: YAMLNode, _ place: Place
    ) -> SchemaFailure {
        failure(
            "oneOf", schema, node, place, "\(place.name) may have only one of \(Wording.list(names, "and"))",
            mend: "Keep one of these keys.", range: node.entry(names.last ?? "")?.key.range,
            related: names.first.flatMap { node.entry($0)?.key.range }.map { ($0, "the other one") })
    }

    /// Where a pattern was meant, the constants that are also accepted are worth a mention.
    private func addingAlternative(
        _ constants: [YAMLNode], to failure: SchemaFailure, _ place: Place
    ) -> SchemaFailure {
        let isAboutValue = [
            "pattern", "format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
        ]
        .contains(failure.keyword)
        guard !constants.isEmpty, failure.path == place.path, isAboutValue else { return failure }
        let words = Wording.list(constants.map(Wording.plain), "or")
        var failure = failure
        failure.message += ", or \(words)"
        return failure
    }

    private func noneOfTheTypes(
        _ schemas: [SchemaNumber], _ branches: [Branch], _ keyword: String, _ schema: SchemaNumber, _ node: YAMLNode,
        _ place: Place
    ) -> SchemaFailure {
        let values = distinct(branches.flatMap(\.failures).filter { $0.path == place.path }.flatMap(\.accepted))
        let types = self.types(of: schemas)
        if !values.isEmpty, values.contains(where: { TypeSet(of: $0) == TypeSet(of: node) }) || types.isEmpty {
            return wrongValue(values, keyword, schema, node, place, otherTypes: types)
        }
        // A few constants say more than their types.
        let others = values.filter { !types.accepts(TypeSet(of: $0)) }
        if others.count <= 4 { return wrongType(types, schema, node, place, keyword: keyword, constants: others) }
        let all = values.reduce(into: types) { $0.formUnion(TypeSet(of: $1)) }
        return wrongType(all, schema, node, place, keyword: keyword)
    }

    private func distinct(_ values: [YAMLNode]) -> [YAMLNode] {
        // A long list comes from one schema, which has each value once.
        guard values.count <= 200 else { return values }
        return values.reduce(into: []) { kept, value in
            if !kept.contains(where: { areEqual($0, value) }) { kept.append(value) }
        }
    }

    /// What schemas say about the type of the node, themselves or by reference.
    private func types(of schemas: [SchemaNumber]) -> TypeSet {
        var types: TypeSet = []
        var pending = schemas
        var seen: Set<SchemaNumber> = []
        while let schema = pending.popLast() {
            guard seen.insert(schema).inserted else { continue }
            for instruction in tables.instructions(of: schema) {
                switch instruction {
                case .type(let own): types.formUnion(own)
                case .reference(let target): pending.append(target)
                case .anyOf(let list), .oneOf(let list), .allOf(let list): pending += tables.lists[list]
                default: break
                }
            }
        }
        return types
    }

    /// All forms are told apart by one key, and its value is none of theirs.
    private func noneOfTheVariants(_ branches: [Branch], _ schema: SchemaNumber, _ place: Place) -> SchemaFailure? {
        let refusals = branches.map { branch in
            branch.failures.first {
                !$0.accepted.isEmpty && $0.path.elements.count == place.path.elements.count + 1
            }
        }
        guard let first = refusals.compactMap({ $0 }).first else { return nil }
        let same = refusals.compactMap { $0 }.filter { $0.node.identity == first.node.identity }
        guard same.count > 1 else { return nil }
        return wrongValue(
            distinct(same.flatMap(\.accepted)), first.keyword, schema, first.node, Place(path: first.path))
    }

    /// Every form only lacks keys: one set of these keys is needed. A form that has some of its keys was meant.
    private func noneOfTheKeys(
        _ branches: [Branch], _ keyword: String, _ schema: SchemaNumber, _ node: YAMLNode, _ place: Place
    ) -> [SchemaFailure]? {
        guard branches.count > 1 else { return nil }
        var sets: [[String]] = []
        for branch in branches {
            let names = branch.failures.compactMap { failure -> String? in
                guard case .missingKey(let name) = failure.subject, failure.node.identity == node.identity
                else { return nil }
                return name
            }
            guard names.count == branch.failures.count else { return nil }
            sets.append(names)
        }
        let begun = branches.filter { branch in
            requiredKeys(of: branch.schema).contains { node.entry($0) != nil }
        }
        if begun.count == 1 { return begun[0].failures }
        // What all forms lack comes first: with it, the next check knows which form is meant.
        let shared = sets.dropFirst().reduce(Set(sets[0])) { $0.intersection($1) }
        if !shared.isEmpty { return missingInAll(shared, branches, node) }
        let words = Wording.list(
            sets.map { Wording.list($0, "and") }, sets.contains { $0.count > 1 } ? "or else" : "or")
        return [
            failure(
                keyword, schema, node, place, "\(place.name) needs \(words)", mend: "Add \(words).",
                range: place.key?.range ?? node.entries.first?.key.range,
                subject: .missingOneOf(sets.flatMap { $0 }))
        ]
    }

    /// The failures about keys that every form requires, with the constants of all forms to choose from.
    private func missingInAll(_ names: Set<String>, _ branches: [Branch], _ node: YAMLNode) -> [SchemaFailure] {
        branches[0].failures.compactMap { failure in
            guard case .missingKey(let name) = failure.subject, names.contains(name) else { return nil }
            let constants = branches.map { tables.constants(of: Array(name.utf8)[...], in: $0.schema) }
            guard constants.allSatisfy({ $0 != nil }) else { return failure }
            let values = distinct(constants.compactMap { $0 }.flatMap { $0 })
            return failure.with(mend: mendOfMissing(name, in: failure.path, oneOf: values))
        }
    }

    private func ambiguous(
        _ holding: [SchemaNumber], _ schema: SchemaNumber, _ node: YAMLNode, _ place: Place
    ) -> SchemaFailure {
        // When each form that holds requires keys of its own, these keys exclude one another.
        let required = holding.map { Set(requiredKeys(of: $0)) }
        let shared = required.dropFirst().reduce(required.first ?? []) { $0.intersection($1) }
        let names = node.entries.map(\.key.text).filter { name in
            !shared.contains(name) && required.contains { $0.contains(name) }
        }
        if names.count > 1 { return onlyOne(of: names, schema, node, place) }
        return failure(
            "oneOf", schema, node, place, "\(place.name) fits \(holding.count) forms that exclude one another",
            mend: "Write it so that it fits one form only.")
    }

    func requiredKeys(of schema: SchemaNumber) -> [String] {
        tables.instructions(of: schema).flatMap { instruction -> [String] in
            guard case .members(let number) = instruction else { return [] }
            let rules = tables.members[number]
            return rules.slots.indices.filter { rules.slots[$0].isRequired }.map(rules.names.name)
        }
    }
}
