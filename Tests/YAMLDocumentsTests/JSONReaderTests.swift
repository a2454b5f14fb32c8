import SourceText
import Testing
import YAMLDocuments

/// Strict RFC 8259 with byte ranges.
struct JSONReaderTests {
    private func read(_ text: String, limits: ReadLimits = ReadLimits()) -> YAMLStream {
        JSONReader.read(SourceFile(path: "a.json", bytes: Array(text.utf8)), limits: limits)
    }

    @Test("Values and their byte ranges, behind characters of several bytes")
    func values() throws {
        let text = "{\"é\": [1, -2.5e1, true, null], \"b\": {\"c\": \"x\"}}"
        let root = try #require(read(text).documents.first?.root)
        let source = root.document.source
        #expect(source.text(root.range) == text)
        let list = try #require(root["é"])
        #expect(source.text(list.range) == "[1, -2.5e1, true, null]")
        #expect(list.items.map(\.scalarType) == [.integer, .float, .boolean, .null])
        #expect(list.items[1].decimal == DecimalNumber(-25))
        #expect(source.text(try #require(root.entry("b")).key.range) == "\"b\"")
        #expect(root["b"]?["c"]?.string == "x")
    }

    @Test(
        "Escapes",
        arguments: [
            (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u00e9\u20AC""#, "é€"), (#""\ud83d\ude00""#, "😀"),
            (#""\u0000""#, "\0"), ("\"\u{FEFF}\u{7F}\"", "\u{FEFF}\u{7F}"),
        ])
    func escapes(text: String, value: String) throws {
        #expect(try #require(read(text).documents.first?.root.string) == value)
    }

    @Test("Scalars alone, white space and a byte-order mark at the start are accepted")
    func loose() {
        for text in ["1", " \t\r\n\"x\" ", "\u{FEFF}[]", "{ }", "[ ]", "-0", "0.5E+3", "false"] {
            #expect(read(text).problems.isEmpty, "\(text)")
            #expect(read(text).documents.count == 1, "\(text)")
        }
    }

    @Test(
        "What JSON refuses, and where",
        arguments: [
            ("", 0), ("{", 1), ("[1,]", 3), ("{\"a\":1,}", 7), ("{a: 1}", 1), ("{\"a\" 1}", 5), ("[1 2]", 3), ("01", 1),
            ("+1", 0),
            (".5", 0), ("1.", 2), ("1e", 2), ("-", 1), ("tru", 0), ("nul", 0), ("NaN", 0), ("'a'", 0), ("\"a", 0),
            ("\"\t\"", 1),
            (#""\x""#, 1), (#""\u12""#, 5), (#""\ud800""#, 1), (#""\ud800\u0041""#, 1), (#""\udc00""#, 1), ("1 2", 2),
            ("[1]]", 3),
            ("// c\n1", 0), ("[\u{A0}1]", 1), ("\"\\", 2),
        ])
    func refused(text: String, offset: Int) throws {
        let stream = read(text)
        #expect(stream.documents.isEmpty)
        let problem = try #require(stream.problems.first)
        #expect(problem.range.lowerBound == offset, "\(problem.message)")
        #expect(problem.severity == .error)
    }

    @Test("Duplicate keys name both places")
    func duplicateKeys() throws {
        let stream = read(#"{"a": 1, "b": 2, "\u0061": 3}"#)
        let problem = try #require(stream.problems.first)
        #expect(stream.problems.count == 1)
        #expect(problem.kind == .duplicateKey)
        #expect(problem.range == 17..<25)
        #expect(problem.related?.range == 1..<4)
    }

    @Test("Limits on depth, nodes and bytes")
    func limits() {
        var limits = ReadLimits()
        limits.depth = 3
        #expect(read("[[[]]]", limits: limits).problems.isEmpty)
        #expect(read("[[[[]]]]", limits: limits).problems.map(\.kind) == [.limit])
        #expect(read("[[[[]]]]", limits: limits).problems.first?.range == 3..<4)
        limits.nodes = 4
        #expect(read("[1, 2, 3, 4]", limits: limits).problems.map(\.kind) == [.limit])
        limits.bytes = 3
        #expect(read("[1, 2]", limits: limits).problems.map(\.kind) == [.limit])
        let deep = String(repeating: "[", count: 1_000_000)
        #expect(read(deep).problems.map(\.kind) == [.limit])
    }

    @Test("Bytes that are not UTF-8")
    func encoding() {
        let stream = JSONReader.read(SourceFile(path: "a.json", bytes: [0x22, 0xC3, 0x28, 0x22]))
        #expect(stream.problems.map(\.kind) == [.encoding])
        #expect(stream.problems.first?.range == 1..<2)
    }
}
