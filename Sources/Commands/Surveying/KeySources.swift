import Approvals
import GitObjects
import PlanModel
import Releases
import SignatureSurvey
import Signatures
import Snapshots
import SourceText

/// Collects keys, and whose they are, from what a person named and from the trust root.
struct KeySources {
    private(set) var keys = KnownKeys()
    /// What could not be used, one sentence each.
    private(set) var notes: [String] = []
    private let session: Session

    init(_ session: Session) { self.session = session }

    /// The trust root of a tree, if it has one. Nobody is asked to have one: where it cannot be used, its names are
    /// missing and the reason is noted.
    mutating func addTrustRoot(at commit: ObjectID, in repository: GovernedRepository) {
        do {
            let files = try repository.loader.files(of: commit)
            guard try !files.matching(PathPattern(TrustRoot.folder + "/*.yaml")).isEmpty else { return }
            let trust = try TrustState(of: repository.snapshot(commit), pin: repository.pin)
            keys.add(trust.roster.keys) { fingerprint in
                trust.roster.principal(ofKey: fingerprint).map { KeyOwner(name: $0.id, source: .trustRoot) }
            }
        } catch {
            notes.append("The trust root is not used for names: \(CommandFailure(error).message).")
        }
    }

    mutating func addAllowedSigners(_ path: String) throws {
        let signers: AllowedSigners
        do { signers = try AllowedSigners(session.read(path).bytes) } catch let error as AllowedSignersError {
            throw CommandFailure(
                .undecided, "\(path):\(error.line) is not a line of allowed signers",
                mend: "Write it as `principals [options] ssh-ed25519 AAAA…`; see ALLOWED SIGNERS in ssh-keygen(1).")
        }
        notes += signers.skipped.map { "\(path):\($0.line) is skipped: \($0.reason)." }
        let entries = Dictionary(grouping: signers.entries, by: \.key.fingerprint)
        keys.add(TrustedKeys(ssh: signers.entries.map(\.key))) { fingerprint in
            guard let entries = entries[fingerprint], let first = entries.first else { return nil }
            // A key on several lines is told with all their names: whose it is then, is the file's affair.
            return KeyOwner(
                name: entries.map(\.principals).joined(separator: ", "), source: .allowedSigners,
                validAfter: first.validAfter, validBefore: first.validBefore)
        }
    }

    mutating func addOpenPGPKeys(_ path: String) throws {
        let file: OpenPGPCertificateFile
        do { file = try OpenPGPCertificateFile(session.read(path).bytes) } catch let error as OpenPGPKeyError {
            throw CommandFailure(
                .undecided, "\(path) cannot be used: \(error.sentence)",
                mend: "Write it with `gpg --armor --export KEY… > \(path)`.")
        }
        notes += file.skipped.map { "\(path): \($0)" }
        let names = Dictionary(
            file.certificates.map { ($0.fingerprint, $0.userIDs.first ?? "no name") },
            uniquingKeysWith: { first, _ in first })
        keys.add(TrustedKeys(openPGP: file.certificates)) { fingerprint in
            names[fingerprint].map { KeyOwner(name: $0, source: .openPGPKeys) }
        }
    }
}
