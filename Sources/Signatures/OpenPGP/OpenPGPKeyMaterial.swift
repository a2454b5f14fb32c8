private import Crypto
private import _CryptoExtras

/// The numbers of an OpenPGP key, and how a signature is checked with them.
struct OpenPGPKeyMaterial: Sendable {
    /// RFC 4880 section 9.1, RFC 6637 section 5, and EdDSA as GnuPG defined it.
    enum AlgorithmID {
        static let rsa: UInt8 = 1
        static let rsaEncryptOnly: UInt8 = 2
        static let rsaSignOnly: UInt8 = 3
        static let elgamal: UInt8 = 16
        static let dsa: UInt8 = 17
        static let ecdh: UInt8 = 18
        static let ecdsa: UInt8 = 19
        static let elgamalEncryptOrSign: UInt8 = 20
        static let edDSA: UInt8 = 22
    }

    private enum Verifier: Sendable {
        case rsa(_RSA.Signing.PublicKey, width: Int)
        case ed25519(Curve25519.Signing.PublicKey)
        case p256(P256.Signing.PublicKey)
        case p384(P384.Signing.PublicKey)
        case p521(P521.Signing.PublicKey)
        /// A kind of key whose signatures are refused, by name.
        case none(name: String)
    }

    /// What the key packet says; a signature must say the same.
    let algorithmID: UInt8
    /// Nil for a kind of key whose signatures are never accepted.
    let algorithm: KeyAlgorithm?
    private let verifier: Verifier

    /// The name of the kind of key, for people.
    var name: String {
        if case .none(let name) = verifier { return name }
        return Self.name(of: algorithmID)
    }

    static func name(of algorithmID: UInt8) -> String {
        switch algorithmID {
        case AlgorithmID.rsa, AlgorithmID.rsaEncryptOnly, AlgorithmID.rsaSignOnly: "RSA"
        case AlgorithmID.elgamal, AlgorithmID.elgamalEncryptOrSign: "ElGamal"
        case AlgorithmID.dsa: "DSA"
        case AlgorithmID.ecdh: "ECDH"
        case AlgorithmID.ecdsa: "ECDSA"
        case AlgorithmID.edDSA: "EdDSA"
        default: "algorithm \(algorithmID)"
        }
    }

    var isRSA: Bool { algorithmID == AlgorithmID.rsa || algorithmID == AlgorithmID.rsaSignOnly }

    /// Reads the rest of a key packet. A key of a kind that cannot sign for us is read only so far as to name it.
    init(_ reader: inout WireReader) throws(OpenPGPKeyError) {
        var fields: [[UInt8]] = []
        do throws(WireError) {
            algorithmID = try reader.byte()
            switch algorithmID {
            case AlgorithmID.rsa, AlgorithmID.rsaSignOnly:
                fields = [try reader.openPGPInteger(), try reader.openPGPInteger()]
                try reader.end()
            case AlgorithmID.ecdsa, AlgorithmID.edDSA:
                fields = [try reader.bytes(Int(try reader.byte())), try reader.openPGPInteger()]
                try reader.end()
            default: break
            }
        } catch {
            throw .malformed
        }
        switch algorithmID {
        case AlgorithmID.rsa, AlgorithmID.rsaSignOnly:
            (algorithm, verifier) = try Self.rsa(modulus: fields[0], exponent: fields[1])
        case AlgorithmID.ecdsa, AlgorithmID.edDSA:
            (algorithm, verifier) = try Self.elliptic(algorithmID, curve: fields[0], point: fields[1])
        default: (algorithm, verifier) = (nil, .none(name: Self.name(of: algorithmID)))
        }
    }

    private static func rsa(
        modulus: [UInt8], exponent: [UInt8]
    ) throws(OpenPGPKeyError) -> (KeyAlgorithm?, Verifier) {
        let bits = modulus.count * 8 - (modulus.first?.leadingZeroBitCount ?? 0)
        guard RSAKey.bitRange.contains(bits) else { return (nil, .none(name: "RSA with \(bits) bits")) }
        do {
            return (.rsa(bits: bits), .rsa(try _RSA.Signing.PublicKey(n: modulus, e: exponent), width: modulus.count))
        } catch {
            throw .malformed
        }
    }

