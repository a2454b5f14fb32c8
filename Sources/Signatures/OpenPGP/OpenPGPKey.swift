private import Crypto

/// A public key or subkey packet of version 4 (RFC 4880 section 5.5.2), the version that git's users have.
struct OpenPGPKey: Sendable {
    let fingerprint: OpenPGPFingerprint
    /// Seconds since 1970 that the key says it was made at.
    let created: UInt32
    let material: OpenPGPKeyMaterial

    /// - Parameter body: the packet's body.
    init(_ body: [UInt8]) throws(OpenPGPKeyError) {
        var reader = WireReader(body)
        let version: UInt8
        do { version = try reader.byte() } catch { throw .malformed }
        guard version == 4 else { throw .unsupportedVersion(version) }
        do { created = try reader.uint32() } catch { throw .malformed }
        material = try OpenPGPKeyMaterial(&reader)
        fingerprint = OpenPGPFingerprint(ofKeyPacket: body)
    }
}

/// SHA-1 over a key packet (RFC 4880 section 12.2): the name of a key, and no more than a name. What a signature is
/// checked with are the bytes of a certificate that somebody listed; a second key of the same name would have to be
/// listed beside it.
package struct OpenPGPFingerprint: Sendable, Hashable, CustomStringConvertible {
    /// 20 bytes.
    let bytes: [UInt8]

    init(ofKeyPacket body: [UInt8]) {
        var hash = Insecure.SHA1()
        hash.update(data: [0x99, UInt8(truncatingIfNeeded: body.count >> 8), UInt8(truncatingIfNeeded: body.count)])
        hash.update(data: body)
        bytes = Array(hash.finalize())
    }

    /// Nil unless there are 20 bytes.
    init?(bytes: [UInt8]) {
        guard bytes.count == 20 else { return nil }
        self.bytes = bytes
    }

    var keyID: OpenPGPKeyID { OpenPGPKeyID(bytes: Array(bytes.suffix(8))) }

    /// 40 upper-case hexadecimal digits, as gpg prints them.
    package var description: String { OpenPGPHex.text(bytes) }
}

/// The last 8 bytes of a fingerprint: old signatures name their key only so. Never proof of anything.
package struct OpenPGPKeyID: Sendable, Hashable, CustomStringConvertible {
    let bytes: [UInt8]

    package var description: String { OpenPGPHex.text(bytes) }
}

enum OpenPGPHex {
    private static let digits = Array("0123456789ABCDEF".utf8)

    static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0x0F)]] }, as: UTF8.self)
    }
}
