/// RFC 4648 section 4 base64, canonical form only: every byte string has exactly one accepted text.
///
/// Foundation's decoder is not used: it accepts what this module must refuse (unused bits that are not zero), and this
/// module needs nothing else of Foundation.
enum StrictBase64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let padding = UInt8(ascii: "=")

    /// Nil unless `text` is whole groups of four, only alphabet characters, padding only at the end and only as much as
    /// needed, and unused bits zero. Empty text is empty bytes.
    static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
        guard text.count.isMultiple(of: 4) else { return nil }
        let digits = text.prefix { $0 != padding }
        let padCount = text.count - digits.count
        guard padCount <= 2, text.suffix(padCount).allSatisfy({ $0 == padding }) else { return nil }

        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        var bits: UInt32 = 0
        var bitCount = 0
        for digit in digits {
            guard let value = value(of: digit) else { return nil }
            bits = bits << 6 | UInt32(value)
            bitCount += 6
            if bitCount >= 8 {
                bitCount -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(bitCount)))
                bits &= (1 << UInt32(bitCount)) - 1
            }
        }
        // With whole groups and at most two pad characters the leftover is 0, 2 or 4 bits, which must be zero.
        return bits == 0 ? bytes : nil
    }

    /// The text without `=` at its end, as OpenSSH prints fingerprints.
    static func encodeWithoutPadding(_ bytes: some Sequence<UInt8>) -> String {
        var text = ""
        var bits: UInt32 = 0
        var bitCount: UInt32 = 0
        func append(_ index: UInt32) {
            text.unicodeScalars.append(Unicode.Scalar(alphabet[Int(index & 0x3F)]))
        }
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            bitCount += 8
            while bitCount >= 6 {
                bitCount -= 6
                append(bits >> bitCount)
            }
        }
        if bitCount > 0 { append(bits << (6 - bitCount)) }
        return text
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): digit - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
