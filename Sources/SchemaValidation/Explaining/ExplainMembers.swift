import SourceText
import YAMLDocuments

/// Missing, unknown and wrong entries of mappings.
extension FailureExplainer {
    mutating func wrongMembers(
        _ number: Int, _ schema: SchemaNumber, _ node: YAMLNode, _ place: Place
    ) -> [SchemaFailure] {
        let rules = tables.members[number]
        var found: [SchemaFailure] = []
        var known: KnownKeys?
        var present: Set<Int> = []
        for entry in node.entries where found.count < maximumFailures {
            let key = entry.key.scalarBytes
            var isDescribed = false
            if let number = rules.names.number(of: key) {
                present.insert(number)
                if let value = rules.slots[number].schema {
                    isDescribed = true
                    found += explainMember(value, schema, entry, place)
                }
            }
            for rule in rules.patterns where evaluator.patternMatches(rule.pattern, key, of: entry.key) {
                isDescribed = true
                found += explainMember(rule.schema, schema, entry, place)
            }
            if !isDescribed, let additional = rules.additional {
                guard tables.isNever(additional) else {
                    found += explain(additional, entry.value, place.child(entry))
                    continue
                }
                let keys = known ?? knownKeys(of: schema, in: node)
                known = keys
                found.append(unknownKey(entry, "additionalProperties", schema, keys, place))
            }
        }
        for (number, slot) in rules.slots.enumerated() where slot.isRequired && !present.contains(number) {
            let name = rules.names.name(number)
            found.append(missingKey(name, describedBy: slot.schema, "required", schema, node, place))
        }
        return found
    }

    /// A schema `false` for the value of a known key means that the key may not be there in this case.
    private mutating func explainMember(
        _ value: SchemaNumber, _ schema: SchemaNumber, _ entry: YAMLEntry, _ place: Place
    ) -> [SchemaFailure] {
        let child = place.child(entry)
        guard tables.isNever(value) else { return explain(value, entry.value, child) }
        return [
            failure(
                "properties", schema, entry.value, child, "\(child.name) is not allowed here", mend: "Remove the key.",
                range: entry.key.range, subject: .unknownKey(entry.key.text, meant: nil))
        ]
    }

    mutating func wrongNames(_ rule: SchemaNumber, _ node: YAMLNode, _ place: Place) -> [SchemaFailure] {
        var found: [SchemaFailure] = []
        for entry in node.entries {
            var child = place.child(entry)
            child.isKey = true
            found += explain(rule, entry.key, child)
        }
        return found
    }

    func missingKey(
        _ name: String, describedBy value: SchemaNumber? = nil, _ keyword: String, _ schema: SchemaNumber,
        _ node: YAMLNode, _ place: Place, reason: String = ""
    ) -> SchemaFailure {
        let full = place.path.name.map { "\($0).\(name)" } ?? name
        let path = place.path.appending(.key(name))
        let mend =
            value.flatMap { tables.constants(of: $0) }.map { mendOfMissing(name, in: path, oneOf: $0) }
            ?? mendOfMissing(name, in: path, as: value.map { Annotations(schema: described(by: $0)) })
        var missing = place
        missing.path = path
        let shown = place.key?.range ?? node.entries.first?.key.range ?? firstCharacter(of: node)
        return failure(
            keyword, schema, node, missing, "\(full) is required\(reason)", mend: mend, range: shown,
            subject: .missingKey(name))
    }

    /// What to add where; `path` is the one that the key will have.
    private func mendOfMissing(_ name: String, in path: InstancePath, as annotations: Annotations?) -> String {
        let start = startOfMend(name, path)
        if let example = annotations?.examples.first { return "\(start), for example `\(name): \(example)`." }
        if let summary = annotations?.summary { return "\(start): \(summary)." }
        return start + "."
    }

    func mendOfMissing(_ name: String, in path: InstancePath, oneOf values: [YAMLNode]) -> String {
        let start = startOfMend(name, path)
        let words = values.prefix(12).map(Wording.plain)
        if values.count == 1 { return "\(start), as `\(name): \(words[0])`." }
        guard words.count == values.count else { return "\(start), with one of \(values.count) values." }
        return "\(start): \(Wording.list(words, "or"))."
    }

    private func startOfMend(_ name: String, _ path: InstancePath) -> String {
        let owner = InstancePath(path.elements.dropLast()).name.map { " under \($0)" } ?? ""
        return "Add `\(name)`\(owner)"
    }

    private func firstCharacter(of node: YAMLNode) -> Range<Int> {
        node.range.lowerBound..<min(node.range.lowerBound + 1, node.range.upperBound)
    }

