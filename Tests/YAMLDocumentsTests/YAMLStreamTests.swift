import SourceText
import Testing
import YAMLDocuments

/// Files of several documents, aliases, and what is counted.
struct YAMLStreamTests {
    private func read(_ text: String, limits: ReadLimits = ReadLimits()) -> YAMLStream {
        YAMLReader.read(SourceFile(path: "a.yaml", bytes: Array(text.utf8)), limits: limits)
    }

    @Test("Reading goes on at the next --- behind a broken document, whatever was open in it")
    func brokenDocuments() {
        for broken in [
            "b: [", "b: \"x", "b: 'x", "b: |\n   x\n  y: ]\n  - {", "%TAG", "{", "\tb: 1", "b: 1: 2", "- &", "b: *x",
        ] {
            let stream = read("a: 1\n---\n\(broken)\n--- # next\nc: 3\n...\n---\nd: 4\n")
            #expect(stream.documents.map(\.index) == [0, 2, 3], "\(broken)")
            #expect(stream.documents.map { json($0.root) } == ["{\"a\":1}", "{\"c\":3}", "{\"d\":4}"], "\(broken)")
            #expect(stream.problems.map(\.documentIndex) == [1], "\(broken)")
            #expect(stream.documentCount == 4, "\(broken)")
        }
    }

    @Test("A problem knows its document's number")
    func documentIndex() {
        let stream = read("a: no\n---\nb: 1\nb: 2\n---\nc: 3\n---\nd: on\n")
        #expect(stream.problems.map(\.documentIndex) == [0, 1, 3])
        #expect(stream.documentCount == 4)
        #expect(YAMLReader.read(SourceFile(path: "a", bytes: [0xFF])).problems.first?.documentIndex == nil)
    }

    @Test("Very many broken documents end the reading, and it is said")
    func manyBroken() {
        let stream = read(String(repeating: "---\n[\n", count: 10_000))
        #expect(stream.problems.count == 21)
        #expect(stream.problems.last?.kind == .limit)
        #expect(stream.problems.last?.message.contains("the rest was not looked at") == true)
    }

    @Test("Very many documents are a limit")
    func manyDocuments() {
        var limits = ReadLimits()
        limits.documents = 3
        #expect(read("a\n---\nb\n---\nc\n", limits: limits).problems.isEmpty)
        let stream = read("a\n---\nb\n---\nc\n---\nd\n---\ne\n", limits: limits)
        #expect(stream.problems.map(\.kind) == [.limit])
        #expect(stream.problems.first?.range == 14..<17)
        #expect(stream.documents.count == 3)
    }

    @Test("Time grows with the size of the file, whatever it holds")
    func linearTime() {
        let clock = ContinuousClock()
        for piece in ["&a , ", "a: b, ", "\"k\" : v, ", "!!str , ", "[a]: b, ", "? a, ", "k "] {
            let opening = piece.hasPrefix("[a]") || piece == "k " ? "[" : "{"
            let text = opening + String(repeating: piece, count: 20_000)
            #expect(clock.measure { _ = read(text) } < .seconds(5), "\(piece)")
        }
        for piece in ["\n", " \n", "# c\n", "%X\n", "- \n", "x\n", "---\n", "...\n", "'\n", "|\n", "\u{2028}"] {
            let text = String(repeating: piece, count: 50_000)
            #expect(clock.measure { _ = read(text) } < .seconds(5), "\(piece)")
        }
    }

    @Test("Bare documents, empty documents and document ends")
    func documentForms() {
        #expect(read("a\n...\nb\n...\n# c\n").documents.map { json($0.root) } == ["\"a\"", "\"b\""])
        #expect(read("---\n---\n").documents.map { json($0.root) } == ["null", "null"])
        #expect(read("--- a\n--- b\n...\n...\n").documents.map { json($0.root) } == ["\"a\"", "\"b\""])
        #expect(read("--- |\n x\n--- >\n y\n z\n").documents.map { json($0.root) } == ["\"x\\n\"", "\"y z\\n\""])
        #expect(read("%YAML 1.1\n---\na: 0o7\n...\n%FOO bar\n---\nb\n").documents.count == 2)
    }

