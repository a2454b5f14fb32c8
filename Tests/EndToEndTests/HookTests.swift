import Commands
import Foundation
import TestSupport
import Testing

/// The client hooks as git runs them: with the real program on the PATH.
struct HookTests {
    private func installed() throws -> TestRepository {
        let repository = try ExampleProject.released()
        let result = repository.imprimatur("hooks", "install", as: .nora)
        try #require(result.status == .pass, "\(result.text)")
        return repository
    }

    @Test func scriptsInTheProjectAreThoseThatAreInstalled() throws {
        let repository = try installed()
        for name in ["pre-commit", "pre-push"] {
            let ours = try String(contentsOfFile: ExampleProject.checkout + "/.githooks/" + name, encoding: .utf8)
            #expect(try repository.read(".githooks/" + name) == ours)
        }
        #expect(try repository.git(["config", "core.hooksPath"]) == ".githooks")
    }

    @Test func preCommitSaysHowMuchAChangeMatters() throws {
        let repository = try installed()
        try ExampleProject.applyChanges(to: repository)
        try repository.git(["add", "--all"])
        let commit = try runProgram(
            ["git", "commit", "-m", "Friendlier tone"], in: repository.path, variables: repository.variables(as: .nora))
        #expect(commit.status == 0, "\(commit.diagnostics)")
        #expect(commit.diagnostics.contains("support-assistant: this commit is critical"))
    }

    @Test func preCommitStopsABrokenDocument() throws {
        let repository = try installed()
        let head = try repository.git(["rev-parse", "HEAD"])
        try repository.edit("systems/support-assistant/system.yaml", "riskTier: medium", "riskTier: mediun")
        // `commit -a` shows the hook an index of its own.
        let commit = try runProgram(
            ["git", "commit", "-a", "-m", "Typo"], in: repository.path, variables: repository.variables(as: .nora))
        #expect(commit.status != 0)
        #expect(commit.diagnostics.contains("DOC-002"))
        #expect(try repository.git(["rev-parse", "HEAD"]) == head)
    }

    @Test func preCommitLooksAtTheIndexOnly() throws {
        let repository = try installed()
        try repository.edit("systems/support-assistant/system.yaml", "riskTier: medium", "riskTier: mediun")
        try repository.write("notes.txt", "A note\n")
        try repository.git(["add", "notes.txt"])
        let commit = try runProgram(
            ["git", "commit", "-m", "A note"], in: repository.path, variables: repository.variables(as: .nora))
        #expect(commit.status == 0, "\(commit.diagnostics)")
    }

    @Test func prePushLetsApprovedReleasesLeaveAndStopsOthers() throws {
        let repository = try installed()
        let remote = repository.folder.path + "/remote.git"
        try repository.git(["init", "--quiet", "--bare", remote])
        try repository.git(["remote", "add", "origin", remote])
        let variables = repository.variables(as: .nora)
        let good = try runProgram(
            ["git", "push", "--quiet", "origin", "main", "release/support-assistant/1.0.0"], in: repository.path,
            variables: variables)
        #expect(good.status == 0, "\(good.diagnostics)")

        try repository.git(
            ["tag", "-s", "-m", "Release support-assistant 1.1.0", "release/support-assistant/1.1.0"], as: .nora)
        let bad = try runProgram(
            ["git", "push", "--quiet", "origin", "release/support-assistant/1.1.0"], in: repository.path,
            variables: variables)
        #expect(bad.status != 0)
        #expect(bad.diagnostics.contains("release/support-assistant/1.1.0"))
        let tags = try repository.git(["ls-remote", "--tags", "origin"])
        #expect(!tags.contains("1.1.0"))
    }

    @Test func hooksOfSomebodyElseAreLeftAlone() throws {
        let repository = try ExampleProject.repository()
        try repository.write(".git/hooks/pre-commit", "#!/bin/sh\nexit 0\n")
        let own = repository.imprimatur("hooks", "install", as: .nora)
        #expect(own.status == .refused)
        #expect(own.diagnostics.contains("pre-commit"))
        try repository.git(["config", "core.hooksPath", "tools/hooks"])
        #expect(repository.imprimatur("hooks", "install", as: .nora).status == .refused)
    }

    @Test func repositoryWithoutProjectIsNotHindered() throws {
        let repository = try TestRepository()
        try repository.write("a.txt", "a\n")
        try repository.git(["add", "--all"])
        #expect(repository.imprimatur("hooks", "run", "pre-commit").status == .pass)
    }
}
