import SourceText
import Testing
import YAMLDocuments

/// Bytes and characters: what is refused before parsing, and what a line is.
struct YAMLCharacterTests {
    private func read(_ bytes: [UInt8], limits: ReadLimits = ReadLimits()) -> YAMLStream {
        YAMLReader.read(SourceFile(path: "a.yaml", bytes: bytes), limits: limits)
    }

    @Test(
        "Bytes that are not UTF-8, with their exact place",
        arguments: [
            // A stray continuation, a start without its rest, overlong forms, a surrogate half, beyond U+10FFFF.
            ([0x80], 1), ([0xC3], 1), ([0xC3, 0x28], 2), ([0xE2, 0x82], 2), ([0xE2, 0x82, 0x28], 3), ([0xC0, 0xAF], 2),
            ([0xE0, 0x80, 0xAF], 3), ([0xF0, 0x80, 0x80, 0xAF], 4), ([0xED, 0xA0, 0x80], 3),
            ([0xF4, 0x90, 0x80, 0x80], 4),
            ([0xF5, 0x80, 0x80, 0x80], 4), ([0xFF], 1), ([0xF0, 0x9F, 0x92], 3),
        ] as [([UInt8], Int)])
    func notUTF8(bad: [UInt8], length: Int) throws {
        for before in [
            "a: ", "# größe\nkey: 'ü", String(repeating: "x", count: 15), String(repeating: "é\n", count: 100),
        ] {
            for after in ["", "\nb: 1\n", String(repeating: "y", count: 40)] {
                let bytes = Array(before.utf8) + bad + Array(after.utf8)
                let stream = read(bytes)
                let problem = try #require(stream.problems.first)
                #expect(problem.kind == .encoding)
                #expect(problem.range == before.utf8.count..<before.utf8.count + 1)
                #expect(stream.documents.isEmpty)
                #expect(String(validating: bytes, as: UTF8.self) == nil)
            }
        }
    }

    @Test("Well-formed characters of every length pass, wherever they stand")
    func wellFormed() {
        for padding in 0..<20 {
            let text =
                String(repeating: "x", count: padding)
                + "\u{A0}é\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFD}\u{10000}\u{10FFFF}"
            let stream = read(Array(text.utf8))
            #expect(stream.problems.isEmpty)
            #expect(stream.documents.first?.root.text == text)
        }
    }

    @Test(
        "UTF-16 and UTF-32 are said by name",
        arguments: [
            ([0xFF, 0xFE, 0x61, 0x00], "UTF-16 (little-endian)"), ([0xFE, 0xFF, 0x00, 0x61], "UTF-16 (big-endian)"),
            ([0xFF, 0xFE, 0x00, 0x00, 0x61, 0, 0, 0], "UTF-32 (little-endian)"),
            ([0x00, 0x00, 0xFE, 0xFF, 0, 0, 0, 0x61], "UTF-32 (big-endian)"),
            ([0x61, 0x00, 0x3A, 0x00], "UTF-16 (little-endian)"), ([0x00, 0x61, 0x00, 0x3A], "UTF-16 (big-endian)"),
            ([0x61, 0x00, 0x00, 0x00], "UTF-32 (little-endian)"), ([0x00, 0x00, 0x00, 0x61], "UTF-32 (big-endian)"),
        ] as [([UInt8], String)])
    func foreignEncodings(bytes: [UInt8], name: String) throws {
        let problem = try #require(read(bytes).problems.first)
        #expect(problem.kind == .encoding)
        #expect(problem.message.contains(name))
    }

    @Test(
        "Characters that YAML forbids, at line and column",
        arguments: [
            "\u{0}", "\u{1}", "\u{8}", "\u{B}", "\u{C}", "\u{E}", "\u{1B}", "\u{1F}", "\u{7F}", "\u{80}", "\u{84}",
            "\u{86}",
            "\u{9F}", "\u{FFFE}", "\u{FFFF}", "\u{FEFF}",
        ])
    func forbidden(character: String) throws {
        for text in ["a: é«\(character)»x\n", "a: 1\n# ü «\(character)»\n", "a: 'x«\(character)»'\n"] {
            let marked = MarkedText("first: line\n" + text)
            let problem = try #require(marked.stream.problems.first)
            #expect(problem.kind == .encoding)
            #expect(problem.range == marked.ranges[0])
            #expect(marked.source.position(at: problem.range.lowerBound).line >= 2)
        }
    }

