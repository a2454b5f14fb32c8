extension Repository {
    /// The commits on the first-parent line from `tip` back to the root, the tip first. Parents are read from the
    /// raw commits, so grafts, replace refs and a commit-graph file have no say.
    package func firstParentLine(from tip: ObjectID) throws(GitError) -> [ObjectID] {
        try withGraph { (graph) throws(GitError) in
            var line: [ObjectID] = []
            var next: Int32? = graph.number(tip)
            while let number = next {
                line.append(graph[number].id)
                next = try parents(of: number, in: &graph).first
            }
            return line
        }
    }

    /// The names of all commits reachable from `tips` but not from `excluded`, each once, breadth first: those of the
    /// tips come first.
    package func commitIDs(
        reachableFrom tips: [ObjectID], excluding excluded: [ObjectID] = []
    ) throws(GitError) -> [ObjectID] {
        try withGraph { (graph) throws(GitError) in
            var marks = Marks()
            var pending = excluded.map { graph.number($0) }
            // To the very end: a date that looks old enough to stop at is a claim.
            while let number = pending.popLast() {
                if marks.insert(number) { pending += try parents(of: number, in: &graph) }
            }
            var found: [ObjectID] = []
            pending = tips.map { graph.number($0) }
            var next = 0
            while next < pending.count {
                let number = pending[next]
                next += 1
                guard marks.insert(number) else { continue }
                found.append(graph[number].id)
                pending += try parents(of: number, in: &graph)
            }
            return found
        }
    }

    /// The commits of `commitIDs(reachableFrom:excluding:)`, whole. For many of them, ask for the names and read one
    /// after another.
    package func commits(
        reachableFrom tip: ObjectID, excluding excluded: ObjectID?
    ) throws(GitError) -> [RawCommit] {
        var commits: [RawCommit] = []
        for id in try commitIDs(reachableFrom: [tip], excluding: excluded.map { [$0] } ?? []) {
            commits.append(try reachableCommit(id))
        }
        return commits
    }

    /// True also for a commit and itself.
    package func isAncestor(_ ancestor: ObjectID, of descendant: ObjectID) throws(GitError) -> Bool {
        try mergeBases(ancestor, descendant) == [ancestor]
    }
}

/// Which numbers of a graph were met.
struct Marks {
    private var isSet: [Bool] = []

    /// False when it was there.
    mutating func insert(_ number: Int32) -> Bool {
        let index = Int(number)
        if index >= isSet.count {
            isSet += repeatElement(false, count: max(index + 1, 2 * isSet.count) - isSet.count)
        }
        if isSet[index] { return false }
        isSet[index] = true
        return true
    }

    func contains(_ number: Int32) -> Bool { Int(number) < isSet.count && isSet[Int(number)] }
}
