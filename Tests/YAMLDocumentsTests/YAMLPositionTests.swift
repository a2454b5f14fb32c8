import SourceText
import Testing
import YAMLDocuments

/// Every node has the bytes that a finding should show.
struct YAMLPositionTests {
    private func read(_ text: String) -> YAMLStream {
        YAMLReader.read(SourceFile(path: "a.yaml", bytes: Array(text.utf8)))
    }

    @Test("Ranges behind characters of several bytes")
    func nonASCII() throws {
        let root = try #require(read("größe: \"ü\"\nnächste:\n  - 日本\n  - 💩: x\n").documents.first?.root)
        let source = root.document.source
        #expect(source.text(try #require(root["größe"]).range) == "\"ü\"")
        let list = try #require(root["nächste"])
        #expect(list.items.map { source.text($0.range) } == ["日本", "💩: x"])
        #expect(source.position(at: list.items[1]["💩"]?.range.lowerBound ?? 0) == SourcePosition(line: 4, column: 8))
    }

    @Test("Ranges over more characters than one checkpoint holds")
    func manyCharacters() throws {
        let text = "a: \"\(String(repeating: "é", count: 1_000))\"\nb: ende\n"
        let root = try #require(read(text).documents.first?.root)
        #expect(root.document.source.text(try #require(root["b"]).range) == "ende")
    }

    @Test(
        "Scalars of every style end with their text",
        arguments: [
            ("a: plain   # comment\nb: 1", "plain"), ("a: 'it''s'\nb: 1", "'it''s'"),
            ("a: |\n  x\n  y\n\nb: 1", "|\n  x\n  y"),
            ("a: >-\n  x\n  y\nb: 1", ">-\n  x\n  y"), ("a:\n  two\n  lines\nb: 1", "two\n  lines"),
            ("a: [1, 2] \nb: 1", "[1, 2]"),
            ("a:\n  - 1\n  - 2\n\nb: 1", "- 1\n  - 2"), ("a: {x: 1}\nb: 1", "{x: 1}"), ("a: !!str 1\nb: 1", "1"),
        ])
    func styles(text: String, shown: String) throws {
        let root = try #require(read(text).documents.first?.root)
        #expect(root.document.source.text(try #require(root["a"]).range) == shown)
    }

    @Test("A byte-order mark at the start moves nothing")
    func byteOrderMark() throws {
        let root = try #require(read("\u{FEFF}a: x\n").documents.first?.root)
        let value = try #require(root["a"])
        #expect(root.document.source.text(value.range) == "x")
        #expect(root.document.source.position(at: value.range.lowerBound) == SourcePosition(line: 1, column: 4))
    }

    @Test("A scalar without quotes is plain on one line or several, with an anchor but not with a tag")
    func plain() throws {
        let root = try #require(read("- a\n- b\n  c\n- &x d\n- 'e'\n- |\n  f\n- !!str g\n").documents.first?.root)
        #expect(root.items.map(\.isPlainScalar) == [true, true, true, false, false, false])
    }

    @Test("Lines that end in CR LF")
    func carriageReturns() throws {
        let root = try #require(read("a: x\r\nb: y\r\n").documents.first?.root)
        let value = try #require(root["b"])
        #expect(root.document.source.text(value.range) == "y")
        #expect(root.document.source.position(at: value.range.lowerBound) == SourcePosition(line: 2, column: 4))
    }

    @Test("Several documents in one file keep their places and numbers")
    func documents() throws {
        let stream = read("a: 1\n---\nb: 2\n...\n---\nc: 3\n")
        #expect(stream.documents.map(\.index) == [0, 1, 2])
        #expect(stream.documents.map { $0.source.text($0.root.range) } == ["a: 1", "b: 2", "c: 3"])
    }

    @Test("Documents before an error are kept")
    func errorAtTheEnd() {
        let stream = read("a: 1\n---\nb: [\n")
        #expect(stream.documents.count == 1)
        #expect(stream.problems.map(\.kind) == [.syntax])
    }

    @Test("An alias is the node that it names, with that node's place")
    func alias() throws {
        let root = try #require(read("a: &x {b: 1}\nc: *x\n").documents.first?.root)
        #expect(root["c"]?.identity == root["a"]?.identity)
        #expect(root["c"]?["b"]?.decimal == DecimalNumber(1))
    }
}
