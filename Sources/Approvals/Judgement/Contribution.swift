import GitObjects

/// Whether a commit changes certain paths.
enum Contribution {
    /// True when a commit changes one of the paths. A merge does where its result differs from the trivial three-way
    /// result: that is where somebody decided.
    static func isMade(
        by commit: RawCommit, to paths: Set<String>, in repository: Repository, lookup: TreeLookup
    ) throws(GitError) -> Bool {
        var parents: [ObjectID] = []
        for parent in commit.parents { parents.append(try repository.rawCommit(parent).tree) }
        // Nothing changed anywhere: the ordinary case of an approval in an empty commit.
        if parents == [commit.tree] { return false }
        var ancestors: [ObjectID] = []
        if commit.parents.count == 2 {
            for base in try repository.mergeBases(commit.parents[0], commit.parents[1]) {
                ancestors.append(try repository.rawCommit(base).tree)
            }
        }
        for path in paths {
            let result = try lookup.content(path, in: commit.tree)
            switch parents.count {
            case 0:
                if result != nil { return true }
            case 1:
                if try lookup.content(path, in: parents[0]) != result { return true }
            case 2:
                let ours = try lookup.content(path, in: parents[0])
                let theirs = try lookup.content(path, in: parents[1])
                // Crosswise merges have several bases: a result is trivial only where all of them agree on it.
                var before: [TreeLookup.Content?] = ancestors.isEmpty ? [nil] : []
                for ancestor in ancestors { before.append(try lookup.content(path, in: ancestor)) }
                let expected: TreeLookup.Content?
                if ours == theirs || before.allSatisfy({ $0 == theirs }) {
                    expected = ours
                } else if before.allSatisfy({ $0 == ours }) {
                    expected = theirs
                } else {
                    return true
                }
                if result != expected { return true }
            default:
                // Of more than two sides somebody chose, unless all of them agree: one of the parents could be an old
                // commit that was named only to bring back what a later one mended.
                for parent in parents where try lookup.content(path, in: parent) != result { return true }
            }
        }
        return false
    }
}
