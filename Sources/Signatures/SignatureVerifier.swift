/// The one entry: (payload, armor, keys) → verdict.
package enum SignatureVerifier {
    /// Whether one of `keys` signed exactly `payload`.
    ///
    /// It reads no file, no environment, no clock, and runs no program; the library librnp is opened when an OpenPGP
    /// signature by one of `keys` matches, and told nothing but that key's certificate. May be called from any number
    /// of threads: nothing is shared but librnp, and that is locked (`CertificateFindings`).
    ///
    /// - Parameters:
    ///   - payload: the signed bytes, sliced out of the git object without any change.
    ///   - armor: the signature block as it stands in the object, header folding removed.
    ///   - keys: the keys to accept; their order does not matter.
    package static func verify(payload: [UInt8], armor: [UInt8], keys: TrustedKeys) -> SignatureVerdict {
        do throws(SignatureFailure) {
            switch SignatureFormat.recognise(armor) {
            case nil: throw .unrecognisedArmor
            case .x509: return .undecided(.x509Unsupported)
            case .openpgp: return try OpenPGPSignature(armor: armor).verify(payload: payload, keys: keys)
            case .ssh: return try SSHSignature(armor: armor).verify(payload: payload, keys: keys)
            }
        } catch {
            return .bad(error)
        }
    }
}
