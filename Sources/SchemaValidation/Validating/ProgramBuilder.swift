import YAMLDocuments

/// Flattens `SchemaTables`, and simplifies what it can without changing what is valid:
///
/// - a schema that is nothing but a reference is replaced by its target where it is applied;
/// - `unevaluatedProperties` beside keywords that only look at keys is what `additionalProperties` is, and needs no
///   record of what was evaluated.
struct ProgramBuilder {
    private let tables: SchemaTables
    private(set) var schemas: [SchemaRecord] = []
    private(set) var instructions: [Instruction] = []
    private(set) var members: [MemberRecord] = []
    private(set) var names: [NameRecord] = []
    private(set) var memberPatterns: [MemberPatternRecord] = []
    private(set) var elements: [ElementRecord] = []
    private(set) var contains: [ContainsRecord] = []
    private(set) var conditionals: [ConditionalRecord] = []
    private(set) var dependentSchemas: [TableRange] = []
    private(set) var dependentRequired: [TableRange] = []
    private(set) var dependents: [DependentRecord] = []
    private(set) var keys: [KeyRecord] = []
    private(set) var lists: [TableRange] = []
    private(set) var listItems: [Int32] = []
    private(set) var valueLists: [TableRange] = []
    private(set) var values: [ValueRecord] = []
    private(set) var text: [UInt8] = []
    let keepsScope: Bool

    init(_ tables: SchemaTables) {
        self.tables = tables
        keepsScope = !tables.dynamicReferences.isEmpty
    }

    mutating func build() {
        // In the order of the tables: operands keep their numbers.
        for rules in tables.members { add(rules, additional: rules.additional) }
        for rules in tables.elements {
            let rest = rules.rest.map(target) ?? -1
            elements.append(ElementRecord(prefix: addList(rules.prefix), rest: rest))
        }
        for rule in tables.contains {
            contains.append(
                ContainsRecord(
                    schema: target(rule.schema), minimum: rule.minimum, maximum: rule.maximum ?? .max,
                    evaluates: rule.evaluates))
        }
        for rule in tables.conditionals {
            conditionals.append(
                ConditionalRecord(
                    condition: target(rule.condition), then: rule.then.map(target) ?? -1,
                    otherwise: rule.otherwise.map(target) ?? -1))
        }
        for rules in tables.dependentSchemas {
            let lower = dependents.count
            for rule in rules {
                let schema = target(rule.schema)
                dependents.append(DependentRecord(key: key(rule.name), schema: schema, required: TableRange()))
            }
            dependentSchemas.append(TableRange(lower..<dependents.count))
        }
        for rules in tables.dependentRequired {
            let lower = dependents.count
            for rule in rules {
                let firstKey = keys.count
                for name in rule.required { keys.append(key(name)) }
                let required = TableRange(firstKey..<keys.count)
                dependents.append(DependentRecord(key: key(rule.name), schema: -1, required: required))
            }
            dependentRequired.append(TableRange(lower..<dependents.count))
        }
        for list in tables.lists { lists.append(addList(list)) }
        for list in tables.values { addValues(list) }
        for schema in tables.schemas { addSchema(schema) }
    }

    /// The schema that a schema stands for: itself, or what it refers to when it does nothing else.
    private func target(_ schema: SchemaNumber) -> Int32 {
        // With a dynamic scope it matters which resources the way leads through.
        guard !keepsScope else { return Int32(schema) }
        var current = schema
        // A circle of references is left for the evaluator to find.
        for _ in 0..<32 {
            let range = tables.schemas[current].instructions
            guard range.count == 1, case .reference(let next) = tables.instructions[range.lowerBound] else {
                return Int32(current)
            }
            current = next
        }
        return Int32(schema)
    }

    private mutating func addList(_ list: [SchemaNumber]) -> TableRange {
        let lower = listItems.count
        for schema in list { listItems.append(target(schema)) }
        return TableRange(lower..<listItems.count)
    }

    private mutating func addText(_ bytes: some Collection<UInt8>) -> TableRange {
        let lower = text.count
        text.append(contentsOf: bytes)
        return TableRange(lower..<text.count)
    }

    private mutating func key(_ name: String) -> KeyRecord {
        KeyRecord(hash: TextHash.of(name.utf8), text: addText(name.utf8))
    }

    private mutating func add(_ rules: MemberRules, additional: SchemaNumber?) {
        let firstName = names.count
        for place in rules.names.places {
            guard place.number >= 0 else {
                names.append(NameRecord())
                continue
            }
            let number = Int(place.number)
            let slot = rules.slots[number]
            names.append(
                NameRecord(
                    hash: place.hash, text: addText(rules.names.text[rules.names.range(number)]),
                    schema: slot.schema.map(target) ?? -1, isRequired: slot.isRequired, isFree: false))
        }
        let firstPattern = memberPatterns.count
        for rule in rules.patterns {
            memberPatterns.append(MemberPatternRecord(pattern: Int32(rule.pattern), schema: target(rule.schema)))
        }
        members.append(
            MemberRecord(
                names: TableRange(firstName..<names.count), requiredCount: Int32(rules.requiredCount),
                patterns: TableRange(firstPattern..<memberPatterns.count), additional: additional.map(target) ?? -1))
    }

