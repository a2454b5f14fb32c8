import PlanModel
import SourceText
import Testing
import YAMLDocuments

@testable import ComponentFormats

/// Colang files: what they define, and what of them are comments.
struct ColangTests {
    private static func read(_ text: String) -> ComponentReading? {
        ComponentFormats.recognise(SourceFile(path: "g/a.co", bytes: Array(text.utf8)), category: .guardrails)
    }

    /// Definitions as `name: line | line`, then statements.
    private static func summary(_ text: String) throws -> [String] {
        let root = try #require(Self.read(text)?.settings?.roots.first)
        return ["flows", "definitions"].flatMap { key in
            (root[key].map { Array($0.items) } ?? []).map { item in
                "\(item["name"]?.text ?? ""): \((item["body"]?.items.map(\.text) ?? []).joined(separator: " | "))"
            }
        } + (root["statements"]?.items.map(\.text) ?? [])
    }

    @Test(
        "Definitions of Colang 1 have their lines, without comments and blank lines",
        arguments: [
            (
                "define user ask politics\n  \"who should I vote for\"  # a case\n\n  # more\n  \"what about #1\"\n",
                ["user ask politics: \"who should I vote for\" | \"what about #1\""]
            ),
            (
                "define subflow check input\n  $allowed = execute check\n\n  if not $allowed\n      bot refuse\n      stop\n",
                ["check input: $allowed = execute check | if not $allowed |   bot refuse |   stop"]
            ),
            ("define parallel extension flow a b:\n  user x\n", ["a b: user x"]),
            ("define flow\n  user x\n  bot y\n", ["user x: user x | bot y"]),
            ("define flow a\n  # Greet by name.\n  bot greet\n", ["a: # Greet by name. | bot greet"]),
            ("define flow a\n  # When x comes.\n  user x\n", ["a: user x"]),
            (
                "# only\ndefine bot a\n  \"\"\"\nA text # with\n  lines\n  \"\"\"\n",
                ["bot a: \"\"\" | A text # with | lines | \"\"\""]
            ),
            ("include \"b.co\"\ndefine flow a\n  stop\n", ["a: stop", "include \"b.co\""]),
        ])
    func versionOne(_ text: String, _ expected: [String]) throws {
        #expect(try Self.summary(text) == expected)
        #expect(Self.read(text)?.format.version == "1.0")
    }

    @Test(
        "Definitions of Colang 2 have their name, decorators and parameters",
        arguments: [
            (
                "import core\nimport guardrails\n\nflow main\n  activate llm continuation # always\n",
                ["main: activate llm continuation", "import core", "import guardrails"]
            ),
            ("@active\nflow a\n  match b\n", ["a: match b"]),
            ("flow input rails $input_text\n  abort\n", ["input rails: abort"]),
            ("flow a $x = 1 -> $y\n  'it # is'\n", ["a: 'it # is'"]),
            ("flow a\n  $x = ...\"say # it\"\n  # A note.\n  bot say $x\n", ["a: $x = ...\"say # it\" | bot say $x"]),
        ])
    func versionTwo(_ text: String, _ expected: [String]) throws {
        #expect(try Self.summary(text) == expected)
        #expect(Self.read(text)?.format.version == "2.x")
    }

    @Test("Each line is exactly its bytes, also behind a mark and Windows line ends")
    func places() throws {
        let text = "\u{FEFF}# ä\r\ndefine flow a  \r\n  user ö # x\r\n  stop\r\n"
        let reading = try #require(Self.read(text))
        let flow = try #require(reading.settings?.roots.first?["flows"]?.items.first)
        let source = try #require(reading.settings?.source)
        #expect(flow["name"].map { source.text($0.range) } == "define flow a")
        #expect(flow["body"]?.items.map { source.text($0.range) } == ["user ö", "stop"])
    }

    @Test("How deep a file is indented does not count, but what stands below what does")
    func levels() throws {
        let two = try Self.summary("define flow a\n  if $x\n    stop\n  else\n    bot y\n")
        let four = try Self.summary("define flow a\n    if $x\n        stop\n    else\n        bot y\n")
        let other = try Self.summary("define flow a\n  if $x\n    stop\n  else\n  bot y\n")
        #expect(two == four && two != other)
    }

    @Test("A text in triple quotes that nothing closes is a defect at its quotes")
    func unclosed() throws {
        let reading = try #require(Self.read("define flow a\n  \"\"\"\n  stop\n"))
        let defect = try #require(reading.defects.first)
        #expect(defect.range == 16..<19)
        #expect(reading.settings == nil)
    }

    @Test("A file that defines nothing is of no known format", arguments: ["", "x\n", "# only a comment\n"])
    func unknown(_ text: String) { #expect(Self.read(text) == nil) }
}
