/// What readers of YAML 1.1 make of a plain scalar that means something else here.
///
/// The 1.1 type repository (yaml.org/type: bool, int, float, merge, value) as PyYAML, Psych and SnakeYAML read it:
///
/// - `y` and `n` are booleans in the repository, but those readers leave them text, and they are the names of
///   coordinates: no warning.
/// - A date such as `2026-08-30` is a timestamp in 1.1. It names the same day either way, documents are full of dates,
///   and a tool that minds the type fails loudly: no warning.
struct YAML11Reading {
    /// "true", "an octal number".
    let meaning: String
    let mend: String

    init(_ meaning: String, _ mend: String = "Put it in quotes, so that every tool reads the text.") {
        self.meaning = meaning
        self.mend = mend
    }

    /// Nil when both readings agree. `type` is the text's type here.
    static func of(_ text: some BidirectionalCollection<UInt8>, _ type: ScalarType) -> YAML11Reading? {
        guard let first = text.first, text.count <= 40 else { return nil }
        switch first {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            return number(text, type)
        case UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "o"),
            UInt8(ascii: "O"):
            return text.count <= 3 ? word(String(decoding: text, as: UTF8.self)) : nil
        case UInt8(ascii: "="):
            return text.count == 1 ? YAML11Reading("the sign for a default value") : nil
        case UInt8(ascii: "<"):
            return text.elementsEqual("<<".utf8) ? YAML11Reading("the sign for a merge") : nil
        default: return nil
        }
    }

    private static func word(_ word: String) -> YAML11Reading? {
        let mend = "Write true or false, or put the text in quotes, so that every tool reads the same."
        return switch word {
        case "yes", "Yes", "YES", "on", "On", "ON": YAML11Reading("true", mend)
        case "no", "No", "NO", "off", "Off", "OFF": YAML11Reading("false", mend)
        default: nil
        }
    }

    private static func number(_ text: some BidirectionalCollection<UInt8>, _ type: ScalarType) -> YAML11Reading? {
        let isSigned = text.first == UInt8(ascii: "+") || text.first == UInt8(ascii: "-")
        let digits = text.dropFirst(isSigned ? 1 : 0)
        switch type {
        case .integer:
            guard digits.dropFirst().first == UInt8(ascii: "o") else { return nil }
            return YAML11Reading(
                "text", "Put it in quotes, or write the number in decimal, so that every tool reads the same.")
        case .float: return float(digits)
        default: return textThatWasANumber(text, digits, isSigned: isSigned)
        }
    }

    /// A float needs a point there, and a sign in its exponent.
    private static func float(_ digits: some BidirectionalCollection<UInt8>) -> YAML11Reading? {
        guard let mark = digits.firstIndex(where: { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }) else {
            return nil
        }
        let sign = digits[digits.index(after: mark)...].first
        let hasSign = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
        guard !hasSign || !digits[..<mark].contains(UInt8(ascii: ".")) else { return nil }
        return YAML11Reading(
            "text", "Write it with a point and a sign, as 1.0e+3, so that every tool reads the number.")
    }

    private static func textThatWasANumber(
        _ text: some BidirectionalCollection<UInt8>, _ digits: some BidirectionalCollection<UInt8>, isSigned: Bool
    ) -> YAML11Reading? {
        guard let first = digits.first, first.decimalDigit != nil || first == UInt8(ascii: ".") else { return nil }
        if digits.starts(with: "0b".utf8) {
            let bits = digits.dropFirst(2)
            let isBinary = !bits.isEmpty && bits.allSatisfy { $0 == UInt8(ascii: "_") || ($0.decimalDigit ?? 9) < 2 }
            return isBinary ? YAML11Reading("a binary number") : nil
        }
        if digits.starts(with: "0x".utf8) {
            let rest = digits.dropFirst(2)
            let isNumber = !rest.isEmpty && rest.allSatisfy { $0 == UInt8(ascii: "_") || $0.hexadecimalDigit != nil }
            return isNumber ? YAML11Reading("a hexadecimal number") : nil
        }
        if first == UInt8(ascii: "0"), digits.count > 1, digits.allSatisfy({ $0.decimalDigit != nil }) {
            let isOctal = digits.allSatisfy { ($0.decimalDigit ?? 9) < 8 }
            return YAML11Reading(
                isOctal ? "an octal number" : "a number",
                "Put it in quotes if it is text; write a number without leading zeros, an octal one with 0o.")
        }
        if digits.contains(UInt8(ascii: ":")) {
            return isSexagesimal(digits) ? YAML11Reading("a number in base 60") : nil
        }
        guard first != UInt8(ascii: "."), digits.contains(UInt8(ascii: "_")), isWithSeparators(digits) else {
            return nil
        }
        return YAML11Reading(
            "a number with separators", "Put it in quotes if it is text; write a number without separators.")
    }

    /// `1_000`, `1_000.5`.
    private static func isWithSeparators(_ digits: some BidirectionalCollection<UInt8>) -> Bool {
        var points = 0
        for byte in digits where byte.decimalDigit == nil && byte != UInt8(ascii: "_") {
            guard byte == UInt8(ascii: ".") else { return false }
            points += 1
        }
        return points <= 1
    }

    /// `12:30`, `190:20:30.5`: every part but the first below 60.
    private static func isSexagesimal(_ digits: some BidirectionalCollection<UInt8>) -> Bool {
        var parts = digits.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard let first = parts.first, !first.isEmpty, first.allSatisfy({ $0.decimalDigit != nil }) else {
            return false
        }
        if let last = parts.popLast() { parts.append(last.prefix { $0 != UInt8(ascii: ".") }) }
        return parts.dropFirst().allSatisfy { part in
            (1...2).contains(part.count) && part.allSatisfy { $0.decimalDigit != nil }
                && (part.count == 1 || (part.first?.decimalDigit ?? 9) < 6)
        }
    }
}
