/// Which elements of two sequences belong together: the longest common subsequence, found by the greedy algorithm of
/// Eugene W. Myers ("An O(ND) Difference Algorithm and Its Variations", 1986), figure 2.
enum EditScript {
    struct Match: Hashable {
        let old: Int
        let new: Int
    }

    /// Time and memory grow with the square of the number of edits. Beyond this many, only the common beginning and end
    /// are matched: nobody would read such a difference edit by edit.
    static let maximumEdits = 1_000

    /// Index pairs, ascending on both sides.
    static func matches<Element: Hashable>(_ old: [Element], _ new: [Element]) -> [Match] {
        let shorter = min(old.count, new.count)
        var head = 0
        while head < shorter, old[head] == new[head] { head += 1 }
        var tail = 0
        while tail < shorter - head, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }

        var matches = (0..<head).map { Match(old: $0, new: $0) }
        let middle = Numbered(old[head..<old.count - tail], new[head..<new.count - tail])
        matches += shortest(middle.old, middle.new).map { Match(old: $0.old + head, new: $0.new + head) }
        matches += (0..<tail).reversed().map { Match(old: old.count - 1 - $0, new: new.count - 1 - $0) }
        return matches
    }

    /// Equal elements get equal numbers, which are quicker to compare than texts.
    private struct Numbered {
        let old: [Int32]
        let new: [Int32]

        init<Element: Hashable>(_ old: ArraySlice<Element>, _ new: ArraySlice<Element>) {
            var numbers: [Element: Int32] = [:]
            func number(_ element: Element) -> Int32 {
                if let known = numbers[element] { return known }
                let next = Int32(numbers.count)
                numbers[element] = next
                return next
            }
            self.old = old.map(number)
            self.new = new.map(number)
        }
    }

    private static func shortest(_ old: [Int32], _ new: [Int32]) -> [Match] {
        guard !old.isEmpty, !new.isEmpty else { return [] }
        let limit = min(old.count + new.count, maximumEdits)
        // reach[k + offset] is how far into `old` the diagonal k (old - new) was followed.
        let offset = limit + 1
        var reach = [Int32](repeating: 0, count: 2 * limit + 3)
        var trace: [[Int32]] = []
        for edits in 0...limit {
            trace.append(Array(reach[offset - edits - 1...offset + edits + 1]))
            for diagonal in stride(from: -edits, through: edits, by: 2) {
                let isInsertion = isInsertion(diagonal, edits) { reach[$0 + offset] }
                var x = Int(isInsertion ? reach[diagonal + 1 + offset] : reach[diagonal - 1 + offset] + 1)
                while x < old.count, x - diagonal < new.count, old[x] == new[x - diagonal] { x += 1 }
                reach[diagonal + offset] = Int32(x)
                if x >= old.count, x - diagonal >= new.count { return retraced(trace, old.count, new.count) }
            }
        }
        return []
    }

    /// Whether the best way onto a diagonal is to take an element of `new`, not to drop one of `old`.
    private static func isInsertion(_ diagonal: Int, _ edits: Int, _ reach: (Int) -> Int32) -> Bool {
        diagonal == -edits || diagonal != edits && reach(diagonal - 1) < reach(diagonal + 1)
    }

    /// The path from the end back to the start.
    private static func retraced(_ trace: [[Int32]], _ oldCount: Int, _ newCount: Int) -> [Match] {
        var matches: [Match] = []
        var (x, y) = (oldCount, newCount)
        for (edits, reach) in trace.enumerated().reversed() {
            let diagonal = x - y
            let value = { (diagonal: Int) in reach[diagonal + edits + 1] }
            let from = isInsertion(diagonal, edits, value) ? diagonal + 1 : diagonal - 1
            let start = edits == 0 ? (x: 0, y: 0) : (x: Int(value(from)), y: Int(value(from)) - from)
            while x > start.x, y > start.y, x > 0, y > 0 {
                (x, y) = (x - 1, y - 1)
                matches.append(Match(old: x, new: y))
            }
            (x, y) = start
        }
        return matches.reversed()
    }
}
