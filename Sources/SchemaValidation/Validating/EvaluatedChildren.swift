/// The entries or items of one node that some keyword has applied to, by position. Needed for `unevaluatedProperties`
/// and `unevaluatedItems` only.
struct EvaluatedChildren {
    private var isAll = false
    /// Positions 0 to 63, so that common nodes need no memory.
    private var first: UInt64 = 0
    private var rest: [UInt64] = []

    mutating func insertAll() { isAll = true }

    mutating func insert(_ position: Int) {
        guard !isAll else { return }
        if position < 64 {
            first |= 1 << UInt64(position)
            return
        }
        let word = position / 64 - 1
        while rest.count <= word { rest.append(0) }
        rest[word] |= 1 << UInt64(position % 64)
    }

    func contains(_ position: Int) -> Bool {
        if isAll { return true }
        if position < 64 { return first & 1 << UInt64(position) != 0 }
        let word = position / 64 - 1
        return word < rest.count && rest[word] & 1 << UInt64(position % 64) != 0
    }

    mutating func formUnion(_ other: EvaluatedChildren) {
        isAll = isAll || other.isAll
        first |= other.first
        while rest.count < other.rest.count { rest.append(0) }
        for (word, bits) in other.rest.enumerated() { rest[word] |= bits }
    }
}
