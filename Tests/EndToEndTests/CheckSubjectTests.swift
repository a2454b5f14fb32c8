import Commands
import Foundation
import TestSupport
import Testing

/// Which tree `check` looks at, in every kind of repository that git makes.
struct CheckSubjectTests {
    private static let system = "systems/support-assistant/system.yaml"
    private static let prompt = "systems/support-assistant/prompts/system.prompt"

    private func breakSystem(_ repository: TestRepository) throws {
        try repository.edit(Self.system, "riskTier: medium", "riskTier: mediun")
    }

    private func clone(_ repository: TestRepository, _ arguments: [String], to name: String) throws -> TestRepository {
        let copy = TestRepository(folder: repository.folder, path: repository.folder.path + "/" + name)
        try repository.git(["config", "uploadpack.allowFilter", "true"])
        try repository.git(["clone", "--quiet"] + arguments + ["file://" + repository.path, copy.path])
        return copy
    }

    // MARK: Ranges

    @Test func rangeRefusesOnlyWhatItBrought() throws {
        let repository = try ExampleProject.repository()
        try repository.edit(Self.system, "kind: AISystem", "kind: AISystem\nowned: true")
        let before = try repository.commitAll("An old mistake", as: .nora)
        try repository.edit(Self.prompt, "You", "You,")
        try repository.commitAll("Something else", as: .nora)
        #expect(repository.imprimatur("check", "--rev", "HEAD").status == .refused)
        let harmless = repository.imprimatur("check", "--range", "\(before)..HEAD")
        #expect(harmless.status == .pass)
        #expect(harmless.output.contains("owned"))

        try breakSystem(repository)
        try repository.commitAll("A new mistake", as: .nora)
        let result = repository.imprimatur("check", "--range", "\(before)..", "--format", "json")
        #expect(result.status == .refused)
        let findings = try #require(try result.json()["findings"] as? [[String: Any]])
        #expect(findings.count == 2)
    }

    /// What could not be read hides what nobody knows: it is old only while the file stays as it was.
    @Test func rangeDoesNotForgiveChangesInUnreadableFiles() throws {
        let repository = try ExampleProject.repository()
        try repository.edit(Self.system, "kind: AISystem", "kind: AISystem\nkind: AISystem")
        let before = try repository.commitAll("Unreadable", as: .nora)
        try repository.edit(Self.prompt, "You", "You,")
        try repository.commitAll("Something else", as: .nora)
        #expect(repository.imprimatur("check", "--range", "\(before)..HEAD").status == .pass)
        try repository.edit(Self.system, "riskTier: medium", "riskTier: high")
        try repository.commitAll("Behind the curtain", as: .nora)
        #expect(repository.imprimatur("check", "--range", "\(before)..HEAD").status == .refused)
    }

    @Test func rangeDoesNotForgiveWhatWasLoweredBefore() throws {
        let repository = try ExampleProject.repository()
        let project = try repository.read("imprimatur.yaml")
        try breakSystem(repository)
        try repository.write(
            "imprimatur.yaml", project + "  rules:\n    - {id: DOC-002, severity: warning, reason: \"renamed\"}\n")
        try repository.commitAll("Lowered", as: .nora)
        try repository.write("imprimatur.yaml", project)
        try repository.commitAll("No longer lowered", as: .nora)
        #expect(repository.imprimatur("check", "--range", "HEAD~1..HEAD").status == .refused)
    }

    /// The pull request that adopts the tool, and the one that mends its settings.
    @Test func rangeMayBeginWhereNothingWasGoverned() throws {
        let repository = try TestRepository()
        try repository.write("readme.txt", "Nothing yet\n")
        let before = try repository.commitAll("Before", as: nil)
        let example = try ExampleProject.repository()
        try FileManager.default.removeItem(atPath: example.path + "/.git")
        for name in try FileManager.default.contentsOfDirectory(atPath: example.path) {
            try FileManager.default.moveItem(
                atPath: example.path + "/" + name, toPath: repository.path + "/" + name)
        }
        try repository.commitAll("Adopt", as: nil)
        #expect(repository.imprimatur("check", "--range", "\(before)..HEAD").status == .pass)
        try breakSystem(repository)
        try repository.commitAll("Break", as: nil)
        #expect(repository.imprimatur("check", "--range", "\(before)..HEAD").status == .refused)
    }

