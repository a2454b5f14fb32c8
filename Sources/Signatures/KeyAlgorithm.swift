/// The kinds of key that are accepted, and the names that SSH gives them.
package enum KeyAlgorithm: Sendable, Hashable {
    case ed25519
    case ecdsaP256
    case ecdsaP384
    case ecdsaP521
    /// `bits` is the size of the modulus.
    case rsa(bits: Int)
    /// Ed25519 in a FIDO security key.
    case skEd25519
    /// ECDSA over P-256 in a FIDO security key.
    case skECDSAP256

    /// The key type as the first word of a `.pub` file and the first string of the wire encoding. Sources: RFC 8709
    /// section 4, RFC 5656 section 3.1, RFC 4253 section 6.6, OpenSSH PROTOCOL.u2f.
    package var keyTypeName: String {
        switch self {
        case .ed25519: "ssh-ed25519"
        case .ecdsaP256: "ecdsa-sha2-nistp256"
        case .ecdsaP384: "ecdsa-sha2-nistp384"
        case .ecdsaP521: "ecdsa-sha2-nistp521"
        case .rsa: "ssh-rsa"
        case .skEd25519: "sk-ssh-ed25519@openssh.com"
        case .skECDSAP256: "sk-ecdsa-sha2-nistp256@openssh.com"
        }
    }

    /// For people and reports: `ed25519`, `ecdsa-p256`, `rsa-3072`, `sk-ed25519`.
    package var name: String {
        switch self {
        case .ed25519: "ed25519"
        case .ecdsaP256: "ecdsa-p256"
        case .ecdsaP384: "ecdsa-p384"
        case .ecdsaP521: "ecdsa-p521"
        case .rsa(let bits): "rsa-\(bits)"
        case .skEd25519: "sk-ed25519"
        case .skECDSAP256: "sk-ecdsa-p256"
        }
    }

    /// The names of the signature algorithms that such a key may use. For RSA the key type's own name is not among
    /// them: as a *signature* algorithm `ssh-rsa` means SHA-1 (RFC 8332 section 3).
    package var signatureAlgorithmNames: [String] {
        switch self {
        case .rsa: [RSAKey.sha256Name, RSAKey.sha512Name]
        default: [keyTypeName]
        }
    }

    /// Whether the key lives in a FIDO device, which says in each signature whether it was touched.
    package var isSecurityKey: Bool {
        self == .skEd25519 || self == .skECDSAP256
    }
}
