import PlanModel

/// Which statements were taken back, and by whom.
struct Withdrawals: Sendable {
    private struct Withdrawal {
        let id: String
        let statement: String
        let principal: TrustRoot.Principal
    }

    private let withdrawals: [Withdrawal]
    private let statements: StatementIndex
    private let trust: TrustState

    init(among found: [FoundStatement], in statements: StatementIndex, trust: TrustState) {
        self.statements = statements
        self.trust = trust
        withdrawals = found.compactMap { found in
            guard let id = found.id, let statement = found.statement, statement.decision == .withdraw,
                statement.repository == trust.repository, let target = statement.withdraws
            else { return nil }
            let signer = Signer.ofObjection(found, trust: trust)
            guard signer.reasons.isEmpty, let principal = signer.principal else { return nil }
            return Withdrawal(id: id, statement: target, principal: principal)
        }
    }

    /// True when a person took an approval back. A withdrawal covers all approvals of that person that have a subject
    /// in common with the one that it names, so that an old copy cannot be shown again; only one that names the
    /// withdrawal comes after it.
    func cover(_ found: FoundStatement, by principal: String) -> Bool {
        guard let statement = found.statement else { return false }
        return withdrawals.contains { withdrawal in
            guard withdrawal.principal.id == principal, statement.supersedes != withdrawal.id else { return false }
            if withdrawal.statement == found.id { return true }
            guard let target = statements.statement(withdrawal.statement)?.statement,
                target.decision == statement.decision
            else { return false }
            return !Set(target.decidedSubjects).isDisjoint(with: statement.decidedSubjects)
        }
    }

    /// True when a rejection no longer stands: the person who made it took back exactly this one, or, where that
    /// person has no active key any more, enough of those who may change the trust root did. A later rejection of the
    /// same bytes stands by itself: what speaks against a release must not be lost by being said twice.
    func lift(_ id: String, by principal: String) -> Bool {
        let matching = withdrawals.filter { $0.statement == id }
        if matching.contains(where: { $0.principal.id == principal }) { return true }
        guard !canStillSign(principal), let role = trust.root.changeThreshold.role?.value,
            let needed = trust.root.changeThreshold.count?.value, needed >= 1
        else { return false }
        let deciding = Set(
            matching.map(\.principal.id).filter { id in
                guard let current = trust.roster.principal(id) else { return false }
                return current.kind == .human && current.holdsEverywhere(role)
            })
        return deciding.count >= needed
    }

    private func canStillSign(_ principal: String) -> Bool {
        trust.roster.principal(principal).map(trust.roster.canSign) ?? false
    }

    /// Ids of the withdrawals that take back one of the given statements. An approval is taken back by whoever gave it:
    /// what others say of it takes nothing back, and must not cast doubt on a release either. A rejection may be lifted
    /// by others.
    func ids(withdrawing ids: Set<String>) -> [(id: String, statement: String, principal: String)] {
        withdrawals.filter { withdrawal in
            guard ids.contains(withdrawal.statement) else { return false }
            guard let target = statements.statement(withdrawal.statement), target.statement?.decision == .approve else {
                return true
            }
            return Signer.ofObjection(target, trust: trust).principal?.id == withdrawal.principal.id
        }.map { ($0.id, $0.statement, $0.principal.id) }
    }
}

extension Statement {
    /// The subjects that it decides about. A plan beside a package is only acknowledged: taking back the approval of one
    /// package must take back neither those of all others that rest on the same plan, nor that of the plan.
    fileprivate var decidedSubjects: [Subject] {
        guard subjects.count > 1 else { return subjects }
        return subjects.filter { if case .plan = $0 { false } else { true } }
    }
}
