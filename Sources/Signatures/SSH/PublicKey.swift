/// One family of public keys: how it is written and how its signatures are checked. A family is one file.
protocol PublicKey: Sendable {
    var algorithm: KeyAlgorithm { get }

    /// Whether `signature` was made with this key over `message`. The caller has already checked that the signature's
    /// algorithm is one of `algorithm.signatureAlgorithmNames`.
    ///
    /// - Throws: when the signature's bytes have the wrong form, so that they could match nothing.
    func isValid(_ signature: SignatureField, for message: [UInt8]) throws(SignatureFailure) -> Bool
}

/// The wire encoding of public keys: a string that names the type, then fields that depend on it, then nothing.
enum PublicKeyEncoding {
    static func typeName(of blob: [UInt8]) throws(KeyError) -> String {
        var reader = WireReader(blob)
        return try typeName(&reader)
    }

    static func decode(_ blob: [UInt8]) throws(KeyError) -> any PublicKey {
        var reader = WireReader(blob)
        let type = try typeName(&reader)
        let key: any PublicKey
        switch type {
        case "ssh-ed25519": key = try Ed25519Key(&reader)
        case "ecdsa-sha2-nistp256": key = try ECDSAKey(&reader, curve: "nistp256")
        case "ecdsa-sha2-nistp384": key = try ECDSAKey(&reader, curve: "nistp384")
        case "ecdsa-sha2-nistp521": key = try ECDSAKey(&reader, curve: "nistp521")
        case "ssh-rsa": key = try RSAKey(&reader)
        case "sk-ssh-ed25519@openssh.com":
            key = try SecurityKey(.skEd25519, inner: Ed25519Key(&reader), &reader)
        case "sk-ecdsa-sha2-nistp256@openssh.com":
            key = try SecurityKey(.skECDSAP256, inner: ECDSAKey(&reader, curve: "nistp256"), &reader)
        default: throw .unsupportedType(PrintableText.from(Array(type.utf8)))
        }
        do { try reader.end() } catch { throw .malformedKey }
        return key
    }

    private static func typeName(_ reader: inout WireReader) throws(KeyError) -> String {
        do { return try reader.name() } catch { throw .malformedKey }
    }
}
