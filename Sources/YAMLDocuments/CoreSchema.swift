/// The YAML 1.2.2 core schema (chapter 10.3): what a plain scalar means.
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
        if rest.isEmpty { return whole.isEmpty ? .string : .integer }
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

    /// What a YAML 1.1 reader would have made of a plain scalar that means something else here, in words; nil when
    /// both agree. (YAML 1.1 types bool, int and their sexagesimal form; yaml.org/type.)
    static func yaml11Meaning(ofPlain text: some BidirectionalCollection<UInt8>) -> String? {
        guard let first = text.first, text.count <= 24 else { return nil }
        if first.decimalDigit == nil, first != UInt8(ascii: "+"), first != UInt8(ascii: "-") {
            guard text.count <= 3, "yYnNoO".utf8.contains(first) else { return nil }
            switch String(decoding: text, as: UTF8.self) {
            case "yes", "Yes", "YES", "on", "On", "ON": return "true"
            case "no", "No", "NO", "off", "Off", "OFF": return "false"
            default: return nil
            }
        }
        let digits = text.drop { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
        guard let leading = digits.first, leading.decimalDigit != nil else { return nil }
        if leading == UInt8(ascii: "0"), digits.count > 1, digits.allSatisfy({ ($0.decimalDigit ?? 9) < 8 }) {
            return "an octal number"
        }
        if digits.contains(UInt8(ascii: "_")), digits.allSatisfy({ $0.decimalDigit != nil || $0 == UInt8(ascii: "_") })
        {
            return "a number with separators"
        }
        let parts = digits.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        if parts.count > 1, parts.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy { $0.decimalDigit != nil } })
        {
            return "a number in base 60"
        }
        return nil
    }
}