    /// Points are written uncompressed behind 0x04 (RFC 6637 section 6), Ed25519 points behind 0x40.
    private static func elliptic(
        _ algorithmID: UInt8, curve: [UInt8], point: [UInt8]
    ) throws(OpenPGPKeyError) -> (KeyAlgorithm?, Verifier) {
        func uncompressed(_ width: Int) throws(OpenPGPKeyError) {
            guard point.count == 1 + 2 * width, point.first == 0x04 else { throw .malformed }
        }
        do {
            switch (algorithmID, CurveID(rawValue: curve)) {
            case (AlgorithmID.ecdsa, .p256):
                try uncompressed(32)
                return (.ecdsaP256, .p256(try P256.Signing.PublicKey(x963Representation: point)))
            case (AlgorithmID.ecdsa, .p384):
                try uncompressed(48)
                return (.ecdsaP384, .p384(try P384.Signing.PublicKey(x963Representation: point)))
            case (AlgorithmID.ecdsa, .p521):
                try uncompressed(66)
                return (.ecdsaP521, .p521(try P521.Signing.PublicKey(x963Representation: point)))
            case (AlgorithmID.edDSA, .ed25519):
                guard point.count == 33, point.first == 0x40 else { throw OpenPGPKeyError.malformed }
                let encoded = Array(point.dropFirst())
                guard !Ed25519Key.isSmallOrder(encoded) else { return (nil, .none(name: "a degenerate Ed25519 point")) }
                return (.ed25519, .ed25519(try Curve25519.Signing.PublicKey(rawRepresentation: encoded)))
            default:
                return (nil, .none(name: "\(name(of: algorithmID)) over another curve"))
            }
        } catch {
            throw .malformed
        }
    }

    /// Object identifiers of curves, without tag and length: RFC 6637 section 11; Ed25519 from RFC 9580 section 9.2.
    private enum CurveID {
        case p256, p384, p521, ed25519

        init?(rawValue: [UInt8]) {
            switch rawValue {
            case [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07]: self = .p256
            case [0x2B, 0x81, 0x04, 0x00, 0x22]: self = .p384
            case [0x2B, 0x81, 0x04, 0x00, 0x23]: self = .p521
            case [0x2B, 0x06, 0x01, 0x04, 0x01, 0xDA, 0x47, 0x0F, 0x01]: self = .ed25519
            default: return nil
            }
        }
    }

    // MARK: Verifying

    /// Whether the numbers of a signature match `message`, which is everything that is hashed.
    ///
    /// - Throws: when the numbers have the wrong form, so that they could match nothing.
    func isValid(
        _ numbers: [[UInt8]], for message: [UInt8], hash: MessageHash
    ) throws(SignatureFailure) -> Bool {
        switch verifier {
        case .none(let name): throw .unsupportedAlgorithm(found: name)
        case .rsa(let key, let width):
            let signature = _RSA.Signing.RSASignature(rawRepresentation: try Self.join(numbers, 1, width: width))
            return switch hash {
            case .sha256: key.isValidSignature(signature, for: SHA256.hash(data: message), padding: .insecurePKCS1v1_5)
            case .sha384: key.isValidSignature(signature, for: SHA384.hash(data: message), padding: .insecurePKCS1v1_5)
            case .sha512: key.isValidSignature(signature, for: SHA512.hash(data: message), padding: .insecurePKCS1v1_5)
            }
        case .ed25519(let key):
            // OpenPGP's EdDSA signs the digest, not the message (RFC 9580 section 5.2.3.3).
            return key.isValidSignature(try Self.join(numbers, 2, width: 32), for: hash.digest(of: message))
        case .p256(let key):
            guard
                let signature = try? P256.Signing.ECDSASignature(
                    rawRepresentation: try Self.join(numbers, 2, width: 32))
            else { return false }
            return switch hash {
            case .sha256: key.isValidSignature(signature, for: SHA256.hash(data: message))
            case .sha384: key.isValidSignature(signature, for: SHA384.hash(data: message))
            case .sha512: key.isValidSignature(signature, for: SHA512.hash(data: message))
            }
        case .p384(let key):
            let raw = try Self.join(numbers, 2, width: 48)
            guard let signature = try? P384.Signing.ECDSASignature(rawRepresentation: raw) else { return false }
            return switch hash {
            case .sha256: throw .weakHash(found: "SHA-256 for P-384")
            case .sha384: key.isValidSignature(signature, for: SHA384.hash(data: message))
            case .sha512: key.isValidSignature(signature, for: SHA512.hash(data: message))
            }
        case .p521(let key):
            let raw = try Self.join(numbers, 2, width: 66)
            guard let signature = try? P521.Signing.ECDSASignature(rawRepresentation: raw) else { return false }
            guard hash == .sha512 else { throw .weakHash(found: "\(hash) for P-521") }
            return key.isValidSignature(signature, for: SHA512.hash(data: message))
        }
    }

    /// The numbers side by side, each padded with zeros on the left to `width` bytes.
    private static func join(_ numbers: [[UInt8]], _ count: Int, width: Int) throws(SignatureFailure) -> [UInt8] {
        guard numbers.count == count, numbers.allSatisfy({ $0.count <= width }) else {
            throw .malformedSignature(.wrongLength)
        }
        return numbers.flatMap { Array(repeating: 0, count: width - $0.count) + $0 }
    }
}