    @Test("Forbidden characters may be written as escapes")
    func escapes() {
        let stream = read(
            Array(#"a: "\x00\a\b\e\x7F\x80\N\_\L\P\uFEFF\uFFFE\t\n\r\v\f\/\\\"\U0001F4A9\ud83d\udca9\ ""#.utf8))
        #expect(stream.problems.isEmpty)
        let value =
            "\0\u{7}\u{8}\u{1B}\u{7F}\u{80}\u{85}\u{A0}\u{2028}\u{2029}\u{FEFF}\u{FFFE}\t\n\r\u{B}\u{C}/\\\"💩💩 "
        #expect(stream.documents.first?.root["a"]?.text == value)
    }

    @Test(
        "Next line, line and paragraph separators are text, with a warning",
        arguments: ["\u{85}", "\u{2028}", "\u{2029}"])
    func separators(character: String) throws {
        let marked = MarkedText("a: x«\(character)»b: y\nc: 1\n")
        let problem = try #require(marked.stream.problems.first { $0.range == marked.ranges[0] })
        #expect(problem.severity == .warning)
        #expect(problem.message.contains("line break"))
        let plain = MarkedText("a: x«\(character)»b\nc: «1»\n")
        let root = try #require(plain.stream.documents.first?.root)
        #expect(!plain.stream.hasErrors)
        #expect(root["a"]?.text == "x\(character)b")
        #expect(plain.source.position(at: root["c"]?.range.lowerBound ?? 0) == SourcePosition(line: 2, column: 4))
        let comment = MarkedText("# note «\(character)»c: 1\na: 1\n")
        #expect(comment.stream.problems.map(\.range) == comment.ranges)
        #expect(comment.stream.documents.first?.root.count == 1)
    }

    @Test("Lines end with LF, CR LF or CR", arguments: ["\n", "\r\n", "\r"])
    func lineEnds(lineEnd: String) throws {
        let text = "a:\n  - x # c\n  - |\n    one\n\n    two\n  - \"p\n\n    q\"\n  - r\n    s\nb: 1\nc: [\n  2]\n"
        let bytes = Array(text.replacing("\n", with: lineEnd).utf8)
        let stream = read(bytes)
        #expect(stream.problems.isEmpty)
        let root = try #require(stream.documents.first?.root)
        #expect(json(root) == #"{"a":["x","one\n\ntwo\n","p\nq","r s"],"b":1,"c":[2]}"#)
        let position = root.document.source.position(at: root["c"]?.range.lowerBound ?? 0)
        #expect(position == SourcePosition(line: 13, column: 4))
        let line = try #require(root.document.source.rangeOfLine(12))
        #expect(root.document.source.text(line) == "b: 1")
        let broken = read(bytes + Array("d: ]".utf8))
        let problem = try #require(broken.problems.first)
        #expect(
            SourceFile(path: "a", bytes: bytes + Array("d: ]".utf8)).position(at: problem.range.lowerBound)
                == SourcePosition(line: 15, column: 4))
    }

    @Test(
        "Files without a document",
        arguments: [
            "", "\n\n", "# only\n# comments", "   ", "\u{FEFF}", "\u{FEFF}# comment\n", "\t\n", "...\n", "# x\n...\n",
        ])
    func noDocument(text: String) {
        let stream = read(Array(text.utf8))
        #expect(stream.documents.isEmpty)
        #expect(stream.problems.isEmpty)
        #expect(stream.documentCount == 0)
    }

    @Test("A document too long is told with its size, the limit, and the place where that is passed")
    func tooLong() throws {
        var limits = ReadLimits()
        limits.bytes = 10
        let bytes = Array("a: 1\nb: 22\n".utf8)
        let problem = try #require(read(bytes, limits: limits).problems.first)
        #expect(problem.kind == .limit)
        #expect(problem.message.contains("11 bytes"))
        #expect(problem.message.contains("limit of 10"))
        #expect(problem.range == 10..<11)
        #expect(read(Array(bytes.dropLast()), limits: limits).problems.isEmpty)
    }
}
