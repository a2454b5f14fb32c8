import Approvals
import FindingPolicy
import Foundation
import Materiality
import PlanModel
import PlanRules
import Releases
import Reports
import SchemaValidation
import SourceText
import Testing
import YAMLDocuments

/// Every JSON report is what its schema in `schemas/v1/output` says.
struct OutputSchemaTests {
    private static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("schemas/v1/output")

    private static func document(_ name: String) -> YAMLDocument? {
        let data = FileManager.default.contents(atPath: folder.appendingPathComponent(name).path) ?? Data()
        return JSONReader.read(SourceFile(path: name, bytes: Array(data))).documents.first
    }

    private static let names: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".schema.json") }.sorted()
    }()

    private static let registry: SchemaRegistry = {
        var registry = SchemaRegistry()
        for name in names {
            if let document = document(name) { registry.add(document, uri: name) }
        }
        return registry
    }()

    /// A report by its name, with a value that uses every field and one that leaves out what can be left out.
    struct Sample: Sendable, CustomTestStringConvertible {
        let name: String
        let variant: String
        let json: @Sendable () throws -> String

        var testDescription: String { "\(name), \(variant)" }
    }

    static let samples: [Sample] = [
        Sample(name: "check", variant: "full") {
            let others = [
                Finding("XXX-1", .note, at: .object(name: "a"), "m", mend: "n"),
                Finding("XXX-1", .warning, at: .file(path: "a"), "m", mend: "n"),
            ]
            return try CheckReport(
                findings: ([Samples.finding] + others).judgedAsOpen(), subjectLabel: "the worktree", documentCount: 3
            ).json()
        },
        Sample(name: "check", variant: "every standing") { try CheckSamples.full.json() },
        Sample(name: "check", variant: "one schema") { try CheckSamples.schema.json() },
        Sample(name: "check", variant: "hostile text") { try CheckSamples.hostile.json() },
        Sample(name: "check", variant: "empty") {
            try CheckReport(findings: [], subjectLabel: "the worktree", documentCount: 0).json()
        },
        Sample(name: "diff", variant: "full") { try ReportTests.diff.json() },
        Sample(name: "diff", variant: "with files and objects") { try DiffSamples.twoReleases.json() },
        Sample(name: "diff", variant: "hostile text") { try DiffSamples.hostile.json() },
        Sample(name: "diff", variant: "empty") { try DiffReport(base: "a", head: "b", systems: []).json() },
        Sample(name: "gate", variant: "full") {
            try GateReport(
                Samples.gate(
                    [Samples.refused, Samples.passed], findings: [Samples.finding], undecided: [.unpinned],
                    notes: [Samples.note]),
                required: .release
            ).json()
        },
        Sample(name: "gate", variant: "empty") { try GateReport(Samples.gate([]), required: .merge).json() },
        Sample(name: "approvals", variant: "full") {
            try ApprovalsReport([Samples.refused, Samples.passed], notes: [.unpinned]).json()
        },
        Sample(name: "approvals", variant: "empty") { try ApprovalsReport([]).json() },
        Sample(name: "verify", variant: "full") { try VerifyReport(Samples.releases, notes: [Samples.note]).json() },
        Sample(name: "verify", variant: "empty") {
            try VerifyReport(
                [], freshness: [("support-assistant", .checkpoint(version: 2))], protected: "refs/heads/main"
            )
            .json()
        },
        Sample(name: "evaluation", variant: "full") {
            try EvaluationReport(Samples.refused, undecided: [.unpinned], notes: [Samples.note]).json()
        },
        Sample(name: "evaluation", variant: "empty") { try EvaluationReport(Samples.passed).json() },
        Sample(name: "failure", variant: "full") {
            try FailureReport(.incomplete, reasons: [Samples.note]).json()
        },
        Sample(name: "signatures", variant: "full") { try SignatureSamples.json(SignatureSamples.all) },
        Sample(name: "signatures", variant: "empty") { try SignatureSamples.json([]) },
        Sample(name: "rules", variant: "full") { try RuleReport.json(RuleCatalogue.descriptions) },
    ]

    @Test("Schemas satisfy the metaschema and describe every property", arguments: names)
    func schema(name: String) throws {
        let metaschema = try SchemaCompiler.compile(
            "https://json-schema.org/draft/2020-12/schema", in: SchemaRegistry())
        let document = try #require(Self.document(name))
        #expect(metaschema.validate(document.root).map { "\($0.location.label): \($0.message)" } == [])
        if !name.hasPrefix("common") { _ = try SchemaCompiler.compile(name, in: Self.registry) }
        #expect(undescribed(document.root) == [])
    }

    @Test("A report satisfies its schema", arguments: samples)
    func report(_ sample: Sample) throws {
        let text = try sample.json()
        let schema = try SchemaCompiler.compile("\(sample.name).schema.json", in: Self.registry)
        let stream = JSONReader.read(SourceFile(path: "report.json", bytes: Array(text.utf8)))
        let root = try #require(stream.documents.first?.root)
        #expect(schema.validate(root).map { "\($0.location.label): \($0.message)" } == [])
        #expect(root["report"]?.text == "imprimatur/\(sample.name)/v1")
        #expect(text.hasSuffix("}\n"))
        #expect(!text.contains("\\/") && !text.contains("null"))
        #expect(try sample.json() == text)
    }

    @Test("Each line of a report in JSON lines satisfies its schema, and only the last one sums up")
    func lines() throws {
        let schema = try SchemaCompiler.compile("check-lines.schema.json", in: Self.registry)
        for report in [
            CheckSamples.clean, CheckSamples.full, CheckSamples.schema, CheckSamples.hostile, CheckSamples.many,
        ] {
            let text = try CheckJSONLines.write(report, .plain)
            #expect(text.hasSuffix("}\n"))
            let lines = text.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.count == report.findings.count + 1)
            for (number, line) in lines.enumerated() {
                let stream = JSONReader.read(SourceFile(path: "line.json", bytes: Array(line.utf8)))
                let root = try #require(stream.documents.first?.root)
                #expect(schema.validate(root).map { "\($0.location.label): \($0.message)" } == [])
                #expect((root["summary"] != nil) == (number == lines.count - 1))
            }
        }
        let waived = try #require(try CheckJSONLines.write(CheckSamples.full, .plain).split(separator: "\n").first)
        #expect(
            waived == """
                {"finding":{"column":9,"endColumn":14,"endLine":2,"fingerprint":"00000000000000000000000000000001",\
                "line":2,"mend":"Quote it.","message":"12:30 is text here","name":"unclear-yaml","path":"a.yaml",\
                "related":[],"rule":"DOC-004","severity":"warning","standing":"waived","waiver":{"location":{"column":1,\
                "endColumn":28,"endLine":1,"line":1,"path":"a.yaml"},"reason":"old tools are gone","until":"2026-12-31"}}}
                """)
    }

    @Test("A schema is not so loose that it accepts another report")
    func strict() throws {
        for sample in Self.samples {
            let root = try #require(
                JSONReader.read(SourceFile(path: "x", bytes: Array(try sample.json().utf8))).documents.first?.root)
            for other in Set(Self.samples.map(\.name)) where other != sample.name {
                let schema = try SchemaCompiler.compile("\(other).schema.json", in: Self.registry)
                #expect(!schema.accepts(root))
            }
        }
    }

    @Test("The words that a schema allows are those that the tool has")
    func vocabularies() throws {
        let definitions = try #require(Self.document("common.schema.json")?.root["$defs"])
        func words(_ node: YAMLNode?) -> [String] { node?["enum"]?.items.map(\.text).sorted() ?? [] }
        func properties(_ name: String) -> YAMLNode? { definitions[name]?["properties"] }
        #expect(words(definitions["severity"]) == Severity.allCases.map(\.rawValue).sorted())
        #expect(words(properties("finding")?["standing"]) == ["baselined", "open", "preexisting", "waived"])
        #expect(words(definitions["tier"]) == RiskTier.allCases.map(\.rawValue).sorted())
        #expect(words(definitions["orderedClass"]) == MaterialityClass.allCases.map(\.rawValue).sorted())
        #expect(words(definitions["changeCategory"]) == ChangeCategory.allCases.map(\.rawValue).sorted())
        #expect(
            words(properties("change")?["format"]?["properties"]?["confidence"]) == [
                "assumed", "declared", "signature",
            ])
        #expect(words(properties("statement")?["decision"]) == Statement.Decision.allCases.map(\.rawValue).sorted())
    }

    /// Properties without a description, which are of no use to somebody who reads the contract.
    private func undescribed(_ node: YAMLNode) -> [String] {
        var names: [String] = []
        for entry in node["properties"]?.entries.map({ $0 }) ?? [] {
            let isDescribed = entry.value["description"] != nil || entry.value["$ref"] != nil
            if !isDescribed { names.append(entry.key.text) }
        }
        let children = node.kind == .mapping ? node.entries.map(\.value) : node.items.map { $0 }
        return names + children.flatMap(undescribed)
    }
}
