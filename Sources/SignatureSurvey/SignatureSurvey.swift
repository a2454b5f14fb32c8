private import DiskFiles
package import GitObjects
private import Signatures

/// Looks at the signatures of a history, object by object, on all processors.
///
/// Commits come by name, batch after batch: what is in memory at any time does not depend on how many there are, but
/// for their names.
package struct SignatureSurvey: Sendable {
    private let repository: Repository
    private let surveyor: ObjectSurveyor

    /// Commits that are in memory at once: so many that no thread waits long for the others.
    private static let batch = 2048

    package init(_ repository: Repository, keys: KnownKeys) {
        self.repository = repository
        surveyor = ObjectSurveyor(keys: keys)
    }

    /// Hands over the commits reachable from `tips` and not from `excluded`, in the order of a walk from the tips.
    package func commits(
        reachableFrom tips: [ObjectID], excluding excluded: [ObjectID], each: (SurveyedObject) throws -> Void
    ) throws {
        let ids = try repository.commitIDs(reachableFrom: tips, excluding: excluded)
        try survey(ids, each) { [repository, surveyor] id in
            surveyor.commit(id, Result { () throws(GitError) in try repository.rawCommit(id) })
        }
    }

    /// Hands over the annotated tags, in the order of their names. A tag that only names a commit is no object and has
    /// no signature.
    package func tags(each: (SurveyedObject) throws -> Void) throws {
        let references = try repository.references(under: "refs/tags/")
        try survey(references, each) { [repository, surveyor] reference in
            surveyor.tag(reference, Result { () throws(GitError) in try repository.object(reference.target) })
        }
    }

    private func survey<Element: Sendable>(
        _ elements: [Element], _ each: (SurveyedObject) throws -> Void,
        _ transform: @escaping @Sendable (Element) -> SurveyedObject?
    ) throws {
        for start in stride(from: 0, to: elements.count, by: Self.batch) {
            let batch = Array(elements[start..<min(start + Self.batch, elements.count)])
            for object in batch.mapInParallel(transform) {
                if let object { try each(object) }
            }
        }
    }
}
