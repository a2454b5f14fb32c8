package import PlanModel

/// One version of the trust root as a tree holds it.
package struct TrustVersion: Sendable {
    /// 1-based.
    package let number: Int
    package let root: TrustRoot
    /// Of the domain line and the file's bytes.
    package let sha256: String
    package let roster: Roster
    /// Who signed it; nil for version 1, which is pinned instead.
    package let signatures: VersionSignatures?

    package var path: String { TrustRoot.path(ofVersion: number) }
}
