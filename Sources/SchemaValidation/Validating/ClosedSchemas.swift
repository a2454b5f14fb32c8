extension SchemaTables {
    /// Instructions that are looked at for one schema; one that has more beside `unevaluatedProperties` is judged with a
    /// record of what was evaluated. Ends circles of references, too.
    private static let closingBudget = 200

    /// The schema of `unevaluatedProperties` when what is evaluated before it is known beforehand: what the schema's
    /// own `properties`, `patternProperties` and `additionalProperties` describe.
    func closingSchema(of written: ArraySlice<Instruction>) -> SchemaNumber? {
        var rest: SchemaNumber?
        for instruction in written {
            if case .unevaluatedProperties(let schema) = instruction { rest = schema }
        }
        guard rest != nil else { return nil }
        let own = describedNames(written)
        var budget = Self.closingBudget
        let isKnown = written.allSatisfy { instruction in
            switch instruction {
            case .members, .unevaluatedProperties: true
            default: evaluatesNone(instruction, beyond: own, &budget)
            }
        }
        return isKnown ? rest : nil
    }

    /// The keys that a schema's `properties` names.
    private func describedNames(_ written: ArraySlice<Instruction>) -> Set<String> {
        var names: Set<String> = []
        for case .members(let number) in written {
            let rules = members[number]
            for (name, slot) in rules.slots.enumerated() where slot.schema != nil {
                names.insert(rules.names.name(name))
            }
        }
        return names
    }

    /// Whether an instruction surely evaluates no entries but those with the names.
    private func evaluatesNone(_ instruction: Instruction, beyond names: Set<String>, _ budget: inout Int) -> Bool {
        budget -= 1
        guard budget > 0 else { return false }
        func evaluateNone(_ schemas: [SchemaNumber?]) -> Bool {
            schemas.allSatisfy { schema in
                guard let schema else { return true }
                return instructions(of: schema).allSatisfy { evaluatesNone($0, beyond: names, &budget) }
            }
        }
        switch instruction {
        case .members(let number):
            let rules = members[number]
            return rules.patterns.isEmpty && rules.additional == nil
                && rules.slots.indices.allSatisfy {
                    rules.slots[$0].schema == nil || names.contains(rules.names.name($0))
                }
        // What these evaluate is nothing, or items, which `unevaluatedProperties` does not ask for.
        case .not, .propertyNames, .elements, .contains: return true
        case .reference(let schema): return evaluateNone([schema])
        case .allOf(let list), .anyOf(let list), .oneOf(let list): return evaluateNone(lists[list])
        case .conditional(let number):
            let rule = conditionals[number]
            return evaluateNone([rule.condition, rule.then, rule.otherwise])
        case .dependentSchemas(let number): return evaluateNone(dependentSchemas[number].map(\.schema))
        case .dynamicReference, .unevaluatedItems, .unevaluatedProperties: return false
        default: return instruction.isAssertion
        }
    }
}
