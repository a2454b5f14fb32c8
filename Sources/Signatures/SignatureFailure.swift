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
    case algorithmMismatch(found: String, key: String)
    /// Nobody listed the key that made it. Says nothing about whether the signature matches.
    case unknownKey(fingerprint: String)
    /// The key is known, but it did not sign these bytes.
    case signatureMismatch
    /// A security key signed without being touched.
    case missingUserPresence
    /// A security key signed without its PIN or fingerprint, which this key's entry asks for.
    case missingUserVerification

    // OpenPGP only:

    /// A message with its signature inside, which says itself what was signed.
    case inlineMessage
    /// A signature over a text, a key or something else than the bytes of a document.
    case wrongSignatureType(UInt8)
    /// MD5, SHA-1 or RIPEMD-160 over the payload, or a hash that is too short for its key.
    case weakHash(found: String)
    /// A kind or size of key whose signatures are never accepted.
    case unsupportedAlgorithm(found: String)
    /// A field that the signer calls critical and that this module does not know.
    case unknownCriticalField(UInt8)
    case revokedKey(fingerprint: String)
    /// The certificate does not let this key sign data.
    case notASigningKey(fingerprint: String)
    /// No self-signature proves that this key belongs to its certificate, or only one with a weak hash.
    case unprovenKey(fingerprint: String)
    /// The signature claims a time before its key was made.
    case olderThanItsKey

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
        case .inlineMessage: "inline-message"
        case .wrongSignatureType: "wrong-signature-type"
        case .weakHash: "weak-digest"
        case .unsupportedAlgorithm: "unsupported-algorithm"
        case .unknownCriticalField: "unknown-critical-field"
        case .revokedKey: "revoked-key"
        case .notASigningKey: "not-a-signing-key"
        case .unprovenKey: "unproven-key"
        case .olderThanItsKey: "older-than-its-key"
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
        case .unsupportedVersion(let version): "The signature has format version \(version), which is not known."
        case .wrongNamespace(let found): "The signature was made for '\(found)', not for 'git'."
        case .reservedNotEmpty: "The signature's reserved field is not empty."
        case .unsupportedHash(let found): "The signature uses the hash '\(found)', which is not accepted."
        case .refusedKey(let error): error.sentence
        case .weakAlgorithm(let found): "The signature algorithm '\(found)' uses SHA-1, which is not accepted."
        case .algorithmMismatch(let found, let key):
            "The signature algorithm '\(found)' does not belong to a key of type \(key)."
        case .unknownKey(let fingerprint): "The signature was made by the key \(fingerprint), which is not listed."
        case .signatureMismatch: "The signature does not match these bytes and this key."
        case .missingUserPresence: "The security key signed without proof that somebody touched it."
        case .missingUserVerification: "The security key signed without checking its holder's PIN or fingerprint."
        case .inlineMessage: "This is a whole OpenPGP message, where a signature of its own is expected."
        case .wrongSignatureType(let type):
            "The OpenPGP signature is of type 0x\(String(type, radix: 16)), not one over the bytes of a document (0x0)."
        case .weakHash(let found): "The signature uses the weak hash \(found)."
        case .unsupportedAlgorithm(let found): "Signatures by this kind of key (\(found)) are not accepted."
        case .unknownCriticalField(let type):
            "The signature has a field of type \(type) that must be understood and is not."
        case .revokedKey(let fingerprint): "The key \(fingerprint) that made the signature is revoked."
        case .notASigningKey(let fingerprint): "The certificate does not let its key \(fingerprint) sign data."
        case .unprovenKey(let fingerprint):
            "No acceptable self-signature binds the key \(fingerprint) to its certificate (weak hashes such as SHA-1 do "
                + "not count)."
        case .olderThanItsKey: "The signature claims to have been made before its key was."
        }
    }
}

/// What is wrong with the bytes inside an armor.
package enum SignatureDefect: Error, Sendable, Hashable, CaseIterable {
    case wrongMagic
    case truncated
    case unreadableName
    case wrongLength
    case badInteger
    /// OpenPGP only, like all that follow.
    case notAPacket
    case wrongPacket
    case unboundedPacket
    case badSubpacket
    case noCreationTime
    case noIssuer
    case contradictoryIssuer

    package var sentence: String {
        switch self {
        case .wrongMagic: "The signature block does not contain an SSH signature."
        case .truncated: "The signature ends too early."
        case .unreadableName: "An algorithm name inside the signature is not printable ASCII."
        case .wrongLength: "The signature's number has the wrong length for its key."
        case .badInteger: "A number inside the signature is negative or not written in its shortest form."
        case .notAPacket: "The signature block does not contain OpenPGP packets."
        case .wrongPacket: "The signature block contains an OpenPGP packet that is no signature."
        case .unboundedPacket: "The OpenPGP packet does not say how long it is."
        case .badSubpacket: "A field of the OpenPGP signature cannot be read."
        case .noCreationTime: "The OpenPGP signature does not say when it was made, or says it twice."
        case .noIssuer: "The OpenPGP signature does not name its key."
        case .contradictoryIssuer: "The OpenPGP signature names more than one key."
        }
    }
}
