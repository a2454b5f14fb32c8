private import Crypto
private import _CryptoExtras

/// `ssh-rsa`: mpint of the exponent, mpint of the modulus (RFC 4253 section 6.6). Signatures are RSASSA-PKCS1-v1_5
/// with SHA-256 or SHA-512 (RFC 8332 section 3); that hash is independent of the one in the SSHSIG.
struct RSAKey: PublicKey {
    static let sha256Name = "rsa-sha2-256"
    static let sha512Name = "rsa-sha2-512"
    /// Bits of the modulus. Below, factoring comes into reach (approvals.md asks for 2048); above, BoringSSL refuses
    /// (OPENSSL_RSA_MAX_MODULUS_BITS). BoringSSL also refuses exponents that are 1, even, or above 33 bits.
    static let bitRange = 2048...8192

    let algorithm: KeyAlgorithm
    private let key: _RSA.Signing.PublicKey
    /// Bytes of the modulus.
    private let width: Int

    init(_ reader: inout WireReader) throws(KeyError) {
        let exponent: [UInt8]
        let modulus: [UInt8]
        do {
            exponent = try reader.unsignedInteger()
            modulus = try reader.unsignedInteger()
        } catch {
            throw .malformedKey
        }
        guard let first = modulus.first else { throw .malformedKey }
        let bits = modulus.count * 8 - first.leadingZeroBitCount
        guard bits >= Self.bitRange.lowerBound else { throw .weakRSAKey(bits: bits) }
        guard bits <= Self.bitRange.upperBound else { throw .oversizedRSAKey(bits: bits) }
        do { key = try _RSA.Signing.PublicKey(n: modulus, e: exponent) } catch { throw .malformedKey }
        algorithm = .rsa(bits: bits)
        width = modulus.count
    }

    /// The number must be as long as the modulus. RFC 8332 lets a verifier also take one without its leading zeros;
    /// ssh-keygen and ssh-agent never write that, so here it is refused.
    func isValid(_ signature: SignatureField, for message: [UInt8]) throws(SignatureFailure) -> Bool {
        guard signature.bytes.count == width else { throw .malformedSignature(.wrongLength) }
        let number = _RSA.Signing.RSASignature(rawRepresentation: signature.bytes)
        switch signature.algorithm {
        case Self.sha256Name:
            return key.isValidSignature(number, for: SHA256.hash(data: message), padding: .insecurePKCS1v1_5)
        case Self.sha512Name:
            return key.isValidSignature(number, for: SHA512.hash(data: message), padding: .insecurePKCS1v1_5)
        default: return false
        }
    }
}
