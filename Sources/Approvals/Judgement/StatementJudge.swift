import GitObjects
import PlanModel
import Signatures
package import SourceText

/// Decides which statements count for one package.
package struct StatementJudge: Sendable {
    /// What is judged.
    package struct Case: Sendable {
        package let system: String
        package let version: String
        package let packageSHA256: String
        /// The plan that the package pins, as a statement subject.
        package let plan: Statement.Subject?
        package let changeClass: ChangeClass
        package let contributors: Contributors
        /// The person who signs the release, when that is known.
        package let releaseSigner: String?
        /// The moment that `Not-After` is compared with.
        package let now: Timestamp
        /// Versions of the system that are released: statements about them belong to those releases.
        package let releasedVersions: Set<String>

        package init(
            system: String, version: String, packageSHA256: String, plan: Statement.Subject?, changeClass: ChangeClass,
            contributors: Contributors, releaseSigner: String?, now: Timestamp, releasedVersions: Set<String>
        ) {
            self.system = system
            self.version = version
            self.packageSHA256 = packageSHA256
            self.plan = plan
            self.changeClass = changeClass
            self.contributors = contributors
            self.releaseSigner = releaseSigner
            self.now = now
            self.releasedVersions = releasedVersions
        }
    }

    private typealias Reason = JudgedStatement.Reason

    private let trust: TrustState
    private let subject: Case
    private let withdrawals: Withdrawals

    /// - Parameter statements: everything that was found; withdrawals among it void other statements.
    package init(trust: TrustState, case subject: Case, statements: [FoundStatement]) {
        self.trust = trust
        self.subject = subject
        withdrawals = Withdrawals(statements, roster: trust.roster)
    }

    /// Judges an approval or rejection that names the system; nil for other statements.
    package func judge(_ found: FoundStatement) -> JudgedStatement? {
        guard let statement = found.statement else {
            guard case .defective(let code, let message) = found.content, claimsThisSystem(found.place) else {
                return nil
            }
            return JudgedStatement(
                found: found, fingerprint: nil, principal: nil, reasons: [Reason(.cryptography, code, message)])
        }
        guard statement.decision == .approve || statement.decision == .reject,
            let claim = statement.packageSubject(of: subject.system),
            claim.version == subject.version || !subject.releasedVersions.contains(claim.version)
        else { return nil }

        let (fingerprint, signer, signatureReasons) = Signer.identify(found, roster: trust.roster)
        var reasons = signatureReasons
        if let signer { reasons += authorityReasons(statement, signer) + placeReasons(found, statement, signer) }
        reasons += bindingReasons(found, statement, claim, signer?.id)
        return JudgedStatement(found: found, fingerprint: fingerprint, principal: signer?.id, reasons: reasons)
    }

    /// Rejections by a veto role that nobody withdrew. They stop every later digest of the system, so neither the
    /// digest nor the class matters.
    package func standingVetoes(among statements: [FoundStatement]) -> [JudgedStatement] {
        statements.compactMap { found in
            guard let statement = found.statement, statement.decision == .reject, let role = statement.role,
                trust.root.approvals.vetoRoles.contains(role),
                statement.packageSubject(of: subject.system) != nil, statement.repository == trust.repository
            else { return nil }
            let (fingerprint, signer, reasons) = Signer.identify(found, roster: trust.roster)
            guard reasons.isEmpty, let signer, signer.holds(role, system: subject.system),
                !withdrawals.cover(found, by: signer.id, system: subject.system)
            else { return nil }
            return JudgedStatement(found: found, fingerprint: fingerprint, principal: signer.id, reasons: [])
        }
    }

    // MARK: The questions

    private func authorityReasons(_ statement: Statement, _ signer: TrustRoot.Principal) -> [Reason] {
        var reasons: [Reason] = []
        let role = statement.role ?? ""
        if signer.kind != .human {
            reasons.append(
                Reason(.authority, "not-a-person", "\(signer.id) is a \(signer.kind.rawValue), not a person"))
        }
        if !signer.holds(role, system: subject.system) {
            reasons.append(
                Reason(.authority, "role-not-held", "\(signer.id) does not hold the role \(role) for \(subject.system)")
            )
        }
        guard statement.decision == .approve else { return reasons }
        if subject.contributors.includes(signer.id) {
            let commits = (subject.contributors.commits[signer.id] ?? []).prefix(3).map(\.short).joined(separator: ", ")
            reasons.append(
                Reason(.authority, "author", "\(signer.id) worked on what is being approved (commit \(commits))"))
        }
        if signer.id == subject.releaseSigner, !trust.root.approvals.releaseSignerMayApprove {
            reasons.append(
                Reason(.authority, "release-signer", "\(signer.id) signs the release and may not approve it as well"))
        }
        return reasons
    }

    /// The parts of a tag's name must agree with the signed text.
    private func placeReasons(
        _ found: FoundStatement, _ statement: Statement, _ signer: TrustRoot.Principal
    ) -> [Reason] {
        guard case .tag(let ref) = found.place, let claim = statement.packageSubject(of: subject.system) else {
            return []
        }
        let expected = StatementTagName.decision(
            statement.decision, system: subject.system, version: claim.version, role: statement.role ?? "",
            principal: signer.id, digest: claim.sha256)
        let name = String(ref.trimmingPrefix("refs/tags/"))
        let packages = statement.subjects.count { if case .package = $0 { true } else { false } }
        if packages > 1 || name == expected || name.isNumberedCopy(of: expected) { return [] }
        return [Reason(.binding, "name-mismatch", "the tag's name says something else than its text")]
    }

    private func bindingReasons(
        _ found: FoundStatement, _ statement: Statement,
        _ claim: (version: String, sha256: String, base: Statement.Base?, materiality: Statement.MaterialityClaim?),
        _ signer: String?
    ) -> [Reason] {
        if statement.repository != trust.repository {
            return [Reason(.binding, "other-repository", "it was made for a repository with another trust root")]
        }
        if claim.sha256 != subject.packageSHA256 {
            return [
                Reason(
                    .binding, "other-digest",
                    "it is about the package \(claim.sha256.prefix(12))…, and the package is now "
                        + "\(subject.packageSHA256.prefix(12))…")
            ]
        }
        var reasons: [Reason] = []
        if claim.version != subject.version {
            reasons.append(Reason(.binding, "other-version", "it is about version \(claim.version)"))
        }
        if let plan = subject.plan, !statement.subjects.contains(plan) {
            reasons.append(
                Reason(.binding, "subject-incomplete", "it does not name the \(plan.text) that the package pins"))
        }
        let shown = claim.materiality.flatMap { ChangeClass($0.changeClass) }
        if statement.decision == .approve, shown?.covers(subject.changeClass) != true {
            let shownName = claim.materiality?.changeClass ?? "nothing"
            reasons.append(
                Reason(
                    .binding, "materiality-understated",
                    "it was given for class \(shownName), and the change is \(subject.changeClass.name)"))
        }
        if let end = statement.notAfter, end < subject.now {
            reasons.append(Reason(.binding, "expired", "it was valid until \(end.rfc3339)"))
        }
        if let signer, withdrawals.cover(found, by: signer, system: subject.system) {
            reasons.append(Reason(.binding, "withdrawn", "\(signer) withdrew it"))
        }
        return reasons
    }

    private func claimsThisSystem(_ place: FoundStatement.Place) -> Bool {
        guard case .tag(let ref) = place else { return true }
        return ref.hasPrefix("refs/tags/approve/\(subject.system)/")
            || ref.hasPrefix("refs/tags/reject/\(subject.system)/")
    }
}

extension String {
    /// `approve/…/0123456789ab.2` is a second copy of `approve/…/0123456789ab`.
    fileprivate func isNumberedCopy(of name: String) -> Bool {
        guard hasPrefix(name + ".") else { return false }
        let number = dropFirst(name.count + 1)
        return !number.isEmpty && number.utf8.allSatisfy { (48...57).contains($0) }
    }
}
