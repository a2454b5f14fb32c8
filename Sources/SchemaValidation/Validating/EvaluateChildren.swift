import YAMLDocuments

/// Keywords that apply schemas to the entries of a mapping or the items of a sequence.
extension Evaluator {
    mutating func membersHold(
        _ number: Int, _ node: YAMLNode, _ evaluated: inout EvaluatedChildren, tracking: Bool
    ) -> Bool {
        guard node.kind == .mapping else { return true }
        let rules = tables.members[number]
        if rules.requiredCount > node.count { return false }
        var required = 0
        for (position, entry) in node.entries.enumerated() {
            let key = entry.key.scalarBytes
            var isDescribed = false
            if let number = rules.names.number(of: key) {
                let slot = rules.slots[number]
                if slot.isRequired { required += 1 }
                if let schema = slot.schema {
                    isDescribed = true
                    if !matchesChild(schema, entry.value) { return false }
                }
            }
            for rule in rules.patterns where patternMatches(rule.pattern, key, of: entry.key) {
                isDescribed = true
                if !matchesChild(rule.schema, entry.value) { return false }
            }
            if !isDescribed, let additional = rules.additional {
                isDescribed = true
                if !matchesChild(additional, entry.value) { return false }
            }
            if tracking, isDescribed { evaluated.insert(position) }
        }
        return required >= rules.requiredCount
    }

    mutating func elementsHold(
        _ number: Int, _ node: YAMLNode, _ evaluated: inout EvaluatedChildren, tracking: Bool
    ) -> Bool {
        guard node.kind == .sequence else { return true }
        let rules = tables.elements[number]
        for (position, item) in node.items.enumerated() {
            guard let schema = position < rules.prefix.count ? rules.prefix[position] : rules.rest else { break }
            if !matchesChild(schema, item) { return false }
            if tracking { evaluated.insert(position) }
        }
        return true
    }

    mutating func containsHolds(
        _ number: Int, _ node: YAMLNode, _ evaluated: inout EvaluatedChildren, tracking: Bool
    ) -> Bool {
        guard node.kind == .sequence else { return true }
        let rule = tables.contains[number]
        let tracking = tracking && rule.evaluates
        var found = 0
        for (position, item) in node.items.enumerated() where matchesChild(rule.schema, item) {
            found += 1
            if let maximum = rule.maximum, found > maximum { return false }
            if tracking {
                evaluated.insert(position)
            } else if rule.maximum == nil, found >= rule.minimum {
                return true
            }
        }
        return found >= rule.minimum
    }

    mutating func namesHold(_ schema: SchemaNumber, _ node: YAMLNode) -> Bool {
        for entry in node.entries where !matchesChild(schema, entry.key) { return false }
        return true
    }

    mutating func unevaluatedItemsHold(
        _ schema: SchemaNumber, _ node: YAMLNode, _ evaluated: inout EvaluatedChildren
    ) -> Bool {
        guard node.kind == .sequence else { return true }
        for (position, item) in node.items.enumerated()
        where !evaluated.contains(position) && !matchesChild(schema, item) { return false }
        evaluated.insertAll()
        return true
    }

    mutating func unevaluatedPropertiesHold(
        _ schema: SchemaNumber, _ node: YAMLNode, _ evaluated: inout EvaluatedChildren
    ) -> Bool {
        guard node.kind == .mapping else { return true }
        for (position, entry) in node.entries.enumerated()
        where !evaluated.contains(position) && !matchesChild(schema, entry.value) { return false }
        evaluated.insertAll()
        return true
    }
}
