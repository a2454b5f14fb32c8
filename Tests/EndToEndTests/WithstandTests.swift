import Commands
import Foundation
import TestSupport
import Testing

/// Bad input: a clear error, the right exit code, nothing lost.
struct WithstandTests {
    private static let commands: [[String]] = [
        ["check"], ["check", "--staged"], ["check", "--rev", "HEAD"], ["diff", "HEAD..HEAD"], ["gate"], ["approvals"],
        ["approve", "--role", "risk-approver"], ["release"], ["verify", "--all"], ["trust", "show"],
        ["hooks", "run", "pre-push"],
    ]

    @Test(arguments: commands) func notARepository(_ command: [String]) throws {
        let folder = try TemporaryFolder()
        let outside = TestRepository(folder: folder, path: folder.path)
        let result = outside.imprimatur(arguments: command)
        #expect(result.status == .undecided)
        #expect(result.diagnostics.contains("not in a git repository"))
        #expect(result.diagnostics.contains("help:"))
    }

    @Test(arguments: commands.filter { $0.first != "hooks" }) func emptyRepository(_ command: [String]) throws {
        let result = try TestRepository().imprimatur(arguments: command)
        #expect(result.status == .undecided, "\(result.text)")
        #expect(result.diagnostics.contains("help:"))
    }

    @Test func detachedHead() throws {
        let repository = try ExampleProject.released()
        try repository.git(["checkout", "--quiet", "--detach"])
        #expect(repository.imprimatur("check").status == .pass)
        #expect(repository.imprimatur("approvals").status == .pass)
        #expect(repository.imprimatur("verify", "--all").status == .pass)
    }

    @Test func missingTags() throws {
        let repository = try ExampleProject.released()
        let clone = TestRepository(folder: repository.folder, path: repository.folder.path + "/no-tags")
        try repository.git(["clone", "--quiet", "--no-tags", ".", clone.path])
        for command in [["verify", "--all"], ["verify", "release/support-assistant/1.0.0"]] {
            let result = clone.imprimatur(arguments: command)
            #expect(result.status == .undecided)
            #expect(result.diagnostics.contains("git fetch --tags"))
        }
    }

    @Test(arguments: ["key: [1, 2", "a: b: c", "\tx: 1", "a: *nowhere", "a: &x [*x]", "%YAML 3.0\n---\n"])
    func unreadableYAML(_ text: String) throws {
        let repository = try ExampleProject.repository()
        try repository.write("governance/broken.yaml", text)
        let result = repository.imprimatur("check", "--format", "json")
        #expect(result.status == .refused)
        #expect(result.output.contains("governance/broken.yaml"))
    }

