import YAMLDocuments

/// The entries of a mapping by the bytes of their keys (texts would be equal in every Unicode form).
struct KeyIndex {
    private let entries: [ArraySlice<UInt8>: YAMLEntry]

    init(_ mapping: YAMLNode) {
        entries = Dictionary(mapping.entries.map { ($0.key.scalarBytes, $0) }, uniquingKeysWith: { first, _ in first })
    }

    subscript(key: YAMLNode) -> YAMLEntry? { entries[key.scalarBytes] }
}

/// The items of a list by name. Nil for a list in which an item has none.
struct ListIdentities {
    let items: [(name: String, node: YAMLNode)]
    let byName: [String: YAMLNode]

    init?(_ list: YAMLNode, keys: [String]) {
        var items: [(name: String, node: YAMLNode)] = []
        var byName: [String: YAMLNode] = [:]
        var uses: [String: Int] = [:]
        for node in list.items {
            guard let name = Self.name(of: node, keys: keys) else { return nil }
            // A name that is used again is told apart by its turn.
            let turn = uses[name, default: 0] + 1
            uses[name] = turn
            let unique = turn == 1 ? name : "\(name)#\(turn)"
            items.append((unique, node))
            byName[unique] = node
        }
        self.items = items
        self.byName = byName
    }

    private static func name(of node: YAMLNode, keys: [String]) -> String? {
        switch node.kind {
        case .scalar: return node.isNull ? nil : node.text
        case .sequence: return nil
        case .mapping:
            for key in keys {
                if let value = node[key], value.kind == .scalar, !value.isNull { return value.text }
            }
            return nil
        }
    }
}
