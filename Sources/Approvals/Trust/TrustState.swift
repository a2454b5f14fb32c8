package import PlanModel
package import Signatures
package import SourceText

/// The trust root that rules a judgement, and whether it is the one that this clone was told to trust.
package struct TrustState: Sendable {
    /// Every version up to the one that rules.
    package let chain: TrustChain
    package let root: TrustRoot
    /// 1-based.
    package let version: Int
    /// Digest of the version that rules.
    package let sha256: String
    /// Digest of version 1: the name of the repository in statements.
    package let repository: String
    /// Nil when nobody said which root to trust: fine for reading, never for a release.
    package let pin: TrustPin?
    /// The principals of the version that rules, with their active keys.
    package let roster: Roster

    /// Finds the root that rules a tree: the highest version in `governance/trust`, which must be valid. There is no
    /// falling back to a lower one.
    ///
    /// - Parameter others: further trees that the same question concerns, such as the target of a pull request: a
    ///   version that has another text there is a failure.
    /// - Throws: `TrustFailure`, or what reading the tree throws.
    package init(of snapshot: Snapshot, pin: TrustPin?, beside others: [Snapshot] = []) throws {
        let examination = try TrustExamination(of: snapshot, pin: pin, beside: others)
        if let failure = examination.failures.first { throw failure }
        let versions = examination.validVersions
        guard let first = versions.first, let last = versions.last else { throw TrustExamination.missing(in: snapshot) }
        chain = TrustChain(versions)
        root = last.root
        version = last.number
        sha256 = last.sha256
        repository = first.sha256
        self.pin = pin
        roster = last.roster
    }

    /// The same chain as an earlier version ruled it, for releases that a later one sealed. What a key is worth is still
    /// told by the whole chain: a key that was compromised since is compromised. Nil for a version that is not there.
    package func under(version number: Int) -> TrustState? { chain.version(number).map { TrustState($0, of: self) } }

    private init(_ earlier: TrustVersion, of state: TrustState) {
        chain = state.chain
        root = earlier.root
        version = earlier.number
        sha256 = earlier.sha256
        repository = state.repository
        pin = state.pin
        roster = earlier.roster
    }

    /// The keys whose signatures are worth checking: those of all versions. Which of them count is another question.
    package var keys: TrustedKeys { chain.keys }

    /// What a key is worth now.
    package func status(ofKey fingerprint: String) -> KeyStatus { chain.status(ofKey: fingerprint) }

    /// Whoever delegates a role to a principal for a system at a moment. What excludes the delegator excludes the
    /// delegate, who acts in their place.
    ///
    /// A delegation is in force when the version that rules lists it, its last moment is not over, and the delegator
    /// holds the role for the system themselves: a delegate cannot delegate.
    package func delegators(
        to principal: String, of role: String, system: String, at moment: Timestamp
    ) -> [TrustRoot.Principal] {
        delegations(to: principal, of: role).filter { ($0.notAfter?.value).map { moment <= $0 } ?? false }
            .compactMap { delegation in
                guard let from = roster.principal(delegation.from?.value ?? ""), from.kind == .human,
                    from.holds(role, system: system)
                else { return nil }
                return from
            }
    }

    /// Delegations of a role to a principal in the version that rules, ended ones too.
    package func delegations(to principal: String, of role: String) -> [TrustRoot.Delegation] {
        root.delegations.filter { $0.to?.value == principal && $0.role?.value == role }
    }

    /// Roles whose rejection stops a system.
    package var vetoRoles: Set<String> { Set(root.approvals.vetoRoles) }

    /// Commit from which on authorship must be provable: 40 hexadecimal digits. Nil where it must be from the start.
    package var attributionSince: String? { root.approvals.attributionSince }

    /// Whether a hosting service's signed squash is believed about author and co-authors.
    package var forgeAttribution: Bool { root.approvals.forgeAttribution }

    /// True when one person may not fill both in one release. `author` stands for whoever contributed.
    package func separates(_ one: String, _ other: String) -> Bool {
        root.separationOfDuties.contains { $0.count == 2 && Set($0) == [one, other] }
    }
}
