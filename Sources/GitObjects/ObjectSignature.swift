/// A signature with the exact bytes that it signs.
package struct ObjectSignature: Sendable {
    /// The object's bytes without its signatures, cut out of the raw object and never built anew.
    package let payload: [UInt8]
    package let armor: [UInt8]
}

/// The headers in which git keeps signatures, one for each hash function that names objects. git takes both out before it
/// signs or verifies (`remove_signature` and `parse_buffer_signed_by_header` in commit.c;
/// Documentation/technical/hash-function-transition), so a signature never covers the other one.
enum SignatureHeader {
    /// Over the object as SHA-1 repositories hold it: the one that is verified.
    static let sha1 = "gpgsig"
    /// Over the object's SHA-256 form, which a SHA-1 repository cannot show: taken out and not looked at.
    static let sha256 = "gpgsig-sha256"

    static func isNamed(_ name: String) -> Bool { name == sha1 || name == sha256 }
}

extension HeaderScanner {
    /// The object's bytes up to `end` without signature headers.
    func payload(of bytes: [UInt8], to end: Int) -> [UInt8] {
        var payload: [UInt8] = []
        payload.reserveCapacity(end)
        for field in fields where !SignatureHeader.isNamed(field.name) {
            payload.append(contentsOf: bytes[field.range])
        }
        // The blank line belongs to what is signed.
        payload.append(contentsOf: bytes[(messageStart - 1)..<end])
        return payload
    }
}
