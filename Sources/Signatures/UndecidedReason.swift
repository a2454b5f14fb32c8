/// Why a signature could not be judged.
package enum UndecidedReason: Sendable, Hashable, CaseIterable {
    /// librnp, which judges OpenPGP certificates, is not installed.
    case openPGPLibraryMissing
    /// librnp is there, but lacks a function or failed at something that does not depend on the signature.
    case openPGPLibraryFailed
    case x509Unsupported

    /// Stable, kebab-case; part of the output format.
    package var code: String {
        switch self {
        case .openPGPLibraryMissing: "openpgp-library-missing"
        case .openPGPLibraryFailed: "openpgp-library-failed"
        case .x509Unsupported: "x509-unsupported"
        }
    }

    /// One plain-English sentence.
    package var sentence: String {
        switch self {
        case .openPGPLibraryMissing:
            "OpenPGP signatures need the library librnp, which is not installed (the package is librnp0 on Debian and "
                + "Ubuntu, rnp on Homebrew)."
        case .openPGPLibraryFailed:
            "The library librnp, which judges OpenPGP certificates, could not be used (version 0.16 or later is needed)."
        case .x509Unsupported: "X.509 signatures are not supported, so this signature was not checked."
        }
    }
}
