private import Synchronization

/// What librnp finds out about the keys of one OpenPGP certificate.
///
/// librnp is told everything that its answer may depend on: it gets the bytes of one certificate, no key ring and no
/// home folder, and a moment in place of the clock.
package struct CertificateFindings: Sendable {
    package struct Key: Sendable, Hashable {
        /// The primary key signed for this key: a user id or the key itself if it is the primary, and otherwise a
        /// binding, which for a subkey that may sign also holds the subkey's own signature.
        package let isProven: Bool
        /// Its newest such signature lets it sign data.
        package let maySign: Bool
        /// Seconds after the key's creation; nil if it does not end.
        package let lifetime: UInt32?
    }

    /// By fingerprint, 40 upper-case hexadecimal digits.
    package let keys: [String: Key]

    /// Whatever librnp promises about threads, no two of ours are ever inside it: the lock is held from the opening of
    /// the library to the end of the last call. Each certificate is asked about once, so nobody waits long.
    private static let library = Mutex<Result<RNPLibrary, RNPError>?>(nil)

    /// - Parameters:
    ///   - certificate: packets of one certificate, without armor.
    ///   - keys: fingerprints of the keys to ask about.
    ///   - time: the moment to judge at, in seconds since 1970, not 0.
    package init(certificate: [UInt8], keys: [String], at time: UInt64) throws(RNPError) {
        let found = Self.library.withLock { library -> Result<[String: Key], RNPError> in
            let opened = library ?? Result { () throws(RNPError) in try RNPLibrary.open() }
            library = opened
            return opened.flatMap { rnp in
                StandardErrorStream.silenced {
                    Result { () throws(RNPError) in
                        let session = try RNPSession(rnp, at: time)
                        return try session.findings(certificate: certificate, keys: keys)
                    }
                }
            }
        }
        self.keys = try found.get()
    }
}
