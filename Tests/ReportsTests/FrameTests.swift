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

    @Test("Places near each other share a frame, in the order of their lines, with gaps marked")
    func sharedFrame() {
        let text = "a: 1\nb: 2\nc: 3\nd: 4\ne: 5\n\na: 6\n"
        #expect(
            finding(text, at: 26..<27, related: [(0..<1, "first used here"), (10..<11, "between")]) == """
                error[X-1]: m
                 --> a.yaml:7:1
                  │
                1 │ a: 1
                  │ - first used here
                2 │ b: 2
                3 │ c: 3
                  │ - between
                  ⋮
                7 │ a: 6
                  │ ^
                 help: n

                """)
    }

    @Test("Places of one line share a row of marks, their words follow from right to left")
    func sharedLine() {
        #expect(
            finding("{a: 1, b: 2, a: 3}\n", at: 13..<14, related: [(1..<2, "first"), (7..<8, "second")]) == """
                error[X-1]: m
                 --> a.yaml:1:14
                  │
                1 │ {a: 1, b: 2, a: 3}
                  │  -     -     ^
                  │        second
                  │  first
                 help: n

                """)
    }

    @Test("A place inside another one gets a row of its own")
    func nested() {
        #expect(
            finding("a: {b: c}\n", at: 7..<8, related: [(3..<9, "in here")]) == """
                error[X-1]: m
                 --> a.yaml:1:8
                  │
                1 │ a: {b: c}
                  │    ------ in here
                  │        ^
                 help: n

                """)
    }

    @Test("Places far from each other, or in another file, have frames of their own with equal gutters")
    func separateFrames() {
        let text = "a: 1\n" + String(repeating: "x: 1\n", count: 10) + "a: 2\n"
        #expect(
            finding(text, at: 55..<56, related: [(0..<1, "first used here")]) == """
                error[X-1]: m
                  --> a.yaml:12:1
                   │
                12 │ a: 2
                   │ ^
                  ::: a.yaml:1:1
                   │
                 1 │ a: 1
                   │ - first used here
                  help: n

                """)
        let line = "{a: 1, " + String(repeating: "x", count: 100) + ": 2, a: 3}\n"
        #expect(finding(line, at: 112..<113, related: [(1..<2, "first used here")]).contains("\n ::: a.yaml:1:2\n"))
    }

    @Test("Labelled places never make a frame fail, whatever their order and the room")
    func everyPairOfSpans() {
        let text = "\u{FEFF}a:\t\u{202E}値\r\n\n  e\u{301}👩‍👩‍👧‍👦 \r\n\tlast"
        let file = SourceFile(path: "a", bytes: Array(text.utf8) + [0xFF, 0x0A, 0x0A])
        let places = stride(from: 0, through: file.bytes.count, by: 3)
        for width in [nil, 0, 12] {
            let style = TextStyle(color: false, unicode: true, width: width)
            for first in places {
                for second in places {
                    let lines = CodeFrame(
                        file,
                        [
                            FrameSpan(first..<min(first + 4, file.bytes.count), label: "one"),
                            FrameSpan(second..<file.bytes.count, label: "two", mark: "-"),
                        ]
                    ).lines(style)
                    #expect(lines.contains { $0.contains("^") } && lines.contains { $0.contains("-") })
                    #expect(lines.contains { $0.hasSuffix("one") } && lines.contains { $0.hasSuffix("two") })
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

    private func finding(
        _ text: String, at range: Range<Int>, related: [(range: Range<Int>, label: String)]
    ) -> String {
        let file = SourceFile(path: "a.yaml", bytes: Array(text.utf8))
        let finding = Finding(
            "X-1", .error, at: .span(file, range: range), "m", mend: "n",
            related: related.map { RelatedLocation(.span(file, range: $0.range), label: $0.label) })
        var page = Page(.plain)
        FindingText(finding).write(to: &page)
        return page.text
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
