import YAMLDocuments

/// Keywords that apply schemas to the node itself. What a branch evaluated counts only when the branch holds.
extension Evaluator {
    mutating func allHold(
        _ list: Int, _ node: YAMLNode, _ evaluated: inout EvaluatedChildren, tracking: Bool
    ) -> Bool {
        for schema in tables.lists[list] where !matches(schema, node, &evaluated, tracking: tracking) { return false }
        return true
    }

    mutating func anyHolds(
        _ list: Int, _ node: YAMLNode, _ evaluated: inout EvaluatedChildren, tracking: Bool
    ) -> Bool {
        var holds = false
        for schema in tables.lists[list] where branchHolds(schema, node, &evaluated, tracking: tracking) {
            holds = true
            // Further branches matter only for what they evaluate.
            if !tracking { break }
        }
        return holds
    }

    mutating func oneHolds(
        _ list: Int, _ node: YAMLNode, _ evaluated: inout EvaluatedChildren, tracking: Bool
    ) -> Bool {
        var holds = false
        for schema in tables.lists[list] where branchHolds(schema, node, &evaluated, tracking: tracking) {
            if holds { return false }
            holds = true
        }
        return holds
    }

    mutating func conditionalHolds(
        _ number: Int, _ node: YAMLNode, _ evaluated: inout EvaluatedChildren, tracking: Bool
    ) -> Bool {
        let rule = tables.conditionals[number]
        if rule.then == nil, rule.otherwise == nil, !tracking { return true }
        let next = branchHolds(rule.condition, node, &evaluated, tracking: tracking) ? rule.then : rule.otherwise
        guard let next else { return true }
        return matches(next, node, &evaluated, tracking: tracking)
    }

    mutating func dependentSchemasHold(
        _ number: Int, _ node: YAMLNode, _ evaluated: inout EvaluatedChildren,
        tracking: Bool
    ) -> Bool {
        for rule in tables.dependentSchemas[number] where node.entry(rule.name) != nil {
            if !matches(rule.schema, node, &evaluated, tracking: tracking) { return false }
        }
        return true
    }

    mutating func branchHolds(
        _ schema: SchemaNumber, _ node: YAMLNode, _ evaluated: inout EvaluatedChildren, tracking: Bool
    ) -> Bool {
        guard tracking else { return matches(schema, node) }
        var own = EvaluatedChildren()
        guard matches(schema, node, &own, tracking: true) else { return false }
        evaluated.formUnion(own)
        return true
    }
}
