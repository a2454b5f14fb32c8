import Approvals
import PlanModel

/// What people said against a release: rejections that stop it, and those that a made release does not mention.
struct Objections {
    /// Rejections in veto roles that stand.
    let vetoes: [JudgedStatement]
    /// What a release statement has to list beside the approvals: rejections of this release and withdrawals of
    /// approvals of it, so that nobody can hide them later.
    let listed: [Statement.ListedStatement]
    /// Sentences without a final full stop about objections that a made release does not list: they may have come
    /// later, which dates cannot prove, so that a person has to look.
    let unlisted: [String]
    /// Rejections and withdrawals whose signature could not be checked.
    let undecided: [FoundStatement]

    /// - Parameter relyingOn: ids of the approvals that count.
    init(
        to subject: ReleaseEvaluator.Subject, relyingOn approvals: Set<String>, basis: JudgementBasis,
        trust: TrustState, chain: ReleaseChain
    ) throws {
        let considered = basis.statements.concerning(subject.system)
        undecided = Vetoes.undecided(
            against: subject.system, relyingOn: approvals, among: considered, trust: basis.trust
        ).filter { found in
            guard let link = subject.sealed, found.statement?.decision == .reject else { return true }
            return Self.concerns(found, link, in: chain)
        }
        let standing = Vetoes.standing(
            against: subject.system, among: considered, in: basis.statements, trust: basis.trust)
        guard let link = subject.sealed else {
            vetoes = standing
            listed = Self.toList(subject, among: considered, basis: basis, released: Set(chain.links.map(\.version)))
            unlisted = []
            return
        }
        let ids = Set(link.fields.approvals.map(\.id))
        // What the release lists is judged as it was then: a rejection that it lists, without a withdrawal that it lists.
        vetoes = Vetoes.standing(
            against: subject.system, among: basis.statements.statements(among: ids), in: basis.statements,
            trust: basis.trust)
        listed = []
        let hidden = standing.filter { veto in
            !ids.contains(veto.found.id ?? "") && Self.concerns(veto.found, link, in: chain)
        }.map { "\($0.principal ?? "?") rejected the system (\($0.found.place.label))" }
        let withdrawn = Vetoes.withdrawals(of: ids, among: considered, in: basis.statements, trust: basis.trust)
            .filter {
                !ids.contains($0.id) && basis.statements.statement($0.statement)?.statement?.decision == .approve
            }
            .map { "\($0.principal) withdrew an approval that it relies on (statement \($0.id.prefix(12))…)" }
        unlisted = hidden + Set(withdrawn).sorted()
    }

    /// True when a rejection was there, going by what it says, before the release could have been made: it was made
    /// against a release before this one. A rejection of what came later is no objection to it.
    private static func concerns(_ veto: FoundStatement, _ link: ReleaseChain.Link, in chain: ReleaseChain) -> Bool {
        guard case .package(_, _, let sha256)? = veto.statement?.packageSubject(of: link.system)?.base,
            let base = chain.links.first(where: { $0.packageSHA256 == sha256 })
        else { return true }
        return base.fields.sequence < link.fields.sequence
    }

    private static func toList(
        _ subject: ReleaseEvaluator.Subject, among considered: [FoundStatement], basis: JudgementBasis,
        released: Set<String>
    ) -> [Statement.ListedStatement] {
        // What was said about an earlier release is listed there.
        func statements(_ decision: Statement.Decision) -> [FoundStatement] {
            considered.filter { found in
                guard let statement = found.statement, statement.decision == decision else { return false }
                guard let claim = statement.packageSubject(of: subject.system) else {
                    return statement.isAbout(subject.system)
                }
                return !released.contains(claim.version)
            }
        }
        let rejections = statements(.reject)
        let approvals = statements(.approve)
        var listed: [Statement.ListedStatement] = []
        for rejection in rejections {
            let signer = Signer.ofObjection(rejection, trust: basis.trust)
            guard signer.reasons.isEmpty, let principal = signer.principal, let id = rejection.id else { continue }
            listed.append(
                Statement.ListedStatement(id: id, role: rejection.statement?.role ?? "none", principal: principal.id))
        }
        let ids = Set((rejections + approvals).compactMap(\.id))
        for withdrawal in Vetoes.withdrawals(of: ids, among: considered, in: basis.statements, trust: basis.trust) {
            let role = basis.statements.statement(withdrawal.id)?.statement?.role
            listed.append(
                Statement.ListedStatement(id: withdrawal.id, role: role ?? "none", principal: withdrawal.principal))
        }
        return listed
    }
}
