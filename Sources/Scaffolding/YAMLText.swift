extension String {
    /// The string as a YAML scalar that every reader takes for this string: plain where nobody can misread it, else in
    /// double quotes. Good inside `[…]` and `{…}` too.
    var asYAML: String { isPlainInYAML ? self : doubleQuoted }

    private var isPlainInYAML: Bool {
        guard let first = utf8.first, first.isASCIILetter, utf8.last != UInt8(ascii: " ") else { return false }
        // `-`, `.`, `/`, `@` and `_` mean nothing behind a letter; a colon or a comma might.
        let harmless = utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || " -./@_".utf8.contains($0) }
        return harmless && !Self.wordsOfYAML.contains(lowercased())
    }

    /// Words that are no strings in YAML 1.1 or 1.2.
    private static let wordsOfYAML: Set<String> = ["false", "n", "no", "null", "off", "on", "true", "y", "yes"]

    private var doubleQuoted: String {
        var text = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"", "\\": text += "\\\(scalar)"
            case _ where scalar.properties.generalCategory == .control, "\u{2028}", "\u{2029}", "\u{FEFF}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}

extension UInt8 {
    fileprivate var isASCIILetter: Bool { (65...90).contains(self) || (97...122).contains(self) }
    fileprivate var isASCIIDigit: Bool { (48...57).contains(self) }
}
