/// An OpenPGP certificate that somebody listed: a primary key, its subkeys, and the self-signatures that hold them
/// together.
///
/// Only its structure is read here. Whether the self-signatures match is librnp's to say, once, when the first
/// signature by one of the keys is met (`CertificateJudge`).
package struct OpenPGPCertificate: Sendable, Hashable {
    /// 40 upper-case hexadecimal digits: the fingerprint of the primary key, as gpg prints it.
    package let fingerprint: String
    /// The fingerprints of all keys that could make a signature if the certificate lets them: the primary first.
    package var keyFingerprints: [String] {
        keys.filter { $0.material.algorithm != nil }.map(\.fingerprint.description)
    }
    /// Its user ids, as they stand there; anybody may have written them.
    package let userIDs: [String]
    /// The certificate holds a revocation of itself as a whole.
    package let isRevoked: Bool

    /// The primary key, then the subkeys.
    let keys: [OpenPGPKey]
    let judge: CertificateJudge
    private let revokedSubkeys: Set<OpenPGPFingerprint>
    private let bytes: [UInt8]

    /// Bytes of a certificate's armor. One with a few dozen subkeys and no signatures by others needs less than 64 KiB.
    static let sizeLimit = 1024 * 1024

    /// Reads one armored certificate, as `gpg --armor --export KEY` writes it.
    package init(armored text: some StringProtocol) throws(OpenPGPKeyError) {
        let armor = Array(text.utf8)
        let decoded: [UInt8]
        do { decoded = try OpenPGPArmor.decode(armor, as: OpenPGPArmor.publicKey, sizeLimit: Self.sizeLimit) } catch {
            switch error {
            case .unrecognised, .trailing:
                let isSecret = armor.starts(with: "-----BEGIN PGP PRIVATE KEY BLOCK-----".utf8)
                throw isSecret ? .secretKey : .unrecognisedArmor
            case .several: throw .severalCertificates
            case .defect(let defect): throw .malformedArmor(defect)
            }
        }
        var certificates = try CertificateReader.certificates(in: decoded)
        guard let only = certificates.popLast(), certificates.isEmpty else { throw .severalCertificates }
        try self.init(only)
    }

    init(_ parts: CertificateReader.Parts) throws(OpenPGPKeyError) {
        guard parts.primary.material.algorithm != nil else {
            throw .unsupportedAlgorithm(parts.primary.material.name)
        }
        keys = [parts.primary] + parts.subkeys.map(\.key)
        fingerprint = parts.primary.fingerprint.description
        userIDs = parts.userIDs.map { String(decoding: $0, as: UTF8.self) }
        isRevoked = parts.isRevoked
        revokedSubkeys = Set(parts.subkeys.filter(\.isRevoked).map(\.key.fingerprint))
        bytes = parts.encoded
        judge = CertificateJudge(certificate: parts.encoded, newestSelfSignature: parts.newestSelfSignature)
    }

    func isRevoked(_ key: OpenPGPKey) -> Bool { isRevoked || revokedSubkeys.contains(key.fingerprint) }

    package static func == (left: OpenPGPCertificate, right: OpenPGPCertificate) -> Bool { left.bytes == right.bytes }

    package func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}
