import YAMLDocuments

/// Equality of JSON values: numbers by value (`1` and `1.0`), mappings without regard to order.
func areEqual(_ left: YAMLNode, _ right: YAMLNode) -> Bool {
    guard left.kind == right.kind, left.count == right.count else { return false }
    switch left.kind {
    case .scalar: return areEqualScalars(left, right)
    case .sequence: return zip(left.items, right.items).allSatisfy { areEqual($0, $1) }
    case .mapping:
        guard left.count > 8 else {
            return left.entries.allSatisfy { entry in
                right.entries.contains {
                    $0.key.scalarBytes == entry.key.scalarBytes && areEqual($0.value, entry.value)
                }
            }
        }
        var values: [ArraySlice<UInt8>: YAMLNode] = [:]
        for entry in right.entries { values[entry.key.scalarBytes] = entry.value }
        return left.entries.allSatisfy { entry in
            values[entry.key.scalarBytes].map { areEqual($0, entry.value) } ?? false
        }
    }
}

private func areEqualScalars(_ left: YAMLNode, _ right: YAMLNode) -> Bool {
    switch (left.scalarType, right.scalarType) {
    case (.integer, .integer), (.integer, .float), (.float, .integer), (.float, .float):
        if left.scalarBytes == right.scalarBytes { return true }
        guard let value = left.decimal else { return false }
        return value == right.decimal
    case (.boolean, .boolean): return left.boolean == right.boolean
    case (.null, .null): return true
    case (.string, .string): return left.scalarBytes == right.scalarBytes
    default: return false
    }
}

/// The first item that equals one before it, by their positions.
func firstRepeatedItem(_ items: YAMLItems) -> (first: Int, second: Int)? {
    guard items.count > 1 else { return nil }
    var seen: [HashedNode: Int] = [:]
    for (position, item) in items.enumerated() {
        if let first = seen.updateValue(position, forKey: HashedNode(node: item)) { return (first, position) }
    }
    return nil
}

/// A node as a dictionary key under `areEqual`.
private struct HashedNode: Hashable {
    let node: YAMLNode

    static func == (left: HashedNode, right: HashedNode) -> Bool { areEqual(left.node, right.node) }

    func hash(into hasher: inout Hasher) { Self.hash(node, into: &hasher, depth: 0) }

    /// Goes three levels deep: enough to tell documents apart, and cheap for deep ones.
    private static func hash(_ node: YAMLNode, into hasher: inout Hasher, depth: Int) {
        switch node.scalarType {
        case nil:
            hasher.combine(node.count)
            guard depth < 3 else { return }
            for item in node.items { hash(item, into: &hasher, depth: depth + 1) }
            // Order must not matter: the sum of the entries' hashes.
            var sum = 0
            for entry in node.entries {
                var inner = Hasher()
                inner.combine(entry.key.scalarBytes)
                hash(entry.value, into: &inner, depth: depth + 1)
                sum &+= inner.finalize()
            }
            hasher.combine(sum)
        case .integer, .float: hasher.combine(node.decimal)
        case .boolean: hasher.combine(node.boolean)
        case .null: hasher.combine(0)
        case .string: hasher.combine(node.scalarBytes)
        }
    }
}
