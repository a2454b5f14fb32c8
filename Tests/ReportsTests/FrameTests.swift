import Reports
import SourceText
import Testing

/// What a code frame shows, character by character.
struct FrameTests {
    @Test("A span of one line is underlined")
    func oneLine() {
        let frame = frame("name: a\ntarget: [none]\nlast: b\n", marking: "none")
        #expect(
            frame == """
                  │
                2 │ target: [none]
                  │          ^^^^
                """)
    }

    @Test("A tab reaches to the next stop, in the code and under it")
    func tabs() {
        let frame = frame("a\tkey:\tvalue # x\n", marking: "value")
        #expect(
            frame == """
                  │
                1 │ a   key:    value # x
                  │             ^^^^^
                """)
    }

    @Test("Wide, combining and joined characters take the columns that a terminal gives them")
    func wide() {
        #expect(underline("表題: 値 x", marking: "値") == "      ^^")
        #expect(underline("e\u{301}te\u{301}: x", marking: "x") == "     ^")
        #expect(underline("👩‍👩‍👧‍👦 family: x", marking: "x") == "           ^")
        #expect(underline("x: 👍🏽!", marking: "👍🏽") == "   ^^")
        #expect(underline("ﾊﾝｶｸ x", marking: "x") == "     ^")
        #expect(underline("한글: x", marking: "한글") == "^^^^")
    }

    @Test("A short span of several lines is shown whole, each line underlined from its text on")
    func severalLines() {
        let frame = frame("a: |\n  first\n\n  second\nb: 1\n", marking: "|\n  first\n\n  second\n")
        #expect(
            frame == """
                  │
                1 │ a: |
                  │    ^
                2 │   first
                  │   ^^^^^
                3 │
                4 │   second
                  │   ^^^^^^
                """)
    }

    @Test("A long span is shown by its first and last line")
    func manyLines() {
        let lines = (1...12).map { "line \($0)" }.joined(separator: "\n")
        let frame = frame(lines, marking: "line 2\n" + (3...11).map { "line \($0)" }.joined(separator: "\n"), "here")
        #expect(
            frame == """
                   │
                 2 │ line 2
                   │ ^^^^^^
                   ⋮
                11 │ line 11
                   │ ^^^^^^^ here
                """)
    }

    @Test("The end of a file is pointed at below its last line")
    func endOfFile() {
        let file = SourceFile(path: "a.yaml", bytes: Array("kind: X\n".utf8))
        let end = CodeFrame(file, 8..<8).lines(.plain).joined(separator: "\n")
        #expect(
            end == """
                  │
                1 │ kind: X
                2 │
                  │ ^
                """)
        let behindText = CodeFrame(SourceFile(path: "a", bytes: Array("kind:".utf8)), 5..<5).lines(.plain)
        #expect(behindText.last == "  │      ^")
        let empty = CodeFrame(SourceFile(path: "a", bytes: []), 0..<0).lines(.plain)
        #expect(empty == ["  │", "1 │", "  │ ^"])
        // A range that the file does not have is brought into it.
        #expect(CodeFrame(file, 90..<99).lines(.plain).last == "  │ ^")
    }

    @Test("Carriage returns and a byte order mark are not shown")
    func lineEnds() {
        #expect(frame("\u{FEFF}a: 1\r\nb: 2\r\n", marking: "1").hasSuffix("1 │ a: 1\n  │    ^"))
        #expect(frame("\u{FEFF}a: 1\r\nb: 2\r\n", marking: "2").hasSuffix("2 │ b: 2\n  │    ^"))
    }

    @Test("What would hide or act on the terminal is written out, and counted as it is written")
    func hiddenCharacters() {
        #expect(
            frame("a: \u{202E}x\u{200B}y", marking: "y").hasSuffix("a: <U+202E>x<U+200B>y\n  │                     ^"))
        #expect(frame("a: \u{1B}[31mred", marking: "red").hasSuffix("1 │ a: <U+001B>[31mred\n  │                ^^^"))
        #expect(frame("tag\u{E0041} x", marking: "x").contains("tag<U+E0041> x"))
        // Joiners are ordinary where scripts and emoji need them.
        #expect(frame("می\u{200C}خواهم", marking: "می").contains("می\u{200C}خواهم"))
    }

    @Test("Bytes that are not UTF-8 do not move the underline")
    func notUTF8() {
        let file = SourceFile(path: "a", bytes: [0x61, 0xFF, 0xFE, 0x62, 0x63])
        #expect(CodeFrame(file, 3..<5).lines(.plain) == ["  │", "1 │ a\u{FFFD}\u{FFFD}bc", "  │    ^^"])
    }

    @Test("A long line is cut around the span")
    func longLine() {
        let text = String(repeating: "a", count: 500) + "MARK" + String(repeating: "b", count: 500)
        let style = TextStyle(color: false, unicode: true, width: 60)
        let lines = CodeFrame(SourceFile(path: "a", bytes: Array(text.utf8)), 500..<504).lines(style)
        #expect(lines.allSatisfy { $0.count <= 60 })
        let code = Array(lines[1])
        let underline = Array(lines[2])
        let marked = zip(code, underline).filter { $0.1 == "^" }.map { String($0.0) }.joined()
        #expect(marked == "MARK")
        #expect(lines[1].hasPrefix("1 │ …") && lines[1].hasSuffix("…"))
    }

    @Test("A file that is one line of a megabyte is shown around the span, and quickly")
    func hugeLine() {
        let text = String(repeating: "é", count: 300_000) + "MARK" + String(repeating: "é", count: 300_000)
        let file = SourceFile(path: "a", bytes: Array(text.utf8))
        let style = TextStyle(color: false, unicode: true, width: 40)
        let lines = CodeFrame(file, 600_000..<600_004).lines(style)
        let marked = zip(lines[1], lines[2]).filter { $0.1 == "^" }.map { String($0.0) }.joined()
        #expect(marked == "MARK")
        #expect(lines[1].hasPrefix("1 │ …") && lines[1].hasSuffix("…") && lines[1].count <= 40)
    }

    @Test("A span that begins inside a character underlines it whole")
    func insideCharacter() {
        let file = SourceFile(path: "a", bytes: Array("xe\u{301}y".utf8))
        #expect(CodeFrame(file, 2..<5).lines(.plain).last == "  │  ^^")
    }

    @Test("No span of any text makes a frame fail, and each underline lies under its line")
    func everySpan() {
        let text = "\u{FEFF}a:\t\u{202E}値\r\n\n  e\u{301}👩‍👩‍👧‍👦 \r\n\tlast"
        let file = SourceFile(path: "a", bytes: Array(text.utf8) + [0xFF, 0x0A, 0x0A])
        for width in [nil, 0, 12, 40] {
            let style = TextStyle(color: false, unicode: false, width: width)
            for lower in 0...file.bytes.count {
                for upper in lower...file.bytes.count {
                    let lines = CodeFrame(file, lower..<upper, label: "here").lines(style)
                    #expect(lines.count >= 3 && lines.contains { $0.contains("^") })
                    #expect(lines.last?.hasSuffix("here") == true)
                }
            }
        }
    }

    @Test("Without Unicode the frame is drawn in ASCII")
    func ascii() {
        let style = TextStyle(color: false, unicode: false, width: nil)
        let file = SourceFile(path: "a", bytes: Array("a: b".utf8))
        #expect(CodeFrame(file, 3..<4, label: "was → b").lines(style) == ["  |", "1 | a: b", "  |    ^ was -> b"])
    }

    private func frame(_ text: String, marking part: String, _ label: String? = nil) -> String {
        let file = SourceFile(path: "a.yaml", bytes: Array(text.utf8))
        return CodeFrame(file, text.byteRange(of: part), label: label).lines(.plain).joined(separator: "\n")
    }

    private func underline(_ text: String, marking part: String) -> String {
        let line = frame(text, marking: part).split(separator: "\n").last ?? ""
        return String(line.dropFirst(4))
    }
}

extension String {
    /// Of the last occurrence; empty when there is none.
    func byteRange(of part: String) -> Range<Int> {
        let (whole, wanted) = (Array(utf8), Array(part.utf8))
        guard wanted.count <= whole.count else { return 0..<0 }
        for start in (0...whole.count - wanted.count).reversed()
        where Array(whole[start..<start + wanted.count]) == wanted {
            return start..<start + wanted.count
        }
        return 0..<0
    }
}
