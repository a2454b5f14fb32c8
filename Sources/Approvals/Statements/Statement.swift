package import SourceText

/// What one person signed: a decision about digests. Its text is the last paragraph of a tag's or commit's message.
package struct Statement: Sendable {
    package enum Decision: String, Sendable, CaseIterable {
        case approve, reject, withdraw, trust, author, release
    }

    /// The bytes that a decision is about.
    package enum Subject: Sendable, Hashable {
        case package(system: String, version: String, sha256: String)
        case plan(name: String, version: String, sha256: String)
        case system(name: String, sha256: String)
        case record(reference: String, sha256: String)
        case trust(version: String, sha256: String)

        /// As written behind `Subject:`.
        package var text: String {
            switch self {
            case .package(let system, let version, let sha256): "package \(system)@\(version) sha256:\(sha256)"
            case .plan(let name, let version, let sha256): "plan \(name)@\(version) sha256:\(sha256)"
            case .system(let name, let sha256): "system \(name) sha256:\(sha256)"
            case .record(let reference, let sha256): "record \(reference) sha256:\(sha256)"
            case .trust(let version, let sha256): "trust \(version) sha256:\(sha256)"
            }
        }
    }

    /// The released package that a change was judged against.
    package enum Base: Sendable, Hashable {
        case none
        case package(system: String, version: String, sha256: String)

        package var text: String {
            switch self {
            case .none: "none"
            case .package(let system, let version, let sha256): "package \(system)@\(version) sha256:\(sha256)"
            }
        }
    }

    /// The class that the signer was shown, with the rules that gave it.
    package struct MaterialityClaim: Sendable, Hashable {
        package let changeClass: String
        package let policySHA256: String
        package let catalogue: Int

        package init(changeClass: String, policySHA256: String, catalogue: Int) {
            self.changeClass = changeClass
            self.policySHA256 = policySHA256
            self.catalogue = catalogue
        }

        package var text: String { "\(changeClass) policy=sha256:\(policySHA256) catalogue=\(catalogue)" }
    }

    /// A statement that a release relied on, as the release statement lists it.
    package struct ListedStatement: Sendable, Hashable {
        package let id: String
        package let role: String
        package let principal: String

        package init(id: String, role: String, principal: String) {
            self.id = id
            self.role = role
            self.principal = principal
        }

        package var text: String { "\(id) \(role) \(principal)" }
    }

    /// What only release statements have.
    package struct ReleaseFields: Sendable, Hashable {
        /// From 1, without gaps for each system.
        package let sequence: Int
        /// Statement id of the release before; nil for the first.
        package let previous: String?
        package let approvals: [ListedStatement]
        package let evidenceSHA256: String

        package init(sequence: Int, previous: String?, approvals: [ListedStatement], evidenceSHA256: String) {
            self.sequence = sequence
            self.previous = previous
            self.approvals = approvals
            self.evidenceSHA256 = evidenceSHA256
        }
    }

    package var decision: Decision
    /// Digest of trust root version 1, which names the repository.
    package var repository: String
    package var subjects: [Subject]
    package var bases: [Base] = []
    package var materiality: [MaterialityClaim] = []
    package var role: String?
    /// Informational; validity is judged under the effective root.
    package var trust: (version: Int, sha256: String)?
    package var notAfter: Timestamp?
    /// For `withdraw`: the statement that no longer stands.
    package var withdraws: String?
    /// For an approval after a withdrawal.
    package var supersedes: String?
    /// For `author`: object ids of the commits that the signer takes.
    package var commits: [String] = []
    package var release: ReleaseFields?

    package init(decision: Decision, repository: String, subjects: [Subject]) {
        self.decision = decision
        self.repository = repository
        self.subjects = subjects
    }

    /// Systems whose packages it names.
    package var systems: [String] {
        subjects.compactMap { if case .package(let system, _, _) = $0 { system } else { nil } }
    }

    /// The package subject of a system with what the signer was told about it.
    package func packageSubject(
        of system: String
    ) -> (version: String, sha256: String, base: Base?, materiality: MaterialityClaim?)? {
        var number = 0
        for subject in subjects {
            guard case .package(let name, let version, let sha256) = subject else { continue }
            if name == system {
                return (
                    version, sha256, bases.indices.contains(number) ? bases[number] : nil,
                    materiality.indices.contains(number) ? materiality[number] : nil
                )
            }
            number += 1
        }
        return nil
    }
}
