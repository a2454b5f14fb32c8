package import SourceText

/// A tag that claims to be a release, as plain facts.
package struct ReleaseTag: Sendable {
    /// Why something is not as it should be: a stable code, and one sentence without a final full stop.
    package struct Defect: Sendable, Hashable {
        package let code: String
        package let sentence: String

        package init(code: String, sentence: String) {
            self.code = code
            self.sentence = sentence
        }
    }

    /// `release/<system>/<version>`
    package let name: String
    /// What keeps it from being a release statement at all: no annotation, no good signature, no such statement.
    package let defects: [Defect]
    /// Where it does not fit the other releases of the system: a number twice, a gap, another predecessor, another
    /// statement than the one that a checkpoint or a record names.
    package let conflicts: [Defect]
    /// Full name of the protected branch.
    package let protectedRef: String
    /// Nil where nobody looked, because the tag is no release.
    package let isOnFirstParentLine: Bool?

    package init(
        name: String, defects: [Defect] = [], conflicts: [Defect] = [], protectedRef: String,
        isOnFirstParentLine: Bool?
    ) {
        self.name = name
        self.defects = defects
        self.conflicts = conflicts
        self.protectedRef = protectedRef
        self.isOnFirstParentLine = isOnFirstParentLine
    }

    package var location: Location { .object(name: name) }
}
