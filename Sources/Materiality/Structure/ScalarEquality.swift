import YAMLDocuments

/// When two scalars are the same for every tool that may read them.
///
/// The tools whose configuration is compared read YAML 1.1 as often as 1.2: there `010` is eight, `on` is true and
/// `2026-11-09` is a date. So values are called equal only where both readings agree; anything else is a difference
/// that a rule has to claim.
enum ScalarEquality {
    static func areEqual(_ left: YAMLNode, _ right: YAMLNode) -> Bool {
        guard left.scalarType == right.scalarType || left.decimal != nil && right.decimal != nil else { return false }
        if left.scalarBytes == right.scalarBytes {
            return left.isPlainScalar == right.isPlainScalar || left.scalarType != .string || isWord(left.text)
        }
        guard let one = left.decimal, let other = right.decimal else { return false }
        return one == other && isCommonNumber(left.text) && isCommonNumber(right.text)
    }

    /// `0.20` and `0.2`, but not `010`, `0x10`, `1_000` or `1e3`.
    private static func isCommonNumber(_ text: String) -> Bool {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        guard digits.utf8.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ".") }) else { return false }
        let whole = digits.prefix { $0 != "." }
        return !whole.isEmpty && (whole == "0" || !whole.hasPrefix("0"))
    }

    /// A text that is a string with and without quotes, in both versions of YAML.
    private static func isWord(_ text: String) -> Bool {
        let special: Set<String> = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"]
        guard let first = text.utf8.first else { return false }
        return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20) && !special.contains(text.lowercased())
    }
}
