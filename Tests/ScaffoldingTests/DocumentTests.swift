import PackageContents
import PlanModel
import PlanRules
import Scaffolding
import SchemaValidation
import SourceText
import Testing
import YAMLDocuments

struct DocumentTests {
    @Test("Every YAML file reads without an error or a warning", arguments: RiskTier.allCases)
    func reads(tier: RiskTier) {
        let ours = ScaffoldedTree(tier).files.filter { $0.path.hasSuffix(".yaml") }
        #expect(ours.count == 7)
        for file in ours {
            let stream = YAMLReader.read(SourceFile(path: file.path, bytes: Array(file.text.utf8)))
            #expect(stream.problems.map(\.message) == [], "\(file.path)")
            #expect(stream.documents.count == 1, "\(file.path)")
        }
    }

    @Test("Every document is valid under its schema", arguments: RiskTier.allCases)
    func valid(tier: RiskTier) throws {
        for document in ScaffoldedTree(tier).documents {
            let kind = try #require(Envelope(document).kind?.value)
            let failures = try schema(kind).validate(document.root).map { "\($0.path): \($0.message)" }
            #expect(failures == [], "\(document.source.path)")
        }
    }

    @Test("The first line of every document leads to its schema", arguments: RiskTier.allCases)
    func schemaLine(tier: RiskTier) throws {
        let tree = ScaffoldedTree(tier)
        for document in tree.documents {
            let path = document.source.path
            let line = try #require(tree.text(path).split(separator: "\n").first)
            let target = try #require(line.split(separator: "=").last)
            var folder = path.split(separator: "/").dropLast().map(String.init)
            for part in target.split(separator: "/") {
                if part == ".." { _ = folder.popLast() } else { folder.append(String(part)) }
            }
            let kind = try #require(Envelope(document).kind?.value)
            #expect(folder.joined(separator: "/") == ".imprimatur/schemas/v1/\(kind).schema.json")
            #expect(tree.file(folder.joined(separator: "/")) != nil, "\(path)")
        }
    }

    @Test("The rules find nothing, not even a warning", arguments: RiskTier.allCases)
    func rules(tier: RiskTier) throws {
        #expect(!RuleCatalogue.snapshotRules.isEmpty)
        let findings = try RuleCatalogue.findings(in: ScaffoldedTree(tier).snapshot, now: ScaffoldRequest.moment)
        #expect(findings.map { "\($0.location.label) \($0.rule.rawValue) \($0.message)" } == [])
    }

    @Test("The trust root pins the policy's bytes", arguments: RiskTier.allCases)
    func pin(tier: RiskTier) throws {
        let tree = ScaffoldedTree(tier)
        let root = try #require(tree.only(TrustRoot.self))
        #expect(root.policies.map(\.path.value) == ["governance/materiality.yaml"])
        let digest = ContentDigest.sha256(Array(tree.text("governance/materiality.yaml").utf8))
        #expect(root.policies.map(\.sha256.value) == [digest])
    }

    @Test("The package ships the documents, the prompt and the settings", arguments: RiskTier.allCases)
    func closure(tier: RiskTier) throws {
        let tree = ScaffoldedTree(tier)
        let package = try #require(tree.only(ReleasePackage.self))
        let system = try #require(tree.only(AISystem.self))
        let closure = try PackageClosure(of: package, system: system, in: tree.snapshot)
        #expect(closure.problems.map(\.message) == [])
        #expect(closure.digest?.count == 64)
        let shipped = ["inference.yaml", "prompts/system.md", "release.yaml", "system.yaml"]
        #expect(closure.entries.map(\.file.path) == shipped.map { "systems/desk-helper/\($0)" })
    }

    @Test("The documents agree on names, version, tier and ticket", arguments: RiskTier.allCases)
    func agreement(tier: RiskTier) throws {
        let tree = ScaffoldedTree(tier)
        let package = try #require(tree.only(ReleasePackage.self))
        let plan = try #require(tree.only(DeploymentPlan.self))
        let system = try #require(tree.only(AISystem.self))
        #expect(system.riskTier?.value == tier)
        #expect(package.version?.value.description == "1.0.0")
        #expect(package.previous?.value == "none")
        #expect(package.plan.name?.value == plan.name && package.plan.version?.value == plan.version?.value)
        #expect(plan.appliesTo.map(\.value.name) == [system.name])
        let pattern = try Regex(try #require(system.ticketPattern?.value))
        #expect(try #require(package.change.ticket?.value).wholeMatch(of: pattern) != nil)
    }

    private func schema(_ kind: String) throws -> CompiledSchema {
        var registry = SchemaRegistry()
        for name in ["common", kind] {
            let file = SourceFile(path: "\(name).schema.json", bytes: Array((EmbeddedSchemas.text(name) ?? "").utf8))
            for document in JSONReader.read(file).documents { registry.add(document, uri: file.path) }
        }
        return try SchemaCompiler.compile("\(kind).schema.json", in: registry)
    }
}
