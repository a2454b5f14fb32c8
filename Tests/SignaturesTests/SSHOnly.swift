import Signatures

/// Most tests here are about SSH keys alone.
extension SignatureVerifier {
    static func verify(payload: [UInt8], armor: [UInt8], keys: some Collection<SigningKey>) -> SignatureVerdict {
        verify(payload: payload, armor: armor, keys: TrustedKeys(ssh: Array(keys)))
    }
}