    @Test func binaryFileWhereYAMLIsExpected() throws {
        let repository = try ExampleProject.repository()
        try repository.write(
            "governance/picture.yaml", Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 1, 2]))
        let result = repository.imprimatur("check")
        #expect(result.status == .refused)
        #expect(result.output.contains("binary"))
    }

    @Test func documentOverTheLimits() throws {
        let repository = try ExampleProject.repository()
        try repository.write("governance/big.yaml", String(repeating: "# filler filler filler\n", count: 200_000))
        try repository.write(
            "governance/deep.yaml", String(repeating: "[", count: 200) + String(repeating: "]", count: 200))
        let bomb =
            ["a: &a [x, x, x, x, x, x, x, x, x]"]
            + zip("bcdefg", "abcdef").map { key, last in
                "\(key): &\(key) [\(Array(repeating: "*\(last)", count: 9).joined(separator: ", "))]"
            }
        try repository.write("governance/bomb.yaml", bomb.joined(separator: "\n"))
        let result = repository.imprimatur("check", "--format", "json")
        #expect(result.status == .refused)
        for expected in ["more than the limit", "nested deeper", "once aliases are expanded"] {
            #expect(result.output.contains(expected))
        }
    }

    @Test func pathsWithSpacesAndOtherLetters() throws {
        let repository = try ExampleProject.repository(named: "Ünïcode and spaces")
        let prompt = "systems/support-assistant/prompts/größe & maß.md"
        try repository.write(prompt, "Never guess a size.\n")
        try repository.edit(
            "systems/support-assistant/release.yaml", "    guardrails:\n",
            "      - {id: sizes, path: \"\(prompt)\", role: system, format: markdown}\n    guardrails:\n")
        try repository.commitAll("Sizes", as: .nora)
        let result = repository.imprimatur("check", "--rev", "HEAD")
        #expect(result.status == .pass, "\(result.text)")
        #expect(
            repository.imprimatur("approve", "support-assistant", "--role", "risk-approver", as: .maya).status == .pass)
    }

    @Test func sha256Repository() throws {
        let repository = try TestRepository(named: "sha256", arguments: ["--object-format=sha256"])
        let result = repository.imprimatur("check")
        #expect(result.status == .undecided)
        #expect(result.diagnostics.contains("SHA-256"))
    }

    @Test func symlinkInAGovernedPath() throws {
        let repository = try ExampleProject.repository()
        try FileManager.default.createSymbolicLink(
            atPath: repository.path + "/systems/support-assistant/prompts/link.prompt",
            withDestinationPath: "/etc/passwd")
        let check = repository.imprimatur("check", "--format", "json")
        #expect(check.status == .refused)
        #expect(check.output.contains("GIT-007"))
        try repository.commitAll("Link", as: .nora)
        #expect(repository.imprimatur("release", "support-assistant", as: .nora).status == .refused)
    }

    @Test func attributeThatChangesWhatShips() throws {
        let repository = try ExampleProject.repository()
        try repository.write(".gitattributes", "guardrails/*.yaml text\nsystems/**/output.yaml export-ignore\n")
        let check = repository.imprimatur("check", "--format", "json")
        #expect(check.status == .refused)
        #expect(check.output.contains("GIT-005"))
    }

    @Test func mergeConflictInTheIndex() throws {
        let repository = try ExampleProject.repository()
        let file = "systems/support-assistant/inference.yaml"
        try repository.git(["checkout", "--quiet", "-b", "other"])
        try repository.edit(file, "temperature: 0.2", "temperature: 0.3")
        try repository.commitAll("Other", as: .nora)
        try repository.git(["checkout", "--quiet", "main"])
        try repository.edit(file, "temperature: 0.2", "temperature: 0.4")
        try repository.commitAll("Main", as: .nora)
        _ = try repository.tryGit(["merge", "other"], as: .nora)
        let result = repository.imprimatur("check", "--staged")
        #expect(result.status == .undecided)
        #expect(result.diagnostics.contains("merge conflict"))
    }

    @Test func repositoryOfAnotherUserIsToldClearly() throws {
        guard geteuid() == 0 else { return }
        let repository = try ExampleProject.repository()
        _ = try runProgram(
            ["chown", "-R", "nobody", repository.path], in: "/", variables: repository.variables(as: nil))
        let result = repository.imprimatur("check")
        #expect(result.status == .undecided)
        #expect(result.diagnostics.contains("safe.directory"))
    }

    /// Verification writes nothing and runs nothing that the repository's configuration names.
    @Test func verifyWritesNothingAndRunsNothing() throws {
        let repository = try ExampleProject.released()
        let trap = repository.folder.path + "/trap"
        for key in ["gpg.program", "gpg.ssh.program", "core.fsmonitor", "core.pager", "core.sshCommand"] {
            try repository.git(["config", key, "touch \(trap)"])
        }
        func state() throws -> String {
            try runProgram(
                ["find", ".git", "-type", "f", "-newermt", "2000-01-01", "-printf", "%p %T@ %s\\n"],
                in: repository.path,
                variables: repository.variables(as: nil)
            ).output.split(separator: "\n").sorted().joined(separator: "\n")
        }
        let before = try state()
        for command in [
            ["verify", "--all"], ["check"], ["check", "--staged"], ["approvals"], ["gate"], ["diff", "HEAD..HEAD"],
        ] {
            #expect(repository.imprimatur(arguments: command).status == .pass)
        }
        #expect(try state() == before)
        #expect(!FileManager.default.fileExists(atPath: trap))
    }
}
