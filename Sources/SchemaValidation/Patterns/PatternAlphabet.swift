/// Divides characters into classes that a pattern cannot tell apart, so that an automaton's table stays small.
///
/// Characters are told apart by the pattern's tests: its characters and sets. A class is the tests that its characters
/// pass, as bits.
struct PatternAlphabet: Sendable {
    static let maximumTests = 64

    enum Test: Sendable {
        case character(UInt32)
        case set(CharacterSet)

        func accepts(_ scalar: UInt32) -> Bool {
            switch self {
            case .character(let wanted): wanted == scalar
            case .set(let set): set.contains(scalar)
            }
        }
    }

    private let tests: [Test]
    /// For each class the tests that it passes.
    private(set) var classes: [UInt64] = []
    /// The class of each ASCII character.
    private(set) var asciiClasses: [UInt8] = []

    /// - Parameter tests: at most `maximumTests`.
    init(_ tests: [Test]) {
        self.tests = tests
        var signatures = [UInt64](repeating: 0, count: 128)
        for (bit, test) in tests.enumerated() {
            switch test {
            case .character(let value):
                if value < 128 { signatures[Int(value)] |= 1 << UInt64(bit) }
            case .set(let set):
                for value in 0..<128 where set.contains(UInt32(value)) { signatures[value] |= 1 << UInt64(bit) }
            }
        }
        asciiClasses = signatures.map { UInt8(addClass($0)) }
        for scalar in otherRepresentatives() { _ = addClass(signature(of: scalar)) }
    }

    /// The class of any other character; nil when none of the known classes is its own, which only happens to patterns
    /// with Unicode properties.
    func classNumber(of scalar: UInt32) -> Int? {
        let wanted = signature(of: scalar)
        return classes.firstIndex(of: wanted)
    }

    private func signature(of scalar: UInt32) -> UInt64 {
        var signature: UInt64 = 0
        for (bit, test) in tests.enumerated() where test.accepts(scalar) { signature |= 1 << UInt64(bit) }
        return signature
    }

    private mutating func addClass(_ signature: UInt64) -> Int {
        if let known = classes.firstIndex(of: signature) { return known }
        classes.append(signature)
        return classes.count - 1
    }

    /// Characters beyond ASCII, one at least of every class that ranges make, and of most that properties make.
    private func otherRepresentatives() -> [UInt32] {
        var found: [UInt32] = [0x80]
        var hasProperties = false
        for test in tests {
            switch test {
            case .character(let value): found += [value, value + 1]
            case .set(let set):
                found += set.boundaries
                hasProperties = hasProperties || set.hasProperties
            }
        }
        if hasProperties { found += Self.oneOfEachCategory }
        return found.filter { $0 >= 0x80 && $0 <= 0x10FFFF }
    }

    /// One character of every general category that has any beyond ASCII.
    private static let oneOfEachCategory: [UInt32] = [
        0xC9, 0xE9, 0x1C5, 0x2B0, 0x4E00, 0x301, 0x903, 0x20DD, 0x663, 0x2160, 0xB2, 0x203F, 0x2014, 0x2045, 0x2046,
        0x201C, 0x201D, 0xA7, 0xD7, 0x20AC, 0x2C2, 0xA6, 0xA0, 0x2028, 0x2029, 0x80, 0xAD, 0xE000, 0x378,
    ]
}
