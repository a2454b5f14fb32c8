/// Why text is not an OpenPGP certificate that can be listed.
package enum OpenPGPKeyError: Error, Sendable, Hashable {
    /// Not one `PGP PUBLIC KEY BLOCK`.
    case malformedArmor(ArmorDefect)
    case unrecognisedArmor
    /// More than one block, or more than one certificate in it: which of them is meant?
    case severalCertificates
    /// The bytes are not packets in the order that RFC 4880 section 11.1 gives.
    case malformed
    /// A private key was exported instead of the public one.
    case secretKey
    case unsupportedVersion(UInt8)
    /// The primary key is of a kind, or of a size, that is never accepted.
    case unsupportedAlgorithm(String)

    /// Stable, kebab-case; part of the output format.
    package var code: String {
        switch self {
        case .malformedArmor: "malformed-armor"
        case .unrecognisedArmor: "unrecognised-armor"
        case .severalCertificates: "several-certificates"
        case .malformed: "malformed-certificate"
        case .secretKey: "secret-key"
        case .unsupportedVersion: "unsupported-key-version"
        case .unsupportedAlgorithm: "unsupported-key-type"
        }
    }

    /// One plain-English sentence.
    package var sentence: String {
        switch self {
        case .malformedArmor(let defect): defect.sentence(of: "OpenPGP certificate")
        case .unrecognisedArmor:
            "This is not an OpenPGP certificate as `gpg --armor --export` writes it."
        case .severalCertificates: "There is more than one OpenPGP certificate where exactly one is expected."
        case .malformed: "The OpenPGP certificate is damaged."
        case .secretKey: "This is a private key: remove it, treat it as stolen, and export the public one."
        case .unsupportedVersion(let version):
            "OpenPGP keys of version \(version) are not accepted, only those of version 4."
        case .unsupportedAlgorithm(let name):
            "OpenPGP keys of this kind (\(name)) are not accepted; RSA with 2048 bits or more, Ed25519 and ECDSA over a "
                + "NIST curve are."
        }
    }
}
