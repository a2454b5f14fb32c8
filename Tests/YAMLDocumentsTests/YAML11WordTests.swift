import SourceText
import Testing
import YAMLDocuments

/// Plain scalars that readers of YAML 1.1 take for something else: read as 1.2 says, with a warning.
struct YAML11WordTests {
    private func read(_ word: String) -> YAMLStream {
        YAMLReader.read(SourceFile(path: "a.yaml", bytes: Array("a: \(word)\n".utf8)))
    }

    @Test(
        "Words with a warning",
        arguments: [
            ("yes", .string, "true"), ("Yes", .string, "true"), ("YES", .string, "true"), ("no", .string, "false"),
            ("No", .string, "false"), ("NO", .string, "false"), ("on", .string, "true"), ("On", .string, "true"),
            ("ON", .string, "true"), ("off", .string, "false"), ("Off", .string, "false"), ("OFF", .string, "false"),
            // Octal with a leading zero is text: the one deviation from the core schema.
            ("0777", .string, "an octal number"), ("-0777", .string, "an octal number"),
            ("00", .string, "an octal number"),
            ("08", .string, "a number"), ("+007", .string, "an octal number"), ("0o17", .integer, "text"),
            ("0b101", .string, "a binary number"), ("-0b1_0", .string, "a binary number"),
            ("0x1_F", .string, "a hexadecimal number"), ("+0x1F", .string, "a hexadecimal number"),
            ("1_000", .string, "separators"), ("1_000.5", .string, "separators"), ("-1_0", .string, "separators"),
            ("12:30", .string, "base 60"), ("1:1", .string, "base 60"), ("190:20:30", .string, "base 60"),
            ("20:30.5", .string, "base 60"), ("-12:30:45", .string, "base 60"), ("1e3", .float, "text"),
            ("1.5e3", .float, "text"), ("1E-3", .float, "text"), ("=", .string, "default value"),
            ("<<", .string, "merge"),
        ] as [(String, ScalarType, String)])
    func warned(word: String, type: ScalarType, meaning: String) throws {
        let stream = read(word)
        let problem = try #require(stream.problems.first)
        #expect(stream.problems.count == 1)
        #expect(problem.kind == .ambiguousScalar)
        #expect(problem.severity == .warning)
        #expect(
            problem.message.hasSuffix(meaning)
                || problem.message.contains("read it as") && problem.message.contains(meaning))
        #expect(problem.range == 3..<3 + word.utf8.count)
        #expect(stream.documents.first?.root["a"]?.scalarType == type)
        #expect(read("'\(word)'").problems.isEmpty)
        #expect(read("!!str \(word)").problems.isEmpty)
    }

    @Test(
        "Words without a warning",
        arguments: [
            // Readers in use leave `y` and `n` alone, and a date names the same day for everybody.
            ("y", .string), ("n", .string), ("Y", .string), ("N", .string), ("2026-08-30", .string),
            ("2026-08-30T10:00:00Z", .string), ("2026-08-30 10:00:00 +02:00", .string), ("yess", .string),
            ("nO", .string),
            ("0", .integer), ("-0", .integer), ("+0", .integer), ("10", .integer), ("0x1F", .integer), ("0.5", .float),
            (".5", .float), ("5.", .float), ("1.0e+3", .float), ("1.5E-3", .float), (".inf", .float), ("-.Inf", .float),
            (".NaN", .float), ("007.5", .float), ("12:99", .string), ("8080:80", .string), ("a:1", .string),
            ("::1", .string), ("0b12", .string), ("0b", .string), ("0xG", .string), ("_1", .string),
            ("1.2.3", .string), ("1_a", .string), ("v1_0", .string), ("==", .string), ("null", .null),
            ("true", .boolean),
            ("~", .null), ("0o8", .string), ("12e", .string), ("on-call", .string), ("off_peak", .string),
        ] as [(String, ScalarType)])
    func notWarned(word: String, type: ScalarType) throws {
        let stream = read(word)
        #expect(stream.problems.map(\.message) == [])
        #expect(stream.documents.first?.root["a"]?.scalarType == type)
    }

    @Test("A key is a plain scalar too")
    func keys() {
        let stream = YAMLReader.read(SourceFile(path: "a.yaml", bytes: Array("on: push\n".utf8)))
        #expect(stream.problems.map(\.kind) == [.ambiguousScalar])
        #expect(stream.problems.first?.range == 0..<2)
    }
}