    @Test func threeDotsBeginWhereBothParted() throws {
        let repository = try ExampleProject.repository()
        try repository.git(["checkout", "--quiet", "-b", "change"])
        try breakSystem(repository)
        try repository.commitAll("A mistake here", as: .nora)
        try repository.git(["checkout", "--quiet", "main"])
        try breakSystem(repository)
        try repository.commitAll("The same mistake there", as: .nora)
        #expect(repository.imprimatur("check", "--range", "main..change").status == .pass)
        #expect(repository.imprimatur("check", "--range", "main...change").status == .refused)
        #expect(repository.imprimatur("check", "--range", "main").status == .usage)
        #expect(repository.imprimatur("check", "--range", "main..nowhere").status == .undecided)
    }

    // MARK: Standard input

    @Test func standardInputStandsForOneFile() throws {
        let repository = try ExampleProject.repository()
        let unsaved = try repository.read(Self.system).replacingOccurrences(of: "tier: medium", with: "tier: mediun")
            .replacingOccurrences(of: "riskTier: medium", with: "riskTier: mediun")
        #expect(repository.imprimatur("check", "--stdin-path", Self.system, input: unsaved).status == .refused)
        #expect(repository.imprimatur("check").status == .pass)
        // Findings of other files are not the editor's business.
        let saved = try repository.read(Self.system)
        try repository.edit("systems/support-assistant/release.yaml", "kind: ReleasePackage", "kind: ReleasePackge")
        #expect(repository.imprimatur("check", "--stdin-path", Self.system, input: saved).status == .pass)
    }

    // MARK: Paths

    @Test func pathsAreThoseOfWhereThePersonIs() throws {
        let repository = try ExampleProject.repository()
        try breakSystem(repository)
        let folder = repository.path + "/systems/support-assistant"
        func check(_ arguments: String...) -> Commands.ExitStatus {
            runImprimatur(["check"] + arguments, in: folder, variables: repository.variables(as: nil)).status
        }
        #expect(check("system.yaml") == .refused)
        #expect(check("release.yaml") == .pass)
        #expect(check(".") == .refused)
        #expect(check("../../governance") == .pass)
        #expect(check("../..") == .refused)
        #expect(check(repository.path + "/" + Self.system) == .refused)
        #expect(check("../../../elsewhere.yaml") == .usage)
        #expect(repository.imprimatur("check", Self.system).status == .refused)
    }

    /// With a misspelt path nothing would be looked at, and that would pass.
    @Test func pathThatNamesNothingIsNoPass() throws {
        let repository = try ExampleProject.repository()
        let result = repository.imprimatur("check", "systms")
        #expect(result.status == .undecided)
        #expect(result.diagnostics.contains("systms"))
        #expect(repository.imprimatur("check", "-").status == .usage)
        #expect(repository.imprimatur("check", "--stdin-path", "systems/").status == .usage)
        #expect(repository.imprimatur("check", "--stdin-path", Self.system, "governance").status == .usage)
    }

    @Test func pathThatIsNoDocumentIsSaid() throws {
        let repository = try ExampleProject.repository()
        try repository.write("notes.yaml", "{a: [")
        let result = repository.imprimatur("check", "notes.yaml")
        #expect(result.output.contains("notes.yaml holds no document"))
        #expect(result.output.contains("0 documents"))
    }

    // MARK: Kinds of repositories

