/// The SHA-1 name of a git object: 20 bytes.
package struct ObjectID: Hashable, Sendable, Comparable, CustomStringConvertible {
    package static let byteCount = 20
    /// Always 20 bytes.
    package let bytes: [UInt8]

    /// The name of no object, as git writes it for "nothing".
    package static let zero = ObjectID(zeroBytes: ())

    private init(zeroBytes: Void) { bytes = [UInt8](repeating: 0, count: Self.byteCount) }

    /// Nil unless `bytes` has 20 elements.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = Array(bytes)
    }

    /// Nil unless `text` is 40 lower-case hexadecimal digits, the only spelling that git objects use.
    package init?(hex text: some Collection<UInt8>) {
        guard text.count == 2 * Self.byteCount else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.byteCount)
        var high: UInt8?
        for character in text {
            guard let digit = lowercaseHexDigit(character) else { return nil }
            if let first = high {
                bytes.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        self.bytes = bytes
    }

    package init?(hex text: String) { self.init(hex: Array(text.utf8)) }

    package var description: String { hexadecimal(bytes) }

    /// The first 12 digits, for people.
    package var short: String { String(description.prefix(12)) }

    package static func < (left: ObjectID, right: ObjectID) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}

private func lowercaseHexDigit(_ character: UInt8) -> UInt8? {
    switch character {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
    default: nil
    }
}

/// Lower-case hexadecimal digits of bytes.
package func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 0x0F)])
    }
    return String(decoding: text, as: UTF8.self)
}
