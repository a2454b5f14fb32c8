import YAMLDocuments

extension DecimalNumber {
    /// Whether this number and another are at least `step` apart, exactly.
    func isAtLeast(_ step: DecimalNumber, from other: DecimalNumber) -> Bool {
        let (low, high) = self < other ? (self, other) : (other, self)
        return !(high < low.adding(step))
    }

    /// Whether this number is at least twice another, both positive.
    func isAtLeastTwice(_ other: DecimalNumber) -> Bool { !(self < other.adding(other)) }

    /// The sum, in schoolbook arithmetic on decimal digits. Numbers too far apart in size to matter to any setting
    /// give the larger one.
    func adding(_ other: DecimalNumber) -> DecimalNumber {
        let exponent = min(self.exponent, other.exponent)
        let widest = max(digits.count + self.exponent, other.digits.count + other.exponent) - exponent
        guard widest <= 2_000 else { return max(self, other) }
        let (left, right) = (scaled(to: exponent), other.scaled(to: exponent))
        let sum: [UInt8]
        let isNegative: Bool
        if self.isNegative == other.isNegative {
            sum = Self.sum(left, right)
            isNegative = self.isNegative
        } else if Self.isSmaller(left, right) {
            sum = Self.difference(right, left)
            isNegative = other.isNegative
        } else {
            sum = Self.difference(left, right)
            isNegative = self.isNegative
        }
        let text = (isNegative ? "-" : "") + (sum.isEmpty ? "0" : sum.map { String($0) }.joined()) + "e\(exponent)"
        return DecimalNumber(text) ?? self
    }

    /// Digits such that the value is `digits × 10^exponent`, without leading zeros.
    private func scaled(to exponent: Int) -> [UInt8] {
        isZero ? [] : digits + [UInt8](repeating: 0, count: self.exponent - exponent)
    }

    private static func isSmaller(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count != right.count ? left.count < right.count : left.lexicographicallyPrecedes(right)
    }

    private static func sum(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var carry: UInt8 = 0
        for place in 1...max(left.count, right.count, 1) {
            let value =
                (place <= left.count ? left[left.count - place] : 0)
                + (place <= right.count ? right[right.count - place] : 0) + carry
            result.append(value % 10)
            carry = value / 10
        }
        if carry > 0 { result.append(carry) }
        return result.reversed()
    }

    /// `large` is not smaller than `small`.
    private static func difference(_ large: [UInt8], _ small: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var borrow: UInt8 = 0
        for place in 1...max(large.count, 1) {
            let minuend = place <= large.count ? large[large.count - place] : 0
            let subtrahend = (place <= small.count ? small[small.count - place] : 0) + borrow
            borrow = minuend < subtrahend ? 1 : 0
            result.append(minuend + borrow * 10 - subtrahend)
        }
        return result.reversed().drop { $0 == 0 } + []
    }
}
