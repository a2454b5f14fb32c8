import YAMLDocuments

/// `not` and `if`.
extension FailureExplainer {
    func forbidden(_ negated: SchemaNumber, _ schema: SchemaNumber, _ node: YAMLNode, _ place: Place) -> SchemaFailure {
        let written = tables.nodes[schema]
        let reason =
            Annotations(schema: tables.nodes[negated]).summary ?? Annotations(schema: written).summary
            ?? written["$comment"]?.string
        let names = requiredKeys(of: negated).filter { node.entry($0) != nil }
        if let last = names.last, tables.instructions(of: negated).count == 1 {
            let owner = place.path.name.map { " in \($0)" } ?? ""
            let message =
                names.count == 1
                ? "\(last) is not allowed\(owner) here" : "\(Wording.list(names, "and")) exclude one another\(owner)"
            return failure(
                "not", schema, node, place, message, mend: names.count == 1 ? "Remove \(last)." : "Keep one of them.",
                range: node.entry(last)?.key.range)
        }
        let instructions = tables.instructions(of: negated)
        if place.isKey {
            return failure(
                "not", schema, node, place, "\(place.name) is not allowed", mend: "Use another key.")
        }
        if instructions.isEmpty {
            return failure(
                "not", schema, node, place, "\(place.name) is not allowed here", mend: "Remove \(place.name).",
                range: place.key?.range)
        }
        var fact =
            node.kind == .scalar
            ? "\(place.name) must not be \(Wording.value(node))" : "\(place.name) has a form that is not allowed"
        var mend = "Use another value."
        if instructions.count == 1, let only = instructions.first {
            switch only {
            case .type(let types):
                fact = "\(place.name) must not be \(Wording.types(types)), but is \(Wording.typedValue(node))"
                mend = "Write a value of another type."
            case .pattern(let pattern) where reason == nil:
                fact =
                    "\(place.name) is \(Wording.value(node)); it must not match the pattern "
                    + tables.patterns[pattern].source
            case .contains(let rule):
                fact = "\(place.name) must have no item\(kind(of: tables.contains[rule].schema))"
                mend = "Remove such items."
            default: break
            }
        }
        return failure(
            "not", schema, node, place, reason.map { "\(fact): \(Wording.firstSentence($0))" } ?? fact, mend: mend)
    }

    /// What `then` or `else` refuses, with the case in which it does.
    mutating func wrongConsequence(_ number: Int, _ node: YAMLNode, _ place: Place) -> [SchemaFailure] {
        let rule = tables.conditionals[number]
        let isCase = evaluator.matchesChild(rule.condition, node)
        var failures = (isCase ? rule.then : rule.otherwise).map { explain($0, node, place) } ?? []
        let names = conditionNames(rule.condition)
        let reason = names.flatMap { self.reason($0, node) }
        for index in failures.indices {
            for name in names ?? [] {
                let path = place.path.appending(.key(name))
                if path != failures[index].path { failures[index].conditions.append(path) }
            }
            guard let reason, failures[index].conditions.count == names?.count else { continue }
            switch failures[index].subject {
            case .missingKey, .missingOneOf, .unknownKey: failures[index].message += " when \(reason)"
            case .value: failures[index].message += " (because \(reason))"
            }
        }
        return failures
    }

    /// The keys that a condition is about; nil when it is about more than the presence and values of keys.
    private func conditionNames(_ condition: SchemaNumber) -> [String]? {
        var names: [String] = []
        for instruction in tables.instructions(of: condition) {
            guard case .members(let number) = instruction, tables.members[number].patterns.isEmpty,
                tables.members[number].additional == nil
            else { return nil }
            names += tables.members[number].names.names
        }
        return names.isEmpty ? nil : names
    }

    /// `type is ssh and system is given`; nil when a key is not there, so that its absence was the case.
    private func reason(_ names: [String], _ node: YAMLNode) -> String? {
        var words: [String] = []
        for name in names {
            guard let value = node[name] else { return nil }
            words.append(value.kind == .scalar ? "\(name) is \(Wording.plain(value))" : "\(name) is given")
        }
        return Wording.list(words, "and")
    }
}
