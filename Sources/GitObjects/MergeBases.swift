extension Repository {
    /// All best common ancestors: those that are no ancestor of another one, sorted by name. Several where branches were
    /// merged into each other crosswise; none where the histories have nothing in common.
    ///
    /// Both histories are walked together, commits that claim to be younger first, which only decides how much is read:
    /// everything that is reachable from one side alone is walked to its end. So no lying date hides a best common
    /// ancestor; at most a worse one stands beside it in `candidates`, and is taken out again.
    package func mergeBases(_ left: ObjectID, _ right: ObjectID) throws(GitError) -> [ObjectID] {
        if left == right { return [left] }
        return try withGraph { (graph) throws(GitError) in
            let candidates = try commonAncestors(graph.number(left), graph.number(right), in: &graph)
            guard candidates.count > 1 else { return candidates.map { graph[$0].id } }
            let below = try properAncestors(of: candidates, in: &graph)
            return candidates.filter { !below.contains($0) }.map { graph[$0].id }.sorted()
        }
    }

    private func commonAncestors(
        _ left: Int32, _ right: Int32, in graph: inout CommitGraph.State
    ) throws(GitError) -> [Int32] {
        var sides: [Int32: Sides] = [:]
        var queue = YoungestFirst()
        /// How many in the queue could still lead to something new.
        var open = 0

        func meet(_ number: Int32, _ added: Sides) throws(GitError) {
            let before = sides[number] ?? []
            let now = before.union(added)
            guard now != before else { return }
            sides[number] = now
            _ = try parents(of: number, in: &graph)
            queue.insert(number, time: graph[number].time, sides: now)
            if !now.contains(.below) { open += 1 }
        }
        try meet(left, .left)
        try meet(right, .right)
        var common: [Int32] = []
        while open > 0, let (number, queuedAs) = queue.removeFirst() {
            if !queuedAs.contains(.below) { open -= 1 }
            // It was met from another side since, and stands in the queue once more.
            guard var now = sides[number], now == queuedAs else { continue }
            if now == [.left, .right] {
                common.append(number)
                now.insert(.below)
            }
            for parent in try parents(of: number, in: &graph) { try meet(parent, now) }
        }
        // Met as an ancestor of another common one after it was found.
        return common.filter { sides[$0] == [.left, .right] }
    }

    private func properAncestors(of numbers: [Int32], in graph: inout CommitGraph.State) throws(GitError) -> Marks {
        var marks = Marks()
        var pending: [Int32] = []
        for number in numbers { pending += try parents(of: number, in: &graph) }
        while let number = pending.popLast() {
            if marks.insert(number) { pending += try parents(of: number, in: &graph) }
        }
        return marks
    }
}

/// From where a commit was reached.
private struct Sides: OptionSet {
    let rawValue: UInt8

    static let left = Sides(rawValue: 1)
    static let right = Sides(rawValue: 2)
    /// From a common ancestor: common too, but not a best one.
    static let below = Sides(rawValue: 4)
}

/// A queue that gives the commit with the latest claimed time first (a binary heap).
private struct YoungestFirst {
    private typealias Element = (number: Int32, time: Int64, sides: Sides)
    private var heap: [Element] = []

    mutating func insert(_ number: Int32, time: Int64, sides: Sides) {
        heap.append((number, time, sides))
        var child = heap.count - 1
        while child > 0, heap[(child - 1) / 2].time < heap[child].time {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func removeFirst() -> (number: Int32, sides: Sides)? {
        guard let first = heap.first, let last = heap.popLast() else { return nil }
        if !heap.isEmpty { heap[0] = last }
        var parent = 0
        while true {
            var child = 2 * parent + 1
            guard child < heap.count else { break }
            if child + 1 < heap.count, heap[child].time < heap[child + 1].time { child += 1 }
            guard heap[parent].time < heap[child].time else { break }
            heap.swapAt(parent, child)
            parent = child
        }
        return (first.number, first.sides)
    }
}
