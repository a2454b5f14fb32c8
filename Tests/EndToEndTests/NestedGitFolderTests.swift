import Commands
import Foundation
import TestSupport
import Testing

/// A folder with a `.git` in it: whose documents are those beside it?
struct NestedGitFolderTests {
    private static let folder = "systems/support-assistant"

    private func brokenRepository() throws -> TestRepository {
        let repository = try ExampleProject.repository()
        try repository.edit(Self.folder + "/system.yaml", "riskTier: medium", "riskTier: mediun")
        return repository
    }

    @Test func trackedDocumentsAreNotHiddenByARepositoryBesideThem() throws {
        let repository = try brokenRepository()
        try repository.git(["init", "--quiet", Self.folder])
        let result = repository.imprimatur("check")
        #expect(result.status == .refused)
        #expect(result.output.contains("mediun"), "\(result.text)")
    }

    @Test(arguments: ["empty folder", "junk file", "link to nowhere"])
    func whatOnlyHasTheNameIsNoRepository(_ what: String) throws {
        let repository = try ExampleProject.repository()
        try repository.write("systems/new/system.yaml", "a: [\n")
        switch what {
        case "empty folder":
            try FileManager.default.createDirectory(
                atPath: repository.path + "/systems/new/.git", withIntermediateDirectories: true)
        case "junk file": try repository.write("systems/new/.git", "junk\n")
        default: try repository.write("systems/new/.git", "gitdir: ../nowhere\n")
        }
        // git itself is the oracle.
        #expect(try repository.git(["ls-files", "--others"]) == "systems/new/system.yaml")
        #expect(repository.imprimatur("check").status == .refused)
    }

    @Test func anotherRepositoryIsNotLookedInto() throws {
        let repository = try ExampleProject.repository()
        try repository.write("systems/new/system.yaml", "a: [\n")
        try repository.git(["init", "--quiet", "systems/new"])
        let result = repository.imprimatur("check")
        #expect(result.status == .pass)
        #expect(result.output.contains("systems/new is a submodule"), "\(result.text)")
    }
}
