import Reports
import Testing

/// How text is laid out: wrapping, inks, and what cannot be shown.
struct PageTests {
    @Test("Sentences are wrapped with hanging lines, also when they are coloured and wide")
    func wrapping() {
        var page = Page(TextStyle(color: true, unicode: true, width: 30))
        page.indented {
            $0.paragraph("\("help:", .good) name 日本語 a release that was tagged before", hanging: 6)
        }
        #expect(
            page.text == """
                  \u{1B}[1;32mhelp:\u{1B}[0m name 日本語 a release
                        that was tagged before

                """)
    }

    @Test("An ink is switched on once for words that share it, and spaces between columns stay")
    func runs() {
        var page = Page(TextStyle(color: true, unicode: true, width: 24))
        page.paragraph("\("does not count", .error)  twice  over", hanging: 2)
        #expect(page.text == "\u{1B}[1;31mdoes not count\u{1B}[0m  twice\n  over\n")
    }

    @Test("No line begins with the space at which it was broken")
    func breaks() {
        var page = Page(TextStyle(color: false, unicode: true, width: 20))
        page.paragraph("  eighteen letters too many words")
        #expect(page.text == "  eighteen letters\ntoo many words\n")
    }

    @Test("Words are never lost, however narrow the screen")
    func narrow() {
        for width in [0, 1, 20, 33, 80] {
            var page = Page(TextStyle(color: false, unicode: true, width: width))
            page.paragraph("one two three four five six seven eight nine averyveryveryverylongwordthatfitsnowhere")
            #expect(page.text.split(whereSeparator: \.isWhitespace).count == 10)
        }
    }

    @Test("Without colour there is no escape byte, whatever the text holds")
    func noEscape() {
        var page = Page(.plain)
        page.paragraph("\("bad", .error) \u{1B}[2J\u{9B}31m\r\u{8} text")
        page.line(StyledText("a\nb\tc", .strong))
        #expect(
            !page.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F..<0xA0).contains($0.value) })
        #expect(page.text == "bad <U+001B>[2J<U+009B>31m <U+0008> text\na b c\n")
    }

    @Test("Widths after Unicode Standard Annex 11")
    func widths() {
        #expect(DisplayWidth.columns(of: "abc") == 3)
        #expect(DisplayWidth.columns(of: "日本語") == 6)
        #expect(DisplayWidth.columns(of: "ＡＢ") == 4)
        #expect(DisplayWidth.columns(of: "ｱ") == 1)
        #expect(DisplayWidth.columns(of: "é") == 1)
        #expect(DisplayWidth.columns(of: "e\u{301}") == 1)
        #expect(DisplayWidth.columns(of: "🎉") == 2)
        #expect(DisplayWidth.columns(of: "❤") == 1)
        #expect(DisplayWidth.columns(of: "❤\u{FE0F}") == 2)
        #expect(DisplayWidth.columns(of: "🇩🇪") == 2)
        #expect(DisplayWidth.columns(of: "한") == 2)
        #expect(DisplayWidth.columns(of: "\u{1112}\u{1161}\u{11AB}") == 2)
        #expect(DisplayWidth.columns(of: "𠀋") == 2)
        #expect(DisplayWidth.columns(of: "→ × …") == 5)
    }
}
