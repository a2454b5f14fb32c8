/// Why a signature is refused.
///
/// `code` is stable and part of the output format; compare cases or codes, never sentences. Text that comes from the
/// signature itself (`found`) is already made printable and short by `PrintableText`.
package enum SignatureFailure: Error, Sendable, Hashable {
    /// The first line is none that git knows.
    case unrecognisedArmor
    case malformedArmor(ArmorDefect)
    /// A second armor block follows, or starts inside, the first.
    case multipleSignatures
    /// Bytes after the armor's last line, or after the end of a structure inside it.
    case trailingBytes
    /// The decoded bytes are not a well-formed SSHSIG.
    case malformedSignature(SignatureDefect)
    case unsupportedVersion(UInt32)
    /// Signed for something else than git, for example a file or an e-mail.
    case wrongNamespace(found: String)
    case reservedNotEmpty
    case unsupportedHash(found: String)
    /// The key inside the signature is of a kind or size that is never accepted.
    case refusedKey(KeyError)
    /// A signature algorithm that is known to be weak: `ssh-rsa` is RSA with SHA-1.
    case weakAlgorithm(found: String)
    /// The signature's algorithm is not one that its key can use.
    case algorithmMismatch(found: String, key: KeyAlgorithm)
    /// Nobody listed the key that made it. Says nothing about whether the signature matches.
    case unknownKey(fingerprint: String)
    /// The key is known, but it did not sign these bytes.
    case signatureMismatch
    /// A security key signed without being touched.
    case missingUserPresence
    /// A security key signed without its PIN or fingerprint, which this key's entry asks for.
    case missingUserVerification

    package var code: String {
        switch self {
        case .unrecognisedArmor: "unrecognised-armor"
        case .malformedArmor: "malformed-armor"
        case .multipleSignatures: "multiple-signatures"
        case .trailingBytes: "trailing-bytes"
        case .malformedSignature: "malformed-signature"
        case .unsupportedVersion: "unsupported-version"
        case .wrongNamespace: "wrong-namespace"
        case .reservedNotEmpty: "reserved-not-empty"
        case .unsupportedHash: "unsupported-hash"
        case .refusedKey(let error): error.code
        case .weakAlgorithm: "weak-algorithm"
        case .algorithmMismatch: "algorithm-mismatch"
        case .unknownKey: "unknown-key"
        case .signatureMismatch: "signature-mismatch"
        case .missingUserPresence: "missing-user-presence"
        case .missingUserVerification: "missing-user-verification"
        }
    }

    /// One plain-English sentence.
    package var sentence: String {
        switch self {
        case .unrecognisedArmor: "The signature does not start with a line that names a known signature format."
        case .malformedArmor(let defect): defect.sentence
        case .multipleSignatures: "There is more than one signature block where exactly one is allowed."
        case .trailingBytes: "There are extra bytes after the end of the signature."
        case .malformedSignature(let defect): defect.sentence
        case .unsupportedVersion(let version): "The signature has format version \(version); only version 1 is known."
        case .wrongNamespace(let found): "The signature was made for '\(found)', not for 'git'."
        case .reservedNotEmpty: "The signature's reserved field is not empty."
        case .unsupportedHash(let found): "The signature uses the hash '\(found)'; only sha256 and sha512 are accepted."
        case .refusedKey(let error): error.sentence
        case .weakAlgorithm(let found): "The signature algorithm '\(found)' uses SHA-1, which is not accepted."
        case .algorithmMismatch(let found, let key):
            "The signature algorithm '\(found)' does not belong to a key of type \(key.keyTypeName)."
        case .unknownKey(let fingerprint): "The signature was made by the key \(fingerprint), which is not listed."
        case .signatureMismatch: "The signature does not match these bytes and this key."
        case .missingUserPresence: "The security key signed without proof that somebody touched it."
        case .missingUserVerification: "The security key signed without checking its holder's PIN or fingerprint."
        }
    }
}

/// What is wrong with the bytes inside an SSH armor.
package enum SignatureDefect: Sendable, Hashable, CaseIterable {
    case wrongMagic
    case truncated
    case unreadableName
    case wrongLength
    case badInteger

    package var sentence: String {
        switch self {
        case .wrongMagic: "The signature block does not contain an SSH signature."
        case .truncated: "The signature ends too early."
        case .unreadableName: "An algorithm name inside the signature is not printable ASCII."
        case .wrongLength: "The signature's number has the wrong length for its key."
        case .badInteger: "A number inside the signature is negative or not written in its shortest form."
        }
    }
}
