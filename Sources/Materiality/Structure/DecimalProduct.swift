import YAMLDocuments

extension DecimalNumber {
    /// The product, in schoolbook arithmetic on decimal digits; nil for numbers with more digits than a setting has.
    func multiplied(by other: DecimalNumber) -> DecimalNumber? {
        guard digits.count <= 50, other.digits.count <= 50 else { return nil }
        var product = [Int](repeating: 0, count: digits.count + other.digits.count)
        for (place, digit) in digits.enumerated() {
            for (otherPlace, otherDigit) in other.digits.enumerated() {
                product[place + otherPlace + 1] += Int(digit) * Int(otherDigit)
            }
        }
        for place in product.indices.reversed().dropLast() {
            product[place - 1] += product[place] / 10
            product[place] %= 10
        }
        let sign = isNegative == other.isNegative ? "" : "-"
        let text = product.isEmpty ? "0" : product.map { String($0) }.joined()
        return DecimalNumber("\(sign)\(text)e\(exponent + other.exponent)")
    }
}
