/// The one entry: (payload, armor, keys) → verdict.
package enum SignatureVerifier {
    /// Whether one of `keys` signed exactly `payload`.
    ///
    /// Pure: it reads no file, no environment, no clock, and runs no program.
    ///
    /// - Parameters:
    ///   - payload: the signed bytes, sliced out of the git object without any change.
    ///   - armor: the signature block as it stands in the object, header folding removed.
    ///   - keys: the keys to accept; their order does not matter.
    package static func verify(
        payload: [UInt8], armor: [UInt8], keys: some Collection<SigningKey>
    ) -> SignatureVerdict {
        switch SignatureFormat.recognise(armor) {
        case nil: return .bad(.unrecognisedArmor)
        case .openpgp: return .undecided(.openPGPBackendNotBuilt)
        case .x509: return .undecided(.x509Unsupported)
        case .ssh:
            do {
                return try SSHSignature(armor: armor).verify(payload: payload, keys: keys)
            } catch {
                return .bad(error)
            }
        }
    }
}
