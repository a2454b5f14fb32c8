import YAMLDocuments

/// The keys that a schema describes, in any of the schemas that it applies to the same mapping.
struct KnownNames {
    private(set) var names: [String] = []
    private var seenNames: Set<String> = []
    private var patterns: [Int] = []
    private var acceptsOthers = false
    private var seenSchemas: Set<SchemaNumber> = []

    /// - Parameter node: the mapping; forms that another constant rules out, and the `then` or `else` of the other
    ///   case, are left out.
    init(of schema: SchemaNumber, in tables: SchemaTables, for node: YAMLNode, evaluator: inout Evaluator) {
        var pending = [schema]
        while let next = pending.popLast() {
            guard seenSchemas.insert(next).inserted else { continue }
            for instruction in tables.instructions(of: next) {
                switch instruction {
                case .anyOf(let list), .oneOf(let list):
                    let possible = tables.lists[list].filter { Self.isPossible($0, node, tables) }
                    pending += (possible.isEmpty ? tables.lists[list] : possible).reversed()
                case .conditional(let number):
                    let rule = tables.conditionals[number]
                    let isCase = evaluator.matchesChild(rule.condition, node)
                    // What a condition looks at is known only when it holds.
                    pending +=
                        isCase ? [rule.then, rule.condition].compactMap { $0 } : [rule.otherwise].compactMap { $0 }
                default: collect(instruction, from: next, tables, &pending)
                }
            }
        }
    }

    private static func isPossible(_ schema: SchemaNumber, _ node: YAMLNode, _ tables: SchemaTables) -> Bool {
        node.entries.allSatisfy { entry in
            tables.constants(of: entry.key.scalarBytes, in: schema)?.contains { areEqual($0, entry.value) } ?? true
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
        case .allOf(let list): pending += tables.lists[list].reversed()
        case .dependentSchemas(let number): pending += tables.dependentSchemas[number].map(\.schema)
        default: break
        }
    }

    func describes(_ key: ArraySlice<UInt8>, evaluator: inout Evaluator, of node: YAMLNode) -> Bool {
        if acceptsOthers || seenNames.contains(String(decoding: key, as: UTF8.self)) { return true }
        return patterns.contains { evaluator.patternMatches($0, key, of: node) }
    }
}
