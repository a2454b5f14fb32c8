/// Signature text as the fuzzer hands it over: whole, or only the bytes inside, around which the armor is put here, so
/// that it need not learn base64.
package enum SignatureText {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    package static func armor(_ bytes: some Collection<UInt8>, label: String, blankLine: Bool) -> [UInt8] {
        var text = Array("-----BEGIN \(label)-----\n".utf8)
        if blankLine { text.append(0x0A) }
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            let line = rest.prefix(48)
            rest = rest.dropFirst(48)
            text += base64(line) + [0x0A]
        }
        return text + Array("-----END \(label)-----\n".utf8)
    }

    private static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        for start in stride(from: bytes.startIndex, to: bytes.endIndex, by: 3) {
            let group = Array(bytes[start..<min(start + 3, bytes.endIndex)])
            let bits = (0..<3).reduce(UInt32(0)) { $0 << 8 | UInt32($1 < group.count ? group[$1] : 0) }
            for digit in 0..<4 {
                text.append(digit <= group.count ? alphabet[Int(bits >> UInt32(18 - 6 * digit) & 63)] : 0x3D)
            }
        }
        return text
    }
}
