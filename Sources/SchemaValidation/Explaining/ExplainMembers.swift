import SourceText
import YAMLDocuments

/// Missing, unknown and wrong entries of mappings.
extension FailureExplainer {
    mutating func wrongMembers(
        _ number: Int, _ schema: SchemaNumber, _ node: YAMLNode, _ place: Place
    ) -> [SchemaFailure] {
        let rules = tables.members[number]
        var found: [SchemaFailure] = []
        var unused: [String]?
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
                let names = unused ?? unusedNames(of: schema, in: node)
                unused = names
                found.append(unknownKey(entry, "additionalProperties", schema, unused: names, place))
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
        let owner = place.path.name
        let full = owner.map { "\($0).\(name)" } ?? name
        var mend = "Add `\(name)`" + (owner.map { " under \($0)" } ?? "")
        if let annotations = value.map({ Annotations(schema: described(by: $0)) }) {
            if let example = annotations.examples.first {
                mend += ", for example `\(name): \(example)`"
            } else if let summary = annotations.summary {
                mend += ": \(summary)"
            }
        }
        var missing = place
        missing.path = place.path.appending(.key(name))
        let shown = place.key?.range ?? node.entries.first?.key.range ?? firstCharacter(of: node)
        return failure(
            keyword, schema, node, missing, "\(full) is required\(reason)", mend: mend + ".", range: shown,
            subject: .missingKey(name))
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

    /// The known keys that a mapping does not have yet: what an unknown key can have been meant for.
    private func unusedNames(of schema: SchemaNumber, in node: YAMLNode) -> [String] {
        let present = Set(node.entries.map(\.key.scalarBytes))
        return KnownNames(of: schema, in: tables).names.filter { !present.contains(Array($0.utf8)[...]) }
    }

    private func unknownKey(
        _ entry: YAMLEntry, _ keyword: String, _ schema: SchemaNumber, unused: [String], _ place: Place
    ) -> SchemaFailure {
        let key = entry.key.text
        let meant = nearestName(to: key, among: unused)
        let hint = meant.map { "; did you mean \"\($0)\"?" } ?? ""
        let whereabouts = place.path.name.map { " in \($0)" } ?? ""
        let mend: String
        if let meant {
            mend = "Write `\(meant)`."
        } else if unused.isEmpty {
            mend = "Remove the key."
        } else {
            mend = "Remove the key, or use one that is known here: \(Wording.enumeration(unused))."
        }
        return failure(
            keyword, schema, entry.value, place.child(entry),
            "unknown key \"\(key)\"\(hint.isEmpty ? whereabouts : hint)",
            mend: mend, range: entry.key.range, subject: .unknownKey(key, meant: meant))
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
        let known = isComplete ? nil : KnownNames(of: schema, in: tables)
        var found: [SchemaFailure] = []
        var unused: [String]?
        for (position, entry) in node.entries.enumerated() where !evaluated.contains(position) {
            guard found.count < maximumFailures else { break }
            if known?.describes(entry.key.scalarBytes, evaluator: &evaluator, of: entry.key) == true { continue }
            if tables.isNever(rest) {
                let names = unused ?? unusedNames(of: schema, in: node)
                unused = names
                found.append(unknownKey(entry, "unevaluatedProperties", schema, unused: names, place))
            } else {
                found += explain(rest, entry.value, place.child(entry))
            }
        }
        return found
    }
}
