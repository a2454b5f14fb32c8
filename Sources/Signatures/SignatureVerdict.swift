/// The cryptographic answer only. Whose key it is, what its holder may say and what the payload is about are three
/// other questions, asked elsewhere.
package enum SignatureVerdict: Sendable, Equatable {
    /// One of the given keys signed exactly this payload for git, under every rule of this module.
    case good(fingerprint: String, algorithm: KeyAlgorithm, hash: MessageHash)
    /// The signature is refused. No later version of the same keys or settings would make it good.
    case bad(SignatureFailure)
    /// The signature could not be judged. Never to be treated as good, nor as unsigned.
    case undecided(UndecidedReason)

    /// True for `.good` only.
    package var isGood: Bool {
        if case .good = self { true } else { false }
    }
}

/// Why a signature could not be judged.
package enum UndecidedReason: Sendable, Hashable, CaseIterable {
    case openPGPBackendNotBuilt
    case x509Unsupported

    /// Stable, kebab-case; part of the output format.
    package var code: String {
        switch self {
        case .openPGPBackendNotBuilt: "openpgp-backend-not-built"
        case .x509Unsupported: "x509-unsupported"
        }
    }

    /// One plain-English sentence.
    package var sentence: String {
        switch self {
        case .openPGPBackendNotBuilt: "OpenPGP signatures cannot be checked yet by this version."
        case .x509Unsupported: "X.509 signatures are not supported, so this signature was not checked."
        }
    }
}
