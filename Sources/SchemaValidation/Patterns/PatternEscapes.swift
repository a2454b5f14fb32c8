/// Escapes and bracket expressions.
extension PatternParser {
    /// What follows a backslash outside brackets.
    mutating func atomEscape() throws(PatternError) -> PatternNode {
        if let first = current, ("1"..."9").contains(first), let number = decimal() {
            noteBackreference(number: number)
            return .backreference(.number(number))
        }
        if skip("k") { return try namedBackreference() }
        if let escape = try setEscape() { return set(escape) }
        return .character(try characterEscape())
    }

    /// `\d`, `\w`, `\s`, `\p{…}` and their opposites; nil for other escapes.
    private mutating func setEscape() throws(PatternError) -> CharacterSet? {
        guard let letter = current else { throw PatternError("ends with a backslash") }
        let set: CharacterSet
        switch letter {
        case "d": set = .digits
        case "D": set = CharacterSet.digits.inverted()
        case "w": set = .wordCharacters
        case "W": set = CharacterSet.wordCharacters.inverted()
        case "s": set = .whiteSpace
        case "S": set = CharacterSet.whiteSpace.inverted()
        case "p", "P":
            index += 1
            guard skip("{") else { throw PatternError("has \\\(letter) without a property in { }") }
            var name = ""
            while let scalar = current, scalar != "}" {
                name.unicodeScalars.append(scalar)
                index += 1
            }
            set = CharacterSet(try UnicodeProperty(name), isNegated: letter == "P")
        default: return nil
        }
        guard next() != nil else { throw PatternError("has a \\\(letter){ that is not closed") }
        return set
    }

    private mutating func characterEscape() throws(PatternError) -> UInt32 {
        guard let letter = next() else { throw PatternError("ends with a backslash") }
        switch letter {
        case "t": return 0x09
        case "n": return 0x0A
        case "v": return 0x0B
        case "f": return 0x0C
        case "r": return 0x0D
        case "c":
            guard let control = next(), control.isASCII, control.properties.isAlphabetic else {
                throw PatternError("has \\c without a letter behind it")
            }
            return control.value % 32
        case "0":
            if let digit = current, ("0"..."9").contains(digit) { throw PatternError("has an octal escape") }
            return 0
        case "x": return try hexadecimal(digits: 2)
        case "u": return try unicodeEscape()
        case "^", "$", "\\", ".", "*", "+", "?", "(", ")", "[", "]", "{", "}", "|", "/": return letter.value
        default: throw PatternError("has the escape \\\(letter), which ECMA-262 does not know")
        }
    }

    private mutating func hexadecimal(digits: Int) throws(PatternError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<digits {
            guard let digit = next().flatMap({ UInt8(exactly: $0.value) })?.hexadecimalValue else {
                throw PatternError("has an escape with too few hexadecimal digits")
            }
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    private mutating func unicodeEscape() throws(PatternError) -> UInt32 {
        if skip("{") {
            var value: UInt32 = 0
            var count = 0
            while let digit = current.flatMap({ UInt8(exactly: $0.value) })?.hexadecimalValue, value <= 0x10FFFF {
                value = value << 4 | UInt32(digit)
                count += 1
                index += 1
            }
            guard skip("}"), count > 0, value <= 0x10FFFF else { throw PatternError("has a wrong \\u{…} escape") }
            return value
        }
        let high = try hexadecimal(digits: 4)
        guard (0xD800...0xDBFF).contains(high) else { return high }
        let start = index
        if skip("\\u"), current != "{" {
            let low = try hexadecimal(digits: 4)
            if (0xDC00...0xDFFF).contains(low) { return 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00) }
        }
        index = start
        return high
    }

    // MARK: Brackets

    /// What follows `[`.
    mutating func bracketExpression() throws(PatternError) -> CharacterSet {
        let isInverted = skip("^")
        var sets: [CharacterSet] = []
        var ranges: [ClosedRange<UInt32>] = []
        while !skip("]") {
            let low = try bracketAtom()
            guard current == "-", index + 1 < scalars.count, scalars[index + 1] != "]" else {
                switch low {
                case .character(let value): ranges.append(value...value)
                case .set(let set): sets.append(set)
                }
                continue
            }
            index += 1
            guard case .character(let lower) = low, case .character(let upper) = try bracketAtom() else {
                throw PatternError("has a range in brackets with a class at one end")
            }
            guard lower <= upper else { throw PatternError("has a range in brackets that is backwards") }
            ranges.append(lower...upper)
        }
        return CharacterSet(union: [CharacterSet(ranges: ranges)] + sets, isInverted: isInverted)
    }

    private enum BracketAtom {
        case character(UInt32)
        case set(CharacterSet)
    }

    private mutating func bracketAtom() throws(PatternError) -> BracketAtom {
        guard let scalar = next() else { throw PatternError("has a [ without a ]") }
        guard scalar == "\\" else { return .character(scalar.value) }
        if let set = try setEscape() { return .set(set) }
        if skip("b") { return .character(0x08) }
        if skip("-") { return .character(0x2D) }
        return .character(try characterEscape())
    }
}