    private mutating func addValues(_ nodes: [YAMLNode]) {
        let lower = values.count
        for node in nodes {
            let bytes = node.scalarBytes
            values.append(
                ValueRecord(
                    type: node.scalarType, hash: TextHash.of(bytes), text: addText(bytes),
                    boolean: node.boolean ?? false, number: node.decimal.flatMap { ScaledDecimal($0) }))
        }
        valueLists.append(TableRange(lower..<values.count))
    }

    // MARK: Schemas

    private mutating func addSchema(_ schema: SchemaTables.Schema) {
        let written = tables.instructions[schema.instructions]
        let lower = instructions.count
        var tracks = schema.tracksEvaluated
        if let rest = closingSchema(written) {
            var hasMembers = false
            for instruction in written {
                switch instruction {
                case .unevaluatedProperties: continue
                case .members(let number):
                    hasMembers = true
                    let rules = tables.members[number]
                    instructions.append(.members(members.count))
                    add(rules, additional: rules.additional ?? rest)
                default: instructions.append(simplified(instruction))
                }
            }
            if !hasMembers {
                let rules = MemberRules(
                    names: NameTable([]), slots: [], requiredCount: 0, patterns: [], additional: rest)
                instructions.append(.members(members.count))
                add(rules, additional: rest)
            }
            tracks = false
        } else {
            for instruction in written { instructions.append(simplified(instruction)) }
        }
        schemas.append(
            SchemaRecord(
                instructions: TableRange(lower..<instructions.count), resource: Int32(schema.resource),
                tracksEvaluated: tracks, isLeaf: instructions[lower...].allSatisfy(\.isAssertion)))
    }

    /// The schema of `unevaluatedProperties` when what is evaluated before it is known beforehand: what the schema's
    /// own `properties`, `patternProperties` and `additionalProperties` describe.
    private func closingSchema(_ written: ArraySlice<Instruction>) -> SchemaNumber? {
        var rest: SchemaNumber?
        for instruction in written {
            if case .unevaluatedProperties(let schema) = instruction { rest = schema }
        }
        guard rest != nil else { return nil }
        let own = describedNames(written)
        let isKnown = written.allSatisfy { instruction in
            switch instruction {
            case .members, .unevaluatedProperties: true
            default: evaluatesNone(instruction, beyond: own, depth: 0)
            }
        }
        return isKnown ? rest : nil
    }

    /// The keys that a schema's `properties` names.
    private func describedNames(_ written: ArraySlice<Instruction>) -> Set<String> {
        var names: Set<String> = []
        for case .members(let number) in written {
            let rules = tables.members[number]
            for (name, slot) in rules.slots.enumerated() where slot.schema != nil {
                names.insert(rules.names.name(name))
            }
        }
        return names
    }

    /// Whether an instruction surely evaluates no entries but those with the names, and no items.
    private func evaluatesNone(_ instruction: Instruction, beyond names: Set<String>, depth: Int) -> Bool {
        func evaluateNone(_ schemas: [SchemaNumber?]) -> Bool {
            // Deeper nesting is rare, and a circle of references must end.
            guard depth < 8 else { return false }
            return schemas.allSatisfy { schema in
                guard let schema else { return true }
                return tables.instructions(of: schema).allSatisfy {
                    evaluatesNone($0, beyond: names, depth: depth + 1)
                }
            }
        }
        switch instruction {
        case .members(let number):
            let rules = tables.members[number]
            return rules.patterns.isEmpty && rules.additional == nil
                && rules.slots.indices.allSatisfy {
                    rules.slots[$0].schema == nil || names.contains(rules.names.name($0))
                }
        // What these evaluate is nothing, or items, which `unevaluatedProperties` does not ask for.
        case .not, .propertyNames, .elements, .contains: return true
        case .reference(let schema): return evaluateNone([schema])
        case .allOf(let list), .anyOf(let list), .oneOf(let list): return evaluateNone(tables.lists[list])
        case .conditional(let number):
            let rule = tables.conditionals[number]
            return evaluateNone([rule.condition, rule.then, rule.otherwise])
        case .dependentSchemas(let number): return evaluateNone(tables.dependentSchemas[number].map(\.schema))
        case .dynamicReference, .unevaluatedItems, .unevaluatedProperties: return false
        default: return instruction.isAssertion
        }
    }

    private func simplified(_ instruction: Instruction) -> Instruction {
        switch instruction {
        case .reference(let schema): .reference(Int(target(schema)))
        case .not(let schema): .not(Int(target(schema)))
        case .propertyNames(let schema): .propertyNames(Int(target(schema)))
        case .unevaluatedItems(let schema): .unevaluatedItems(Int(target(schema)))
        case .unevaluatedProperties(let schema): .unevaluatedProperties(Int(target(schema)))
        default: instruction
        }
    }
}

extension Instruction {
    /// True for instructions that apply no other schema, neither to the node nor to what it contains.
    var isAssertion: Bool {
        switch self {
        case .never, .type, .oneOfValues, .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .multipleOf,
            .minLength, .maxLength, .pattern, .format, .minItems, .maxItems, .uniqueItems, .minProperties,
            .maxProperties, .dependentRequired:
            true
        case .contains, .elements, .members, .propertyNames, .dependentSchemas, .reference, .dynamicReference, .allOf,
            .anyOf, .oneOf, .not, .conditional, .unevaluatedItems, .unevaluatedProperties:
            false
        }
    }
}