    @Test func linkedWorktreeIsItsOwnSubject() throws {
        let repository = try ExampleProject.repository()
        let linked = TestRepository(folder: repository.folder, path: repository.folder.path + "/linked")
        try repository.git(["worktree", "add", "--quiet", "-b", "other", linked.path])
        try breakSystem(linked)
        #expect(linked.imprimatur("check").status == .refused)
        #expect(linked.imprimatur("check", "--staged").status == .pass)
        try linked.git(["add", "--all"])
        #expect(linked.imprimatur("check", "--staged").status == .refused)
        #expect(repository.imprimatur("check").status == .pass)
        #expect(repository.imprimatur("check", "--staged").status == .pass)
    }

    /// The documents of a submodule are another repository's: not entered, and said so.
    @Test func submodulesAreNotEnteredAndThatIsSaid() throws {
        let other = try ExampleProject.repository(named: "other")
        let repository = try ExampleProject.repository()
        try repository.git(
            ["-c", "protocol.file.allow=always", "submodule", "add", "--quiet", other.path, "systems/other"])
        try breakSystem(TestRepository(folder: repository.folder, path: repository.path + "/systems/other"))
        try repository.commitAll("Add a submodule", as: .nora)
        for arguments in [["check"], ["check", "--staged"], ["check", "--rev", "HEAD"]] {
            let result = repository.imprimatur(arguments: arguments)
            #expect(result.status == .pass, "\(arguments): \(result.text)")
            #expect(result.output.contains("systems/other is a submodule"), "\(arguments)")
        }
    }

    /// What a sparse checkout leaves out counts as the index has it.
    @Test(arguments: [["--cone"], ["--no-cone"], ["--cone", "--sparse-index"]])
    func sparseCheckoutIsWhole(_ mode: [String]) throws {
        let repository = try ExampleProject.repository()
        try repository.git(["sparse-checkout", "set"] + mode + ["governance"])
        #expect(!FileManager.default.fileExists(atPath: repository.path + "/" + Self.prompt))
        let result = repository.imprimatur("check")
        if mode.contains("--sparse-index"), result.status == .undecided {
            // libgit2 1.5 cannot read an index with folders in it; that is no pass, and the mend is named.
            #expect(result.diagnostics.contains("sparse"))
            return
        }
        #expect(result.status == .pass, "\(result.text)")
        #expect(result.output.contains("9 documents"), "\(result.text)")
        #expect(repository.imprimatur("check", "--staged").status == .pass)
    }

    /// A partial clone has no blobs but those that were checked out. What is missing is named, and nothing is fetched.
    @Test func partialCloneIsIncompleteByName() throws {
        let repository = try ExampleProject.repository()
        try breakSystem(repository)
        try repository.commitAll("Broken", as: .nora)
        try repository.edit(Self.system, "riskTier: mediun", "riskTier: medium")
        try repository.commitAll("Mended", as: .nora)
        let partial = try clone(repository, ["--filter=blob:none"], to: "partial")
        #expect(partial.imprimatur("check").status == .pass)
        #expect(partial.imprimatur("check", "--rev", "HEAD").status == .pass)
        let result = partial.imprimatur("check", "--rev", "HEAD~1")
        #expect(result.status == .undecided)
        #expect(result.diagnostics.contains(Self.system))
        let bare = try clone(repository, ["--filter=tree:0", "--bare"], to: "treeless.git")
        #expect(bare.imprimatur("check", "--rev", "HEAD~1").status == .undecided)
    }

    @Test func shallowCloneIsEnoughForOneCommit() throws {
        let repository = try ExampleProject.repository()
        let first = try repository.git(["rev-parse", "HEAD"])
        try repository.edit(Self.prompt, "You", "You,")
        try repository.commitAll("Another", as: .nora)
        let shallow = try clone(repository, ["--depth=1"], to: "shallow")
        #expect(shallow.imprimatur("check", "--rev", "HEAD").status == .pass)
        #expect(shallow.imprimatur("check", "--range", "\(first)..HEAD").status == .undecided)
    }
}