    /// The schema's own node, or that of the schema that it only refers to.
    private func described(by schema: SchemaNumber) -> YAMLNode {
        let node = tables.nodes[schema]
        if node["description"] == nil, node["title"] == nil, node["examples"] == nil,
            case .reference(let target)? = tables.instructions(of: schema).first, target != schema
        {
            return tables.nodes[target]
        }
        return node
    }

    /// The keys that a schema knows for a mapping: those that are not there yet, which an unknown key can have been
    /// meant for, and those that are.
    struct KnownKeys {
        let unused: [String]
        let used: [String]
        /// Mappings below that are there, with the keys that they may have beside those that they have.
        let homes: [(key: String, names: [String])]
    }

    private mutating func knownKeys(of schema: SchemaNumber, in node: YAMLNode) -> KnownKeys {
        let present = Set(node.entries.map(\.key.scalarBytes))
        let names = KnownNames(of: schema, in: tables, for: node, evaluator: &evaluator).names
        let isUsed = names.map { present.contains(Array($0.utf8)[...]) }
        return KnownKeys(
            unused: zip(names, isUsed).filter { !$1 }.map(\.0), used: zip(names, isUsed).filter { $1 }.map(\.0),
            homes: homes(below: schema, in: node))
    }

    private mutating func homes(below schema: SchemaNumber, in node: YAMLNode) -> [(key: String, names: [String])] {
        node.entries.filter { $0.value.kind == .mapping }.prefix(20).compactMap { entry in
            guard let inner = tables.value(of: entry.key.scalarBytes, in: schema) else { return nil }
            let present = Set(entry.value.entries.map(\.key.scalarBytes))
            let names = KnownNames(of: inner, in: tables, for: entry.value, evaluator: &evaluator).names
            return (entry.key.text, names.filter { !present.contains(Array($0.utf8)[...]) })
        }
    }

    private func unknownKey(
        _ entry: YAMLEntry, _ keyword: String, _ schema: SchemaNumber, _ known: KnownKeys, _ place: Place
    ) -> SchemaFailure {
        let key = entry.key.text
        let meant = nearestName(to: key, among: known.unused)
        let hint = meant.map { "; did you mean \"\($0)\"?" } ?? place.path.name.map { " in \($0)" } ?? ""
        let mend: String
        if let meant {
            mend = "Write `\(meant)`."
        } else if let twin = nearestName(to: key, among: known.used) {
            mend = "Remove the key: `\(twin)`, which it resembles, is there already."
        } else if let home = known.homes.first(where: { nearestName(to: key, among: $0.names) != nil }) {
            let name = nearestName(to: key, among: home.names) ?? key
            mend = "Move it under \(home.key)" + (name == key ? "." : ", as `\(name)`.")
        } else if known.unused.isEmpty {
            mend = "Remove the key" + (known.used.isEmpty ? "." : ": all that are known here are there already.")
        } else {
            mend = "Remove the key, or use one that is known here: \(Wording.enumeration(known.unused))."
        }
        return failure(
            keyword, schema, entry.value, place.child(entry), "unknown key \"\(key)\"\(hint)", mend: mend,
            range: entry.key.range, subject: .unknownKey(key, meant: meant))
    }

    func missingCompanions(
        _ rules: [(name: String, required: [String])], _ schema: SchemaNumber, _ node: YAMLNode, _ place: Place
    ) -> [SchemaFailure] {
        rules.filter { node.entry($0.name) != nil }.flatMap { rule in
            rule.required.filter { node.entry($0) == nil }.map { name in
                missingKey(name, "dependentRequired", schema, node, place, reason: " when \(rule.name) is given")
            }
        }
    }

    /// `isComplete` is false when other keywords have failed: what they would have evaluated is then only known by
    /// name, and a known name is no mistake of its own.
    mutating func unevaluatedMembers(
        _ schema: SchemaNumber, _ rest: SchemaNumber, _ node: YAMLNode, _ place: Place,
        _ evaluated: EvaluatedChildren, isComplete: Bool
    ) -> [SchemaFailure] {
        guard node.kind == .mapping else { return [] }
        let known = isComplete ? nil : KnownNames(of: schema, in: tables, for: node, evaluator: &evaluator)
        var found: [SchemaFailure] = []
        var keys: KnownKeys?
        for (position, entry) in node.entries.enumerated() where !evaluated.contains(position) {
            guard found.count < maximumFailures else { break }
            if known?.describes(entry.key.scalarBytes, evaluator: &evaluator, of: entry.key) == true { continue }
            if tables.isNever(rest) {
                let all = keys ?? knownKeys(of: schema, in: node)
                keys = all
                found.append(unknownKey(entry, "unevaluatedProperties", schema, all, place))
            } else {
                found += explain(rest, entry.value, place.child(entry))
            }
        }
        return found
    }
}
