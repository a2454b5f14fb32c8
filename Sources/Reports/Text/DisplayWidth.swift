/// How many columns of a terminal text takes, after Unicode Standard Annex #11 (East Asian Width, version 16.0) with
/// the emoji of Unicode Technical Standard #51.
package enum DisplayWidth {
    package static func columns(of text: some StringProtocol) -> Int {
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text.utf8.count }
        return text.reduce(0) { $0 + columns(of: $1) }
    }

    /// One user-perceived character. Terminals disagree about joined emoji; two columns is what most give them.
    static func columns(of character: Character) -> Int {
        let scalars = character.unicodeScalars
        let isEmoji =
            scalars.contains { $0.properties.isEmojiPresentation }
            || scalars.contains(emojiVariationSelector) && scalars.first?.properties.isEmoji ?? false
        return isEmoji ? 2 : scalars.reduce(0) { $0 + columns(of: $1) }
    }

    /// Asks for the colourful form of the character before it.
    private static let emojiVariationSelector: Unicode.Scalar = "\u{FE0F}"

    private static func columns(of scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        if drawnIntoOthers.contains(where: { $0.contains(scalar.value) }) { return 0 }
        return isWide(scalar.value) ? 2 : 1
    }

    /// Vowels and final consonants of Hangul, which are drawn into the syllable, and tone and reading marks beside wide
    /// characters. Other spacing marks have a column of their own, as in glibc and xterm.
    private static let drawnIntoOthers: [ClosedRange<UInt32>] = [
        0x1160...0x11FF, 0x302E...0x302F, 0xD7B0...0xD7FB, 0x16FF0...0x16FF1,
    ]

    private static func isWide(_ value: UInt32) -> Bool {
        guard value >= 0x1100 else { return false }
        var (low, high) = (0, wide.count)
        while low < high {
            let middle = (low + high) / 2
            if wide[middle].upperBound < value { low = middle + 1 } else { high = middle }
        }
        return low < wide.count && wide[low].contains(value)
    }

    /// Characters of width W or F in EastAsianWidth.txt, apart from those that emoji presentation covers. Small gaps
    /// of unassigned characters are closed.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F,  // Hangul initial consonants
        0x2329...0x232A,  // angle brackets
        0x2630...0x2637, 0x268A...0x268F,  // trigrams and digrams
        0x2E80...0x303E,  // radicals, ideographic punctuation
        0x3041...0x3247, 0x3250...0x4DFF, 0x4E00...0xA4CF,  // kana, Hangul letters, ideographs, hexagrams, Yi
        0xA960...0xA97F, 0xAC00...0xD7A3,  // Hangul
        0xF900...0xFAFF,  // compatibility ideographs
        0xFE10...0xFE19, 0xFE30...0xFE6F,  // vertical and small forms
        0xFF01...0xFF60, 0xFFE0...0xFFE6,  // full-width forms
        0x16FE0...0x16FFF, 0x17000...0x18DFF,  // Tangut, Khitan
        0x1AFF0...0x1B2FF,  // kana supplement, Nushu
        0x1D300...0x1D376,  // Tai Xuan Jing symbols, counting rods
        0x1F200...0x1F202, 0x1F210...0x1F23B, 0x1F240...0x1F248, 0x1F250...0x1F251, 0x1F260...0x1F265,
        0x20000...0x2FFFD, 0x30000...0x3FFFD,  // ideographs of planes 2 and 3
    ]
}
