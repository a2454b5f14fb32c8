import Commands
import Foundation
import TestSupport
import Testing

/// `git diff` and `git log -p --ext-diff` with the real program as their diff driver.
struct GitDiffDriverTests {
    private static let prompt = "systems/support-assistant/prompts/system.prompt"

    private static func repository() throws -> TestRepository {
        let repository = try ExampleProject.repository()
        let program = try Product.folder() + "/imprimatur"
        try repository.git(["config", "diff.imprimatur.command", "\(program) diff --as-git-driver --"])
        try repository.write(".gitattributes", "systems/** diff=imprimatur\nREADME.md diff=imprimatur\n")
        try repository.write("README.md", "One\n")
        try repository.commitAll("Attributes", as: .nora)
        return repository
    }

    @Test func gitDiffShowsWhatAnEditAmountsTo() throws {
        let repository = try Self.repository()
        try repository.edit(Self.prompt, "Never promise a refund", "Try not to promise a refund")
        let diff = try repository.git(["diff"])
        #expect(diff.contains("diff --imprimatur a/\(Self.prompt) b/\(Self.prompt)"))
        #expect(diff.contains("critical prompt/prohibition-weakened in system"))
        #expect(!diff.contains("@@"))
    }

    @Test func gitLogShowsItForEachCommit() throws {
        let repository = try Self.repository()
        try repository.edit(Self.prompt, "Never promise a refund", "Try not to promise a refund")
        try repository.commitAll("Friendlier", as: .nora)
        try repository.edit(Self.prompt, "Try not to promise a refund", "Never promise a refund")
        try repository.commitAll("As it was", as: .nora)
        let log = try repository.git(["log", "-p", "-2", "--ext-diff", "--format=%s"])
        #expect(log.contains("prompt/prohibition-weakened"))
        #expect(log.contains("prompt/prohibition-strengthened"))
    }

    @Test func aFileOfNoSystemHasItsLinesShown() throws {
        let repository = try Self.repository()
        try repository.write("README.md", "Two\n")
        let diff = try repository.git(["diff", "--", "README.md"])
        #expect(diff.contains("@@ -1 +1 @@\n-One\n+Two"))
    }

    @Test func newRenamedAndDeletedFiles() throws {
        let repository = try Self.repository()
        try repository.write("systems/support-assistant/prompts/extra.prompt", "{{role \"system\"}}\nBe kind.\n")
        try repository.git(["add", "-A"])
        #expect(try repository.git(["diff", "--cached"]).contains("prompt/file-added"))
        try repository.commitAll("Extra", as: .nora)
        try repository.git(
            ["mv", "systems/support-assistant/prompts/extra.prompt", "systems/support-assistant/prompts/other.prompt"])
        #expect(try repository.git(["diff", "--cached", "-M"]).contains("Same bytes"))
        try repository.git(["rm", "-q", "--cached", "systems/support-assistant/prompts/other.prompt"])
        #expect(try repository.git(["diff", "--cached", "--no-renames"]).contains("prompt/file-removed"))
    }

    @Test func whatCannotBeJudgedIsShownLineByLine() throws {
        let repository = try Self.repository()
        try repository.write("imprimatur.yaml", "kind: [")
        try repository.edit(Self.prompt, "Never promise a refund", "Try not to promise a refund")
        let diff = try repository.git(["diff", "--", Self.prompt])
        #expect(diff.contains("Not judged: "))
        #expect(diff.contains("+- Try not to promise a refund"))
    }

    @Test func otherArgumentsAreRefused() throws {
        let repository = try Self.repository()
        #expect(repository.imprimatur("diff", "--as-git-driver", "one").status == .usage)
        #expect(repository.imprimatur("diff", "main", "HEAD").status == .usage)
    }
}