    @Test("Keys are equal after unescaping, folding and through aliases; both places are named")
    func duplicateKeys() throws {
        for text in [
            "«a»: 1\n«\"a\"»: 2\n", "«'a'»: 1\n«\"\\x61\"»: 2\n", "{«a»: 1, «\"a\"»: 2}\n",
            "«a b»: 1\n? «a\n  b»\n: 2\n",
            "x: 1\n«é»: 1\n«\"\\u00e9\"»: 2\n",
        ] {
            let marked = MarkedText(text)
            let problem = try #require(marked.stream.problems.first, "\(text)")
            #expect(problem.kind == .duplicateKey)
            #expect(problem.related?.range == marked.ranges[0], "\(text)")
            #expect(problem.range == marked.ranges[1], "\(text)")
        }
        let many = read((0..<5_000).map { "key\($0): 1\n" }.joined() + "key4711: 2\n")
        #expect(many.problems.map(\.kind) == [.duplicateKey])
        // Numbers are compared as text: `1` and `1.0` are two keys, as in JSON.
        #expect(read("1: a\n1.0: b\n").problems.isEmpty)
    }

    @Test("A merge key is one problem, not a warning too")
    func mergeKey() {
        #expect(read("a: &x {b: 1}\nc:\n  <<: *x\n").problems.map(\.kind) == [.mergeKey])
        #expect(read("c: <<\n").problems.map(\.kind) == [.ambiguousScalar])
    }

    @Test("A billion laughs fail in a moment, however they are nested")
    func aliasBombs() {
        var list = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        var map = "a0: &a0 {b: x, c: x}\n"
        for level in 1...40 {
            list +=
                "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ") + "]\n"
            map += "a\(level): &a\(level) {b: *a\(level - 1), c: *a\(level - 1)}\n"
        }
        let clock = ContinuousClock()
        let time = clock.measure {
            for text in [list, map] {
                let stream = read(text)
                #expect(stream.problems.map(\.kind) == [.limit])
                #expect(stream.documents.isEmpty)
            }
        }
        #expect(time < .milliseconds(500))
    }

    @Test("Aliases count as often as they are used")
    func aliasesCount() {
        var limits = ReadLimits()
        limits.nodes = 12
        // Mapping, two keys, a list of 3 with its items, and the list again: 1 + 2 + 4 + 4.
        #expect(read("a: &x [1, 2, 3]\nb: *x\n", limits: limits).problems.isEmpty)
        limits.nodes = 10
        #expect(read("a: &x [1, 2, 3]\nb: *x\n", limits: limits).problems.map(\.kind) == [.limit])
    }

    @Test("An anchor may be given again; an alias means the last one before it")
    func anchorsAgain() {
        #expect(read("- &a 1\n- *a\n- &a 2\n- *a\n").documents.map { json($0.root) } == ["[1,1,2,2]"])
        #expect(read("- &ä:b 1\n- *ä:b\n").documents.map { json($0.root) } == ["[1,1]"])
    }

    @Test(
        "Anything nested too deep is a limit, not a crash", arguments: ["[", "{a: ", "- ", "? ", "a:\n", "[{", "[a: ["])
    func depth(opening: String) {
        let text =
            opening == "a:\n"
            ? (0..<2_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
            : String(repeating: opening, count: 100_000)
        #expect(read(text).problems.map(\.kind) == [.limit])
    }

    @Test("Tags of the core schema are honoured")
    func coreTags() {
        let text =
            "[!!str 1, !!str no, !!int \"7\", !!float 1, !!bool 'true', !!null '', !!null ~, ! 12, !!str , !<tag:yaml.org,2002:str> 3]"
        #expect(read(text).problems.isEmpty)
        #expect(read(text).documents.map { json($0.root) } == [#"["1","no",7,1,true,null,null,"12","","3"]"#])
        #expect(read(text).documents.first?.root.items[3].scalarType == .float)
        #expect(read("a: !!map {b: !!seq [1]}\n").problems.isEmpty)
        #expect(read("%TAG !y! tag:yaml.org,2002:\n---\n!y!str 1\n").documents.map { json($0.root) } == ["\"1\""])
        for bad in [
            "!!map 1", "!!seq {a: 1}", "!!str [1]", "!!float x", "!!null 1", "!!binary aGk=", "!!timestamp 2026-01-01",
        ] {
            #expect(read(bad).problems.map(\.kind) == [.badTag], "\(bad)")
        }
    }
}
