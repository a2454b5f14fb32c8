package import PlanModel
package import Signatures

/// All versions of the trust root up to the one that rules, each valid.
///
/// Positive statements count by the version that rules. Negative ones, and who wrote something, are asked of all
/// versions: rotating a key must not lose a veto or an author.
package struct TrustChain: Sendable {
    /// From version 1 on, without gaps.
    package let versions: [TrustVersion]
    /// The keys of all versions. A key keeps the demands of the newest version that lists it.
    package let keys: TrustedKeys
    /// For each key the principal and the versions that list it, ascending.
    private let uses: [String: (principal: String, versions: [Int])]

    /// - Parameter versions: from version 1 on, not empty.
    init(_ versions: [TrustVersion]) {
        self.versions = versions
        var ssh: [SigningKey] = []
        var certificates: [OpenPGPCertificate] = []
        var known: Set<String> = []
        var uses: [String: (principal: String, versions: [Int])] = [:]
        for version in versions.reversed() {
            ssh += version.roster.keys.ssh.filter { known.insert($0.fingerprint).inserted }
            certificates += version.roster.keys.openPGP.filter { known.insert($0.fingerprint).inserted }
        }
        for version in versions {
            for (fingerprint, principal) in version.roster.listed {
                uses[fingerprint, default: (principal, [])].versions.append(version.number)
            }
        }
        keys = TrustedKeys(ssh: ssh, openPGP: certificates)
        self.uses = uses
    }

    /// 1-based; nil for a version that the chain does not reach.
    package func version(_ number: Int) -> TrustVersion? {
        versions.indices.contains(number - 1) ? versions[number - 1] : nil
    }

    /// What a key is worth under the last version of the chain.
    package func status(ofKey fingerprint: String) -> KeyStatus {
        let fingerprint = Roster.normalised(fingerprint)
        guard let use = uses[fingerprint], let last = versions.last else { return .unknown }
        let entries = last.root.revokedKeys.filter { Roster.normalised($0.fingerprint.value) == fingerprint }
        // The gravest of several entries holds, and an entry that says too little is taken for the worst.
        if let entry = entries.max(by: { $0.gravity < $1.gravity }) {
            let since = entry.since?.value ?? 1
            switch entry.reason?.value ?? .compromised {
            case .superseded: return .superseded(principal: use.principal, since: since)
            case .retired: return .retired(principal: use.principal, since: since)
            case .compromised: return .compromised(principal: use.principal, since: since)
            }
        }
        guard let newest = use.versions.last, newest < last.number else { return .active(principal: use.principal) }
        return .retired(principal: use.principal, since: newest + 1)
    }

    /// Whose key it is or was in any version, as the newest version that has the principal describes them. Nil for a
    /// key that no version names. Says nothing about whether the key counts.
    package func principal(ofAnyKey fingerprint: String) -> TrustRoot.Principal? {
        guard let id = uses[Roster.normalised(fingerprint)]?.principal else { return nil }
        return principal(id)
    }

    /// Who may take something back or stand in the way with a key: its holder in any version, unless the key is
    /// compromised. A thief must not be able to stop or clear a release.
    package func objector(withKey fingerprint: String) -> TrustRoot.Principal? {
        status(ofKey: fingerprint).isCompromised ? nil : principal(ofAnyKey: fingerprint)
    }

    /// A principal of any version, as the newest version that has them describes them.
    package func principal(_ id: String) -> TrustRoot.Principal? {
        versions.reversed().lazy.compactMap { $0.roster.principal(id) }.first
    }

    /// True when the principal held the role for the system in some version.
    package func everHeld(_ role: String, by principal: String, system: String) -> Bool {
        versions.contains { $0.roster.principal(principal)?.holds(role, system: system) ?? false }
    }

    /// Where the system's chain of releases stood when later versions were made, the oldest version first.
    package func checkpoints(of system: String) -> [Checkpoint] {
        versions.flatMap { version in
            version.root.releaseHeads.compactMap { head in
                guard version.number > 1, head.system?.value == system, let sequence = head.sequence?.value,
                    let statement = head.statement?.value
                else { return nil }
                return Checkpoint(version: version.number, system: system, sequence: sequence, statement: statement)
            }
        }
    }

    /// Release statements that no longer count. What one version voids, a later one does not bring back.
    package var voidReleases: Set<String> { Set(versions.flatMap { $0.root.voidReleases.map(\.value) }) }
}

/// The last release of a system when a version of the trust root was made.
package struct Checkpoint: Sendable, Hashable {
    /// The version of the trust root that says so.
    package let version: Int
    package let system: String
    /// 1-based.
    package let sequence: Int
    /// Id of the release statement.
    package let statement: String

    package init(version: Int, system: String, sequence: Int, statement: String) {
        self.version = version
        self.system = system
        self.sequence = sequence
        self.statement = statement
    }
}

extension TrustRoot.RevokedKey {
    /// How much is wrong with the key; what is not said is taken for the worst.
    var gravity: Int {
        Reason.allCases.firstIndex(of: reason?.value ?? .compromised) ?? Reason.allCases.count
    }
}
