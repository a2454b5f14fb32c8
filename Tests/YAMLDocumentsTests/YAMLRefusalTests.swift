import SourceText
import Testing
import YAMLDocuments

/// What a strict reader refuses, and where it says so.
struct YAMLRefusalTests {
    private func read(_ text: String, limits: ReadLimits = ReadLimits()) -> YAMLStream {
        YAMLReader.read(SourceFile(path: "a.yaml", bytes: Array(text.utf8)), limits: limits)
    }

    private func problem(_ text: String, limits: ReadLimits = ReadLimits()) throws -> YAMLProblem {
        try #require(read(text, limits: limits).problems.first)
    }

    @Test("Duplicate keys name both places")
    func duplicateKeys() throws {
        let problem = try problem("é: 1\nb: 2\n\"é\": 3\n")
        #expect(problem.kind == .duplicateKey)
        #expect(problem.range == 11..<15)
        #expect(problem.related?.range == 0..<2)
    }

    @Test("The same key in two mappings, or as a value, is no duplicate")
    func noDuplicate() {
        #expect(read("a: {b: 1}\nc: {b: b}\n").problems.isEmpty)
    }

    @Test("Merge keys are refused; a quoted << is a key like any other")
    func mergeKeys() throws {
        let problem = try problem("a: &x {b: 1}\nc:\n  <<: *x\n")
        #expect(problem.kind == .mergeKey)
        #expect(problem.range == 18..<20)
        #expect(read("\"<<\": 1\n").problems.isEmpty)
    }

    @Test(
        "Aliases that lead nowhere or back",
        arguments: [("a: *x\n", 3), ("a: &x [*x]\n", 7), ("a: &x {b: {c: *x}}\n", 14), ("a: *x\nb: &x 1\n", 3)])
    func aliases(text: String, offset: Int) throws {
        let problem = try problem(text)
        #expect(problem.kind == .badAlias)
        #expect(problem.range.lowerBound == offset)
    }

    @Test("Anchors end with their document")
    func anchorsOfAnotherDocument() throws {
        #expect(try problem("a: &x 1\n---\nb: *x\n").kind == .badAlias)
    }

    @Test("An alias bomb is a limit, not a hang")
    func aliasBomb() throws {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...12 {
            text +=
                "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
                + "]\n"
        }
        #expect(try problem(text).kind == .limit)
    }

    @Test("Limits on bytes, depth and nodes")
    func limits() throws {
        var limits = ReadLimits()
        limits.depth = 2
        #expect(read("a: {b: 1}", limits: limits).problems.isEmpty)
        let tooDeep = try problem("a: {b: [1]}", limits: limits)
        #expect(tooDeep.kind == .limit)
        #expect(tooDeep.range.lowerBound == 7)
        limits.nodes = 5
        #expect(try problem("[1, 2, 3, 4, 5]", limits: limits).kind == .limit)
        limits.bytes = 4
        #expect(try problem("a: 12", limits: limits).kind == .limit)
    }

    @Test("Nesting of any depth is refused before the thread's stack is full")
    func deepNesting() throws {
        #expect(try problem(String(repeating: "[", count: 100_000)).kind == .limit)
    }

    @Test(
        "Bytes that are no YAML text",
        arguments: [
            ([0x61, 0x3A, 0x00], 2), ([0x61, 0x3A, 0x20, 0xFF], 3), ([0x61, 0x3A, 0x20, 0xC3], 3),
            ([0x61, 0x3A, 0x20, 0xEF, 0xBB, 0xBF], 3), ([0x61, 0x3A, 0x20, 0x07], 3), ([0xFF, 0xFE, 0x61, 0x00], 0),
        ] as [([UInt8], Int)])
    func encoding(bytes: [UInt8], offset: Int) throws {
        let problem = try #require(YAMLReader.read(SourceFile(path: "a.yaml", bytes: bytes)).problems.first)
        #expect(problem.kind == .encoding)
        #expect(problem.range.lowerBound == offset)
    }

    @Test(
        "Syntax errors have a place",
        arguments: [
            ("a:\n\tb: 1\n", 2), ("a: [1, 2\nb: 3\n", 1), ("a: \"x\n", 1), ("a: b: c\n", 1), ("a: %x\n", 1),
        ])
    func syntax(text: String, line: Int) throws {
        let stream = read(text)
        let problem = try #require(stream.problems.first)
        #expect(problem.kind == .syntax)
        let source = SourceFile(path: "a.yaml", bytes: Array(text.utf8))
        #expect(source.position(at: problem.range.lowerBound).line == line)
    }

    @Test("A key must be plain text")
    func collectionAsKey() throws {
        #expect(try problem("? [a]\n: 1\n").kind == .badKey)
    }

    @Test(
        "Words that older tools read differently are text, with a warning",
        arguments: [
            ("no", .string), ("on", .string), ("Yes", .string), ("12:30", .string), ("0777", .string),
            ("1_000", .string),
        ] as [(String, ScalarType)])
    func ambiguous(word: String, type: ScalarType) throws {
        let stream = read("a: \(word)\n")
        #expect(stream.problems.map(\.kind) == [.ambiguousScalar])
        #expect(stream.problems.first?.severity == .warning)
        #expect(!stream.hasErrors)
        #expect(stream.documents.first?.root["a"]?.scalarType == type)
        #expect(read("a: \"\(word)\"\n").problems.isEmpty)
    }

    @Test(
        "The core schema's types",
        arguments: [
            ("~", .null), ("", .null), ("null", .null), ("true", .boolean), ("FALSE", .boolean), ("1", .integer),
            ("-0", .integer),
            ("0o17", .integer), ("0x1F", .integer), ("1.", .float), (".5", .float), ("1e3", .float), (".inf", .float),
            (".nan", .float), ("y", .string), ("nULL", .string), ("0o8", .string), ("1.2.3", .string), ("+", .string),
            ("2026-01-01", .string), ("1e", .string), (".", .string),
        ] as [(String, ScalarType)])
    func coreSchema(word: String, type: ScalarType) {
        #expect(read("a: \(word)\n").documents.first?.root["a"]?.scalarType == type)
    }
}
