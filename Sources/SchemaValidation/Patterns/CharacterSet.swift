/// A set of Unicode scalars: ranges and properties, possibly inverted.
struct CharacterSet: Sendable {
    private var ranges: [ClosedRange<UInt32>]
    private var properties: [(property: UnicodeProperty, isNegated: Bool)] = []
    /// Sets inside a class, such as `\W` in `[\W_]`.
    private var inner: [CharacterSet] = []
    private var isInverted = false
    /// Answers for scalars 0...127, where nearly all questions are.
    private var low: (UInt64, UInt64) = (0, 0)

    init(ranges: [ClosedRange<UInt32>] = []) {
        self.ranges = ranges
        prepare()
    }

    init(_ property: UnicodeProperty, isNegated: Bool) {
        ranges = []
        properties = [(property, isNegated)]
        prepare()
    }

    /// The union of sets, as a bracket expression makes it.
    init(union sets: [CharacterSet], isInverted: Bool) {
        ranges = []
        for set in sets {
            if set.isInverted {
                inner.append(set)
            } else {
                ranges += set.ranges
                properties += set.properties
                inner += set.inner
            }
        }
        self.isInverted = isInverted
        prepare()
    }

    /// True only for equal sets; sets with properties, which cannot be compared, are never surely equal.
    func isSurelyEqual(to other: CharacterSet) -> Bool {
        !hasProperties && !other.hasProperties && isInverted == other.isInverted && ranges == other.ranges
            && inner.count == other.inner.count && zip(inner, other.inner).allSatisfy { $0.isSurelyEqual(to: $1) }
    }

    var hasProperties: Bool { !properties.isEmpty || inner.contains(where: \.hasProperties) }

    /// The first scalar of every range and the first one behind it: between two of these, all scalars are in the set
    /// or none, unless it has properties.
    var boundaries: [UInt32] { ranges.flatMap { [$0.lowerBound, $0.upperBound + 1] } + inner.flatMap(\.boundaries) }

    func inverted() -> CharacterSet { CharacterSet(union: [self], isInverted: true) }

    func contains(_ scalar: UInt32) -> Bool {
        if scalar < 64 { return low.0 & 1 << UInt64(scalar) != 0 }
        if scalar < 128 { return low.1 & 1 << UInt64(scalar - 64) != 0 }
        return search(scalar)
    }

    private func search(_ scalar: UInt32) -> Bool {
        let isInside =
            ranges.contains { $0.contains(scalar) } || inner.contains { $0.contains(scalar) }
            || properties.contains { $0.property.contains(scalar) != $0.isNegated }
        return isInside != isInverted
    }

    private mutating func prepare() {
        for range in ranges where range.lowerBound < 128 {
            for scalar in range.lowerBound...min(range.upperBound, 127) { insertLow(scalar) }
        }
        for set in inner { low = (low.0 | set.low.0, low.1 | set.low.1) }
        for (property, isNegated) in properties {
            for scalar in UInt32(0)..<128 where property.contains(scalar) != isNegated { insertLow(scalar) }
        }
        if isInverted { low = (~low.0, ~low.1) }
    }

    private mutating func insertLow(_ scalar: UInt32) {
        if scalar < 64 { low.0 |= 1 << UInt64(scalar) } else { low.1 |= 1 << UInt64(scalar - 64) }
    }

    // MARK: The sets that have an escape (ECMA-262, 22.2.2.9)

    static let digits = CharacterSet(ranges: [0x30...0x39])
    static let wordCharacters = CharacterSet(ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
    /// WhiteSpace and LineTerminator.
    static let whiteSpace = CharacterSet(ranges: [
        0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F,
        0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
    ])
    /// What `.` matches: everything but line terminators.
    static let dot = CharacterSet(ranges: [0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029]).inverted()
}
