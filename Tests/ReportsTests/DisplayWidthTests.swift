import Reports
import Testing

/// Columns of text in a terminal. Facts: EastAsianWidth.txt and emoji-data.txt of the Unicode Character Database; for
/// sequences Unicode Technical Standard #51.
struct DisplayWidthTests {
    static let cases: [(String, Int)] = [
        ("", 0), ("abc", 3), ("ä", 1), ("a\u{308}", 1), ("ñ\u{323}\u{301}", 1),
        // Wide, full-width and half-width.
        ("値", 2), ("表題", 4), ("，", 2), ("Ａ", 2), ("ｱ", 1), ("ﾊﾟ", 2), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2),
        ("、。", 4), ("〈〉", 4), ("　", 2), ("𠮷", 2), ("ꥠ", 2), ("꒐", 2), ("㋿", 2), ("㉈", 1), ("\u{1100}\u{D7B0}", 2),
        ("한\u{302E}", 2),
        // Narrow and ambiguous ones.
        ("…", 1), ("→", 1), ("│", 1), ("é", 1), ("Ж", 1), ("א", 1), ("ก", 1), ("§", 1), ("€", 1), ("©", 1), ("☺", 1),
        // Combining and zero-width characters.
        ("กำ", 2), ("नि", 2), ("का", 2), ("\u{200B}", 0), ("\u{FE0F}", 0), ("a\u{200D}", 1), ("\u{FEFF}", 0),
        ("x\u{20DD}", 1), ("\u{AD}a", 2),
        // Emoji: alone, with a colour, joined, as flags, keys and with variation selectors.
        ("👍", 2), ("👍🏽", 2), ("👩‍👩‍👧‍👦", 2), ("🏳️‍🌈", 2), ("🇩🇪", 2), ("🇩🇪🇫🇷", 4), ("🏴󠁧󠁢󠁳󠁣󠁴󠁿", 2), ("1️⃣", 2), ("❤", 1), ("❤️", 2),
        ("⌚", 2), ("☕", 2), ("🀄", 2), ("🫠", 2), ("🪿", 2),
    ]

    @Test("Text takes the columns that a terminal gives it", arguments: cases)
    func columns(text: String, columns: Int) {
        #expect(DisplayWidth.columns(of: text) == columns)
        #expect(DisplayWidth.columns(of: "a" + " " + text) == columns + 2)
    }
}
