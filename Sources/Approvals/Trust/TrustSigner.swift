import GitObjects
import PlanModel
import Signatures

extension TrustRoot.Principal {
    /// Robots and hosting services never change the root.
    func mayChange(_ root: TrustRoot) -> Bool {
        guard kind == .human, let role = root.changeThreshold.role?.value else { return false }
        return holdsEverywhere(role)
    }
}

/// What one version of the root makes of a signature.
enum TrustSigner {
    /// Somebody's active key of the version signed.
    case principal(TrustRoot.Principal)
    /// Nobody of the version did; a stable word, and a sentence without a final full stop.
    case nobody(code: String, sentence: String)
    /// It could not be checked here, so that it may be anybody's.
    case undecided(code: String, sentence: String)

    var principal: TrustRoot.Principal? { if case .principal(let principal) = self { principal } else { nil } }
}

extension TrustStatements.Entry {
    /// Who signed, by the keys of a version and its own demands on them.
    func signer(in roster: Roster) -> TrustSigner {
        switch SignatureVerifier.verify(payload: signature.payload, armor: signature.armor, keys: roster.keys) {
        case .good(let good):
            if let principal = roster.principal(ofKey: good.fingerprint) { return .principal(principal) }
            return .nobody(code: "unknown-key", sentence: "its key \(good.fingerprint) is not active in that version")
        case .bad(.unknownKey(let fingerprint)):
            return .nobody(code: "unknown-key", sentence: "its key \(fingerprint) is not in the trust root")
        case .bad(let failure):
            return .nobody(code: failure.code, sentence: failure.sentence.withoutFullStop)
        case .undecided(let reason):
            return .undecided(code: reason.code, sentence: reason.sentence.withoutFullStop)
        }
    }
}
