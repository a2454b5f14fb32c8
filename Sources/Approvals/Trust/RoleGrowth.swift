import PlanModel

/// Whose authority is greater in one version of the trust root than in the one before it.
struct RoleGrowth {
    private let old: TrustRoot
    private let new: TrustRoot

    init(from old: TrustRoot, to new: TrustRoot) {
        self.old = old
        self.new = new
    }

    /// True when a principal gets a role, a wider scope of one, or somebody's role by delegation. Another key, name or
    /// address is no growth, and neither is losing something.
    func grows(_ id: String) -> Bool {
        guard let after = new.principals.first(where: { $0.id == id }) else { return false }
        let before = old.principals.first { $0.id == id }
        let isNewlyHuman = after.kind == .human && before?.kind != .human
        return isNewlyHuman || after.roles.contains { grant in !(before?.roles ?? []).contains { $0.covers(grant) } }
            || delegations(to: id, in: new).contains { delegation in
                !delegations(to: id, in: old).contains { $0.covers(delegation) }
            }
    }

    private func delegations(to id: String, in root: TrustRoot) -> [TrustRoot.Delegation] {
        root.delegations.filter { $0.to?.value == id }
    }
}

extension TrustRoot.RoleGrant {
    /// True when the other gives nothing that this one does not give.
    fileprivate func covers(_ other: TrustRoot.RoleGrant) -> Bool {
        func covers(_ own: [String], _ others: [String]) -> Bool {
            own.isEmpty || (!others.isEmpty && Set(others).isSubset(of: own))
        }
        return role.value == other.role.value && covers(systems, other.systems)
            && covers(environments, other.environments)
    }
}

extension TrustRoot.Delegation {
    /// True when the other lasts no longer and gives the same role of the same person.
    fileprivate func covers(_ other: TrustRoot.Delegation) -> Bool {
        guard let end = notAfter?.value, let otherEnd = other.notAfter?.value else { return false }
        return from?.value == other.from?.value && role?.value == other.role?.value && otherEnd <= end
    }
}
