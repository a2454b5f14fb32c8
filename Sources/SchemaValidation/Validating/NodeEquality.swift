import YAMLDocuments

/// Equality of JSON values: numbers by value (`1` and `1.0`), mappings without regard to order.
func areEqual(_ left: YAMLNode, _ right: YAMLNode) -> Bool {
    left.document.withNodeMemory { memory in
        right.document.withNodeMemory { other in
            NodeEquality.areEqual(left.number, in: memory, right.number, in: other)
        }
    }
}

/// The first item that equals one before it, by their positions.
func firstRepeatedItem(_ sequence: YAMLNode) -> (first: Int, second: Int)? {
    guard sequence.kind == .sequence else { return nil }
    return sequence.document.withNodeMemory { memory in
        NodeEquality.repeatedItem(of: memory[sequence.number], in: memory)
    }
}

/// The same over borrowed memory.
enum NodeEquality {
    /// Items and entries up to this many are compared one by one.
    private static let fewChildren = 12

    static func areEqual(_ left: Int32, in memory: NodeMemory, _ right: Int32, in other: NodeMemory) -> Bool {
        let (one, two) = (memory[left], other[right])
        guard one.kind == two.kind else { return false }
        if one.kind == .scalar {
            return areEqualScalars(one, memory.text(of: one), two, other.text(of: two))
        }
        guard one.content.count == two.content.count else { return false }
        if one.kind == .mapping { return areEqualMappings(one, in: memory, two, in: other) }
        return (0..<one.content.count).allSatisfy { position in
            areEqual(
                memory.child(one.content.lowerBound + position), in: memory,
                other.child(two.content.lowerBound + position), in: other)
        }
    }

    private static func areEqualMappings(
        _ one: NodeRecord, in memory: NodeMemory, _ two: NodeRecord, in other: NodeMemory
    ) -> Bool {
        let places = one.content.count > 2 * fewChildren ? places(of: two, in: other) : nil
        return stride(from: one.content.lowerBound, to: one.content.upperBound, by: 2).allSatisfy { place in
            let key = memory[memory.child(place)]
            let text = memory.text(of: key)
            let found: Int?
            if let places {
                found = places[secretHash(text)]?.first { other.text(of: other[other.child($0)]) == text }
            } else {
                found = other.place(ofKey: text, hash: key.textHash, in: two)
            }
            guard let found else { return false }
            return areEqual(memory.child(place + 1), in: memory, other.child(found + 1), in: other)
        }
    }

    /// Where the keys with each hash are.
    private static func places(of mapping: NodeRecord, in memory: NodeMemory) -> [Int: [Int]] {
        var places: [Int: [Int]] = [:]
        for place in stride(from: mapping.content.lowerBound, to: mapping.content.upperBound, by: 2) {
            places[secretHash(memory.text(of: memory[memory.child(place)])), default: []].append(place)
        }
        return places
    }

    private static func secretHash(_ text: BorrowedText) -> Int {
        var hasher = Hasher()
        text.hash(into: &hasher)
        return hasher.finalize()
    }

    private static func areEqualScalars(
        _ one: NodeRecord, _ text: BorrowedText, _ two: NodeRecord, _ other: BorrowedText
    ) -> Bool {
        switch (one.scalarType, two.scalarType) {
        case (.integer, .integer), (.integer, .float), (.float, .integer), (.float, .float):
            if text == other { return true }
            if let value = ScaledDecimal(text), let order = ScaledDecimal(other).flatMap(value.compared) {
                return order == 0
            }
            guard let value = DecimalNumber(yaml: text.array[...]) else { return false }
            return value == DecimalNumber(yaml: other.array[...])
        case (.boolean, .boolean): return isTrue(text) == isTrue(other)
        case (.null, .null): return true
        case (.string, .string): return one.textHash == two.textHash && text == other
        default: return false
        }
    }

    /// The value of a scalar of the type boolean.
    static func isTrue(_ text: BorrowedText) -> Bool { !text.isEmpty && text[0] | 0x20 == UInt8(ascii: "t") }

    // MARK: Repeated items

    /// The first item that equals one before it, by their positions.
    static func repeatedItem(of sequence: NodeRecord, in memory: NodeMemory) -> (first: Int, second: Int)? {
        let start = sequence.content.lowerBound
        guard sequence.content.count > fewChildren else {
            for second in 0..<sequence.content.count {
                let one = memory[memory.child(start + second)]
                for first in 0..<second {
                    let two = memory[memory.child(start + first)]
                    // Most items are different texts, which their hashes tell.
                    if one.kind != two.kind || one.isString && two.isString && one.textHash != two.textHash { continue }
                    if areEqual(memory.child(start + first), in: memory, memory.child(start + second), in: memory) {
                        return (first, second)
                    }
                }
            }
            return nil
        }
        var seen: [HashedNode: Int] = [:]
        for position in 0..<sequence.content.count {
            let node = HashedNode(memory: memory, number: memory.child(start + position))
            if let first = seen.updateValue(position, forKey: node) { return (first, position) }
        }
        return nil
    }
}

extension NodeRecord {
    var isString: Bool { kind == .scalar && scalarType == .string }
}

/// A node as a dictionary key under equality of values.
private struct HashedNode: Hashable {
    let memory: NodeMemory
    let number: Int32

    static func == (left: HashedNode, right: HashedNode) -> Bool {
        NodeEquality.areEqual(left.number, in: left.memory, right.number, in: right.memory)
    }

    func hash(into hasher: inout Hasher) { hash(number, into: &hasher, depth: 0) }

    /// Goes three levels deep: enough to tell documents apart, and cheap for deep ones.
    private func hash(_ number: Int32, into hasher: inout Hasher, depth: Int) {
        let record = memory[number]
        switch record.kind {
        case .scalar: hash(record, into: &hasher)
        case .sequence:
            hasher.combine(record.content.count)
            guard depth < 3 else { return }
            for place in record.content { hash(memory.child(place), into: &hasher, depth: depth + 1) }
        case .mapping:
            hasher.combine(record.content.count)
            guard depth < 3 else { return }
            // Order must not matter: the sum of the entries' hashes.
            var sum = 0
            for place in stride(from: record.content.lowerBound, to: record.content.upperBound, by: 2) {
                var inner = Hasher()
                memory.text(of: memory[memory.child(place)]).hash(into: &inner)
                hash(memory.child(place + 1), into: &inner, depth: depth + 1)
                sum &+= inner.finalize()
            }
            hasher.combine(sum)
        }
    }

    private func hash(_ scalar: NodeRecord, into hasher: inout Hasher) {
        let text = memory.text(of: scalar)
        switch scalar.scalarType {
        case .integer, .float: hasher.combine(DecimalNumber(yaml: text.array[...]))
        case .boolean: hasher.combine(NodeEquality.isTrue(text))
        case .null: hasher.combine(0)
        case .string: text.hash(into: &hasher)
        }
    }
}
