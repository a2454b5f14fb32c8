import YAMLDocuments

/// The keys that a schema describes, in any of the schemas that it applies to the same mapping.
struct KnownNames {
    private(set) var names: [String] = []
    private var seenNames: Set<String> = []
    private var patterns: [Int] = []
    private var acceptsOthers = false
    private var seenSchemas: Set<SchemaNumber> = []

    init(of schema: SchemaNumber, in tables: SchemaTables) {
        var pending = [schema]
        while let next = pending.popLast() {
            guard seenSchemas.insert(next).inserted else { continue }
            for instruction in tables.instructions(of: next) {
                collect(instruction, from: next, tables, &pending)
            }
        }
    }

    private mutating func collect(
        _ instruction: Instruction, from schema: SchemaNumber, _ tables: SchemaTables, _ pending: inout [SchemaNumber]
    ) {
        switch instruction {
        case .members(let number):
            let rules = tables.members[number]
            for (number, slot) in rules.slots.enumerated() {
                guard let value = slot.schema, !tables.isNever(value) else { continue }
                let name = rules.names.name(number)
                if seenNames.insert(name).inserted { names.append(name) }
            }
            patterns += rules.patterns.map(\.pattern)
            if let additional = rules.additional, !tables.isNever(additional) { acceptsOthers = true }
        case .reference(let target): pending.append(target)
        case .dynamicReference(let number):
            let reference = tables.dynamicReferences[number]
            pending.append(reference.fallback)
            pending += reference.targets.values.sorted()
        case .allOf(let list), .anyOf(let list), .oneOf(let list): pending += tables.lists[list].reversed()
        case .conditional(let number):
            let rule = tables.conditionals[number]
            pending += [rule.otherwise, rule.then, rule.condition].compactMap { $0 }
        case .dependentSchemas(let number): pending += tables.dependentSchemas[number].map(\.schema)
        default: break
        }
    }

    func describes(_ key: ArraySlice<UInt8>, evaluator: inout Evaluator, of node: YAMLNode) -> Bool {
        if acceptsOthers || seenNames.contains(String(decoding: key, as: UTF8.self)) { return true }
        return patterns.contains { evaluator.patternMatches($0, key, of: node) }
    }
}
