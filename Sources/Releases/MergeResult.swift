import GitObjects
package import PlanModel
import Snapshots

/// The tree that merging a branch would give, worked out path by path without writing anything.
package struct MergeResult: Sendable {
    package let files: FileListing
    /// Paths that both sides changed differently. Only a person (or `git merge`) can say what they become.
    package let undecided: [String]

    /// - Parameter bases: the best common ancestors: none where the histories have nothing in common, several where they
    ///   were merged into each other crosswise. git would first merge those with one another; here a path is decided
    ///   only where each of them gives the same answer, which is then git's answer too.
    package init(of head: FileListing, onto target: FileListing, bases: [FileListing]) throws {
        let ours = try Self.byPath(target)
        let theirs = try Self.byPath(head)
        let before = bases.isEmpty ? [[:]] : try bases.map(Self.byPath)
        var merged: [ListedFile] = []
        var undecided: [String] = []
        for path in Set(ours.keys).union(theirs.keys).union(before.flatMap(\.keys)) {
            let (our, their, old) = (ours[path], theirs[path], before.map { $0[path] })
            if our == their || old.allSatisfy({ $0 == their }) {
                if let our { merged.append(our) }
            } else {
                if let their { merged.append(their) }
                if !old.allSatisfy({ $0 == our }) { undecided.append(path) }
            }
        }
        files = FileListing(merged, contents: head.contents)
        self.undecided = undecided.sorted()
    }

    private static func byPath(_ listing: FileListing) throws -> [String: ListedFile] {
        Dictionary(try listing.all().map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
