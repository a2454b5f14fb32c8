import YAMLDocuments

/// Flattens `SchemaTables`, and simplifies what it can without changing what is valid:
///
/// - a schema that is nothing but a reference is replaced by its target where it is applied;
/// - `unevaluatedProperties` is replaced by `additionalProperties` where both mean the same, so that what was evaluated
///   need not be recorded (`SchemaTables.closingSchema`).
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
        for rules in tables.members { add(rules) }
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

    private mutating func add(_ rules: MemberRules) {
        let firstName = names.count
        var nameBits: UInt64 = 0
        for place in rules.names.places {
            guard place.number >= 0 else {
                names.append(NameRecord())
                continue
            }
            let number = Int(place.number)
            let slot = rules.slots[number]
            nameBits |= 1 << UInt64(place.hash & 63)
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
                names: TableRange(firstName..<names.count), nameBits: nameBits,
                requiredCount: Int32(rules.requiredCount),
                patterns: TableRange(firstPattern..<memberPatterns.count),
                additional: rules.additional.map(target) ?? -1))
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
        let rest = tables.closingSchema(of: written)
        if let rest { addClosedMembers(written, rest: target(rest)) }
        for instruction in written {
            switch instruction {
            case .members where rest != nil, .unevaluatedProperties where rest != nil: continue
            default: instructions.append(simplified(instruction))
            }
        }
        schemas.append(
            SchemaRecord(
                instructions: TableRange(lower..<instructions.count), resource: Int32(schema.resource),
                tracksEvaluated: schema.tracksEvaluated && rest == nil,
                isLeaf: instructions[lower...].allSatisfy(\.isAssertion)))
    }

    /// `unevaluatedProperties` as the `additionalProperties` of the keywords about entries.
    private mutating func addClosedMembers(_ written: ArraySlice<Instruction>, rest: Int32) {
        var closed = MemberRecord(
            names: emptyNames(), nameBits: 0, requiredCount: 0, patterns: TableRange(), additional: rest)
        for case .members(let number) in written {
            closed = members[number]
            if closed.additional < 0 { closed.additional = rest }
        }
        instructions.append(.members(members.count))
        members.append(closed)
    }

    /// A hash table with one free place.
    private mutating func emptyNames() -> TableRange {
        names.append(NameRecord())
        return TableRange(names.count - 1..<names.count)
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
