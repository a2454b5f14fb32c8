import YAMLDocuments

/// Keywords that apply schemas to the node itself. What a branch evaluated counts only when the branch holds.
extension Evaluation {
    mutating func allHold(_ list: Int, _ node: Int32, into set: Int) -> Bool {
        for place in program.lists[list].range
        where !matches(program.listItems[place], node, into: set) { return false }
        return true
    }

    mutating func anyHolds(_ list: Int, _ node: Int32, into set: Int) -> Bool {
        var holds = false
        for place in program.lists[list].range where branchHolds(program.listItems[place], node, into: set) {
            holds = true
            // Further branches matter only for what they evaluate.
            if set < 0 { break }
        }
        return holds
    }

    mutating func oneHolds(_ list: Int, _ node: Int32, into set: Int) -> Bool {
        var holds = false
        for place in program.lists[list].range where branchHolds(program.listItems[place], node, into: set) {
            if holds { return false }
            holds = true
        }
        return holds
    }

    mutating func conditionalHolds(_ number: Int, _ node: Int32, into set: Int) -> Bool {
        let rule = program.conditionals[number]
        if rule.then < 0, rule.otherwise < 0, set < 0 { return true }
        let next = branchHolds(rule.condition, node, into: set) ? rule.then : rule.otherwise
        return next < 0 || matches(next, node, into: set)
    }

    mutating func dependentSchemasHold(_ number: Int, _ node: Int32, into set: Int) -> Bool {
        let record = memory[node]
        for place in program.dependentSchemas[number].range {
            let rule = program.dependents[place]
            if has(rule.key, record), !matches(rule.schema, node, into: set) { return false }
        }
        return true
    }

    mutating func dependentRequiredHold(_ number: Int, _ record: NodeRecord) -> Bool {
        for place in program.dependentRequired[number].range {
            let rule = program.dependents[place]
            guard has(rule.key, record) else { continue }
            for required in rule.required.range where !has(program.keys[required], record) { return false }
        }
        return true
    }

    private mutating func has(_ key: KeyRecord, _ record: NodeRecord) -> Bool {
        guard record.kind == .mapping else { return false }
        for place in stride(from: record.content.lowerBound, to: record.content.upperBound, by: 2) {
            let own = memory[memory.child(place)]
            if own.textHash == key.hash, memory.text(of: own).isEqual(to: program.text, key.text.range) { return true }
        }
        return false
    }

    private mutating func branchHolds(_ schema: Int32, _ node: Int32, into set: Int) -> Bool {
        guard set >= 0 else { return matches(schema, node, into: Self.noSet) }
        let own = evaluated.push(count: childCount(node))
        let holds = matches(schema, node, into: own)
        evaluated.pop(own, into: holds ? set : Self.noSet)
        return holds
    }
}
