import SourceText
import Testing
import YAMLDocuments

@testable import ComponentFormats

/// Every byte of a scalar's value leads back to the bytes of the file that wrote it.
struct MappedTextTests {
    private static func text(_ yaml: String) throws -> MappedText {
        let source = SourceFile(path: "a.yaml", bytes: Array(yaml.utf8))
        let stream = YAMLReader.read(source)
        let node = try #require(stream.documents.first?.root["key"])
        return MappedText(node, in: source)
    }

    private static let scalars = [
        "key: plain text",
        "key: plain text\n  that goes on\n\n  and on\nother: x",
        "key: 'it''s quoted\n  and folded'",
        "key: \"tab\\there, \\u00e4 \\U0001F600 \\x41 \\\" \\\\ \\/ \\\n  joined  \n  folded\n\n  twice\"",
        "{\"key\": \"JSON \\ud83d\\ude00 \\n\\n line\"}",
        "key: |\n  one\n    two\n\n  three\n",
        "key: |-\n  one\n  two",
        "key: |+\n  one\n\n\nother: x",
        "key: |2\n   indented\n  text\n",
        "key: >\n  folded\n  line\n\n  next\n    spaced\n    more\n  end\n",
        "key: >-\n\n  first\n  second",
        "key: |\r\n  one\r\n  two\r\n",
        "key: |  # comment\n    deep\n",
        "key: \"\"",
        "key: &name |\n  anchored\n  text\n",
        "key: !!str 'tagged'",

    ]

    @Test("The text is the scalar's value, and words in it lead to the same words in the file", arguments: scalars)
    func words(_ yaml: String) throws {
        let text = try Self.text(yaml)
        let node = try #require(
            YAMLReader.read(SourceFile(path: "a.yaml", bytes: Array(yaml.utf8))).documents.first?.root["key"])
        #expect(text.bytes == Array(node.scalarBytes))
        // Only exact stretches, or escapes and folds: nothing fell back to the whole scalar.
        #expect(text.runs.map { $0.allSatisfy(\.isVerbatim) || $0.count > 1 } == true)
        var start = 0
        while start < text.bytes.count {
            let end = text.bytes[start...].firstIndex { $0 == 32 || $0 == 10 || $0 == 9 } ?? text.bytes.count
            let range = text.sourceRange(start..<end)
            #expect(range.lowerBound >= text.whole.lowerBound && range.upperBound <= text.whole.upperBound)
            let word = text.text(start..<end)
            if word.allSatisfy({ $0.isASCII && $0.isLetter }), !yaml.contains("\\x41") || word != "A" {
                #expect(text.source.text(range) == word)
            }
            start = end + 1
        }
    }

    @Test(
        "An escape or a fold is found as a whole",
        arguments: [
            ("key: \"a\\u00e4b\"", 1, 3, "\\u00e4"),
            ("{\"key\": \"a\\ud83d\\ude00b\"}", 2, 4, "\\ud83d\\ude00"),
            ("key: 'a''b'", 1, 2, "''"),
            ("key: \"a  \n   b\"", 1, 2, "  \n   "),
            ("key: |\n  a\n  b\n", 1, 2, "\n  "),
            ("key: \"a\\n\\nb\"", 0, 4, "a\\n\\nb"),
        ])
    func escapes(_ yaml: String, _ lower: Int, _ upper: Int, _ written: String) throws {
        let text = try Self.text(yaml)
        #expect(text.source.text(text.sourceRange(lower..<upper)) == written)
    }

    @Test("A place is never outside the scalar, whatever is asked")
    func clamped() throws {
        for yaml in Self.scalars {
            let text = try Self.text(yaml)
            for lower in 0...text.bytes.count {
                for upper in lower...text.bytes.count {
                    let range = text.sourceRange(lower..<upper)
                    #expect(text.whole.lowerBound <= range.lowerBound && range.upperBound <= text.whole.upperBound)
                }
            }
        }
    }

    @Test("A file's own text has the file's offsets")
    func file() {
        let text = MappedText(SourceFile(path: "a.md", bytes: Array("abc".utf8)))
        #expect(text.isWholeFile && text.sourceRange(1..<3) == 1..<3 && text.rewritten.isEmpty)
    }
}
