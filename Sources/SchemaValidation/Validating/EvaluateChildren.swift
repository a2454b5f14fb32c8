import YAMLDocuments

/// Keywords that apply schemas to the entries of a mapping or the items of a sequence.
extension Evaluation {
    mutating func membersHold(_ number: Int, _ node: Int32, into set: Int) -> Bool {
        let record = memory[node]
        guard record.kind == .mapping else { return true }
        let rules = program.members[number]
        let content = record.content
        guard Int(rules.requiredCount) <= content.count / 2 else { return false }
        var required: Int32 = 0
        var place = content.lowerBound
        while place < content.upperBound {
            let key = memory.child(place)
            let value = memory.child(place + 1)
            var isDescribed = false
            let hash = memory[key].textHash
            let mayHaveName = rules.nameBits & 1 << UInt64(hash & 63) != 0
            if mayHaveName, let name = name(memory[key], in: rules.names) {
                if name.isRequired { required += 1 }
                if name.schema >= 0 {
                    isDescribed = true
                    guard matchesChild(name.schema, value) else { return false }
                }
            }
            if !rules.patterns.isEmpty {
                guard patternsHold(rules.patterns, key, value, &isDescribed) else { return false }
            }
            if !isDescribed, rules.additional >= 0 {
                isDescribed = true
                guard matchesChild(rules.additional, value) else { return false }
            }
            if isDescribed, set >= 0 { evaluated.insert((place - content.lowerBound) / 2, into: set) }
            place += 2
        }
        return required >= rules.requiredCount
    }

    @inline(__always)
    private mutating func name(_ key: NodeRecord, in table: TableRange) -> NameRecord? {
        let mask = Int(table.upper - table.lower) - 1
        var place = Int(key.textHash) & mask
        while true {
            let name = program.names[Int(table.lower) + place]
            if name.isFree { return nil }
            if name.hash == key.textHash, memory.text(of: key).isEqual(to: program.text, name.text.range) {
                return name
            }
            place = (place + 1) & mask
        }
    }

    private mutating func patternsHold(
        _ patterns: TableRange, _ key: Int32, _ value: Int32, _ isDescribed: inout Bool
    ) -> Bool {
        let text = memory.text(of: memory[key])
        for place in patterns.range {
            let rule = program.memberPatterns[place]
            guard patternMatches(Int(rule.pattern), text, of: key) else { continue }
            isDescribed = true
            guard matchesChild(rule.schema, value) else { return false }
        }
        return true
    }

    mutating func elementsHold(_ number: Int, _ node: Int32, into set: Int) -> Bool {
        let record = memory[node]
        guard record.kind == .sequence else { return true }
        let rules = program.elements[number]
        let prefix = rules.prefix.range
        for position in 0..<record.content.count {
            let isPrefix = position < prefix.count
            let schema = isPrefix ? program.listItems[prefix.lowerBound + position] : rules.rest
            guard schema >= 0 else { break }
            guard matchesChild(schema, memory.child(record.content.lowerBound + position)) else { return false }
            if set >= 0 { evaluated.insert(position, into: set) }
        }
        return true
    }

    mutating func containsHolds(_ number: Int, _ node: Int32, into set: Int) -> Bool {
        let record = memory[node]
        guard record.kind == .sequence else { return true }
        let rule = program.contains[number]
        let set = rule.evaluates ? set : -1
        var found = 0
        for position in 0..<record.content.count
        where matchesChild(rule.schema, memory.child(record.content.lowerBound + position)) {
            found += 1
            if found > rule.maximum { return false }
            if set >= 0 {
                evaluated.insert(position, into: set)
            } else if rule.maximum == .max, found >= rule.minimum {
                return true
            }
        }
        return found >= rule.minimum
    }

    mutating func namesHold(_ schema: Int32, _ node: Int32) -> Bool {
        let record = memory[node]
        guard record.kind == .mapping else { return true }
        for place in stride(from: record.content.lowerBound, to: record.content.upperBound, by: 2)
        where !matchesChild(schema, memory.child(place)) { return false }
        return true
    }

    mutating func unevaluatedItemsHold(_ schema: Int32, _ node: Int32, into set: Int) -> Bool {
        let record = memory[node]
        guard record.kind == .sequence else { return true }
        for position in 0..<record.content.count where !isEvaluated(position, set) {
            guard matchesChild(schema, memory.child(record.content.lowerBound + position)) else { return false }
        }
        if set >= 0 { evaluated.insertAll(into: set, count: record.content.count) }
        return true
    }

    mutating func unevaluatedPropertiesHold(_ schema: Int32, _ node: Int32, into set: Int) -> Bool {
        let record = memory[node]
        guard record.kind == .mapping else { return true }
        for position in 0..<record.content.count / 2 where !isEvaluated(position, set) {
            guard matchesChild(schema, memory.child(record.content.lowerBound + 2 * position + 1)) else { return false }
        }
        if set >= 0 { evaluated.insertAll(into: set, count: record.content.count / 2) }
        return true
    }

    private mutating func isEvaluated(_ position: Int, _ set: Int) -> Bool {
        set >= 0 && evaluated.contains(position, in: set)
    }
}
