/// The keys that may have made a signature, of both kinds: one set is handed to `SignatureVerifier`, whatever format
/// the signature turns out to have.
///
/// Keys are found by what a signature says about its maker: that only selects which listed keys are tried, and never
/// decides whether the signature matches.
package struct TrustedKeys: Sendable {
    package let ssh: [SigningKey]
    package let openPGP: [OpenPGPCertificate]

    private let sshByBlob: [[UInt8]: [SigningKey]]
    private let openPGPByKeyID: [OpenPGPKeyID: [CertifiedKey]]

    /// A key of a certificate, the primary or a subkey.
    struct CertifiedKey: Sendable {
        let certificate: OpenPGPCertificate
        let key: OpenPGPKey
    }

    /// - Parameters:
    ///   - ssh: a key that is listed twice must satisfy what both entries ask for.
    ///   - openPGP: each certificate stands for its primary key and for its signing subkeys.
    package init(ssh: [SigningKey] = [], openPGP: [OpenPGPCertificate] = []) {
        self.ssh = ssh
        self.openPGP = openPGP
        sshByBlob = Dictionary(grouping: ssh, by: \.blob)
        let certified = openPGP.flatMap { certificate in
            certificate.keys.map { CertifiedKey(certificate: certificate, key: $0) }
        }
        openPGPByKeyID = Dictionary(grouping: certified, by: \.key.fingerprint.keyID)
    }

    func entries(forSSHKey blob: [UInt8]) -> [SigningKey] { sshByBlob[blob] ?? [] }

    func entries(for issuer: OpenPGPIssuer) -> [CertifiedKey] {
        (openPGPByKeyID[issuer.keyID] ?? []).filter {
            issuer.fingerprint == nil || issuer.fingerprint == $0.key.fingerprint
        }
    }
}
