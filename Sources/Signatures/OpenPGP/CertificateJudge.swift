import LibRNP
private import Synchronization

/// Asks librnp about a certificate, once, and remembers the answer.
final class CertificateJudge: Sendable {
    private let certificate: [UInt8]
    /// Seconds since 1970.
    private let newestSelfSignature: UInt32
    private let answer = Mutex<Result<CertificateFindings, RNPError>?>(nil)

    /// - Parameters:
    ///   - certificate: its packets, self-signatures only.
    ///   - newestSelfSignature: when its newest self-signature was made. The certificate is judged as of that moment:
    ///     so all of them are in the past, and the answer depends on the certificate alone and not on the clock.
    init(certificate: [UInt8], newestSelfSignature: UInt32) {
        self.certificate = certificate
        self.newestSelfSignature = newestSelfSignature
    }

    /// What librnp says about a key of the certificate; nil if it could not be found there.
    func findings(
        on key: OpenPGPKey, of keys: [OpenPGPKey]
    ) throws(RNPUnavailable) -> CertificateFindings.Key? {
        let answer = answer.withLock { answer in
            let found =
                answer
                ?? Result { () throws(RNPError) in
                    try CertificateFindings(
                        certificate: certificate, keys: keys.map(\.fingerprint.description),
                        at: UInt64(max(newestSelfSignature, 1)))
                }
            answer = found
            return found
        }
        switch answer {
        case .success(let findings): return findings.keys[key.fingerprint.description]
        case .failure(.notInstalled): throw RNPUnavailable(reason: .openPGPLibraryMissing)
        case .failure: throw RNPUnavailable(reason: .openPGPLibraryFailed)
        }
    }
}

struct RNPUnavailable: Error {
    let reason: UndecidedReason
}
