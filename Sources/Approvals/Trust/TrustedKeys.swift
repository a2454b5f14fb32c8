package import Signatures

/// The keys whose signatures are checked. Checking says only that a key signed these bytes; whether the key counts is
/// asked of the trust root.
package struct TrustedKeys: Sendable {
    /// An OpenPGP certificate that a trust root names, as it lies in the tree.
    package struct Certificate: Sendable, Hashable {
        /// Of the primary key: upper-case hexadecimal digits.
        package let fingerprint: String
        package let path: String
        package let bytes: [UInt8]
    }

    package private(set) var ssh: [SigningKey]
    package private(set) var certificates: [Certificate]
    private var known: Set<String>

    package init(ssh: [SigningKey] = [], certificates: [Certificate] = []) {
        self.ssh = ssh
        self.certificates = certificates
        known = Set(ssh.map(\.fingerprint) + certificates.map(\.fingerprint))
    }

    /// Whether one of the keys signed exactly these bytes.
    package func verify(payload: [UInt8], armor: [UInt8]) -> SignatureVerdict {
        SignatureVerifier.verify(payload: payload, armor: armor, keys: ssh)
    }

    /// Adds keys that are not among these yet. Of two entries for one key the present one stays, with its own demands
    /// on a security key.
    mutating func add(_ other: TrustedKeys) {
        for key in other.ssh where known.insert(key.fingerprint).inserted { ssh.append(key) }
        for certificate in other.certificates where known.insert(certificate.fingerprint).inserted {
            certificates.append(certificate)
        }
    }
}
