/// Makes text safe to show: what a repository holds must not move the cursor, change colours or reorder the line
/// that a reader trusts.
enum VisibleText {
    /// Every character that would act on the terminal, or hide, as its code point: `<U+202E>`. Line breaks and tabs
    /// become spaces.
    static func of(_ text: some StringProtocol) -> String {
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return String(text) }
        return text.map { $0.isNewline || $0 == "\t" ? " " : of($0) }.joined()
    }

    static func of(_ character: Character) -> String {
        var visible = ""
        var previous: Unicode.Scalar?
        for scalar in character.unicodeScalars {
            if isHidden(scalar), !isJoiner(scalar, after: previous) {
                visible += codePoint(scalar)
            } else {
                visible.unicodeScalars.append(scalar)
            }
            previous = scalar
        }
        return visible
    }

    private static func codePoint(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
    }

    /// Controls, bidirectional marks, zero-width characters, tags, private use, line and paragraph separators.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x7F { return scalar.value < 0x20 }
        if scalar.properties.isDefaultIgnorableCodePoint { return true }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator, .privateUse: return true
        default: return false
        }
    }

    /// Joiners and variation selectors are ordinary behind emoji and letters of scripts that need them, and flags are
    /// written with tags; behind a Latin letter each of them hides something.
    private static func isJoiner(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> Bool {
        guard let previous else { return false }
        switch scalar.value {
        case 0x200C, 0x200D: return previous.value > 0x2FF
        case 0xFE0E, 0xFE0F: return previous.properties.isEmoji
        case 0xE0020...0xE007F: return previous.value == 0x1F3F4 || (0xE0020...0xE007E).contains(previous.value)
        default: return false
        }
    }
}
