import YAMLDocuments

/// `anyOf` and `oneOf`: of several forms, the one that was meant.
extension FailureExplainer {
    /// One form, and what is wrong when the node is taken for it.
    private struct Branch {
        let schema: SchemaNumber
        let failures: [SchemaFailure]
        /// Refused for the type or value of the node itself: another form was meant.
        let isOtherType: Bool
        /// Refused for the constant value of a key of the node, such as `kind`: the same, one level down.
        let isOtherVariant: Bool

        init(_ schema: SchemaNumber, _ failures: [SchemaFailure], at place: Place) {
            self.schema = schema
            self.failures = failures
            isOtherType = failures.contains { failure in
                failure.path == place.path && (failure.keyword == "type" || !failure.accepted.isEmpty)
            }
            isOtherVariant = failures.contains { failure in
                failure.path.elements.count == place.path.elements.count + 1 && !failure.accepted.isEmpty
            }
        }

        /// Smaller is more likely meant: few mistakes, and deep ones.
        var rank: (Int, Int) { (failures.count, -(failures.map(\.path.elements.count).max() ?? 0)) }
    }

    mutating func wrongAlternative(
        _ list: Int, _ keyword: String, _ schema: SchemaNumber, _ node: YAMLNode, _ place: Place
    ) -> [SchemaFailure] {
        let schemas = tables.lists[list]
        let holding = schemas.filter { evaluator.matchesChild($0, node) }
        if !holding.isEmpty { return [ambiguous(holding, schema, node, place)] }
        var branches: [Branch] = []
        for alternative in schemas {
            let failures = withoutEchoes(explain(alternative, node, place))
            if !failures.isEmpty { branches.append(Branch(alternative, failures, at: place)) }
        }
        return meantFailures(branches, of: schemas, keyword, schema, node, place)
    }

    private func meantFailures(
        _ branches: [Branch], of schemas: [SchemaNumber], _ keyword: String, _ schema: SchemaNumber, _ node: YAMLNode,
        _ place: Place
    ) -> [SchemaFailure] {
        let possible = branches.filter { !$0.isOtherType }
        if possible.isEmpty { return [noneOfTheTypes(schemas, branches, keyword, schema, node, place)] }
        let meant = possible.filter { !$0.isOtherVariant }
        if meant.isEmpty, let merged = noneOfTheVariants(possible, schema) { return [merged] }
        if let missing = noneOfTheKeys(meant, keyword, schema, node, place) { return missing }
        let best = (meant.isEmpty ? possible : meant).min { $0.rank < $1.rank }
        let constants = branches.flatMap(\.failures).filter { $0.path == place.path }.flatMap(\.accepted)
        return (best?.failures ?? []).map { addingAlternative(constants, to: $0, place) }
    }

    /// Where a pattern was meant, the constants that are also accepted are worth a mention.
    private func addingAlternative(
        _ constants: [YAMLNode], to failure: SchemaFailure, _ place: Place
    ) -> SchemaFailure {
        guard !constants.isEmpty, failure.path == place.path, failure.subject == .value, failure.keyword != "type"
        else { return failure }
        let words = Wording.list(constants.map(Wording.plain), "or")
        var failure = failure
        failure.message += ", or \(words)"
        return failure
    }

    private func noneOfTheTypes(
        _ schemas: [SchemaNumber], _ branches: [Branch], _ keyword: String, _ schema: SchemaNumber, _ node: YAMLNode,
        _ place: Place
    ) -> SchemaFailure {
        let values = branches.flatMap(\.failures).filter { $0.path == place.path }.flatMap(\.accepted)
        let types = self.types(of: schemas)
        if !values.isEmpty, values.contains(where: { TypeSet(of: $0) == TypeSet(of: node) }) || types.isEmpty {
            return wrongValue(values, keyword, schema, node, place)
        }
        let all = values.reduce(into: types) { $0.formUnion(TypeSet(of: $1)) }
        return wrongType(all, schema, node, place, keyword: keyword)
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
    private func noneOfTheVariants(_ branches: [Branch], _ schema: SchemaNumber) -> SchemaFailure? {
        let refusals = branches.map { branch in branch.failures.first { !$0.accepted.isEmpty } }
        guard let first = refusals.first ?? nil, refusals.count > 1,
            refusals.allSatisfy({ $0?.path == first.path && $0?.node.identity == first.node.identity })
        else { return nil }
        var values: [YAMLNode] = []
        for value in refusals.flatMap({ $0?.accepted ?? [] }) where !values.contains(where: { areEqual($0, value) }) {
            values.append(value)
        }
        return wrongValue(values, first.keyword, schema, first.node, Place(path: first.path))
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
        let words = Wording.list(
            sets.map { Wording.list($0, "and") }, sets.contains { $0.count > 1 } ? "or else" : "or")
        return [
            failure(
                keyword, schema, node, place, "\(place.name) needs \(words)", mend: "Add \(words).",
                range: place.key?.range ?? node.entries.first?.key.range,
                subject: .missingOneOf(sets.flatMap { $0 }))
        ]
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
        if names.count > 1 {
            return failure(
                "oneOf", schema, node, place, "\(place.name) may have only one of \(Wording.list(names, "and"))",
                mend: "Keep one of these keys.", range: node.entry(names[1])?.key.range)
        }
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
