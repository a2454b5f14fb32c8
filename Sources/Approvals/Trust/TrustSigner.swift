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

extension TrustStatements.Entry {
    /// Whose active key of a version signed, or why nobody's did.
    func signer(in roster: Roster) -> (principal: TrustRoot.Principal?, code: String, sentence: String) {
        switch SignatureVerifier.verify(payload: signature.payload, armor: signature.armor, keys: roster.keys) {
        case .good(let good):
            let fingerprint = good.fingerprint
            let sentence = "its key \(fingerprint) is not active in that version"
            return (roster.principal(ofKey: fingerprint), "unknown-key", sentence)
        case .bad(.unknownKey(let fingerprint)):
            return (nil, "unknown-key", "its key \(fingerprint) is not in the trust root")
        case .bad(let failure): return (nil, failure.code, failure.sentence.withoutFullStop)
        case .undecided(let reason): return (nil, reason.code, reason.sentence.withoutFullStop)
        }
    }
}
