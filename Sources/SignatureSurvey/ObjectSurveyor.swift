import GitObjects
import Signatures

/// Judges the signature of one object.
struct ObjectSurveyor: Sendable {
    private let keys: KnownKeys

    init(keys: KnownKeys) { self.keys = keys }

    /// - Parameter read: the commit, or why it could not be read.
    func commit(_ id: ObjectID, _ read: Result<RawCommit, GitError>) -> SurveyedObject {
        let raw: RawCommit
        switch read {
        case .success(let commit): raw = commit
        case .failure(let error): return unreadable(.commit, id, ref: nil, error)
        }
        let commit: CommitObject
        do { commit = try raw.parsed() } catch { return malformed(.commit, id, ref: nil, raw.bytes, error) }
        return judged(
            commit.signature, kind: .commit, id, ref: nil, subject: Self.subject(commit.message),
            time: commit.committer.seconds)
    }

    /// Nil for a ref that names no tag object.
    func tag(
        _ reference: Reference, _ read: Result<(type: Repository.ObjectType, bytes: [UInt8]), GitError>
    ) -> SurveyedObject? {
        let bytes: [UInt8]
        switch read {
        case .success(let object):
            guard object.type == .tag else { return nil }
            bytes = object.bytes
        case .failure(let error): return unreadable(.tag, reference.target, ref: reference.name, error)
        }
        let tag: TagObject
        do { tag = try TagObject(id: reference.target, bytes: bytes) } catch {
            return malformed(.tag, reference.target, ref: reference.name, bytes, error)
        }
        return judged(
            tag.signature, kind: .tag, reference.target, ref: reference.name, subject: Self.subject(tag.message),
            time: tag.tagger?.seconds)
    }

    private static func subject(_ message: [UInt8]) -> String {
        String(decoding: message.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }

    private func unreadable(
        _ kind: SurveyedObject.Kind, _ id: ObjectID, ref: String?, _ error: GitError
    ) -> SurveyedObject {
        SurveyedObject(
            kind: kind, id: id.description, ref: ref, subject: "", claimedTime: nil, result: .undecided,
            reason: .init(code: "unreadable-object", sentence: error.message.asSentence))
    }

    /// Old histories have objects that break git's format and were never signed: those are unsigned. One with anything
    /// in it that looks like a signature is bad.
    private func malformed(
        _ kind: SurveyedObject.Kind, _ id: ObjectID, ref: String?, _ bytes: [UInt8], _ error: MalformedObject
    ) -> SurveyedObject {
        let marks = ["gpgsig", "-----BEGIN SSH SIGNATURE", "-----BEGIN PGP ", "-----BEGIN SIGNED MESSAGE"]
        let isSigned = bytes.split(separator: UInt8(ascii: "\n")).contains { line in
            // A line of a header's continuation starts with a space.
            marks.contains { line.starts(with: $0.utf8) || line.dropFirst().starts(with: $0.utf8) }
        }
        return SurveyedObject(
            kind: kind, id: id.description, ref: ref, subject: "", claimedTime: nil,
            result: isSigned ? .bad : .unsigned,
            reason: isSigned
                ? .init(code: error.rawValue, sentence: "The \(kind.rawValue) is malformed: \(error.message).") : nil)
    }

    private func judged(
        _ signature: ObjectSignature?, kind: SurveyedObject.Kind, _ id: ObjectID, ref: String?, subject: String,
        time: Int64?
    ) -> SurveyedObject {
        let judged = signature.map(judge)
        return SurveyedObject(
            kind: kind, id: id.description, ref: ref, subject: subject, claimedTime: time,
            result: judged?.result ?? .unsigned, signature: judged?.signature, reason: judged?.reason)
    }

    private typealias Judged = (
        result: SurveyedObject.Result, signature: SurveyedSignature?, reason: SurveyedObject.Reason?
    )

    private func judge(_ signature: ObjectSignature) -> Judged {
        let verdict = SignatureVerifier.verify(
            payload: signature.payload, armor: signature.armor, keys: keys.keys)
        switch verdict {
        case .good(let good): return (.good, described(good), nil)
        case .undecided(let reason):
            return (.undecided, claimed(signature.armor), .init(code: reason.code, sentence: reason.sentence))
        case .bad(.unknownKey): return byUnknownKey(signature)
        case .bad(let failure):
            return (.bad, claimed(signature.armor), .init(code: failure.code, sentence: failure.sentence))
        }
    }

    /// An SSH signature brings its key along, so that it can be checked though nobody named the key. An OpenPGP
    /// signature only names it.
    private func byUnknownKey(_ signature: ObjectSignature) -> Judged {
        if let own = try? SSHSignature(armor: signature.armor).embeddedKey() {
            let verdict = SignatureVerifier.verify(
                payload: signature.payload, armor: signature.armor, keys: TrustedKeys(ssh: [own]))
            switch verdict {
            case .good(let good): return (.good, described(good), nil)
            case .bad(let failure):
                return (.bad, claimed(signature.armor), .init(code: failure.code, sentence: failure.sentence))
            case .undecided(let reason):
                return (.undecided, claimed(signature.armor), .init(code: reason.code, sentence: reason.sentence))
            }
        }
        let claimed = claimed(signature.armor)
        return (
            .undecided, claimed,
            .init(
                code: "missing-key",
                sentence:
                    "The certificate of the key \(claimed?.fingerprint ?? "?") is not at hand (name a file that has "
                    + "it with --openpgp-keys).")
        )
    }

    private func described(_ good: GoodSignature) -> SurveyedSignature {
        SurveyedSignature(
            format: good.format, fingerprint: good.fingerprint,
            subkeyFingerprint: good.signingFingerprint == good.fingerprint ? nil : good.signingFingerprint,
            algorithm: good.algorithm.name, hash: good.hash, owner: keys.owner(good.fingerprint),
            expiries: good.expiries)
    }

    /// What a signature that is not good says about itself.
    private func claimed(_ armor: [UInt8]) -> SurveyedSignature? {
        guard let format = SignatureFormat.recognise(armor) else { return nil }
        var fingerprint: String?
        var hash: MessageHash?
        switch format {
        case .ssh:
            let signature = try? SSHSignature(armor: armor)
            fingerprint = signature?.keyFingerprint
            hash = signature?.hash
        case .openpgp:
            let signature = try? OpenPGPSignature(armor: armor)
            fingerprint = signature?.issuer.description
            hash = signature?.hash
        case .x509: break
        }
        return SurveyedSignature(
            format: format, fingerprint: fingerprint, algorithm: nil, hash: hash,
            owner: fingerprint.flatMap(keys.owner))
    }
}

extension String {
    /// Messages of git's errors start with a small letter and have no full stop.
    fileprivate var asSentence: String { prefix(1).uppercased() + dropFirst() + "." }
}
