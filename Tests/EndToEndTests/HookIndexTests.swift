import Commands
import Foundation
import TestSupport
import Testing

/// Which index the pre-commit hook looks at. `git commit -a` and `git commit FILE` prepare one beside the repository's
/// own and name it in `GIT_INDEX_FILE`; the real hook is run by real git with the real program.
struct HookIndexTests {
    private static let system = "systems/support-assistant/system.yaml"
    private static let prompt = "systems/support-assistant/prompts/system.prompt"

    private let repository: TestRepository

    init() throws {
        repository = try ExampleProject.repository()
        let result = repository.imprimatur("hooks", "install", as: .nora)
        try #require(result.status == .pass, "\(result.text)")
        try repository.commitAll("Hooks", as: .nora)
    }

    private func commit(_ arguments: String...) throws -> ProgramResult {
        try repository.tryGit(["commit", "--quiet", "-m", "Change"] + arguments, as: .nora)
    }

    private func breakSystem() throws {
        try repository.edit(Self.system, "riskTier: medium", "riskTier: mediun")
    }

    @Test func commitOfEverythingSeesWhatIsNotStagedYet() throws {
        try breakSystem()
        let refused = try commit("-a")
        #expect(refused.status != 0)
        #expect(refused.diagnostics.contains("DOC-002"))
        try repository.edit(Self.system, "riskTier: mediun", "riskTier: medium")
        try repository.edit(Self.prompt, "You", "You,")
        let passed = try commit("-a")
        #expect(passed.status == 0, "\(passed.diagnostics)")
        #expect(passed.diagnostics.contains("this commit is"))
    }

    /// `git commit FILE` takes HEAD and this file, and leaves out what else is staged.
    @Test func commitOfOneFileLeavesTheRestOut() throws {
        try breakSystem()
        try repository.git(["add", "--all"])
        try repository.edit(Self.prompt, "You", "You,")
        let partial = try commit(Self.prompt)
        #expect(partial.status == 0, "\(partial.diagnostics)")
        #expect(try repository.git(["show", "--name-only", "--format=", "HEAD"]) == Self.prompt)
        let refused = try commit(Self.system)
        #expect(refused.status != 0)
        #expect(refused.diagnostics.contains("DOC-002"))
    }

    @Test func amendedCommitIsCheckedAsItWillBe() throws {
        try repository.edit(Self.prompt, "You", "You,")
        #expect(try commit("-a").status == 0)
        let head = try repository.git(["rev-parse", "HEAD"])
        try breakSystem()
        let refused = try commit("--amend", "-a")
        #expect(refused.status != 0)
        #expect(refused.diagnostics.contains("DOC-002"))
        #expect(try repository.git(["rev-parse", "HEAD"]) == head)
        try repository.git(["checkout", "--quiet", Self.system])
        #expect(try commit("--amend", "-a").status == 0)
    }

    /// From a folder below the root, where git's variables hold relative paths.
    @Test func commitFromASubfolder() throws {
        try breakSystem()
        let refused = try runProgram(
            ["git", "commit", "-a", "-m", "Change"], in: repository.path + "/systems/support-assistant",
            variables: repository.variables(as: .nora))
        #expect(refused.status != 0)
        #expect(refused.diagnostics.contains("DOC-002"))
    }

    @Test func commitInALinkedWorktree() throws {
        let linked = TestRepository(folder: repository.folder, path: repository.folder.path + "/linked")
        try repository.git(["worktree", "add", "--quiet", "-b", "other", linked.path])
        try linked.edit(Self.system, "riskTier: medium", "riskTier: mediun")
        let refused = try linked.tryGit(["commit", "-a", "-m", "Change"], as: .nora)
        #expect(refused.status != 0)
        #expect(refused.diagnostics.contains("DOC-002"))
    }
}
