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
            ("l: [{id: x}, {id: x}]", "l: [{id: x}]", ["remove l[x#2]", "change l[x]"]),
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
        "A region lies in its groups, and in no other's",
        arguments: [
            ("global", "eu-central-1", true), ("eu", "eu-central-1", true), ("eu", "europe-west4", true),
            ("eu", "swedencentral", true), ("eu", "eu-west-2", false), ("eu", "europe-west6", false),
            ("eu", "us", false), ("apac", "ap-northeast-1", true), ("jp", "ap-northeast-1", true),
            ("jp", "ap-northeast-2", false), ("us", "us-gov-west-1", false), ("us", "eastus2", true),
            ("eu-central-1", "eu", false),
        ])
    func regions(_ outer: String, _ inner: String, _ expected: Bool) throws {
        #expect(try #require(DataRegion(outer)).contains(try #require(DataRegion(inner))) == expected)
    }

    @Test("Azure's deployment types are regions, and no part of an address is one of them")
    func deploymentTypes() throws {
        let (world, zone, region) = (
            DataRegion.ofDeployment("GlobalStandard"), DataRegion.ofDeployment("DataZoneProvisionedManaged"),
            DataRegion.ofDeployment("Standard")
        )
        #expect(try #require(world).contains(try #require(zone)))
        #expect(try #require(zone).contains(try #require(region)))
        #expect(DataRegion.ofDeployment("S0") == nil && DataRegion("globalstandard") == nil)
    }

    @Test("What is no region is none", arguments: ["", "main", "eu1", "answers", "us-", "eu-gateway", "standard-x"])
    func noRegion(_ text: String) { #expect(DataRegion(text) == nil) }

    @Test(
        "An address is taken apart",
        arguments: [
            ("https://eu.api.openai.com/v1", "api.openai.com", "eu"),
            ("https://bedrock-runtime.eu-central-1.amazonaws.com", "bedrock-runtime.amazonaws.com", "eu-central-1"),
            ("https://europe-west4-aiplatform.googleapis.com/v1", "aiplatform.googleapis.com", "europe-west4"),
            (
                "https://aiplatform.googleapis.com/v1/projects/p/locations/global/models", "aiplatform.googleapis.com",
                "global"
            ),
            ("swedencentral.api.cognitive.microsoft.com", "api.cognitive.microsoft.com", "swedencentral"),
            ("https://globalgateway.example.com", "globalgateway.example.com", nil),
            ("https://api.example.eu", "api.example.eu", nil),
            ("https://user@api.example.com:8443?x", "api.example.com:8443", nil),
        ] as [(String, String, String?)])
    func endpoints(_ uri: String, _ owner: String, _ region: String?) {
        let endpoint = Endpoint(uri)
        #expect(endpoint.owner == owner)
        #expect(endpoint.region == region.flatMap { DataRegion($0) })
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
