import ComponentFormats
import SourceText
import Testing
import YAMLDocuments

@testable import Materiality

/// Values: exact decimals, equality across YAML versions, model names, structure.
struct ValueTests {
    private static func root(_ text: String) throws -> YAMLNode {
        try #require(YAMLReader.read(SourceFile(path: "a.yaml", bytes: Array(text.utf8))).documents.first?.root)
    }

    private static func decimal(_ text: String) throws -> DecimalNumber { try #require(DecimalNumber(text)) }

    @Test(
        "Sums are exact",
        arguments: [
            ("0.1", "0.2", "0.3"), ("0.2", "0.3", "0.5"), ("9.99", "0.01", "10"), ("-1", "0.7", "-0.3"),
            ("1", "-1", "0"),
            ("100", "0.001", "100.001"), ("-0.5", "-0.5", "-1"), ("0", "0.3", "0.3"), ("5", "-7", "-2"),
        ])
    func sums(_ left: String, _ right: String, _ expected: String) throws {
        #expect(try Self.decimal(left).adding(try Self.decimal(right)) == Self.decimal(expected))
        #expect(try Self.decimal(right).adding(try Self.decimal(left)) == Self.decimal(expected))
    }

    @Test("A step is measured exactly")
    func steps() throws {
        let step = try Self.decimal("0.3")
        #expect(try Self.decimal("0.5").isAtLeast(step, from: try Self.decimal("0.2")))
        #expect(try !Self.decimal("0.49999999999999999999").isAtLeast(step, from: try Self.decimal("0.2")))
        #expect(try Self.decimal("12").isAtLeastTwice(try Self.decimal("6")))
        #expect(try !Self.decimal("11.999").isAtLeastTwice(try Self.decimal("6")))
        // A number of absurd size must not cost absurd memory.
        #expect(try Self.decimal("1e900000").isAtLeast(step, from: try Self.decimal("1")))
    }

    @Test(
        "Equal are values that every reader takes for equal",
        arguments: [
            ("a: BLOCK", "a: \"BLOCK\"", true), ("a: 0.2", "a: 0.20", true), ("a: 'x y'", "a: \"x y\"", true),
            ("{a: 1, b: 2}", "{b: 2, a: 1}", true), ("a: [1, 2]", "a: [2, 1]", false), ("a: on", "a: \"on\"", false),
            ("a: 010", "a: 10", false), ("a: 1e3", "a: 1000", false), ("a: true", "a: True", false),
            ("a: 1", "a: \"1\"", false),
            ("a: 2026-11-09", "a: \"2026-11-09\"", false), ("on: 1", "\"on\": 1", false), ("a: ~", "a: null", false),
            ("a: x", "a: y", false), ("a: 1_0", "a: 10", false), ("a: {b: 1}", "a: {b: 1, c: 2}", false),
        ])
    func equality(_ left: String, _ right: String, _ expected: Bool) throws {
        let (one, other) = (try Self.root(left), try Self.root(right))
        #expect(StructureDiff.areEqual(one, other) == expected)
        let edits = StructureDiff.edits(from: one, to: other, SettingVocabulary(identityKeys: [], []))
        #expect(edits.isEmpty == expected)
    }

    @Test(
        "Differences have the path of the value, list items by identity",
        arguments: [
            ("{a: {b: 1}}", "{a: {b: 2}}", ["change a.b"]),
            ("l: [{id: x, v: 1}, {id: y}]", "l: [{id: y}, {id: x, v: 2}]", ["change l[x].v", "move l"]),
            ("l: [{id: x}]", "l: []", ["remove l[x]"]),
            ("l: [{id: x}, {id: x}]", "l: [{id: x}]", ["remove l[x#2]"]),
            ("l: [[1], [2], [3]]", "l: [[1], [3]]", ["remove l[1]"]),
            ("{}", "{a: {b: 1, c: {}}}", ["add a"]),
            ("l: [a, b]", "l: a", ["remove l", "add l"]),
            ("a: x", "a: {b: 1}", ["remove a", "add a"]),
            ("a: 1", "a: 1", []),
        ])
    func paths(_ old: String, _ new: String, _ expected: [String]) throws {
        let vocabulary = SettingVocabulary(identityKeys: ["id"], [])
        let edits = StructureDiff.edits(from: try Self.root(old), to: try Self.root(new), vocabulary)
        #expect(edits.map { "\($0.action.rawValue) \($0.path)" } == expected)
    }

    @Test(
        "Names of models are taken apart by their provider's habits",
        arguments: [
            ("gpt-4.1-2025-04-14", nil, "gpt-4.1", true), ("openai/gpt-4o", "openai", "gpt-4o", false),
            ("claude-3-5-sonnet-20241022", nil, "claude-3-5-sonnet", true),
            ("claude-3-5-sonnet-latest", nil, "claude-3-5-sonnet", false),
            ("gemini-2.0-flash-001", nil, "gemini-2.0-flash", true),
            ("vertexai/gemini-1.5-pro", "vertexai", "gemini-1.5-pro", false),
            ("BAAI/bge-m3", nil, "BAAI/bge-m3", false), ("claude-3-7-sonnet@20250219", nil, "claude-3-7-sonnet", true),
        ] as [(String, String?, String, Bool)])
    func models(_ name: String, _ provider: String?, _ family: String, _ isPinned: Bool) {
        let model = ModelName(name)
        #expect(model.provider == provider && model.family == family && model.isPinned == isPinned)
    }

    @Test("An undated name is an alias where the provider moves it")
    func aliases() {
        #expect(ModelName("gpt-4.1").isKnownAlias && ModelName("chat-latest").isKnownAlias)
        #expect(!ModelName("claude-opus-4-6").isKnownAlias && !ModelName("gpt-4.1-2025-04-14").isKnownAlias)
    }

    @Test("A fingerprint is that of the edit, not of its place")
    func fingerprints() throws {
        let edit = Scenario(
            "t", .replace("guardrails/output.yaml", "severity_threshold: medium", "severity_threshold: high"),
            expect: [])
        let shifted = Scenario(
            "s", .replace("guardrails/output.yaml", "severity_threshold: medium", "severity_threshold: high"),
            .replace("guardrails/output.yaml", "# What", "# A line more.\n# What"), expect: [])
        let other = Scenario("o", .replace("guardrails/config.yml", "89.79", "99"), expect: [])
        let one = try #require(try SmallWorld.compare(to: try edit.head()).changes.first)
        let two = try #require(try SmallWorld.compare(to: try shifted.head()).changes.first)
        let three = try #require(try SmallWorld.compare(to: try other.head()).changes.first)
        #expect(one.fingerprint == two.fingerprint)
        #expect(one.fingerprint != three.fingerprint)
        #expect(one.new?.location.label != two.new?.location.label)
        // The same edit in another release of the same system.
        #expect(one.fingerprint == "3bdac74b8aad4c54bf44b997cb80db4d96c4bdbbf26d1ad86d97f8b72801465a")
    }
}
