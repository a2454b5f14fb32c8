/// Reads ECMA-262 regular expressions with the `u` flag (22.2.1), which JSON Schema recommends.
struct PatternParser {
    /// Groups inside one another, bounded because parsing and compiling recurse.
    private static let maximumNesting = 100

    let scalars: [Unicode.Scalar]
    var index = 0
    private(set) var groupCount = 0
    /// The sets of the pattern, each once.
    private(set) var sets: [CharacterSet] = []
    /// Group numbers by name.
    private(set) var groupNames: [String: Int] = [:]
    private var largestBackreference = 0
    private var namedBackreferences: [String] = []
    private var nesting = 0

    var hasBackreferences: Bool { largestBackreference > 0 || !namedBackreferences.isEmpty }

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    mutating func parse() throws(PatternError) -> PatternNode {
        let node = try alternatives()
        if index < scalars.count { throw PatternError("has a ) without a (") }
        if largestBackreference > groupCount {
            throw PatternError("refers back to group \(largestBackreference), but has \(groupCount)")
        }
        if let missing = namedBackreferences.first(where: { groupNames[$0] == nil }) {
            throw PatternError("refers back to a group named \(missing), which it does not have")
        }
        return node
    }

    // MARK: Reading characters

    var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    mutating func next() -> Unicode.Scalar? {
        guard let scalar = current else { return nil }
        index += 1
        return scalar
    }

    mutating func skip(_ text: String) -> Bool {
        var place = index
        for scalar in text.unicodeScalars {
            guard place < scalars.count, scalars[place] == scalar else { return false }
            place += 1
        }
        index = place
        return true
    }

    mutating func decimal() -> Int? {
        var value: Int?
        while let scalar = current, ("0"..."9").contains(scalar) {
            // Larger counts than a text can have characters are all the same.
            value = min((value ?? 0) * 10 + Int(scalar.value - 0x30), 1_000_000_000)
            index += 1
        }
        return value
    }

    // MARK: Grammar

    private mutating func alternatives() throws(PatternError) -> PatternNode {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= Self.maximumNesting else { throw PatternError("has groups nested too deeply") }
        var list = [try sequence()]
        while skip("|") { list.append(try sequence()) }
        return list.count == 1 ? list[0] : .alternatives(list)
    }

    private mutating func sequence() throws(PatternError) -> PatternNode {
        var list: [PatternNode] = []
        while let scalar = current, scalar != "|", scalar != ")" { list.append(try term()) }
        return list.count == 1 ? list[0] : .sequence(list)
    }

    private mutating func term() throws(PatternError) -> PatternNode {
        let firstGroup = groupCount + 1
        if skip("^") { return .lineStart }
        if skip("$") { return .lineEnd }
        if skip("\\b") { return .wordBoundary(isNegated: false) }
        if skip("\\B") { return .wordBoundary(isNegated: true) }
        if skip("(?=") { return .look(try closedGroup(), isBehind: false, isNegated: false) }
        if skip("(?!") { return .look(try closedGroup(), isBehind: false, isNegated: true) }
        if skip("(?<=") { return .look(try closedGroup(), isBehind: true, isNegated: false) }
        if skip("(?<!") { return .look(try closedGroup(), isBehind: true, isNegated: true) }
        let atom = try atom()
        return try quantified(atom, groups: firstGroup..<groupCount + 1)
    }

    private mutating func atom() throws(PatternError) -> PatternNode {
        if skip("(?:") { return try closedGroup() }
        if skip("(?<") { return try namedGroup() }
        if skip("(?") { throw PatternError("has a group that starts with (? in a way ECMA-262 does not know") }
        if skip("(") {
            groupCount += 1
            let number = groupCount
            return .group(number: number, try closedGroup())
        }
        if skip(".") { return set(.dot) }
        if skip("[") { return set(try bracketExpression()) }
        if skip("\\") { return try atomEscape() }
        guard let scalar = next() else { return .empty }
        switch scalar {
        case "*", "+", "?":
            index -= 1
            throw PatternError("has a \(scalar) with nothing before it to repeat")
        case "{", "}", "]":
            index -= 1
            throw PatternError("has a \(scalar) that needs a backslash before it")
        default: return .character(scalar.value)
        }
    }

    mutating func set(_ set: CharacterSet) -> PatternNode {
        if let known = sets.firstIndex(where: set.isSurelyEqual) { return .set(known) }
        sets.append(set)
        return .set(sets.count - 1)
    }

    private mutating func closedGroup() throws(PatternError) -> PatternNode {
        let inner = try alternatives()
        guard skip(")") else { throw PatternError("has a ( without a )") }
        return inner
    }

    private mutating func namedGroup() throws(PatternError) -> PatternNode {
        groupCount += 1
        let number = groupCount
        let name = try groupName()
        guard groupNames.updateValue(number, forKey: name) == nil else {
            throw PatternError("has two groups named \(name)")
        }
        return .group(number: number, try closedGroup())
    }

    /// The name and the `>` behind it.
    private mutating func groupName() throws(PatternError) -> String {
        var name = ""
        while let scalar = next() {
            if scalar == ">", !name.isEmpty { return name }
            let isAllowed =
                scalar == "$" || scalar == "_"
                || (name.isEmpty ? scalar.properties.isIDStart : scalar.properties.isIDContinue)
            guard isAllowed else { break }
            name.unicodeScalars.append(scalar)
        }
        throw PatternError("has a group with a name that is not an identifier")
    }

    private mutating func quantified(_ atom: PatternNode, groups: Range<Int>) throws(PatternError) -> PatternNode {
        let bounds: (minimum: Int, maximum: Int?)
        switch current {
        case "*": bounds = (0, nil)
        case "+": bounds = (1, nil)
        case "?": bounds = (0, 1)
        case "{":
            index += 1
            guard let minimum = decimal() else { throw PatternError("has a { that needs a backslash before it") }
            bounds = (minimum, skip(",") ? decimal() : minimum)
            guard current == "}" else { throw PatternError("has a repetition {…} that is not closed") }
            if let maximum = bounds.maximum, maximum < minimum {
                throw PatternError("repeats from \(minimum) to \(maximum) times, which is backwards")
            }
        default: return atom
        }
        index += 1
        let isGreedy = !skip("?")
        return .repetition(
            atom, minimum: bounds.minimum, maximum: bounds.maximum, isGreedy: isGreedy, groups: groups)
    }

    mutating func noteBackreference(number: Int) { largestBackreference = max(largestBackreference, number) }

    mutating func namedBackreference() throws(PatternError) -> PatternNode {
        guard skip("<") else { throw PatternError("has \\k without a name in < >") }
        let name = try groupName()
        namedBackreferences.append(name)
        return .backreference(.name(name))
    }
}
