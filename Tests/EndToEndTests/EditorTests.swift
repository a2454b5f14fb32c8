import Commands
import Foundation
import PlanModel
import TestSupport
import Testing

/// What an editor finds in a repository: the first line of each document leads to a schema that is there.
struct EditorTests {
    private static let folder = ".imprimatur/schemas/v1"

    private func initialised(_ tier: String = "low") throws -> TestRepository {
        let repository = try TestRepository()
        let result = repository.imprimatur("init", "--tier", tier, "--system", "helpdesk-bot", as: .nora)
        try #require(result.status == .pass, "\(result.text)")
        return repository
    }

    @Test(arguments: ["low", "medium", "high"])
    func everyDocumentLeadsToItsSchemaAndSatisfiesIt(_ tier: String) throws {
        let repository = try initialised(tier)
        let paths = try repository.git(["ls-files", "--others"]).split(separator: "\n").map(String.init)
        let documents = try paths.filter { path -> Bool in
            guard path.hasSuffix(".yaml") else { return false }
            return try repository.read(path).contains("\napiVersion: ")
        }
        #expect(documents.count == 6)
        for path in documents {
            let lines = try repository.read(path).split(separator: "\n")
            let target = try #require(lines[0].wholeMatch(of: #/# yaml-language-server: \$schema=(\S+)/#)?.1)
            let schema = URL(filePath: "\(repository.path)/\(path)").deletingLastPathComponent()
                .appending(path: String(target)).standardizedFileURL.path
            let kinds = lines.compactMap { $0.wholeMatch(of: #/kind: (\w+)/#)?.1 }
            let kind = try #require(kinds.first)
            #expect(try String(contentsOfFile: schema, encoding: .utf8) == EmbeddedSchemas.text(String(kind)))
            // Its references lead to the file beside it.
            let verdict = repository.imprimatur("validate", "--schema", schema, path)
            #expect(verdict.status == .pass, "\(path): \(verdict.text)")
        }
    }

    @Test func updateRenewsWhatIsOldOrMissing() throws {
        let repository = try initialised()
        try repository.write("\(Self.folder)/TrustRoot.schema.json", "{}\n")
        try FileManager.default.removeItem(atPath: "\(repository.path)/\(Self.folder)/common.schema.json")
        let first = repository.imprimatur("schema", "--update")
        #expect(first.status == .pass)
        let renewed = ["TrustRoot", "common"].map { "wrote \($0).schema.json\n" }.joined()
        #expect(first.output == renewed)
        for name in EmbeddedSchemas.names {
            #expect(try repository.read("\(Self.folder)/\(name).schema.json") == EmbeddedSchemas.text(name))
        }
        #expect(repository.imprimatur("schema", "--update").output.isEmpty)
    }

    @Test(arguments: [false, true]) func updateWritesIntoAnyFolder(isAbsolute: Bool) throws {
        let folder = try TemporaryFolder()
        let outside = TestRepository(folder: folder, path: folder.path)
        let target = folder.path + "/a/b"
        let result = outside.imprimatur("schema", "--update", "-o", isAbsolute ? target : "a/b", "--format", "json")
        #expect(result.status == .pass, "\(result.text)")
        let names = EmbeddedSchemas.names.map { "\($0).schema.json" }
        #expect(try FileManager.default.contentsOfDirectory(atPath: target).sorted() == names.sorted())
        #expect(try JSONDecoder().decode([String].self, from: Data(result.output.utf8)) == names)
    }

    @Test func initRenewsOldSchemas() throws {
        let repository = try TestRepository()
        try repository.write("\(Self.folder)/Project.schema.json", "{}\n")
        try #require(repository.imprimatur("init", "--system", "helpdesk-bot", as: .nora).status == .pass)
        #expect(try repository.read("\(Self.folder)/Project.schema.json") == EmbeddedSchemas.text("Project"))
    }

    @Test func updateTakesNoKind() throws {
        let repository = try initialised()
        #expect(repository.imprimatur("schema", "Project", "--update").status == .usage)
    }
}
