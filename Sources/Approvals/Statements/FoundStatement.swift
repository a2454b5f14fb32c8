package import GitObjects
package import Signatures

/// A statement, or something that claims to be one, with the place where it was found and whether its signature is
/// good. What it counts for is decided elsewhere.
package struct FoundStatement: Sendable {
    package enum Place: Sendable, Hashable {
        /// Full ref name, such as `refs/tags/approve/…`.
        case tag(ref: String)
        /// A file of the tree with the exact bytes of a tag object.
        case file(path: String)
        case commit(ObjectID)

        /// As a reader would name it to git.
        package var label: String {
            switch self {
            case .tag(let ref): String(ref.trimmingPrefix("refs/tags/"))
            case .file(let path): path
            case .commit(let id): "commit \(id.short)"
            }
        }
    }

    /// What the object holds.
    package enum Content: Sendable {
        case statement(Statement)
        /// It looks like a statement, but breaks a rule of the format: reported, never counted.
        case defective(code: String, message: String)
    }

    package let place: Place
    package let content: Content
    /// `sha256("imprimatur-statement/1\0" + signed payload)`; nil without a signature.
    package let id: String?
    /// Nil without a signature.
    package let signature: SignatureVerdict?
    /// The name inside the tag object, which was signed with the rest. Nil for commits and defective objects.
    package let tagName: String?
    /// One sentence, without a final full stop, where the ref or file has another name than what it holds. An approval
    /// or a release does not count then. A rejection or a withdrawal does: renaming one must not lose it.
    package let misplacement: String?
    /// The commit that a tag points at.
    package let target: ObjectID?
    /// Seconds since 1970 that the object claims.
    package let claimedTime: Int64?

    package init(
        place: Place, content: Content, id: String? = nil, signature: SignatureVerdict? = nil, tagName: String? = nil,
        misplacement: String? = nil, target: ObjectID? = nil, claimedTime: Int64? = nil
    ) {
        self.place = place
        self.content = content
        self.id = id
        self.signature = signature
        self.tagName = tagName
        self.misplacement = misplacement
        self.target = target
        self.claimedTime = claimedTime
    }

    /// Why its signature could not be judged, with a stable code; nil where it could.
    package var doubt: (code: String, sentence: String)? {
        guard case .undecided(let reason)? = signature else { return nil }
        return (reason.code, reason.sentence.withoutFullStop)
    }

    package var statement: Statement? { if case .statement(let statement) = content { statement } else { nil } }
}
