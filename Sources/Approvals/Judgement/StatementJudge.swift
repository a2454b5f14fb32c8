import GitObjects
import PlanModel
package import SourceText

/// Decides which approvals and rejections count for one subject.
package struct StatementJudge: Sendable {
    /// What is judged.
    package struct Case: Sendable {
        /// A package, plan, system or record with its digest.
        package let subject: Statement.Subject
        /// The systems that the signer's role has to cover.
        package let systems: [String]
        /// The plan that a package pins.
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
            subject: Statement.Subject, systems: [String], plan: Statement.Subject? = nil, changeClass: ChangeClass,
            contributors: Contributors, releaseSigner: String? = nil, now: Timestamp,
            releasedVersions: Set<String> = []
        ) {
            self.subject = subject
            self.systems = systems
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

    /// - Parameters:
    ///   - considered: the statements that may count, withdrawals among them.
    ///   - statements: all statements, in which those that a withdrawal names are looked up.
    package init(
        trust: TrustState, case subject: Case, considering considered: [FoundStatement], in statements: StatementIndex
    ) {
        self.trust = trust
        self.subject = subject
        withdrawals = Withdrawals(among: considered, in: statements, trust: trust)
    }

    /// Judges an approval or rejection of the subject, whatever digest it names; nil for other statements.
    package func judge(_ found: FoundStatement) -> JudgedStatement? {
        guard let statement = found.statement else {
            guard case .defective(let code, let message) = found.content, claimsSubject(found.place) else {
                return nil
            }
            return JudgedStatement(
                found: found, fingerprint: nil, principal: nil, reasons: [Reason(.cryptography, code, message)])
        }
        guard statement.decision == .approve || statement.decision == .reject, let claim = claim(of: statement) else {
            return nil
        }
        let signer =
            statement.decision == .approve
            ? Signer.ofApproval(found, trust: trust) : Signer.ofObjection(found, trust: trust)
        var reasons = signer.reasons
        var delegator: String?
        if reasons.isEmpty, let principal = signer.principal {
            let authority = authority(of: principal, statement)
            delegator = authority.delegator
            reasons += authority.reasons + placeReasons(found, statement, claim, principal)
        }
        reasons += bindingReasons(found, statement, claim, signer.principal?.id)
        return JudgedStatement(
            found: found, fingerprint: signer.fingerprint, principal: signer.principal?.id, onBehalfOf: delegator,
            reasons: reasons)
    }

    /// The subject of the statement that is about what is judged. A statement about a version that was released belongs
    /// to that release. A package statement speaks for each of its packages; any other has one subject.
    private func claim(of statement: Statement) -> Statement.Subject? {
        switch subject.subject {
        case .package(let system, let version, _):
            guard let claim = statement.packageSubject(of: system),
                claim.version == version || !subject.releasedVersions.contains(claim.version)
            else { return nil }
            return .package(system: system, version: claim.version, sha256: claim.sha256)
        case .plan, .system, .record, .trust:
            // In a package statement a plan line only says that the plan was seen.
            guard statement.subjects.count == 1, let claim = statement.subjects.first, claim.isSame(as: subject.subject)
            else { return nil }
            return claim
        }
    }

    // MARK: The questions

    /// May this person say that? Answers with the delegator where the role is held only through one.
    private func authority(
        of signer: TrustRoot.Principal, _ statement: Statement
    ) -> (delegator: String?, reasons: [Reason]) {
        var reasons: [Reason] = []
        let role = statement.role ?? ""
        if signer.kind != .human {
            reasons.append(
                Reason(.authority, "not-a-person", "\(signer.id) is a \(signer.kind.rawValue), not a person"))
        }
        guard statement.decision == .approve else {
            if !subject.systems.allSatisfy({ trust.chain.couldVeto(role, signer.id, system: $0) }) {
                reasons.append(roleNotHeld(signer, role))
            }
            return (nil, reasons)
        }
        reasons += exclusion(of: signer.id, acting: signer.id)
        if subject.systems.isEmpty {
            // What belongs to no system takes somebody whose role has no limits.
            return (nil, signer.holdsEverywhere(role) ? reasons : reasons + [roleNotHeld(signer, role)])
        }
        if subject.systems.allSatisfy({ signer.holds(role, system: $0) }) { return (nil, reasons) }

        // Whoever acts for somebody is bound by what binds that person: otherwise an author could have a colleague
        // approve in the author's own role.
        let delegators = subject.systems.map { system in
            Set(trust.delegators(to: signer.id, of: role, system: system, at: subject.now).map(\.id))
        }
        let common = delegators.dropFirst().reduce(delegators.first ?? []) { $0.intersection($1) }.sorted()
        guard let delegator = common.first(where: { exclusion(of: $0, acting: signer.id).isEmpty }) ?? common.first
        else {
            let ended = trust.delegations(to: signer.id, of: role).compactMap { $0.notAfter?.value }.max()
            if let ended, ended < subject.now {
                reasons.append(
                    Reason(
                        .authority, "delegation-ended",
                        "the role \(role) was delegated to \(signer.id) until \(ended.rfc3339)"))
            } else {
                reasons.append(roleNotHeld(signer, role))
            }
            return (nil, reasons)
        }
        return (delegator, reasons + exclusion(of: delegator, acting: signer.id))
    }

    private func roleNotHeld(_ signer: TrustRoot.Principal, _ role: String) -> Reason {
        Reason(
            .authority, "role-not-held",
            "\(signer.id) does not hold the role \(role) for "
                + (subject.systems.isEmpty ? "every system" : subject.systems.joined(separator: ", ")))
    }

    /// What keeps a person from approving, whoever acts for them.
    private func exclusion(of person: String, acting signer: String) -> [Reason] {
        var reasons: [Reason] = []
        let who = person == signer ? person : "\(person), for whom \(signer) acts,"
        if let commits = subject.contributors.commits[person] {
            let names = commits.prefix(3).map(\.short).joined(separator: ", ")
            reasons.append(
                Reason(.authority, "author", "\(who) worked on what is being approved (commit \(names))"))
        }
        if person == subject.releaseSigner, !trust.root.approvals.releaseSignerMayApprove {
            reasons.append(
                Reason(.authority, "release-signer", "\(who) signs the release and may not approve it as well"))
        }
        return reasons
    }

    /// The parts of a tag's name must agree with the signed text, wherever the tag object lies.
    private func placeReasons(
        _ found: FoundStatement, _ statement: Statement, _ claim: Statement.Subject, _ signer: TrustRoot.Principal
    ) -> [Reason] {
        if let misplacement = found.misplacement, statement.decision == .approve {
            return [Reason(.binding, "name-mismatch", misplacement)]
        }
        guard let name = found.tagName else { return [] }
        // One statement for several packages is called after one of them.
        let isNamed = statement.subjects.contains { subject in
            StatementTagName.isName(
                name,
                equalOrCopyOf: StatementTagName.decision(
                    statement.decision, about: subject, role: statement.role ?? "", principal: signer.id))
        }
        return isNamed ? [] : [Reason(.binding, "name-mismatch", "the tag's name says something else than its text")]
    }

    private func bindingReasons(
        _ found: FoundStatement, _ statement: Statement, _ claim: Statement.Subject, _ signer: String?
    ) -> [Reason] {
        if statement.repository != trust.repository {
            return [Reason(.binding, "other-repository", "it was made for a repository with another trust root")]
        }
        if claim.sha256 != subject.subject.sha256 {
            return [
                Reason(
                    .binding, "other-digest",
                    "it is about the \(claim.noun) \(claim.sha256.prefix(12))…, and the \(claim.noun) is now "
                        + "\(subject.subject.sha256.prefix(12))…")
            ]
        }
        var reasons: [Reason] = []
        if claim.version != subject.subject.version {
            reasons.append(Reason(.binding, "other-version", "it is about version \(claim.version ?? "?")"))
        }
        if let plan = subject.plan, !statement.subjects.contains(plan) {
            reasons.append(
                Reason(.binding, "subject-incomplete", "it does not name the \(plan.text) that the package pins"))
        }
        if statement.decision == .approve, case .package(let system, _, _) = claim {
            reasons += understatement(statement.packageSubject(of: system)?.materiality)
        }
        if let end = statement.notAfter, end < subject.now {
            reasons.append(Reason(.binding, "expired", "it was valid until \(end.rfc3339)"))
        }
        if let signer, statement.decision == .approve, withdrawals.cover(found, by: signer) {
            reasons.append(Reason(.binding, "withdrawn", "\(signer) withdrew it"))
        }
        if let signer, let id = found.id, statement.decision == .reject, withdrawals.lift(id, by: signer) {
            reasons.append(Reason(.binding, "withdrawn", "it was withdrawn"))
        }
        return reasons
    }

    /// Whoever was shown less than there is did not approve the rest.
    private func understatement(_ claim: Statement.MaterialityClaim?) -> [Reason] {
        let shown = claim.flatMap { ChangeClass($0.changeClass) }
        guard shown?.covers(subject.changeClass) != true else { return [] }
        return [
            Reason(
                .binding, "materiality-understated",
                "it was given for class \(claim?.changeClass ?? "nothing"), and the change is \(subject.changeClass.name)"
            )
        ]
    }

    /// Whether the name of a ref, file or commit says that what cannot be read was about the subject.
    private func claimsSubject(_ place: FoundStatement.Place) -> Bool {
        guard case .tag(let ref) = place else { return true }
        let name = ref.trimmingPrefix("refs/tags/")
        return [Statement.Decision.approve, .reject].contains { decision in
            name.hasPrefix("\(decision.rawValue)/\(subject.subject.folder)/")
        }
    }
}
