import FindingPolicy
import Foundation
import Reports
import SchemaValidation
import SourceText
import Testing
import YAMLDocuments

/// SARIF as code scanning takes it.
struct SARIFTests {
    private static let schemaPath = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("shared/conformance/export-schemas/sarif-schema-2.1.0.json").path

    /// Nil when there is none to test with, which is then said.
    private static func compiledSchema() throws -> CompiledSchema? {
        guard let data = FileManager.default.contents(atPath: schemaPath) else {
            print("skipped: the official SARIF schema is not at \(schemaPath)")
            return nil
        }
        var registry = SchemaRegistry()
        let stream = JSONReader.read(SourceFile(path: "sarif.json", bytes: Array(data)))
        registry.add(try #require(stream.documents.first), uri: "sarif.json")
        let result = Result { try SchemaCompiler.compile("sarif.json", in: registry) }
        if case .failure(let error) = result, (error as? SchemaError)?.kind == .unknownDialect {
            print("skipped: the schema engine does not know the dialect of the official SARIF schema")
            return nil
        }
        return try result.get()
    }

    private func run(_ report: CheckReport) throws -> [String: Any] {
        let log = try #require(
            JSONSerialization.jsonObject(with: Data(try SARIF.write(report, .plain).utf8)) as? [String: Any])
        return try #require((log["runs"] as? [[String: Any]])?.first)
    }

    @Test("Every report is valid against the official schema")
    func officialSchema() throws {
        guard let schema = try Self.compiledSchema() else { return }
        for report in [
            CheckSamples.clean, CheckSamples.full, CheckSamples.schema, CheckSamples.hostile, CheckSamples.many,
        ] {
            let text = try SARIF.write(report, .plain)
            let root = try #require(
                JSONReader.read(SourceFile(path: "log.json", bytes: Array(text.utf8))).documents.first?.root)
            #expect(schema.validate(root).map { "\($0.location.label): \($0.message)" } == [])
        }
        // The schema is read, not only skipped over.
        let wrong = try #require(
            JSONReader.read(SourceFile(path: "log.json", bytes: Array(#"{"version": "2.0.0", "runs": []}"#.utf8)))
                .documents.first?.root)
        #expect(!schema.accepts(wrong))
    }

    @Test("A result has its rule, region, related places and fingerprint")
    func result() throws {
        let run = try run(CheckSamples.schema)
        let results = try #require(run["results"] as? [NSDictionary])
        let file = { (uri: String, index: Int) -> [String: Any] in
            ["uri": uri, "uriBaseId": "%SRCROOT%", "index": index]
        }
        let expected: NSDictionary = [
            "ruleId": "APR-001", "ruleIndex": 0, "level": "error",
            "message": ["text": "the rollback target is never named. Name a release that is tagged."],
            "locations": [
                [
                    "physicalLocation": [
                        "artifactLocation": file("governance/plan.yaml", 0),
                        "region": ["startLine": 3, "startColumn": 11, "endLine": 3, "endColumn": 15],
                    ]
                ]
            ],
            "relatedLocations": [
                [
                    "id": 1, "message": ["text": "the system is here"],
                    "physicalLocation": [
                        "artifactLocation": file("governance/syst%C3%A8me.yaml", 1),
                        "region": ["startLine": 12, "startColumn": 1, "endLine": 12, "endColumn": 9],
                    ],
                ]
            ],
            "partialFingerprints": ["imprimaturFinding/v1": "00000000000000000000000000000001"],
            "suppressions": [],
        ]
        #expect(results == [expected])
        #expect(run["columnKind"] as? String == "unicodeCodePoints")
        let driver = (run["tool"] as? [String: Any])?["driver"] as? [String: Any]
        let rule = try #require((driver?["rules"] as? [[String: Any]])?.first)
        #expect(rule["id"] as? String == "APR-001" && rule["name"] as? String == "quorum-unmet")
        #expect((rule["defaultConfiguration"] as? [String: String]) == ["level": "error"])
        #expect(((rule["help"] as? [String: String])?["markdown"])?.hasPrefix("## APR-001 quorum-unmet\n") == true)
        let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
        #expect(invocation["executionSuccessful"] as? Bool == true && invocation["exitCode"] as? Int == 1)
    }

    @Test("What is known already is suppressed or unchanged, and every result says so in the same way")
    func standings() throws {
        let run = try run(CheckSamples.full)
        let results = try #require(run["results"] as? [[String: Any]])
        let suppressions = results.map { ($0["suppressions"] as? [[String: Any]])?.map { $0["kind"] as? String } }
        #expect(suppressions == [["inSource"], [], ["external"], ["external"], [], [], []])
        let states = results.map { $0["baselineState"] as? String }
        #expect(states == ["new", "unchanged", "new", "unchanged", "new", "new", "new"])
        let first = try #require((results[0]["suppressions"] as? [[String: Any]])?.first)
        #expect(first["justification"] as? String == "old tools are gone (until 2026-12-31)")
        #expect(first["status"] as? String == "accepted")
    }

    @Test("Without a range no result speaks of a baseline")
    func noRange() throws {
        let results = try #require(try run(CheckSamples.schema)["results"] as? [[String: Any]])
        #expect(results.allSatisfy { $0["baselineState"] == nil })
    }

    @Test("Each index leads to the rule and the file that it stands for")
    func indices() throws {
        for report in [CheckSamples.full, CheckSamples.hostile, CheckSamples.many] {
            let run = try run(report)
            let driver = (run["tool"] as? [String: Any])?["driver"] as? [String: Any]
            let rules = try #require(driver?["rules"] as? [[String: Any]])
            let artifacts = try #require(run["artifacts"] as? [[String: Any]])
            for result in try #require(run["results"] as? [[String: Any]]) {
                let rule = try #require(result["ruleIndex"] as? Int)
                #expect(rules[rule]["id"] as? String == result["ruleId"] as? String)
                for location in (result["locations"] as? [[String: Any]]) ?? [] {
                    guard let physical = location["physicalLocation"] as? [String: Any] else { continue }
                    let place = try #require(physical["artifactLocation"] as? [String: Any])
                    let index = try #require(place["index"] as? Int)
                    let artifact = artifacts[index]["location"] as? [String: Any]
                    #expect(artifact?["uri"] as? String == place["uri"] as? String)
                }
            }
        }
    }

    @Test("Text that looks like a placeholder or a link is none, and a path becomes a URI")
    func escaping() throws {
        let result = try #require((try run(CheckSamples.hostile)["results"] as? [[String: Any]])?.first)
        let text = try #require((result["message"] as? [String: String])?["text"])
        #expect(text.contains("{{0}} \\[f](1) 100% @ana #12 <U+202E><U+001B>[31m next"))
        let locations = try #require(result["locations"] as? [[String: [String: Any]]])
        let artifact = locations[0]["physicalLocation"]?["artifactLocation"] as? [String: Any]
        #expect(artifact?["uri"] as? String == "a%2C%20b%3A%20%C3%BC%25.yaml")
        let absolute = Finding("X-1", .error, at: .file(path: "/tmp/a b.yaml"), "m", mend: "n")
        let report = CheckReport(findings: [absolute].judgedAsOpen(), subjectLabel: "x", documentCount: 1)
        let uri = try SARIF.write(report, .plain)
        #expect(uri.contains("\"uri\" : \"file:///tmp/a%20b.yaml\"") && !uri.contains("uriBaseId"))
    }
}
