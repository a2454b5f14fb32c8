package import Approvals
package import GitObjects

/// A release tag whose signature, name and signer are in order.
package struct ReleaseLink: Sendable {
    package let tag: String
    package let found: FoundStatement
    package let statement: Statement
    package let fields: Statement.ReleaseFields
    package let id: String
    package let commit: ObjectID
    package let system: String
    package let version: String
    package let packageSHA256: String
    package let signer: String
    /// Version of the trust root that judges the release: that of its own tree where a later version sealed it, else the
    /// tip's.
    package let ruledBy: Int
    /// Version of the trust root in the tagged tree.
    package let ownRootVersion: Int
    /// The first version of the trust root whose checkpoint covers it; nil where none does.
    package let sealedBy: Int?
    /// True when its key is compromised, and nothing shows that the release was there before that.
    package let isAffected: Bool
    /// True when a version of the trust root lists it as void: it stays visible, cannot be a base and frees its number.
    package let isVoid: Bool
}

/// Where the releases of a system do not fit together.
package struct ReleaseConflict: Sendable, Hashable {
    /// `chain-fork`, `chain-gap`, `chain-previous`, `checkpoint-mismatch`, `checkpoint-missing`, `head-mismatch` or
    /// `release-missing`.
    package let code: String
    /// One sentence without a final full stop.
    package let sentence: String
    /// The tag at which it shows; nil where that tag is not here.
    package let tag: String?
}
