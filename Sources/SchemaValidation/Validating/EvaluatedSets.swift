/// The entries or items of nodes that some keyword has applied to, by position: what `unevaluatedProperties` and
/// `unevaluatedItems` ask. A stack, because schemas nest; a set is named by where its bits start.
struct EvaluatedSets {
    private var words: [UInt64] = []

    /// Opens an empty set for a node with a number of children.
    mutating func push(count: Int) -> Int {
        let start = words.count
        for _ in 0..<(count + 63) / 64 { words.append(0) }
        return start
    }

    /// Closes the last set, which another one for the same node may take in.
    mutating func pop(_ set: Int, into other: Int) {
        if other >= 0 {
            for offset in 0..<words.count - set { words[other + offset] |= words[set + offset] }
        }
        words.removeLast(words.count - set)
    }

    mutating func insert(_ position: Int, into set: Int) { words[set + (position >> 6)] |= 1 << UInt64(position & 63) }

    func contains(_ position: Int, in set: Int) -> Bool {
        words[set + (position >> 6)] & 1 << UInt64(position & 63) != 0
    }

    /// Puts all children of a node into its set.
    mutating func insertAll(into set: Int, count: Int) {
        for place in set..<set + (count + 63) / 64 { words[place] = .max }
    }

    /// The words of a set, which must be the last.
    func words(from set: Int) -> ArraySlice<UInt64> { words[set...] }
}
