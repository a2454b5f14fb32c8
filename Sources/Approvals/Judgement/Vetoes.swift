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
        let vetoRoles = trust.chain.vetoRoles
        var seen: Set<String> = []
        return considered.compactMap { found in
            guard let id = found.id, let statement = found.statement, statement.decision == .reject,
                let role = statement.role, vetoRoles.contains(role), statement.isAbout(system),
                statement.repository == trust.repository
            else { return nil }
            let signer = Signer.ofObjection(found, trust: trust)
            guard signer.reasons.isEmpty, let principal = signer.principal, principal.kind == .human,
                trust.chain.couldVeto(role, principal.id, system: system),
                !withdrawals.lift(id, by: principal.id), seen.insert("\(id) \(principal.id)").inserted
            else { return nil }
            return JudgedStatement(
                found: found, fingerprint: signer.fingerprint, principal: principal.id, reasons: [])
        }
    }

    /// Rejections in a veto role, and withdrawals of some statements, whose signature could not be checked: each might
    /// stop the system, so that nobody can say that nothing does.
    ///
    /// - Parameter ids: the approvals that are relied on.
    package static func undecided(
        against system: String, relyingOn ids: Set<String>, among considered: [FoundStatement], trust: TrustState
    ) -> [FoundStatement] {
        let vetoRoles = trust.chain.vetoRoles
        return considered.filter { found in
            guard found.doubt != nil, let statement = found.statement,
                statement.repository == trust.repository
            else { return false }
            switch statement.decision {
            case .reject: return statement.isAbout(system) && statement.role.map(vetoRoles.contains) == true
            case .withdraw: return statement.withdraws.map(ids.contains) == true
            case .approve, .author, .release, .trust: return false
            }
        }
    }

    /// Withdrawals of the given statements by the people who made them, whoever's key it was.
    package static func withdrawals(
        of ids: Set<String>, among considered: [FoundStatement], in statements: StatementIndex, trust: TrustState
    ) -> [(id: String, statement: String, principal: String)] {
        Withdrawals(among: considered, in: statements, trust: trust).ids(withdrawing: ids)
    }
}

extension TrustChain {
    /// Roles that could veto under some version.
    fileprivate var vetoRoles: Set<String> { Set(versions.flatMap(\.root.approvals.vetoRoles)) }

    /// True when the principal held the role for the system in some version, or acted for somebody who did: whoever
    /// could approve in somebody's place could also say no in it.
    func couldVeto(_ role: String, _ principal: String, system: String) -> Bool {
        if everHeld(role, by: principal, system: system) { return true }
        return versions.contains { version in
            version.root.delegations.contains { delegation in
                delegation.to?.value == principal && delegation.role?.value == role
                    && version.roster.principal(delegation.from?.value ?? "")?.holds(role, system: system) == true
            }
        }
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
