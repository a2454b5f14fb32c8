private import Crypto

/// `ecdsa-sha2-nistp256`, `-nistp384`, `-nistp521`: string of the curve's name, string of the point (RFC 5656 section
/// 3.1). Signatures are two mpints, r and s (section 3.1.2), over SHA-256, -384 or -512 of the message by curve size
/// (section 6.2.1), which is also what swift-crypto hashes with.
///
/// Both s and its negative are accepted, as everywhere in SSH: statements are known by their payload, not their bytes.
struct ECDSAKey: PublicKey {
    private enum Point: Sendable {
        case p256(P256.Signing.PublicKey)
        case p384(P384.Signing.PublicKey)
        case p521(P521.Signing.PublicKey)
    }

    let algorithm: KeyAlgorithm
    private let point: Point
    /// Bytes of a coordinate, and so of r and of s.
    private let width: Int

    /// - Parameter curve: the name that the key's type promises; the field after the type must say the same.
    init(_ reader: inout WireReader, curve: String) throws(KeyError) {
        do {
            guard try reader.string().elementsEqual(curve.utf8) else { throw KeyError.malformedKey }
            // swift-crypto checks that the point is on its curve. That it is uncompressed (RFC 5656 allows more,
            // OpenSSH does not) is checked below, so as not to depend on which backend reads it.
            let bytes = try reader.string()
            switch curve {
            case "nistp256":
                (algorithm, width) = (.ecdsaP256, 32)
                point = .p256(try P256.Signing.PublicKey(x963Representation: bytes))
            case "nistp384":
                (algorithm, width) = (.ecdsaP384, 48)
                point = .p384(try P384.Signing.PublicKey(x963Representation: bytes))
            case "nistp521":
                (algorithm, width) = (.ecdsaP521, 66)
                point = .p521(try P521.Signing.PublicKey(x963Representation: bytes))
            default: throw KeyError.malformedKey
            }
            guard bytes.count == 1 + 2 * width, bytes.first == 0x04 else { throw KeyError.malformedKey }
        } catch {
            throw .malformedKey
        }
    }

    func isValid(_ signature: SignatureField, for message: [UInt8]) throws(SignatureFailure) -> Bool {
        let raw = try fixedWidth(signature.bytes)
        switch point {
        case .p256(let key):
            guard let parsed = try? P256.Signing.ECDSASignature(rawRepresentation: raw) else { return false }
            return key.isValidSignature(parsed, for: message)
        case .p384(let key):
            guard let parsed = try? P384.Signing.ECDSASignature(rawRepresentation: raw) else { return false }
            return key.isValidSignature(parsed, for: message)
        case .p521(let key):
            guard let parsed = try? P521.Signing.ECDSASignature(rawRepresentation: raw) else { return false }
            return key.isValidSignature(parsed, for: message)
        }
    }

    /// r and s, each padded with zeros on the left to `width`.
    private func fixedWidth(_ bytes: [UInt8]) throws(SignatureFailure) -> [UInt8] {
        var reader = WireReader(bytes)
        var raw: [UInt8] = []
        do throws(WireError) {
            for _ in 0..<2 {
                let number = try reader.unsignedInteger()
                guard number.count <= width else { throw .badInteger }
                raw += Array(repeating: 0, count: width - number.count) + number
            }
            try reader.end()
        } catch {
            throw error.inSignature
        }
        return raw
    }
}
