/// A regular expression, as far as it describes a regular language: the part of Python's syntax that model patterns
/// use. What looks around, looks back or is not valid has no tree, and nothing may be concluded from it.
indirect enum RegularExpression: Sendable {
    case empty
    case symbols(SymbolSet)
    case sequence([RegularExpression])
    case choice([RegularExpression])
    /// `most` is nil where there is no limit.
    case repeated(RegularExpression, least: Int, most: Int?)

    /// Nil for a pattern that is not understood.
    init?(_ pattern: String) {
        guard pattern.utf8.count <= RegularExpressionReader.longestPattern else { return nil }
        var reader = RegularExpressionReader(pattern)
        guard let expression = reader.read() else { return nil }
        self = expression
    }

    /// Exactly this text.
    init(literally text: some StringProtocol) {
        self = .sequence(text.unicodeScalars.map { .symbols(SymbolSet([SymbolSet.symbol(of: $0)])) })
    }

    static let anything = RegularExpression.repeated(.symbols(.all), least: 0, most: nil)
}

/// Reads one pattern of Python's `re` that has to fit a whole name (docs.python.org, "re", Regular Expression Syntax).
private struct RegularExpressionReader {
    static let longestPattern = 1_000
    private static let deepest = 50
    private static let mostRepetitions = 100

    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var depth = 0
    private var ignoresCase = false

    init(_ pattern: String) { scalars = Array(pattern.unicodeScalars) }

    private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    private mutating func take(_ text: String) -> Bool {
        let wanted = Array(text.unicodeScalars)
        guard scalars[index...].starts(with: wanted) else { return false }
        index += wanted.count
        return true
    }

    mutating func read() -> RegularExpression? {
        ignoresCase = take("(?i)")
        guard let expression = choice(), next == nil else { return nil }
        return expression
    }

    private mutating func choice() -> RegularExpression? {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest, let first = sequence() else { return nil }
        var choices = [first]
        while take("|") {
            guard let other = sequence() else { return nil }
            choices.append(other)
        }
        return choices.count == 1 ? first : .choice(choices)
    }

    private mutating func sequence() -> RegularExpression? {
        var parts: [RegularExpression] = []
        // A whole name is matched, so that these say nothing where a name starts and ends.
        if depth == 1 { _ = take("^") }
        while let scalar = next, scalar != "|", scalar != ")" {
            if scalar == "$" {
                index += 1
                guard depth == 1, next == nil || next == "|" else { return nil }
                break
            }
            guard let atom = atom(), let repeated = repetition(of: atom) else { return nil }
            parts.append(repeated)
        }
        return parts.isEmpty ? .empty : .sequence(parts)
    }

    private mutating func atom() -> RegularExpression? {
        guard let scalar = next else { return nil }
        index += 1
        switch scalar {
        case ".": return .symbols(SymbolSet.newline.inverted)
        case "(": return group()
        case "[": return brackets().map { .symbols($0) }
        case "\\": return escape().map { .symbols(folded($0)) }
        case "*", "+", "?", "^": return nil
        default: return .symbols(folded(SymbolSet([SymbolSet.symbol(of: scalar)])))
        }
    }

    private func folded(_ set: SymbolSet) -> SymbolSet { ignoresCase ? set.ignoringCase : set }

    private mutating func group() -> RegularExpression? {
        if take("?") {
            if take("P<") {
                while let scalar = next, scalar != ">" { index += 1 }
                guard take(">") else { return nil }
            } else if !take(":") {
                return nil
            }
        }
        guard let inner = choice(), take(")") else { return nil }
        return inner
    }

    private mutating func repetition(of atom: RegularExpression) -> RegularExpression? {
        guard let range = repetitionRange() else { return atom }
        guard range.least <= range.most ?? range.least, max(range.least, range.most ?? 0) <= Self.mostRepetitions else {
            return nil
        }
        // Taking as little as possible gives the same names; taking without giving back does not.
        _ = take("?")
        if let scalar = next, scalar == "*" || scalar == "+" || scalar == "?" { return nil }
        if scalarsStartRange { return nil }
        return .repeated(atom, least: range.least, most: range.most)
    }

    private var scalarsStartRange: Bool {
        var copy = self
        return copy.repetitionRange() != nil
    }

    /// `*`, `+`, `?`, `{2}`, `{2,}`, `{,3}` or `{2,3}`; any other brace stands for itself.
    private mutating func repetitionRange() -> (least: Int, most: Int?)? {
        if take("*") { return (0, nil) }
        if take("+") { return (1, nil) }
        if take("?") { return (0, 1) }
        let start = index
        guard take("{") else { return nil }
        let least = number()
        let hasComma = take(",")
        let most = hasComma ? number() : least
        guard take("}"), least != nil || hasComma else {
            index = start
            return nil
        }
        return (least ?? 0, most)
    }

    private mutating func number() -> Int? {
        let start = index
        while let scalar = next, ("0"..."9").contains(scalar) { index += 1 }
        let digits = scalars[start..<index].map { String($0) }.joined()
        guard !digits.isEmpty else { return nil }
        return Int(digits) ?? Int.max
    }

    /// Nil for what is no set of characters: an anchor, a reference to a group.
    private mutating func escape() -> SymbolSet? {
        guard let scalar = next else { return nil }
        index += 1
        switch scalar {
        case "d": return .digits
        case "D": return SymbolSet.digits.inverted
        case "w": return .word
        case "W": return SymbolSet.word.inverted
        case "s": return .space
        case "S": return SymbolSet.space.inverted
        case "n": return .newline
        case "t": return SymbolSet([9])
        default:
            guard scalar.isASCII, !scalar.properties.isAlphabetic, !("0"..."9").contains(scalar) else { return nil }
            return SymbolSet([Int(scalar.value)])
        }
    }

    private mutating func brackets() -> SymbolSet? {
        let isNegated = take("^")
        var set = SymbolSet()
        var isFirst = true
        while let scalar = next, isFirst || scalar != "]" {
            isFirst = false
            guard let lower = bracketItem() else { return nil }
            guard next == "-", index + 1 < scalars.count, scalars[index + 1] != "]" else {
                set = set.union(lower.set)
                continue
            }
            index += 1
            guard let from = lower.single, let to = bracketItem()?.single, from <= to else { return nil }
            set = set.union(SymbolSet(Array(from...to)))
        }
        guard take("]") else { return nil }
        let result = folded(set)
        return isNegated ? result.inverted : result
    }

    /// One character or one escaped set; characters beyond ASCII are not told apart well enough for a set of them.
    private mutating func bracketItem() -> (set: SymbolSet, single: Int?)? {
        guard let scalar = next else { return nil }
        index += 1
        if scalar == "\\" {
            let isSet = next.map { "dDwWsS".unicodeScalars.contains($0) } ?? false
            let symbol = next.map { SymbolSet.symbol(of: $0) }
            return escape().map { ($0, isSet ? nil : symbol) }
        }
        guard scalar.isASCII else { return nil }
        return (SymbolSet([Int(scalar.value)]), Int(scalar.value))
    }
}
