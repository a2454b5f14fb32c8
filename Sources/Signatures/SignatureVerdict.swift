/// The cryptographic answer only. Whose key it is, what its holder may say and what the payload is about are three
/// other questions, asked elsewhere.
package enum SignatureVerdict: Sendable, Equatable {
    /// One of the given keys signed exactly this payload for git, under every rule of this module.
    case good(GoodSignature)
    /// The signature is refused. No later version of the same keys or settings would make it good.
    case bad(SignatureFailure)
    /// The signature could not be judged. Never to be treated as good, nor as unsigned.
    case undecided(UndecidedReason)

    /// True for `.good` only.
    package var isGood: Bool {
        if case .good = self { true } else { false }
    }
}

/// A signature that matches, and what it says about itself.
package struct GoodSignature: Sendable, Hashable {
    package let format: SignatureFormat
    /// Names the key that somebody listed: for SSH `SHA256:…` as `ssh-keygen -l` prints it, for OpenPGP the 40
    /// upper-case hexadecimal digits of the certificate's *primary* key.
    package let fingerprint: String
    /// The key that made the signature: for OpenPGP possibly a subkey, otherwise equal to `fingerprint`.
    package let signingFingerprint: String
    package let algorithm: KeyAlgorithm
    package let hash: MessageHash
    /// Ends of validity that an OpenPGP certificate or signature states. They are reported and decide nothing here: a
    /// date in a signature is a claim of its maker, and which keys count is decided by the trust root.
    package let expiries: [StatedExpiry]

    package init(
        format: SignatureFormat = .ssh, fingerprint: String, signingFingerprint: String? = nil,
        algorithm: KeyAlgorithm, hash: MessageHash, expiries: [StatedExpiry] = []
    ) {
        self.format = format
        self.fingerprint = fingerprint
        self.signingFingerprint = signingFingerprint ?? fingerprint
        self.algorithm = algorithm
        self.hash = hash
        self.expiries = expiries
    }
}

/// A moment from which a certificate or a signature does not want to be valid any more.
package struct StatedExpiry: Sendable, Hashable {
    package enum Subject: String, Sendable, Hashable, CaseIterable {
        case primaryKey = "primary-key"
        case signingSubkey = "signing-subkey"
        case signature
    }

    package let subject: Subject
    /// Seconds since 1970-01-01T00:00:00Z.
    package let seconds: Int64
    /// Whether the signature itself claims to have been made later than that.
    package let isBeforeSigning: Bool

    package init(subject: Subject, seconds: Int64, isBeforeSigning: Bool) {
        self.subject = subject
        self.seconds = seconds
        self.isBeforeSigning = isBeforeSigning
    }
}
