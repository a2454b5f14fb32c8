import YAMLDocuments

extension SchemaTables {
    /// The values that `const` and `enum` leave for a key of a mapping, in a schema or in what it applies by reference
    /// and `allOf`; nil when any value will do.
    func constants(of key: ArraySlice<UInt8>, in schema: SchemaNumber) -> [YAMLNode]? {
        for member in unconditional(schema) {
            for instruction in instructions(of: member) {
                guard case .members(let number) = instruction, let name = members[number].names.number(of: key),
                    let value = members[number].slots[name].schema, let constants = constants(of: value)
                else { continue }
                return constants
            }
        }
        return nil
    }

    /// The values that `const` and `enum` leave for a schema's own value.
    func constants(of schema: SchemaNumber) -> [YAMLNode]? {
        for member in unconditional(schema) {
            for instruction in instructions(of: member) {
                if case .oneOfValues(let list, _) = instruction { return values[list] }
            }
        }
        return nil
    }

    /// The schema for the value of a key.
    func value(of key: ArraySlice<UInt8>, in schema: SchemaNumber) -> SchemaNumber? {
        for member in unconditional(schema) {
            for instruction in instructions(of: member) {
                guard case .members(let number) = instruction, let name = members[number].names.number(of: key),
                    let value = members[number].slots[name].schema
                else { continue }
                return value
            }
        }
        return nil
    }

    /// How many keys of a mapping a schema says nothing about by name, itself or by reference and `allOf`.
    func keysNotDescribed(by schema: SchemaNumber, of node: YAMLNode) -> Int {
        let tables = unconditional(schema).flatMap { member in
            instructions(of: member).compactMap { instruction -> NameTable? in
                if case .members(let number) = instruction { members[number].names } else { nil }
            }
        }
        return node.entries.count { entry in !tables.contains { $0.number(of: entry.key.scalarBytes) != nil } }
    }

    /// A schema and all that it applies to the same value in every case.
    func unconditional(_ schema: SchemaNumber) -> [SchemaNumber] {
        var found: [SchemaNumber] = []
        var pending = [schema]
        var seen: Set<SchemaNumber> = []
        while let next = pending.popLast() {
            guard seen.insert(next).inserted else { continue }
            found.append(next)
            for instruction in instructions(of: next) {
                switch instruction {
                case .reference(let target): pending.append(target)
                case .allOf(let list): pending += lists[list].reversed()
                default: break
                }
            }
        }
        return found
    }
}
