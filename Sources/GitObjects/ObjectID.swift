/// The SHA-1 name of a git object: 20 bytes.
package struct ObjectID: Hashable, Sendable, Comparable, CustomStringConvertible {
    package static let byteCount = 20

    // In place rather than in an array: histories have hundreds of thousands of them.
    private let high: UInt64
    private let middle: UInt64
    private let low: UInt32

    /// The name of no object, as git writes it for "nothing".
    package static let zero = ObjectID(high: 0, middle: 0, low: 0)

    private init(high: UInt64, middle: UInt64, low: UInt32) {
        self.high = high
        self.middle = middle
        self.low = low
    }

    /// Always 20 bytes.
    package var bytes: [UInt8] {
        func bigEndian(_ number: some FixedWidthInteger) -> [UInt8] {
            withUnsafeBytes(of: number.bigEndian, Array.init)
        }
        return bigEndian(high) + bigEndian(middle) + bigEndian(low)
    }

    /// Nil unless `bytes` has 20 elements.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        func number<Number: FixedWidthInteger>(_ part: some Sequence<UInt8>) -> Number {
            part.reduce(0) { $0 << 8 | Number($1) }
        }
        high = number(bytes.prefix(8))
        middle = number(bytes.dropFirst(8).prefix(8))
        low = number(bytes.dropFirst(16))
    }

    /// Nil unless `text` is 40 lower-case hexadecimal digits, the only spelling that git objects use.
    package init?(hex text: some Collection<UInt8>) {
        guard text.count == 2 * Self.byteCount else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.byteCount)
        var pending: UInt8?
        for character in text {
            guard let digit = lowercaseHexDigit(character) else { return nil }
            if let first = pending {
                bytes.append(first << 4 | digit)
                pending = nil
            } else {
                pending = digit
            }
        }
        self.init(bytes: bytes)
    }

    package init?(hex text: String) { self.init(hex: Array(text.utf8)) }

    package var description: String { hexadecimal(bytes) }

    /// The first 12 digits, for people.
    package var short: String { String(description.prefix(12)) }

    package static func < (left: ObjectID, right: ObjectID) -> Bool {
        (left.high, left.middle, left.low) < (right.high, right.middle, right.low)
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
