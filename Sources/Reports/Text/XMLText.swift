/// Text for XML 1.0 documents.
enum XMLText {
    /// For an attribute value in double quotes. Line breaks become the spaces that a parser would make of them.
    static func attribute(_ text: String) -> String { escaped(VisibleText.of(text)) }

    /// For text between tags. Characters that XML 1.0 cannot hold (production 2, `Char`) and
    /// hidden ones are written as their code points; line breaks are kept.
    static func escaped(_ text: String) -> String {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map { line in VisibleText.of(line).unicodeScalars.map(escaped).joined() }
            .joined(separator: "\n")
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\"": "&quot;"
        // Noncharacters that are no `Char`; the other excluded ones were made visible.
        case "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
        default: String(scalar)
        }
    }
}
