/// Characters of names, as far as patterns tell them apart: every ASCII character, and four kinds of others.
struct SymbolSet: Hashable, Sendable {
    /// How many symbols there are.
    static let symbolCount = 132
    static let otherWord = 128
    static let otherDigit = 129
    static let otherSpace = 130
    static let otherRest = 131

    private var low: UInt64 = 0
    private var high: UInt64 = 0
    private var other: UInt8 = 0

    static let all = SymbolSet().inverted
    static let newline = SymbolSet([10])
    /// What Python's `\d`, `\w` and `\s` stand for in text (docs.python.org, "re", Unicode patterns).
    static let digits = SymbolSet(Array(48...57) + [otherDigit])
    static let word = SymbolSet(Array(48...57) + Array(65...90) + Array(97...122) + [95, otherDigit, otherWord])
    static let space = SymbolSet(Array(9...13) + Array(28...32) + [otherSpace])

    init() {}

    init(_ symbols: [Int]) {
        for symbol in symbols { insert(symbol) }
    }

    mutating func insert(_ symbol: Int) {
        switch symbol {
        case ..<64: low |= 1 << UInt64(symbol)
        case ..<128: high |= 1 << UInt64(symbol - 64)
        default: other |= 1 << UInt8(symbol - 128)
        }
    }

    func contains(_ symbol: Int) -> Bool {
        switch symbol {
        case ..<64: low & (1 << UInt64(symbol)) != 0
        case ..<128: high & (1 << UInt64(symbol - 64)) != 0
        default: other & (1 << UInt8(symbol - 128)) != 0
        }
    }

    func union(_ set: SymbolSet) -> SymbolSet {
        var result = self
        result.low |= set.low
        result.high |= set.high
        result.other |= set.other
        return result
    }

    var inverted: SymbolSet {
        var result = SymbolSet()
        result.low = ~low
        result.high = ~high
        result.other = ~other & 0x0F
        return result
    }

    /// The set with both cases of every ASCII letter in it.
    var ignoringCase: SymbolSet {
        var result = self
        for letter in 65...90 where contains(letter) || contains(letter + 32) {
            result.insert(letter)
            result.insert(letter + 32)
        }
        return result
    }

    static func symbol(of scalar: Unicode.Scalar) -> Int {
        if scalar.isASCII { return Int(scalar.value) }
        switch scalar.properties.generalCategory {
        case .decimalNumber: return otherDigit
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber,
            .otherNumber:
            return otherWord
        default: return scalar.properties.isWhitespace ? otherSpace : otherRest
        }
    }
}
