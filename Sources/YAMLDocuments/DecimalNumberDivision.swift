extension DecimalNumber {
    /// Whether this number is a whole multiple of another, exactly. Nothing but 0 is a multiple of 0.
    ///
    /// With `d × 10^e` for both numbers, the quotient is whole when the divisor's digits divide ours followed by
    /// `e - divisor.e` zeros. Fewer than none cannot be: our digits do not end in zero.
    package func isMultiple(of divisor: DecimalNumber) -> Bool {
        if isZero { return true }
        let shift = exponent - divisor.exponent
        if divisor.isZero || shift < 0 { return false }
        // A divisor of n digits has fewer than 4n factors 2 and 5, so that more zeros than that change nothing.
        let zeros = min(shift, divisor.digits.count * 4)
        guard divisor.digits.count <= 18 else { return longRemainderIsZero(zeros: zeros, modulus: divisor.digits) }
        let modulus = divisor.digits.reduce(UInt64(0)) { $0 * 10 + UInt64($1) }
        var remainder = digits.reduce(UInt64(0)) { ($0 * 10 + UInt64($1)) % modulus }
        for _ in 0..<zeros { remainder = remainder * 10 % modulus }
        return remainder == 0
    }

    /// Schoolbook long division on decimal digits, for divisors that no machine integer holds.
    private func longRemainderIsZero(zeros: Int, modulus: [UInt8]) -> Bool {
        var remainder: [UInt8] = []
        for position in 0..<digits.count + zeros {
            let digit = position < digits.count ? digits[position] : 0
            if !remainder.isEmpty || digit != 0 { remainder.append(digit) }
            while !Self.isLess(remainder, modulus) { Self.subtract(modulus, from: &remainder) }
        }
        return remainder.isEmpty
    }

    private static func isLess(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count != right.count ? left.count < right.count : left.lexicographicallyPrecedes(right)
    }

    /// Both without leading zeros, the result too.
    private static func subtract(_ small: [UInt8], from large: inout [UInt8]) {
        var borrow: UInt8 = 0
        for offset in 1...large.count {
            let place = large.count - offset
            let taken = (offset <= small.count ? small[small.count - offset] : 0) + borrow
            borrow = large[place] < taken ? 1 : 0
            large[place] = large[place] + borrow * 10 - taken
        }
        large.removeFirst(large.prefix { $0 == 0 }.count)
    }
}
