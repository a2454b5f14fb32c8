import ComponentFormats
import YAMLDocuments

/// Finds list items that have another name and the same content, or nearly: one is gone, one is new.
///
/// Only names that are mere labels can change so. A category, an entity or a task is what its item is about, and
/// another one is another item.
struct ItemRenames {
    struct Pair {
        let old: ListIdentities.Item
        let new: ListIdentities.Item
        /// The entry that holds the label.
        let key: String
    }

    /// Of two contents so much must be the same for the one to be called the other (materiality.md, the engine, 3).
    private static let leastSimilarity = 0.6
    /// Longer lists of items that came and went are not searched: each pair has to be looked at.
    private static let mostItems = 64

    static func find(
        gone: [ListIdentities.Item], new: [ListIdentities.Item], labelKeys: Set<String>
    ) -> [Pair] {
        guard !labelKeys.isEmpty, !gone.isEmpty, !new.isEmpty, gone.count <= mostItems, new.count <= mostItems else {
            return []
        }
        let (oldContents, newContents) = (gone.map(Content.init), new.map(Content.init))
        var candidates: [(similarity: Double, old: Int, new: Int)] = []
        for (oldIndex, old) in gone.enumerated() {
            guard let key = old.key, labelKeys.contains(key) else { continue }
            for (newIndex, other) in new.enumerated() where other.key == key {
                let similarity =
                    isExact(old.node, other.node, ignoring: key)
                    ? 1 : oldContents[oldIndex].similarity(to: newContents[newIndex])
                if similarity >= leastSimilarity { candidates.append((similarity, oldIndex, newIndex)) }
            }
        }
        // Best first; of equally good pairs the one that stands first.
        candidates.sort { ($1.similarity, $0.old, $0.new) < ($0.similarity, $1.old, $1.new) }
        var (usedOld, usedNew): (Set<Int>, Set<Int>) = ([], [])
        return candidates.compactMap { candidate in
            guard !usedOld.contains(candidate.old), !usedNew.contains(candidate.new),
                let key = gone[candidate.old].key
            else { return nil }
            usedOld.insert(candidate.old)
            usedNew.insert(candidate.new)
            return Pair(old: gone[candidate.old], new: new[candidate.new], key: key)
        }
    }

    /// Whether two items differ in their label only.
    static func isExact(_ old: YAMLNode, _ new: YAMLNode, ignoring key: String) -> Bool {
        guard old.count == new.count, old.count > 1 else { return false }
        let others = KeyIndex(new)
        return old.entries.allSatisfy { entry in
            if entry.key.text == key { return true }
            return others[entry.key].map { StructureDiff.areEqual(entry.value, $0.value) } ?? false
        }
    }

    /// The values of an item apart from its label, each with the keys that lead to it, and how often.
    private struct Content {
        private let counts: [String: Int]
        private let total: Int

        init(_ item: ListIdentities.Item) {
            var counts: [String: Int] = [:]
            for leaf in Self.leaves(of: item.node, ignoring: item.key) { counts[leaf, default: 0] += 1 }
            self.counts = counts
            total = counts.values.reduce(0, +)
        }

        /// Twice the values that both have by all values. Just below 1, so that an exact match always comes first.
        func similarity(to other: Content) -> Double {
            guard total + other.total > 0 else { return 0 }
            let common = counts.reduce(0) { $0 + min($1.value, other.counts[$1.key] ?? 0) }
            return min(Double(2 * common) / Double(total + other.total), 0.999)
        }

        private static func leaves(of node: YAMLNode, ignoring key: String?, below path: String = "") -> [String] {
            switch node.kind {
            case .scalar: return ["\(path)=\(node.text)"]
            case .sequence: return node.items.flatMap { leaves(of: $0, ignoring: nil, below: path + "[]") }
            case .mapping:
                return node.entries.flatMap { entry in
                    entry.key.text == key
                        ? [] : leaves(of: entry.value, ignoring: nil, below: "\(path).\(entry.key.text)")
                }
            }
        }
    }
}
