import SourceText
import Testing
import YAMLDocuments

/// Keys are searched one by one in small mappings and through a table in large ones.
struct RepeatedKeyTests {
    private static func key(_ number: Int) -> String {
        "long-key-with-the-same-beginning--\(number)--and-the-same-end-and-the-same-length"
    }

    /// To the hash of nodes, which looks at the first and last 32 bytes of long texts, these keys are all equal.
    @Test("A repeated key is found however many there are", arguments: [2, 15, 16, 17, 18, 100, 5_000], [false, true])
    func repeated(count: Int, isJSON: Bool) throws {
        let numbers = (0..<count).map { 10_000 + $0 }
        let keys = (numbers + [numbers[count / 2], numbers[0], numbers[count / 2]]).map(Self.key)
        let text =
            isJSON
            ? "{\(keys.map { "\"\($0)\": 1" }.joined(separator: ", "))}"
            : keys.map { "\($0): 1" }.joined(separator: "\n")
        let source = SourceFile(path: "x", bytes: Array(text.utf8))
        let stream = isJSON ? JSONReader.read(source) : YAMLReader.read(source)
        #expect(stream.problems.count == 3)
        for problem in stream.problems {
            #expect(problem.kind == .duplicateKey)
            let first = try #require(problem.related?.range)
            #expect(source.text(first) == source.text(problem.range))
            #expect(first.lowerBound < text.utf8.count / 2 + 100)
        }
        let root = try #require(stream.documents.first?.root)
        #expect(root.entry(Self.key(numbers[count - 1]))?.value.text == "1")
        #expect(root.entry(Self.key(1)) == nil)
    }

    @Test("Keys of mappings inside one another are kept apart")
    func nested() {
        let keys = (0..<40).map { "k\($0)" }
        let inner = keys.map { "\($0): 1" }.joined(separator: ", ")
        let text = "{" + keys.map { "\($0): {\(inner)}" }.joined(separator: ", ") + "}"
        #expect(YAMLReader.read(SourceFile(path: "x", bytes: Array(text.utf8))).problems.isEmpty)
    }

    @Test("Text that stands in the file as it is, and text that does not")
    func texts() throws {
        let text = "plain: word\nquoted: \"a b\"\nescaped: \"a\\tb\"\nfolded: >-\n  a\n  b\nkeyed: {\"a\\x62\": 1}\n"
        let stream = YAMLReader.read(SourceFile(path: "x", bytes: Array(text.utf8)))
        let root = try #require(stream.documents.first?.root)
        #expect(root["plain"]?.text == "word")
        #expect(root["quoted"]?.text == "a b")
        #expect(root["escaped"]?.text == "a\tb")
        #expect(root["folded"]?.text == "a b")
        #expect(root["keyed"]?["ab"]?.text == "1")
    }
}
