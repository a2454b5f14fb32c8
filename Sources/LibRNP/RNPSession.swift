/// One `rnp_ffi_t`: librnp's rules, its moment and its keys.
final class RNPSession {
    private let rnp: RNPLibrary
    private let handle: RNPLibrary.Handle

    /// `RNP_SUCCESS` of `rnp_err.h`.
    private static let success: RNPLibrary.Status = 0
    /// `RNP_LOAD_SAVE_PUBLIC_KEYS`
    private static let publicKeys: UInt32 = 1
    /// `RNP_SECURITY_OVERRIDE` and `RNP_SECURITY_PROHIBITED`
    private static let override: UInt32 = 1
    private static let prohibited: UInt32 = 0

    init(_ rnp: RNPLibrary, at time: UInt64) throws(RNPError) {
        var created: RNPLibrary.Handle?
        let status = rnp.createSession(&created, "GPG", "GPG")
        guard status == Self.success, let created else {
            throw .failed(operation: "rnp_ffi_create", status: status)
        }
        self.rnp = rnp
        handle = created
        try check("rnp_set_timestamp", rnp.setTimestamp(handle, time))
        // librnp accepts these in signatures of a certificate that are old enough. A date is a claim, so never.
        for hash in ["MD5", "SHA1", "RIPEMD160"] {
            try check(
                "rnp_add_security_rule",
                rnp.addSecurityRule(handle, "hash algorithm", hash, Self.override, 0, Self.prohibited))
        }
    }

    deinit { _ = rnp.destroySession(handle) }

    func findings(certificate: [UInt8], keys: [String]) throws(RNPError) -> [String: CertificateFindings.Key] {
        // A certificate that librnp cannot read proves nothing about its keys: they are not found below.
        var input: RNPLibrary.Handle?
        try check("rnp_input_from_memory", rnp.inputFromMemory(&input, certificate, certificate.count, true))
        defer { _ = rnp.destroyInput(input) }
        guard let input, rnp.loadKeys(handle, "GPG", input, Self.publicKeys) == Self.success else { return [:] }

        var findings: [String: CertificateFindings.Key] = [:]
        for fingerprint in keys {
            var key: RNPLibrary.Handle?
            guard rnp.locateKey(handle, "fingerprint", fingerprint, &key) == Self.success, let key else { continue }
            defer { _ = rnp.destroyKey(key) }
            var maySign = false
            var lifetime: UInt32 = 0
            try check("rnp_key_allows_usage", rnp.keyAllowsUsage(key, "sign", &maySign))
            try check("rnp_key_get_expiration", rnp.keyExpiration(key, &lifetime))
            findings[fingerprint] = CertificateFindings.Key(
                isProven: try isProven(key), maySign: maySign, lifetime: lifetime == 0 ? nil : lifetime)
        }
        return findings
    }

    /// The certificate has self-signatures only, each where it belongs: see `CertificateReader`. So any that is valid
    /// will do.
    private func isProven(_ key: RNPLibrary.Handle) throws(RNPError) -> Bool {
        if try hasValidSignature(key, rnp.keySignatureCount, rnp.keySignature) { return true }
        var count = 0
        // Subkeys have no user ids; librnp then says 0 or refuses the question.
        guard rnp.userIDCount(key, &count) == Self.success else { return false }
        for index in 0..<count {
            var userID: RNPLibrary.Handle?
            try check("rnp_key_get_uid_handle_at", rnp.userID(key, index, &userID))
            guard let userID else { continue }
            defer { _ = rnp.destroyUserID(userID) }
            if try hasValidSignature(userID, rnp.userIDSignatureCount, rnp.userIDSignature) { return true }
        }
        return false
    }

    private func hasValidSignature(
        _ owner: RNPLibrary.Handle,
        _ countOf: @convention(c) (RNPLibrary.Handle, UnsafeMutablePointer<Int>) -> RNPLibrary.Status,
        _ signatureAt:
            @convention(c) (RNPLibrary.Handle, Int, UnsafeMutablePointer<RNPLibrary.Handle?>)
            -> RNPLibrary.Status
    ) throws(RNPError) -> Bool {
        var count = 0
        try check("counting signatures", countOf(owner, &count))
        for index in 0..<count {
            var signature: RNPLibrary.Handle?
            try check("reading a signature", signatureAt(owner, index, &signature))
            guard let signature else { continue }
            defer { _ = rnp.destroySignature(signature) }
            if rnp.signatureIsValid(signature, 0) == Self.success { return true }
        }
        return false
    }

    private func check(_ operation: String, _ status: RNPLibrary.Status) throws(RNPError) {
        guard status == Self.success else { throw .failed(operation: operation, status: status) }
    }
}
