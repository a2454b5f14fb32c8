import Commands
import Foundation
import TestSupport
import Testing

/// Where git's variables and the paths of a command line lead.
struct GitEnvironmentTests {
    private static let system = "systems/support-assistant/system.yaml"

    private let repository: TestRepository

    init() throws {
        repository = try ExampleProject.repository()
        try repository.edit(Self.system, "riskTier: medium", "riskTier: mediun")
    }

    private func run(_ arguments: String..., in folder: String, _ variables: [String: String] = [:]) -> CommandResult {
        runImprimatur(
            arguments, in: folder, variables: repository.variables(as: .nora).merging(variables) { $1 })
    }

    /// git changes into the root before it looks for a relative one.
    @Test func relativeIndexCountsFromTheRoot() throws {
        try repository.git(["add", "--all"])
        let folder = repository.path + "/systems"
        #expect(run("hooks", "run", "pre-commit", in: folder, ["GIT_INDEX_FILE": ".git/index"]).status == .refused)
        #expect(run("check", "--staged", in: folder, ["GIT_INDEX_FILE": ".git/index"]).status == .refused)
    }

    @Test func indexThatIsNotThereIsNoPass() {
        for arguments in [["hooks", "run", "pre-commit"], ["check", "--staged"], ["check"]] {
            let result = repository.imprimatur(arguments: arguments, variables: ["GIT_INDEX_FILE": "nowhere"])
            #expect(result.status == .undecided, "\(arguments)")
            #expect(result.diagnostics.contains("GIT_INDEX_FILE"), "\(result.text)")
        }
    }

    /// git names the index of a new repository to its hooks before there is one.
    @Test func firstCommitOfNothingIsNotHindered() throws {
        let new = try TestRepository()
        #expect(!FileManager.default.fileExists(atPath: new.path + "/.git/index"))
        let result = new.imprimatur("hooks", "run", "pre-commit", variables: ["GIT_INDEX_FILE": ".git/index"])
        #expect(result.status == .pass, "\(result.text)")
    }

    @Test func emptyVariablesAreUnset() {
        let empty = ["GIT_DIR": "", "GIT_WORK_TREE": "", "GIT_INDEX_FILE": ""]
        #expect(repository.imprimatur("check", "--staged", variables: empty).status == .pass)
        #expect(repository.imprimatur("check", variables: empty).status == .refused)
    }

    @Test func relativeWorktreeIsFound() throws {
        let folder = repository.path + "/systems"
        let variables = ["GIT_DIR": "../.git", "GIT_WORK_TREE": ".."]
        #expect(run("check", "support-assistant/system.yaml", in: folder, variables).status == .refused)
        #expect(run("check", "support-assistant/release.yaml", in: folder, variables).status == .pass)
        #expect(run("check", "../governance", in: folder, variables).status == .pass)
        let nowhere = run("check", in: folder, ["GIT_DIR": "../.git", "GIT_WORK_TREE": "nowhere"])
        #expect(nowhere.status == .undecided)
        #expect(nowhere.diagnostics.contains("GIT_WORK_TREE"))
    }

    @Test func absolutePathsMayLeadThroughLinks() throws {
        let link = repository.folder.path + "/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: repository.path)
        let deep = repository.folder.path + "/deep"
        try FileManager.default.createSymbolicLink(atPath: deep, withDestinationPath: repository.folder.path)
        for root in [link, deep + "/" + (repository.path as NSString).lastPathComponent] {
            #expect(repository.imprimatur("check", root + "/" + Self.system).status == .refused)
            #expect(repository.imprimatur("check", root).status == .refused)
            #expect(repository.imprimatur("check", root + "/governance").status == .pass)
        }
        #expect(repository.imprimatur("check", repository.folder.path + "/elsewhere.yaml").status == .usage)
    }

    // MARK: What cannot be looked at

    @Test func bareRepositoryHasNothingStaged() throws {
        let bare = TestRepository(folder: repository.folder, path: repository.folder.path + "/bare.git")
        try repository.git(["clone", "--quiet", "--bare", ".", bare.path])
        let result = bare.imprimatur("check", "--staged")
        #expect(result.status == .undecided)
        #expect(result.diagnostics.contains("bare"), "\(result.text)")
        #expect(result.diagnostics.contains("--rev"), "\(result.text)")
    }

