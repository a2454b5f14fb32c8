/// The entries or items of nodes that some keyword has applied to, by position: what `unevaluatedProperties` and
/// `unevaluatedItems` ask. A stack, because schemas nest; a set is named by where its bits start.
struct EvaluatedSets {
    private var words: [UInt64] = []
    private var starts: [Int] = []

    /// Opens an empty set for a node with a number of children.
    mutating func push(count: Int) -> Int {
        starts.append(words.count)
        for _ in 0..<(count + 63) / 64 { words.append(0) }
        return starts[starts.count - 1]
    }

    /// Closes the last set, which another one for the same node may take in.
    mutating func pop(into other: Int) {
        guard let start = starts.popLast() else { return }
        if other >= 0 {
            for offset in 0..<words.count - start { words[other + offset] |= words[start + offset] }
        }
        words.removeSubrange(start...)
    }

    mutating func insert(_ position: Int, into set: Int) { words[set + (position >> 6)] |= 1 << UInt64(position & 63) }

    func contains(_ position: Int, in set: Int) -> Bool {
        words[set + (position >> 6)] & 1 << UInt64(position & 63) != 0
    }

    /// Puts all children of the node whose set is the last into it.
    mutating func insertAll(into set: Int) {
        let end = starts.first { $0 > set } ?? words.count
        for place in set..<end { words[place] = .max }
    }

    /// The words of the last set.
    var last: ArraySlice<UInt64> { words[(starts.last ?? words.count)...] }
}
