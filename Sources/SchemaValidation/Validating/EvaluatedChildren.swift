/// The entries or items of one node that some keyword has applied to, by position. Needed for `unevaluatedProperties`
/// and `unevaluatedItems` only.
struct EvaluatedChildren {
    private var words: [UInt64] = []

    init() {}

    init(words: some Sequence<UInt64>) { self.words = Array(words) }

    func contains(_ position: Int) -> Bool {
        position / 64 < words.count && words[position / 64] & 1 << UInt64(position % 64) != 0
    }

    mutating func formUnion(_ other: EvaluatedChildren) {
        while words.count < other.words.count { words.append(0) }
        for (word, bits) in other.words.enumerated() { words[word] |= bits }
    }
}
