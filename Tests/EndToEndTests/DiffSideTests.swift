import Commands
import TestSupport
import Testing

/// Any two states can be compared: commits, the index, the files on disk, the result of a merge.
struct DiffSideTests {
    private static let prompt = "systems/support-assistant/prompts/system.prompt"
    private static let inference = "systems/support-assistant/inference.yaml"

    private static func rules(_ result: CommandResult) throws -> [String] {
        let systems = try #require(try result.json()["systems"] as? [[String: Any]])
        return systems.flatMap { $0["changes"] as? [[String: Any]] ?? [] }.compactMap { $0["rule"] as? String }
    }

    private static func edited() throws -> TestRepository {
        let repository = try ExampleProject.repository()
        try repository.edit(prompt, "Never promise a refund", "Try not to promise a refund")
        return repository
    }

    @Test func withoutArgumentsTheFilesOnDiskAreComparedWithTheLastCommit() throws {
        let repository = try Self.edited()
        let result = repository.imprimatur("diff", "--format", "json")
        #expect(try Self.rules(result) == ["prompt/prohibition-weakened"])
        let report = try result.json()
        #expect(report["base"] as? String == "HEAD")
        #expect(report["head"] as? String == "the worktree")
    }

    @Test func theIndexIsWhatTheNextCommitHolds() throws {
        let repository = try Self.edited()
        #expect(try Self.rules(repository.imprimatur("diff", "--staged", "--format", "json")) == [])
        try repository.git(["add", "-A"])
        try repository.edit(Self.inference, "temperature: 0.2", "temperature: 0.9")
        #expect(
            try Self.rules(repository.imprimatur("diff", "--staged", "--format", "json"))
                == ["prompt/prohibition-weakened"])
        #expect(
            try Self.rules(repository.imprimatur("diff", "HEAD", "--format", "json"))
                == ["prompt/prohibition-weakened", "inference/temperature-raised"])
    }

    /// A branch that is behind: what `main` got meanwhile is no change of the branch.
    @Test func threeDotsAreTheResultOfTheMerge() throws {
        let repository = try ExampleProject.repository()
        try repository.git(["checkout", "-q", "-b", "feature"])
        try repository.edit(Self.prompt, "Never promise a refund", "Try not to promise a refund")
        try repository.commitAll("Friendlier", as: .nora)
        try repository.git(["checkout", "-q", "main"])
        try repository.edit(Self.inference, "temperature: 0.2", "temperature: 0.9")
        try repository.commitAll("Livelier", as: .nora)

        let merge = repository.imprimatur("diff", "main...feature", "--format", "json")
        #expect(try Self.rules(merge) == ["prompt/prohibition-weakened"])
        #expect(try merge.json()["head"] as? String == "the merge of feature into main")
        let both = try Self.rules(repository.imprimatur("diff", "main..feature", "--format", "json"))
        #expect(both.contains("inference/temperature-lowered"))
    }

    @Test func bothSidesOfAMergeInOneFileAreNotGuessed() throws {
        let repository = try ExampleProject.repository()
        try repository.git(["checkout", "-q", "-b", "feature"])
        try repository.edit(Self.inference, "temperature: 0.2", "temperature: 0.4")
        try repository.commitAll("Warmer", as: .nora)
        try repository.git(["checkout", "-q", "main"])
        try repository.edit(Self.inference, "temperature: 0.2", "temperature: 0.9")
        try repository.commitAll("Hotter", as: .nora)
        let result = repository.imprimatur("diff", "main...feature")
        #expect(result.status == .undecided)
        #expect(result.diagnostics.contains("inference.yaml"))
    }

    @Test func aPartCanBeShownAloneAndTheClassStaysThatOfAll() throws {
        let repository = try Self.edited()
        try repository.edit(Self.inference, "temperature: 0.2", "temperature: 0.25")
        let result = repository.imprimatur("diff", "--component", "inference")
        #expect(result.status == .pass)
        #expect(result.output.contains("critical:"))
        #expect(result.output.contains("inference/temperature-raised"))
        #expect(!result.output.contains("prompt/prohibition-weakened"))
        #expect(result.output.contains("1 other change not shown"))
        #expect(repository.imprimatur("diff", "--component", "prompt").status == .usage)
    }

    @Test func theIndexAndTwoCommitsExcludeEachOther() throws {
        let repository = try ExampleProject.repository()
        #expect(repository.imprimatur("diff", "--staged", "HEAD..HEAD").status == .usage)
    }

    @Test func aBareRepositoryHasNoFilesOnDisk() throws {
        let repository = try ExampleProject.repository()
        try repository.git(["config", "core.bare", "true"])
        let result = repository.imprimatur("diff", "HEAD", variables: ["GIT_DIR": ".git"])
        #expect(result.status == .undecided)
        #expect(repository.imprimatur("diff", "HEAD..HEAD", variables: ["GIT_DIR": ".git"]).status == .pass)
    }
}
