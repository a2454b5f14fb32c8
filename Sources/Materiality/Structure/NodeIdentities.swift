import ComponentFormats
import YAMLDocuments

/// The entries of a mapping by the bytes of their keys (texts would be equal in every Unicode form).
struct KeyIndex {
    private let entries: [ArraySlice<UInt8>: YAMLEntry]

    init(_ mapping: YAMLNode) {
        entries = Dictionary(mapping.entries.map { ($0.key.scalarBytes, $0) }, uniquingKeysWith: { first, _ in first })
    }

    subscript(key: YAMLNode) -> YAMLEntry? { entries[key.scalarBytes] }
}

/// The items of a list by name. Nil for a list in which an item has none, or in which the place is what counts.
struct ListIdentities {
    /// A name that is used again is told apart by its turn, from 1.
    struct Name: Hashable {
        let text: String
        let turn: Int

        /// `x`, `x#2`.
        var label: String { turn == 1 ? text : "\(text)#\(turn)" }
    }

    struct Item {
        let name: Name
        let node: YAMLNode
        /// The entry that names the item; nil for a scalar, which is its own name.
        let key: String?
    }

    let items: [Item]
    private let byName: [Name: Item]
    /// How often each name is used.
    private let uses: [String: Int]
    private let sharedKeys: Set<String>

    init?(_ list: YAMLNode, at path: FieldPath, _ vocabulary: SettingVocabulary) {
        if let key = path.lastKey, vocabulary.positionalLists.contains(key), path.steps.last == .key(key) { return nil }
        var named: [(name: String, key: String?, node: YAMLNode)] = []
        for node in list.items {
            guard let (name, key) = Self.name(of: node, keys: vocabulary.identityKeys) else { return nil }
            named.append((name, key, node))
        }
        if !vocabulary.qualifiers.isEmpty { Self.qualify(&named, by: vocabulary.qualifiers) }
        var uses: [String: Int] = [:]
        items = named.map { entry in
            let turn = uses[entry.name, default: 0] + 1
            uses[entry.name] = turn
            return Item(name: Name(text: entry.name, turn: turn), node: entry.node, key: entry.key)
        }
        self.uses = uses
        sharedKeys = vocabulary.sharedKeys
        byName = Dictionary(items.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    subscript(name: Name) -> YAMLNode? { byName[name]?.node }

    /// Names that stand for several mappings and should not, in the order of the list.
    var collidingNames: [String] {
        items.filter { item in
            item.name.turn == 2 && item.node.kind == .mapping && !(item.key.map(sharedKeys.contains) ?? false)
        }.map(\.name.text)
    }

    func nodes(named name: String) -> [YAMLNode] {
        guard let count = uses[name] else { return [] }
        return (1...count).compactMap { byName[Name(text: name, turn: $0)]?.node }
    }

    private static func name(of node: YAMLNode, keys: [String]) -> (name: String, key: String?)? {
        switch node.kind {
        case .scalar: return node.isNull ? nil : (node.text, nil)
        case .sequence: return nil
        case .mapping:
            for key in keys {
                if let value = value(at: key, in: node), value.kind == .scalar, !value.isNull {
                    return (value.text, key)
                }
            }
            return nil
        }
    }

    /// Adds to names that are used again what else tells their items apart.
    private static func qualify(_ named: inout [(name: String, key: String?, node: YAMLNode)], by keys: [String]) {
        var uses: [String: Int] = [:]
        for entry in named { uses[entry.name, default: 0] += 1 }
        for index in named.indices where uses[named[index].name, default: 0] > 1 {
            let details = keys.compactMap { named[index].node[$0].map(NodeText.describe) }
            if !details.isEmpty { named[index].name += " " + details.joined(separator: " ") }
        }
    }

    /// `function.name` is the key `name` of the mapping `function`.
    private static func value(at key: String, in node: YAMLNode) -> YAMLNode? {
        if let value = node[key] { return value }
        let steps = key.split(separator: ".")
        return steps.count > 1 ? steps.reduce(Optional(node)) { $0?[String($1)] } : nil
    }
}
