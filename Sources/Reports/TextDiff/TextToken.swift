/// A piece of text that a word diff never takes apart: a word, a run of spaces, a line break, or another character.
struct TextToken: Sendable {
    enum Kind: Sendable { case word, space, lineBreak, mark }

    let text: Substring
    let kind: Kind

    /// What tokens are compared by: how words are parted, and where lines are broken, makes no difference.
    var key: Substring { kind == .space || kind == .lineBreak ? " " : text }

    static func tokens(of text: String) -> [TextToken] {
        var tokens: [TextToken] = []
        var rest = text[...]
        while let first = rest.first {
            let kind = kind(of: first)
            let end: String.Index
            switch kind {
            case .word where isWordByItself(first): end = rest.index(after: rest.startIndex)
            case .word: end = endOfWord(in: rest)
            case .space: end = rest.firstIndex { self.kind(of: $0) != .space } ?? rest.endIndex
            case .lineBreak, .mark: end = rest.index(after: rest.startIndex)
            }
            tokens.append(TextToken(text: rest[..<end], kind: kind))
            rest = rest[end...]
        }
        return tokens
    }

    private static func kind(of character: Character) -> Kind {
        if character.isNewline { return .lineBreak }
        if character.isWhitespace { return .space }
        return character.isLetter || character.isNumber || character == "_" ? .word : .mark
    }

    /// Points, hyphens and apostrophes inside a word belong to it: `0.4`, `gpt-4.1-mini`, `don't`.
    private static func endOfWord(in text: Substring) -> String.Index {
        var end = text.index(after: text.startIndex)
        while end < text.endIndex {
            let next = text.index(after: end)
            if kind(of: text[end]) == .word, !isWordByItself(text[end]) {
                end = next
            } else if ".,-'’".contains(text[end]), next < text.endIndex, kind(of: text[next]) == .word {
                end = next
            } else {
                break
            }
        }
        return end
    }

    /// Scripts that do not part words with spaces; there each character is compared. Blocks of the Unicode Standard:
    /// Thai and Lao, Khmer, Hiragana and Katakana.
    private static func isWordByItself(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first, scalar.value >= 0x0E00 else { return false }
        if scalar.properties.isIdeographic { return true }
        return [0x0E00...0x0EFF, 0x1780...0x17FF, 0x3040...0x30FF].contains { $0.contains(scalar.value) }
    }
}
