extension Repository {
    /// The commits on the first-parent line from `tip` back to the root, the tip first. Parents are read from the
    /// raw commits, so grafts, replace refs and a commit-graph file have no say.
    package func firstParentLine(from tip: ObjectID) throws(GitError) -> [ObjectID] {
        var line: [ObjectID] = []
        var next: ObjectID? = tip
        while let id = next {
            line.append(id)
            next = try parents(of: id).first
        }
        return line
    }

    /// All commits reachable from `tip` but not from `excluded`, each once, children before their parents where the
    /// history allows it to be seen without sorting by date.
    package func commits(reachableFrom tip: ObjectID, excluding excluded: ObjectID?) throws(GitError) -> [CommitObject]
    {
        var known: Set<ObjectID> = []
        if let excluded {
            var pending = [excluded]
            while let id = pending.popLast() {
                if known.insert(id).inserted { pending += try parents(of: id) }
            }
        }
        var found: [CommitObject] = []
        var pending = [tip]
        var next = 0
        while next < pending.count {
            let id = pending[next]
            next += 1
            guard known.insert(id).inserted else { continue }
            let commit = try reachableCommit(id)
            found.append(commit)
            pending += commit.parents
        }
        return found
    }

    package func isAncestor(_ ancestor: ObjectID, of descendant: ObjectID) throws(GitError) -> Bool {
        var known: Set<ObjectID> = []
        var pending = [descendant]
        while let id = pending.popLast() {
            if id == ancestor { return true }
            if known.insert(id).inserted { pending += try parents(of: id) }
        }
        return false
    }

    private func parents(of id: ObjectID) throws(GitError) -> [ObjectID] { try reachableCommit(id).parents }

    /// In a shallow clone the oldest commits name parents that are not there: `shallowClone` instead of
    /// `missingObject`, because the mend is another.
    private func reachableCommit(_ id: ObjectID) throws(GitError) -> CommitObject {
        do { return try commit(id) } catch {
            if case .missingObject = error, isShallow { throw .shallowClone }
            throw error
        }
    }
}