    @Test(arguments: ["", "junk", String(repeating: "junk", count: 100)])
    func indexThatIsNoneIsNamed(_ content: String) throws {
        try repository.write(".git/index", content)
        for arguments in [["check"], ["check", "--staged"]] {
            let result = repository.imprimatur(arguments: arguments)
            #expect(result.status == .undecided)
            #expect(result.diagnostics.contains(".git/index cannot be read"), "\(result.text)")
            #expect(!result.diagnostics.contains("no longer exists"))
            #expect(result.diagnostics.contains("git reset"))
        }
    }

    @Test func folderThatIsNotThereIsWrongUsage() {
        let result = repository.imprimatur("check", "-C", "nowhere")
        #expect(result.status == .usage)
        #expect(result.diagnostics.contains("no such folder"), "\(result.text)")
    }

    @Test func revisionBehindTheEndOfAShallowClone() throws {
        try repository.commitAll("Another", as: .nora)
        let shallow = TestRepository(folder: repository.folder, path: repository.folder.path + "/shallow")
        try repository.git(["clone", "--quiet", "--depth=1", "file://" + repository.path, shallow.path])
        let result = shallow.imprimatur("check", "--rev", "HEAD~1")
        #expect(result.status == .undecided)
        #expect(result.diagnostics.contains("shallow"), "\(result.text)")
        #expect(result.diagnostics.contains("git fetch --unshallow"), "\(result.text)")
    }

    /// Of a document and of a prompt; until the marks are gone, for `git add` comes after the check.
    @Test(arguments: [(system, "riskTier: medi"), ("systems/support-assistant/prompts/system.prompt", "You")])
    func mergeConflictIsNamed(_ path: String, _ word: String) throws {
        try repository.git(["checkout", "--quiet", "--", "."])
        let good = try repository.read(path)
        try repository.git(["checkout", "--quiet", "-b", "change"])
        try repository.edit(path, word, word + "1")
        try repository.commitAll("Here", as: .nora)
        try repository.git(["checkout", "--quiet", "main"])
        try repository.edit(path, word, word + "2")
        try repository.commitAll("There", as: .nora)
        #expect(try repository.tryGit(["merge", "change"], as: .nora).status != 0)
        for arguments in [["check"], ["check", "--staged"]] {
            let result = repository.imprimatur(arguments: arguments)
            #expect(result.status == .undecided, "\(arguments): \(result.text)")
            #expect(result.diagnostics.contains("\(path) has an unresolved merge conflict"), "\(result.text)")
        }
        try repository.write(path, good)
        #expect(repository.imprimatur("check").status == .pass)
    }

    // MARK: What the next commit will not hold

    @Test func intentToAddIsNotStaged() throws {
        try repository.git(["checkout", "--quiet", "--", "."])
        try repository.write("systems/new/system.yaml", "a: [\n")
        try repository.git(["add", "--intent-to-add", "systems/new/system.yaml"])
        let staged = repository.imprimatur("check", "--staged")
        #expect(staged.status == .pass, "\(staged.text)")
        #expect(repository.imprimatur("hooks", "run", "pre-commit").status == .pass)
        #expect(repository.imprimatur("check").status == .refused)
        try repository.git(["add", "systems/new/system.yaml"])
        #expect(repository.imprimatur("check", "--staged").status == .refused)
    }

    /// Tracked, so that the ignore rules have no say in the worktree.
    @Test func intentToAddIsTracked() throws {
        try repository.git(["checkout", "--quiet", "--", "."])
        try repository.write(".gitignore", "new\n")
        try repository.write("systems/new/system.yaml", "a: [\n")
        #expect(repository.imprimatur("check").status == .pass)
        try repository.git(["add", "--force", "--intent-to-add", "systems/new/system.yaml"])
        #expect(repository.imprimatur("check").status == .refused)
    }

    /// The end of what is governed must be meant.
    @Test func hookStopsTheRemovalOfTheProjectFile() throws {
        try repository.git(["checkout", "--quiet", "--", "."])
        try repository.git(["rm", "--quiet", "imprimatur.yaml"])
        let result = repository.imprimatur("hooks", "run", "pre-commit")
        #expect(result.status == .refused)
        #expect(result.diagnostics.contains("imprimatur.yaml"))
        #expect(result.diagnostics.contains("--no-verify"))
        try repository.git(["commit", "--quiet", "-m", "Not governed any more"])
        #expect(repository.imprimatur("hooks", "run", "pre-commit").status == .pass)
    }
}
