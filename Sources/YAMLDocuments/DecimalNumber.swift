/// A decimal number of any size, exactly as written: thresholds must not pass through binary floating point.
///
/// The value is `±digits × 10^exponent`; `digits` has neither leading nor trailing zeros and is empty for zero.
package struct DecimalNumber: Sendable, Hashable {
    package let isNegative: Bool
    /// Values 0...9, the most significant first.
    package let digits: [UInt8]
    package let exponent: Int

    private init(isNegative: Bool, digits: some Collection<UInt8>, exponent: Int) {
        let significant = digits.drop { $0 == 0 }
        var trimmed = Array(significant)
        var exponent = exponent
        while trimmed.last == 0 {
            trimmed.removeLast()
            exponent += 1
        }
        self.isNegative = isNegative && !trimmed.isEmpty
        self.digits = trimmed
        self.exponent = trimmed.isEmpty ? 0 : exponent
    }

    package init(_ value: Int) {
        let digits = String(value.magnitude).utf8.map { $0 - UInt8(ascii: "0") }
        self.init(isNegative: value < 0, digits: digits, exponent: 0)
    }

    /// Reads `-12.50e3` and the like; nil for anything else and for exponents beyond ±1,000,000.
    package init?(_ text: some StringProtocol) { self.init(utf8: Array(text.utf8)[...]) }

    /// Reads a YAML 1.2 core integer or float: decimal, `0o17`, `0x1F`. Nil for infinities and NaN.
    package init?(yaml text: ArraySlice<UInt8>) {
        let prefix = text.prefix(2)
        if prefix.elementsEqual("0o".utf8) {
            self.init(digits: text.dropFirst(2), radix: 8)
        } else if prefix.elementsEqual("0x".utf8) {
            self.init(digits: text.dropFirst(2), radix: 16)
        } else {
            self.init(utf8: text)
        }
    }

    private init?(utf8 text: ArraySlice<UInt8>) {
        var rest = text
        var isNegative = false
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            rest.removeFirst()
        }
        var digits: [UInt8] = []
        var exponent = 0
        var seenPoint = false
        var seenDigit = false
        while let byte = rest.first {
            if let digit = byte.decimalDigit {
                digits.append(digit)
                seenDigit = true
                if seenPoint { exponent -= 1 }
            } else if byte == UInt8(ascii: "."), !seenPoint {
                seenPoint = true
            } else {
                break
            }
            rest.removeFirst()
        }
        guard seenDigit else { return nil }
        if let mark = rest.first, mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") {
            guard let written = Int(String(decoding: rest.dropFirst(), as: UTF8.self)), abs(written) <= 1_000_000
            else { return nil }
            exponent += written
            rest = []
        }
        guard rest.isEmpty else { return nil }
        self.init(isNegative: isNegative, digits: digits, exponent: exponent)
    }

    private init?(digits text: ArraySlice<UInt8>, radix: Int) {
        guard !text.isEmpty else { return nil }
        // Schoolbook base conversion; such literals are short.
        var decimal: [UInt8] = [0]
        for byte in text {
            guard let digit = byte.hexadecimalDigit, digit < radix else { return nil }
            var carry = Int(digit)
            for index in decimal.indices.reversed() {
                let value = Int(decimal[index]) * radix + carry
                decimal[index] = UInt8(value % 10)
                carry = value / 10
            }
            while carry > 0 {
                decimal.insert(UInt8(carry % 10), at: 0)
                carry /= 10
            }
        }
        self.init(isNegative: false, digits: decimal, exponent: 0)
    }

    package var isZero: Bool { digits.isEmpty }
    package var isInteger: Bool { exponent >= 0 }

    /// The value as a machine integer, when it is one and fits.
    package var integer: Int? {
        guard isInteger, digits.count + exponent <= 19 else { return nil }
        var value = 0
        for digit in digits + [UInt8](repeating: 0, count: exponent) {
            let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tenfold.addingReportingOverflow(isNegative ? -Int(digit) : Int(digit))
            if overflow || carry { return nil }
            value = sum
        }
        return value
    }
}

extension DecimalNumber: Comparable {
    package static func < (left: DecimalNumber, right: DecimalNumber) -> Bool {
        if left.isNegative != right.isNegative { return left.isNegative }
        let magnitudeIsLess = left.hasSmallerMagnitude(than: right)
        return left.isNegative
            ? left.digits != right.digits || left.exponent != right.exponent
                ? !magnitudeIsLess : false : magnitudeIsLess
    }

    private func hasSmallerMagnitude(than other: DecimalNumber) -> Bool {
        if isZero || other.isZero { return isZero && !other.isZero }
        let (places, otherPlaces) = (digits.count + exponent, other.digits.count + other.exponent)
        if places != otherPlaces { return places < otherPlaces }
        return digits.lexicographicallyPrecedes(other.digits)
    }
}

extension DecimalNumber: CustomStringConvertible {
    /// Plain notation without an exponent, as `0.35`.
    package var description: String {
        guard !isZero else { return "0" }
        var text = digits.map { String($0) }.joined()
        if exponent >= 0 {
            text += String(repeating: "0", count: exponent)
        } else if text.count > -exponent {
            text.insert(".", at: text.index(text.endIndex, offsetBy: exponent))
        } else {
            text = "0." + String(repeating: "0", count: -exponent - text.count) + text
        }
        return isNegative ? "-" + text : text
    }
}

extension UInt8 {
    var decimalDigit: UInt8? {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) ? self - UInt8(ascii: "0") : nil
    }

    var hexadecimalDigit: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
