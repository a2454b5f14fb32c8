import Commands
import Foundation
import TestSupport
import Testing

/// `check` on each kind of tree: the disk, the index, a commit, a bare repository.
struct CheckTests {
    private static let prompt = "systems/support-assistant/prompts/system.prompt"
    private static let system = "systems/support-assistant/system.yaml"

    @Test func exampleHasNoFindings() throws {
        let repository = try ExampleProject.repository()
        let result = repository.imprimatur("check")
        #expect(result.status == .pass)
        #expect(result.output.contains("No findings"))
    }

    @Test func findingHasPlaceFrameAndMend() throws {
        let repository = try ExampleProject.repository()
        try repository.edit(Self.system, "riskTier: medium", "riskTier: mediun")
        let result = repository.imprimatur("check")
        #expect(result.status == .refused)
        let line =
            try #require(
                try repository.read(Self.system).split(separator: "\n", omittingEmptySubsequences: false)
                    .firstIndex { $0.contains("riskTier") }) + 1
        #expect(result.output.contains("\(Self.system):\(line):13"))
        #expect(result.output.contains("riskTier: mediun"))
        #expect(result.output.contains("^^^^^^"))
        #expect(result.output.contains("did you mean"))

        let findings = try #require(
            try repository.imprimatur("check", "--format", "json").json()["findings"] as? [[String: Any]])
        #expect(findings.count == 1)
        #expect(findings.first?["rule"] as? String == "DOC-002")
        #expect(findings.first?["line"] as? Int == line)
        #expect(findings.first?["column"] as? Int == 13)
    }

    /// The index's blobs count, not the files on disk.
    @Test func stagedReadsTheIndex() throws {
        let repository = try ExampleProject.repository()
        try repository.edit(Self.system, "riskTier: medium", "riskTier: mediun")
        #expect(repository.imprimatur("check", "--staged").status == .pass)
        try repository.git(["add", "--all"])
        try repository.edit(Self.system, "riskTier: mediun", "riskTier: medium")
        #expect(repository.imprimatur("check").status == .pass)
        #expect(repository.imprimatur("check", "--staged").status == .refused)
    }

    @Test func revisionReadsTheCommit() throws {
        let repository = try ExampleProject.repository()
        let good = try repository.git(["rev-parse", "HEAD"])
        try repository.edit(Self.system, "riskTier: medium", "riskTier: mediun")
        try repository.commitAll("Break it", as: .nora)
        #expect(repository.imprimatur("check", "--rev", "HEAD").status == .refused)
        #expect(repository.imprimatur("check", "--rev", good).status == .pass)
    }

    @Test func bareRepositoryIsCheckedAtARevision() throws {
        let repository = try ExampleProject.repository()
        let bare = TestRepository(folder: repository.folder, path: repository.folder.path + "/bare.git")
        try repository.git(["clone", "--quiet", "--bare", ".", bare.path])
        #expect(bare.imprimatur("check", "--rev", "main").status == .pass)
        let worktree = bare.imprimatur("check")
        #expect(worktree.status == .undecided)
        #expect(worktree.diagnostics.contains("--rev"))
    }

    /// A hook of `git commit FILE` names another index; it is the one that counts.
    @Test func indexOfAHookIsHonoured() throws {
        let repository = try ExampleProject.repository()
        try repository.edit(Self.system, "riskTier: medium", "riskTier: mediun")
        let index = repository.folder.path + "/other-index"
        try FileManager.default.copyItem(atPath: repository.path + "/.git/index", toPath: index)
        let variables = repository.variables(as: nil).merging(["GIT_INDEX_FILE": index]) { $1 }
        _ = try runProgram(["git", "add", "--all"], in: repository.path, variables: variables)
        #expect(repository.imprimatur("check", "--staged").status == .pass)
        #expect(repository.imprimatur("check", "--staged", variables: ["GIT_INDEX_FILE": index]).status == .refused)
    }

    @Test func includedPartialMustExist() throws {
        let repository = try ExampleProject.repository()
        try repository.edit(Self.prompt, "{{>refund_policy}}", "{{>refund_polycy}}")
        let result = repository.imprimatur("check", "--format", "json")
        #expect(result.status == .refused)
        #expect(result.output.contains("PKG-002"))
    }

    @Test func pathsLimitTheReport() throws {
        let repository = try ExampleProject.repository()
        try repository.edit(Self.system, "riskTier: medium", "riskTier: mediun")
        #expect(repository.imprimatur("check", "governance").status == .pass)
        #expect(repository.imprimatur("check", "systems").status == .refused)
    }
}
