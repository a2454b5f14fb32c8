private import Crypto

/// `ssh-ed25519`: string of the 32-byte point (RFC 8709 section 4); signatures are 64 bytes (section 6).
struct Ed25519Key: PublicKey {
    let algorithm = KeyAlgorithm.ed25519
    private let key: Curve25519.Signing.PublicKey

    init(_ reader: inout WireReader) throws(KeyError) {
        let point: [UInt8]
        do { point = try reader.string() } catch { throw .malformedKey }
        guard !Self.isSmallOrder(point) else { throw .weakEd25519Point }
        do { key = try Curve25519.Signing.PublicKey(rawRepresentation: point) } catch { throw .malformedKey }
    }

    func isValid(_ signature: SignatureField, for message: [UInt8]) throws(SignatureFailure) -> Bool {
        guard signature.bytes.count == 64 else { throw .malformedSignature(.wrongLength) }
        return key.isValidSignature(signature.bytes, for: message)
    }

    /// Whether `point` is one of the 14 encodings, canonical or not, of the 8 points whose order divides the cofactor.
    /// For such a "key" one fixed signature matches many messages, so it could stand for nobody.
    ///
    /// The y-coordinates were computed from the curve of RFC 8032 section 5.1: 0, p, 1, p+1, p-1, and the two of
    /// order 8. The highest bit is the sign of x, which does not matter here.
    static func isSmallOrder(_ point: [UInt8]) -> Bool {
        guard point.count == 32 else { return false }
        var y = point
        y[31] &= 0x7F
        return smallOrderY.contains(y)
    }

    private static let smallOrderY: Set<[UInt8]> = [
        Array(repeating: 0x00, count: 32),
        [0xED] + Array(repeating: 0xFF, count: 30) + [0x7F],
        [0x01] + Array(repeating: 0x00, count: 31),
        [0xEE] + Array(repeating: 0xFF, count: 30) + [0x7F],
        [0xEC] + Array(repeating: 0xFF, count: 30) + [0x7F],
        [
            0x26, 0xE8, 0x95, 0x8F, 0xC2, 0xB2, 0x27, 0xB0, 0x45, 0xC3, 0xF4, 0x89, 0xF2, 0xEF, 0x98, 0xF0,
            0xD5, 0xDF, 0xAC, 0x05, 0xD3, 0xC6, 0x33, 0x39, 0xB1, 0x38, 0x02, 0x88, 0x6D, 0x53, 0xFC, 0x05,
        ],
        [
            0xC7, 0x17, 0x6A, 0x70, 0x3D, 0x4D, 0xD8, 0x4F, 0xBA, 0x3C, 0x0B, 0x76, 0x0D, 0x10, 0x67, 0x0F,
            0x2A, 0x20, 0x53, 0xFA, 0x2C, 0x39, 0xCC, 0xC6, 0x4E, 0xC7, 0xFD, 0x77, 0x92, 0xAC, 0x03, 0x7A,
        ],
    ]
}
