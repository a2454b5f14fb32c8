/// Why a public key is not accepted, in a trust root or inside a signature.
package enum KeyError: Error, Sendable, Hashable {
    /// Not `<type> <base64> [comment]` on one line.
    case malformedLine
    /// The line's first word and the encoded key disagree.
    case typeMismatch(line: String, encoded: String)
    /// The encoded bytes are not a well-formed key, or not a point or modulus that exists.
    case malformedKey
    /// A kind that is never accepted: certificates, `ssh-dss`, and everything unknown.
    case unsupportedType(String)
    /// An RSA modulus below `RSAKey.bitRange`.
    case weakRSAKey(bits: Int)
    /// An RSA modulus above `RSAKey.bitRange`.
    case oversizedRSAKey(bits: Int)
    /// An Ed25519 point of small order: anybody can make signatures that match it.
    case weakEd25519Point
    /// User presence or verification is asked of a key that cannot prove it.
    case notASecurityKey

    /// Stable, kebab-case; part of the output format.
    package var code: String {
        switch self {
        case .malformedLine: "malformed-key-line"
        case .typeMismatch: "key-type-mismatch"
        case .malformedKey: "malformed-key"
        case .unsupportedType: "unsupported-key-type"
        case .weakRSAKey, .weakEd25519Point: "weak-key"
        case .oversizedRSAKey: "oversized-key"
        case .notASecurityKey: "not-a-security-key"
        }
    }

    /// One plain-English sentence.
    package var sentence: String {
        switch self {
        case .malformedLine: "This is not a public key as one line of an OpenSSH .pub file."
        case .typeMismatch(let line, let encoded):
            "The line says that the key is of type '\(line)', but the encoded key is of type '\(encoded)'."
        case .malformedKey: "The encoded public key is damaged."
        case .unsupportedType(let name) where name.contains("-cert-v0"):
            "SSH certificates ('\(name)') are not accepted; list the plain key instead."
        case .unsupportedType("ssh-dss"): "DSA keys ('ssh-dss') are too weak and are not accepted."
        case .unsupportedType(let name): "Keys of type '\(name)' are not accepted."
        case .weakRSAKey(let bits):
            "The RSA key has \(bits) bits; at least \(RSAKey.bitRange.lowerBound) are needed."
        case .oversizedRSAKey(let bits):
            "The RSA key has \(bits) bits; at most \(RSAKey.bitRange.upperBound) are supported."
        case .weakEd25519Point: "The Ed25519 key is one of the few for which anybody can make signatures."
        case .notASecurityKey:
            "Only a FIDO security key (sk-ssh-ed25519, sk-ecdsa) can prove user presence or verification."
        }
    }
}
