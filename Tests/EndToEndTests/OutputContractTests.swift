import Commands
import Foundation
import SchemaValidation
import SourceText
import TestSupport
import Testing
import YAMLDocuments

/// What the commands print as JSON follows the schemas in schemas/v1/output.
struct OutputContractTests {
    @Test(arguments: [
        ["check"], ["diff", "HEAD~1..HEAD"], ["diff", "HEAD~1..HEAD", "--component", "guardrails"],
        ["diff", "--staged", "HEAD~1"], ["gate", "--base", "main"], ["approvals"], ["verify", "--all"],
        ["trust", "show"], ["trust", "verify"],
        ["rules"], ["explain", "RBK-007"], ["rules", "--changes"], ["explain", "prompt/limit-changed"],
    ])
    func outputFollowsItsSchema(_ command: [String]) throws {
        let repository = try ExampleProject.released()
        try repository.git(["checkout", "--quiet", "-b", "topic"])
        try ExampleProject.applyChanges(to: repository)
        try repository.commitAll("Friendlier tone", as: .nora)
        let result = repository.imprimatur(arguments: command + ["--format", "json", "--quiet"], as: .nora)
        let failures = try result.failuresAgainstItsSchema()
        #expect(failures.isEmpty, "\(failures)")
    }
}

extension CommandResult {
    /// What a JSON report's own schema in schemas/v1/output has against it.
    func failuresAgainstItsSchema() throws -> [String] {
        let name = try #require((try json()["report"] as? String)?.split(separator: "/").dropFirst().first)

        var registry = SchemaRegistry()
        for file in [String(name), "common"] {
            let path = ExampleProject.checkout + "/schemas/v1/output/\(file).schema.json"
            let bytes = try #require(FileManager.default.contents(atPath: path), "\(path)")
            let schema = JSONReader.read(SourceFile(path: "\(file).schema.json", bytes: Array(bytes)))
            registry.add(try #require(schema.documents.first), uri: "\(file).schema.json")
        }
        let schema = try SchemaCompiler.compile("\(name).schema.json", in: registry)
        let output = JSONReader.read(SourceFile(path: "output.json", bytes: Array(self.output.utf8)))
        return schema.validate(try #require(output.documents.first).root).map { "\($0.location.label): \($0.message)" }
    }
}
