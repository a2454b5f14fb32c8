/// The YAML 1.2.2 core schema (chapter 10.3): what a plain scalar means.
///
/// Deviation: digits behind a leading zero, such as `0777` or `007`, are text, not the integers 777 and 7. Readers of
/// YAML 1.1 see octal 511 in the first, so whoever took it for a number might be wrong; there is a warning with it.
enum CoreSchema {
    /// The type of a plain (unquoted) scalar.
    static func type(ofPlain text: some BidirectionalCollection<UInt8>) -> ScalarType {
        guard let first = text.first else { return .null }
        switch first {
        case UInt8(ascii: "~"): return text.count == 1 ? .null : .string
        case UInt8(ascii: "n"), UInt8(ascii: "N"):
            return isWord(text, "null", "Null", "NULL") ? .null : .string
        case UInt8(ascii: "t"), UInt8(ascii: "T"):
            return isWord(text, "true", "True", "TRUE") ? .boolean : .string
        case UInt8(ascii: "f"), UInt8(ascii: "F"):
            return isWord(text, "false", "False", "FALSE") ? .boolean : .string
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            return numberType(text)
        default: return .string
        }
    }

    /// Whether a text is one of three words of the same length.
    private static func isWord(
        _ text: some Collection<UInt8>, _ lower: StaticString, _ capitalised: StaticString, _ upper: StaticString
    ) -> Bool {
        guard text.count == lower.utf8CodeUnitCount else { return false }
        func isSame(_ word: StaticString) -> Bool {
            text.elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
        }
        return isSame(lower) || isSame(capitalised) || isSame(upper)
    }

    private static func numberType(_ text: some BidirectionalCollection<UInt8>) -> ScalarType {
        var rest = text[...]
        if rest.starts(with: "0o".utf8) {
            let digits = rest.dropFirst(2)
            return !digits.isEmpty && digits.allSatisfy { ($0.decimalDigit ?? 9) < 8 } ? .integer : .string
        }
        if rest.starts(with: "0x".utf8) {
            let digits = rest.dropFirst(2)
            return !digits.isEmpty && digits.allSatisfy { $0.hexadecimalDigit != nil } ? .integer : .string
        }
        if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        if isWord(rest, ".inf", ".Inf", ".INF") { return .float }
        if isWord(text, ".nan", ".NaN", ".NAN") { return .float }

        let whole = rest.prefix { $0.decimalDigit != nil }
        rest = rest.dropFirst(whole.count)
        if rest.isEmpty {
            let hasLeadingZero = whole.first == UInt8(ascii: "0") && whole.count > 1
            return whole.isEmpty || hasLeadingZero ? .string : .integer
        }
        if rest.first == UInt8(ascii: ".") {
            let fraction = rest.dropFirst().prefix { $0.decimalDigit != nil }
            if whole.isEmpty, fraction.isEmpty { return .string }
            rest = rest.dropFirst(1 + fraction.count)
        } else if whole.isEmpty {
            return .string
        }
        guard let mark = rest.first else { return .float }
        guard mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") else { return .string }
        rest = rest.dropFirst()
        if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        return !rest.isEmpty && rest.allSatisfy { $0.decimalDigit != nil } ? .float : .string
    }

    /// The warning for a plain scalar that a reader of YAML 1.1 takes for something else; nil for most.
    static func ambiguity(
        _ text: some BidirectionalCollection<UInt8>, _ type: ScalarType, at range: Range<Int>
    ) -> YAMLProblem? {
        guard let older = YAML11Reading.of(text, type) else { return nil }
        let word = String(decoding: text, as: UTF8.self)
        let here = type == .string ? "the text \"\(word)\"" : "the number \(word)"
        return YAMLProblem(
            .ambiguousScalar, range, "`\(word)` is \(here) here, but older YAML tools read it as \(older.meaning)",
            mend: older.mend)
    }
}
