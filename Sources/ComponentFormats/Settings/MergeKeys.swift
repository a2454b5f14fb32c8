import YAMLDocuments

/// YAML 1.1 merge keys: `<<: *defaults` puts the entries of a mapping, or of a list of mappings, in place (yaml.org,
/// "Merge Key Language-Independent Type"). PyYAML reads them; YAML 1.2 does not have them.
enum MergeKeys {
    /// The tree with all merged entries in place, each where it is written; nil when a merge key names something else
    /// than mappings.
    static func resolved(_ root: YAMLNode) -> YAMLNode? {
        var resolver = Resolver()
        let derived = resolver.resolve(root)
        guard !resolver.hasFailed else { return nil }
        return YAMLDocument.derived(derived, from: root.document.source, index: root.document.index).root
    }

    private struct Resolver {
        private(set) var hasFailed = false
        /// How many entries may be made in all: aliases of aliases could make any number.
        private var budget = 100_000

        mutating func resolve(_ node: YAMLNode) -> DerivedNode {
            budget -= 1
            guard budget > 0 else {
                hasFailed = true
                return .written(node)
            }
            switch node.kind {
            case .scalar: return .written(node)
            case .sequence: return .sequence(node.items.map { resolve($0) }, for: node)
            case .mapping:
                return .mapping(entries(of: node).map { (.written($0.key), resolve($0.value)) }, for: node)
            }
        }

        /// A mapping's own entries, then what it merges: the first use of a key counts.
        private mutating func entries(of mapping: YAMLNode) -> [YAMLEntry] {
            let own = mapping.entries.filter { !Self.isMergeKey($0.key) }
            var found = own
            var keys = Set(own.map(\.key.scalarBytes))
            for entry in mapping.entries where Self.isMergeKey(entry.key) {
                let merged = entry.value.kind == .sequence ? Array(entry.value.items) : [entry.value]
                for source in merged {
                    guard source.kind == .mapping else {
                        hasFailed = true
                        continue
                    }
                    for entry in entries(of: source) where keys.insert(entry.key.scalarBytes).inserted {
                        budget -= 1
                        guard budget > 0 else {
                            hasFailed = true
                            return found
                        }
                        found.append(entry)
                    }
                }
            }
            return found
        }

        private static func isMergeKey(_ key: YAMLNode) -> Bool { key.isPlainScalar && key.text == "<<" }
    }
}
