import PlanModel
import Scaffolding
import Testing

struct FileListTests {
    @Test("The files of every tier", arguments: RiskTier.allCases)
    func paths(tier: RiskTier) {
        let schemas = EmbeddedSchemas.names.map { ".imprimatur/schemas/v1/\($0).schema.json" }
        #expect(schemas.count == DocumentKinds.all.count + 1)
        let written = [
            "imprimatur.yaml", "governance/trust/1.yaml", "governance/materiality.yaml",
            "governance/plans/desk-helper.yaml", "systems/desk-helper/system.yaml", "systems/desk-helper/release.yaml",
            "systems/desk-helper/prompts/system.md", "systems/desk-helper/inference.yaml",
            ".github/workflows/imprimatur.yml", ".gitlab/imprimatur.gitlab-ci.yml", ".gitlab-ci.yml",
        ]
        #expect(ScaffoldedTree(tier).files.map(\.path) == written + schemas)
    }

    @Test("Six of them are documents, each of another kind", arguments: RiskTier.allCases)
    func documents(tier: RiskTier) {
        let kinds = ScaffoldedTree(tier).documents.compactMap { Envelope($0).kind?.value }
        #expect(
            kinds.sorted() == [
                "AISystem", "DeploymentPlan", "MaterialityPolicy", "Project", "ReleasePackage", "TrustRoot",
            ])
    }

    @Test("A pipeline that is there already stays, schemas are replaced; nothing is executable")
    func flags() {
        let files = ScaffoldedTree(.low).files
        #expect(files.filter { $0.ifPresent == .keep }.map(\.path) == [".gitlab-ci.yml"])
        let replaced = files.filter { $0.ifPresent == .replace }.map(\.path)
        #expect(replaced == files.map(\.path).filter { $0.hasPrefix(".imprimatur/") })
        #expect(files.filter(\.isExecutable).isEmpty)
    }

    @Test("Every text is whole lines without blanks at their ends", arguments: RiskTier.allCases)
    func lines(tier: RiskTier) {
        for file in ScaffoldedTree(tier).files where !file.path.hasSuffix(".json") {
            #expect(file.text.hasSuffix("\n") && !file.text.hasSuffix("\n\n"), "\(file.path)")
            #expect(!file.text.contains(" \n") && !file.text.contains("\t"), "\(file.path)")
            let longest = file.text.split(separator: "\n").map(\.count).max() ?? 0
            #expect(longest <= 120, "\(file.path)")
        }
    }

    @Test("The schemas are those of the tool")
    func schemas() {
        let tree = ScaffoldedTree(.low)
        for name in EmbeddedSchemas.names {
            #expect(tree.text(".imprimatur/schemas/v1/\(name).schema.json") == EmbeddedSchemas.text(name))
        }
    }
}
