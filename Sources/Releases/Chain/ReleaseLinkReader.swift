import Approvals
import GitObjects
import PlanModel

/// Decides whether a tag is a release, and which root judges it.
struct ReleaseLinkReader {
    struct Rejection: Error { let reasons: [JudgedStatement.Reason] }

    let system: String
    let tip: TrustState
    let seals: ReleaseSeals

    /// - Parameter ownRoot: version and digest of the highest trust root in the tree of a commit.
    func read(
        _ found: FoundStatement, ownRoot: (ObjectID) throws -> (version: Int, sha256: String)?
    ) throws -> Result<ReleaseLink, Rejection> {
        func reject(
            _ question: JudgedStatement.Question, _ code: String, _ sentence: String
        ) -> Result<ReleaseLink, Rejection> {
            .failure(Rejection(reasons: [.init(question, code, sentence)]))
        }
        if case .defective(let code, let message) = found.content { return reject(.cryptography, code, message) }
        guard let statement = found.statement, let fields = statement.release, statement.decision == .release,
            let subject = statement.packageSubject(of: system)
        else { return reject(.binding, "no-release", "its statement is not a release of \(system)") }
        if let misplacement = found.misplacement { return reject(.binding, "name-mismatch", misplacement) }
        guard found.place.label == StatementTagName.release(system: system, version: subject.version) else {
            return reject(.binding, "name-mismatch", "its text releases \(system) \(subject.version)")
        }
        guard statement.repository == tip.repository else {
            return reject(.binding, "other-repository", "it was made for a repository with another trust root")
        }
        guard let id = found.id, let commit = found.target else {
            return reject(.cryptography, "unsigned", "it is not signed")
        }
        guard let own = try ownRoot(commit) else {
            return reject(.binding, "root-missing", "its tree has no trust root")
        }
        guard let same = tip.chain.version(own.version), same.sha256 == own.sha256 else {
            return reject(
                .binding, "root-equivocation",
                "its tree has another version \(own.version) of the trust root than the protected branch")
        }
        let sealedBy = seals.version(covering: id, after: own.version)
        let ownTrust = tip.under(version: own.version) ?? tip
        var trust = sealedBy == nil ? tip : ownTrust
        var signer = Signer.ofApproval(found, trust: trust)
        let isCompromised = signer.reasons.contains { $0.code == "key-compromised" }
        if isCompromised {
            // A thief and the person can no longer be told apart: the release stays in its place, for somebody to look at.
            trust = ownTrust
            signer = Signer.ofApproval(found, trust: ownTrust)
        }
        guard signer.reasons.isEmpty, let principal = signer.principal else {
            return .failure(Rejection(reasons: signer.reasons))
        }
        guard principal.kind == .human, principal.holds(Roles.releaseManager, system: system) else {
            return reject(
                .authority, "role-not-held",
                "\(principal.id) does not hold the role \(Roles.releaseManager) for \(system)")
        }
        return .success(
            ReleaseLink(
                tag: found.place.label, found: found, statement: statement, fields: fields, id: id, commit: commit,
                system: system, version: subject.version, packageSHA256: subject.sha256, signer: principal.id,
                ruledBy: trust.version, ownRootVersion: own.version, sealedBy: sealedBy,
                isAffected: isAffected(id, found: found, own: own.version),
                isVoid: tip.chain.voidReleases.contains(id)))
    }

    private func isAffected(_ id: String, found: FoundStatement, own: Int) -> Bool {
        guard let key = found.goodKey, case .compromised(_, let since) = tip.status(ofKey: key) else { return false }
        return seals.leavesOpen(id, under: own, compromisedSince: since)
    }
}
