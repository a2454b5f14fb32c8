package import PlanModel
import Signatures

/// Whose signature a statement carries.
package struct Signer: Sendable {
    /// The key that made the signature, where it could be read.
    package let fingerprint: String?
    /// Whose key it is, also where it no longer counts. Nil for a key that no version of the trust root names.
    package let principal: TrustRoot.Principal?
    /// Why there is nobody who may say something with it; empty when there is.
    package let reasons: [JudgedStatement.Reason]

    /// The person behind a positive statement: only a key that is active in the version that rules speaks for anybody.
    package static func ofApproval(_ found: FoundStatement, trust: TrustState) -> Signer {
        let read = Self.ofSignature(found)
        guard let fingerprint = read.fingerprint, read.reasons.isEmpty else { return read }
        if let principal = trust.roster.principal(ofKey: fingerprint) {
            return Signer(fingerprint: fingerprint, principal: principal, reasons: [])
        }
        let status = trust.status(ofKey: fingerprint)
        guard let since = status.since else { return .unknown(fingerprint) }
        return Signer(
            fingerprint: fingerprint, principal: trust.chain.principal(ofAnyKey: fingerprint),
            reasons: [
                JudgedStatement.Reason(
                    .identity, "key-\(status.word)",
                    "its key \(fingerprint) is \(status.word) since version \(since) of the trust root")
            ])
    }

    /// The person behind a rejection or a withdrawal: any key that a version of the root names or named, unless it is
    /// compromised. Rotating a key must not lose a veto.
    package static func ofObjection(_ found: FoundStatement, trust: TrustState) -> Signer {
        let read = Self.ofSignature(found)
        guard let fingerprint = read.fingerprint, read.reasons.isEmpty else { return read }
        if let principal = trust.chain.objector(withKey: fingerprint) {
            return Signer(fingerprint: fingerprint, principal: principal, reasons: [])
        }
        guard let principal = trust.chain.principal(ofAnyKey: fingerprint) else { return .unknown(fingerprint) }
        return Signer(
            fingerprint: fingerprint, principal: principal,
            reasons: [
                JudgedStatement.Reason(
                    .identity, "key-compromised",
                    "its key \(fingerprint) is compromised, so that anybody could have used it")
            ])
    }

    /// The cryptographic answer alone.
    private static func ofSignature(_ found: FoundStatement) -> Signer {
        func refuse(_ code: String, _ sentence: String) -> Signer {
            Signer(fingerprint: nil, principal: nil, reasons: [JudgedStatement.Reason(.cryptography, code, sentence)])
        }
        switch found.signature {
        case nil: return refuse("unsigned", "it is not signed")
        case .undecided(let reason): return refuse(reason.code, reason.sentence.withoutFullStop)
        case .bad(.unknownKey(let fingerprint)): return .unknown(fingerprint)
        case .bad(let failure): return refuse(failure.code, failure.sentence.withoutFullStop)
        case .good(let signature): return Signer(fingerprint: signature.fingerprint, principal: nil, reasons: [])
        }
    }

    private static func unknown(_ fingerprint: String) -> Signer {
        Signer(
            fingerprint: fingerprint, principal: nil,
            reasons: [
                JudgedStatement.Reason(.identity, "unknown-key", "its key \(fingerprint) is not in the trust root")
            ])
    }
}
