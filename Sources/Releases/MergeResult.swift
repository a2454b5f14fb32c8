import GitObjects
package import PlanModel
import Snapshots

/// The tree that merging a branch would give, worked out path by path without writing anything.
package struct MergeResult: Sendable {
    package let files: FileListing
    /// Paths that both sides changed differently. Only a person (or `git merge`) can say what they become.
    package let undecided: [String]

    package init(of head: FileListing, onto target: FileListing, base: FileListing?) throws {
        let ours = try Self.byPath(target)
        let theirs = try Self.byPath(head)
        let before = try base.map(Self.byPath) ?? [:]
        var merged: [ListedFile] = []
        var undecided: [String] = []
        for path in Set(ours.keys).union(theirs.keys).union(before.keys) {
            let (our, their, old) = (ours[path], theirs[path], before[path])
            if our == their || their == old {
                if let our { merged.append(our) }
            } else {
                if let their { merged.append(their) }
                if our != old { undecided.append(path) }
            }
        }
        files = FileListing(merged, contents: head.contents)
        self.undecided = undecided.sorted()
    }

    private static func byPath(_ listing: FileListing) throws -> [String: ListedFile] {
        Dictionary(try listing.all().map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
