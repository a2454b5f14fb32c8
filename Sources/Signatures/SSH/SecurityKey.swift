private import Crypto

/// `sk-ssh-ed25519@openssh.com` and `sk-ecdsa-sha2-nistp256@openssh.com`: the plain key's fields, then a string that
/// names the application, "ssh:" as a rule. Source: OpenSSH PROTOCOL.u2f.
///
/// The device does not sign the message but SHA256(application) || flags || counter || SHA256(message), where flags is
/// a byte and counter four bytes, most significant first.
struct SecurityKey: PublicKey {
    let algorithm: KeyAlgorithm
    private let inner: any PublicKey
    private let application: [UInt8]

    init(_ algorithm: KeyAlgorithm, inner: any PublicKey, _ reader: inout WireReader) throws(KeyError) {
        self.algorithm = algorithm
        self.inner = inner
        do { application = try reader.string() } catch { throw .malformedKey }
    }

    func isValid(_ signature: SignatureField, for message: [UInt8]) throws(SignatureFailure) -> Bool {
        guard let touch = signature.touch else { return false }
        var signed = Array(SHA256.hash(data: application))
        signed.append(touch.flags)
        signed.appendWire(touch.counter)
        signed += SHA256.hash(data: message)
        return try inner.isValid(signature, for: signed)
    }
}

/// What a security key says about the moment of signing.
struct SecurityKeyTouch: Sendable, Hashable {
    /// Bits as in the WebAuthn specification, section 6.1 "Authenticator Data". Bits other than the two below are
    /// signed like them and mean nothing here.
    let flags: UInt8
    /// How often the device has signed; 0 if it does not count. Not judged: git history has no order of signing.
    let counter: UInt32

    /// Somebody touched the device.
    var userPresent: Bool { flags & 0x01 != 0 }
    /// The device checked a PIN or a fingerprint.
    var userVerified: Bool { flags & 0x04 != 0 }
}
