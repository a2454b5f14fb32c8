/// The last field of an SSHSIG: the signature proper, as SSH encodes it for one kind of key.
///
/// string of the algorithm's name, string of the signature's bytes (RFC 4253 section 6.6); a security key appends a
/// byte of flags and a uint32 counter (OpenSSH PROTOCOL.u2f). Nothing may follow.
struct SignatureField: Sendable, Hashable {
    let algorithm: String
    let bytes: [UInt8]
    /// Present exactly when the key is a security key.
    let touch: SecurityKeyTouch?

    /// Reads the field, whose algorithm must be one that `key` can use: the key decides, never the signature.
    init(_ field: [UInt8], madeBy key: KeyAlgorithm) throws(SignatureFailure) {
        var reader = WireReader(field)
        let algorithm: String
        do { algorithm = try reader.name() } catch { throw error.inSignature }
        guard algorithm != "ssh-rsa" else { throw .weakAlgorithm(found: algorithm) }
        guard key.signatureAlgorithmNames.contains(algorithm) else {
            throw .algorithmMismatch(found: PrintableText.from(Array(algorithm.utf8)), key: key.keyTypeName)
        }
        do throws(WireError) {
            bytes = try reader.string()
            touch = key.isSecurityKey ? SecurityKeyTouch(flags: try reader.byte(), counter: try reader.uint32()) : nil
            try reader.end()
        } catch {
            throw error.inSignature
        }
        self.algorithm = algorithm
    }
}
