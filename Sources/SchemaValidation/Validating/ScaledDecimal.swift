import YAMLDocuments

/// A decimal number in one machine word and a scale: `mantissa × 10^exponent`, exactly. What does not fit is left to
/// `DecimalNumber`; what does is compared without memory.
struct ScaledDecimal: Sendable, Equatable {
    /// Digits that surely fit.
    private static let maximumDigits = 18

    let mantissa: Int64
    let exponent: Int

    private init(mantissa: Int64, exponent: Int) {
        self.mantissa = mantissa
        self.exponent = exponent
    }

    /// Reads an optional sign, digits and an optional fraction, as the core schema writes most numbers; nil for
    /// anything else and for more than 18 digits.
    init?(_ text: BorrowedText) {
        var index = 0
        var isNegative = false
        if text.count > 0, text[0] == UInt8(ascii: "-") || text[0] == UInt8(ascii: "+") {
            isNegative = text[0] == UInt8(ascii: "-")
            index = 1
        }
        var value: Int64 = 0
        var digits = 0
        var pointAt: Int?
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "."), pointAt == nil {
                pointAt = digits
            } else {
                let digit = byte &- UInt8(ascii: "0")
                guard digit <= 9, digits < Self.maximumDigits else { return nil }
                value = value &* 10 &+ Int64(digit)
                digits += 1
            }
            index += 1
        }
        guard digits > 0 else { return nil }
        self.init(mantissa: isNegative ? -value : value, exponent: pointAt.map { $0 - digits } ?? 0)
    }

    init?(_ number: DecimalNumber) {
        guard number.digits.count <= Self.maximumDigits, abs(number.exponent) <= Self.maximumDigits else { return nil }
        let value = number.digits.reduce(Int64(0)) { $0 * 10 + Int64($1) }
        self.init(mantissa: number.isNegative ? -value : value, exponent: number.exponent)
    }

    var isInteger: Bool {
        guard exponent < 0 else { return true }
        // A fraction has at most 18 digits.
        return Self.power(-exponent).map { mantissa % $0 == 0 } ?? (mantissa == 0)
    }

    /// Both mantissas at the smaller scale; nil when one does not fit.
    private func aligned(with other: ScaledDecimal) -> (Int64, Int64)? {
        if exponent == other.exponent { return (mantissa, other.mantissa) }
        guard exponent > other.exponent else { return other.aligned(with: self).map { ($1, $0) } }
        guard let factor = Self.power(exponent - other.exponent) else { return nil }
        let (product, overflow) = mantissa.multipliedReportingOverflow(by: factor)
        return overflow ? nil : (product, other.mantissa)
    }

    /// Negative, zero or positive as this number is less than, equal to or greater than the other; nil when machine
    /// words cannot tell.
    func compared(with other: ScaledDecimal) -> Int? {
        aligned(with: other).map { $0 < $1 ? -1 : $0 == $1 ? 0 : 1 }
    }

    /// Whether this is a whole multiple of a number that is not 0; nil when machine words cannot tell.
    func isMultiple(of divisor: ScaledDecimal) -> Bool? {
        guard let (value, unit) = aligned(with: divisor), unit != 0 else { return nil }
        return value.isMultiple(of: unit)
    }

    private static func power(_ exponent: Int) -> Int64? {
        guard exponent <= maximumDigits else { return nil }
        var result: Int64 = 1
        for _ in 0..<exponent { result *= 10 }
        return result
    }
}
