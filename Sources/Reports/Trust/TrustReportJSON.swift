import Approvals
import PlanModel
import Releases
import SourceText

extension TrustReport {
    /// `schemas/v1/output/trust.schema.json`
    package func json() throws -> String {
        try JSONText.of(
            Output(
                tree: tree, outcome: outcome.rawValue,
                pinned: pin.map { Pin(sha256: $0.sha256, source: $0.source.rawValue) },
                versions: examination.versions.map(Version.init),
                principals: chain.flatMap { chain in
                    chain.versions.last?.roster.principals.map { Principal($0, chain) }
                } ?? [],
                revokedKeys: chain.flatMap { chain in
                    chain.versions.last?.root.revokedKeys.map { RevokedKey($0, chain) }
                } ?? [],
                delegations: chain?.versions.last?.root.delegations.map(Delegation.init) ?? [],
                checkpoints: chain.map(Checkpoint.all) ?? [], voidReleases: chain?.voidReleases.sorted() ?? [],
                refusals: examination.failures.filter(\.isRefusal).map { ReasonJSON(Self.reason($0)) },
                undecided: examination.failures.filter { !$0.isRefusal }.map { ReasonJSON(Self.reason($0)) }
                    + (pin == nil ? [ReasonJSON(.unpinned)] : [])))
    }

    private struct Output: Encodable {
        let report = "imprimatur/trust/v1"
        let tree: String
        let outcome: String
        let pinned: Pin?
        let versions: [Version]
        let principals: [Principal]
        let revokedKeys: [RevokedKey]
        let delegations: [Delegation]
        let checkpoints: [Checkpoint]
        let voidReleases: [String]
        let refusals: [ReasonJSON]
        let undecided: [ReasonJSON]
    }

    private struct Pin: Encodable {
        let sha256: String
        let source: String
    }

    private struct Version: Encodable {
        let version: Int
        let path: String
        let sha256: String?
        let valid: Bool
        let signatures: Signatures?
        let reasons: [ReasonJSON]

        init(_ version: TrustExamination.Version) {
            self.version = version.number
            path = version.path
            sha256 = version.version?.sha256
            valid = version.failures.isEmpty
            signatures = version.version?.signatures.map(Signatures.init)
            reasons = version.failures.map { ReasonJSON(TrustReport.reason($0)) }
        }
    }

    private struct Signatures: Encodable {
        let byPrevious: Count
        let byOwn: Count
        let disregarded: [Disregarded]

        init(_ signatures: VersionSignatures) {
            byPrevious = Count(signatures.before)
            byOwn = Count(signatures.own)
            disregarded = signatures.disregarded.map {
                Disregarded(path: $0.path, code: $0.code, sentence: $0.sentence)
            }
        }
    }

    private struct Count: Encodable {
        let version: Int
        let role: String
        let needed: Int?
        let signers: [String]
        let growing: [String]
        let couldSign: [String]

        init(_ count: VersionSignatures.Count) {
            version = count.version
            role = count.role
            needed = count.needed == .max ? nil : count.needed
            signers = count.signers
            growing = count.growing
            couldSign = count.others
        }
    }

    private struct Disregarded: Encodable {
        let path: String
        let code: String
        let sentence: String
    }

    private struct Principal: Encodable {
        let id: String
        let kind: String
        let roles: [Role]
        let keys: [Key]

        init(_ principal: TrustRoot.Principal, _ chain: TrustChain) {
            id = principal.id
            kind = principal.kind.rawValue
            roles = principal.roles.map {
                Role(role: $0.role.value, systems: $0.systems, environments: $0.environments)
            }
            keys = principal.keys.compactMap { key in
                key.fingerprint.map { fingerprint in
                    Key(
                        fingerprint: fingerprint.value, type: key.type?.value ?? "",
                        status: chain.status(ofKey: fingerprint.value).word)
                }
            }
        }
    }

    private struct Role: Encodable {
        let role: String
        let systems: [String]
        let environments: [String]
    }

    private struct Key: Encodable {
        let fingerprint: String
        let type: String
        let status: String
    }

    private struct RevokedKey: Encodable {
        let fingerprint: String
        let principal: String?
        let reason: String?
        let since: Int?

        init(_ key: TrustRoot.RevokedKey, _ chain: TrustChain) {
            fingerprint = key.fingerprint.value
            principal = chain.principal(ofAnyKey: key.fingerprint.value)?.id
            reason = key.reason?.value.rawValue
            since = key.since?.value
        }
    }

    private struct Delegation: Encodable {
        let from: String?
        let to: String?
        let role: String?
        let notAfter: String?

        init(_ delegation: TrustRoot.Delegation) {
            from = delegation.from?.value
            to = delegation.to?.value
            role = delegation.role?.value
            notAfter = delegation.notAfter?.value.rfc3339
        }
    }

    private struct Checkpoint: Encodable {
        let version: Int
        let system: String
        let sequence: Int
        let statement: String

        static func all(of chain: TrustChain) -> [Checkpoint] {
            let systems = Set(chain.versions.flatMap { $0.root.releaseHeads.compactMap { $0.system?.value } }).sorted()
            return systems.flatMap(chain.checkpoints).map {
                Checkpoint(version: $0.version, system: $0.system, sequence: $0.sequence, statement: $0.statement)
            }
        }
    }
}
