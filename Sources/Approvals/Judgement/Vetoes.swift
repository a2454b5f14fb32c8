import PlanModel

/// Rejections that stop a system: they hold for every later digest, so that neither a space more nor a new version
/// shakes them off, and they outlive the key that made them.
package enum Vetoes {
    /// The rejections of a system in a veto role that nobody took back.
    ///
    /// The name under which a rejection was found does not matter here, nor whether the role still vetoes today: what
    /// was said by somebody who could say it stands until that person takes it back.
    ///
    /// - Parameter considered: the rejections and withdrawals to look at, from all places together.
    package static func standing(
        against system: String, among considered: [FoundStatement], in statements: StatementIndex, trust: TrustState
    ) -> [JudgedStatement] {
        let withdrawals = Withdrawals(among: considered, in: statements, trust: trust)
        let vetoRoles = trust.chain.versions.reduce(into: Set<String>()) { $0.formUnion($1.root.approvals.vetoRoles) }
        var seen: Set<String> = []
        return considered.compactMap { found in
            guard let id = found.id, let statement = found.statement, statement.decision == .reject,
                let role = statement.role, vetoRoles.contains(role), statement.isAbout(system),
                statement.repository == trust.repository
            else { return nil }
            let signer = Signer.ofObjection(found, trust: trust)
            guard signer.reasons.isEmpty, let principal = signer.principal, principal.kind == .human,
                trust.chain.everHeld(role, by: principal.id, system: system),
                !withdrawals.lift(id, by: principal.id), seen.insert("\(id) \(principal.id)").inserted
            else { return nil }
            return JudgedStatement(
                found: found, fingerprint: signer.fingerprint, principal: principal.id, reasons: [])
        }
    }

    /// Withdrawals of the given statements by the people who made them, whoever's key it was.
    package static func withdrawals(
        of ids: Set<String>, among considered: [FoundStatement], in statements: StatementIndex, trust: TrustState
    ) -> [(id: String, statement: String, principal: String)] {
        Withdrawals(among: considered, in: statements, trust: trust).ids(withdrawing: ids)
    }
}

extension Statement {
    /// True when one of its subjects is a package of the system, or the system itself.
    package func isAbout(_ system: String) -> Bool {
        subjects.contains { subject in
            switch subject {
            case .package(let name, _, _), .system(let name, _): name == system
            case .plan, .record, .trust: false
            }
        }
    }
}
