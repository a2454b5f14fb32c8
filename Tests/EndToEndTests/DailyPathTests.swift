import Commands
import Foundation
import TestSupport
import Testing

/// The path of every day, command by command, as docs/approvals.md shows it.
struct DailyPathTests {
    private static let prompt = "systems/helpdesk-bot/prompts/system.md"

    private func released() throws -> TestRepository {
        let repository = try TestRepository()
        try #require(
            repository.imprimatur("init", "--tier", "low", "--system", "helpdesk-bot", as: .nora).status == .pass)
        try repository.commitAll("Govern helpdesk-bot", as: .nora)
        try #require(repository.imprimatur("release", "helpdesk-bot", as: .nora).status == .pass)
        return repository
    }

    /// From the edit of a prompt to a release at tier low takes at most seven commands beside git's own.
    @Test func fromAnEditToARelease() throws {
        let repository = try released()
        var commands = 0
        func run(_ arguments: String...) -> CommandResult {
            commands += 1
            return repository.imprimatur(arguments: arguments, as: .nora)
        }
        try repository.git(["checkout", "--quiet", "-b", "topic"])
        try repository.write(Self.prompt, try repository.read(Self.prompt) + "\n")
        #expect(run("check").status == .pass)
        #expect(run("diff").status == .pass)
        let new = run("new", "release", "helpdesk-bot", "--ticket", "#2", "--summary", "White space: more of it")
        #expect(new.status == .pass, "\(new.text)")
        #expect(new.output.contains("version 1.0.1, previous 1.0.0, class minor"))
        try repository.commitAll("White space", as: .nora)
        let gate = run("gate", "--base", "main", "--head", "topic")
        #expect(gate.status == .pass, "\(gate.text)")
        try repository.git(["checkout", "--quiet", "main"])
        try repository.git(["merge", "--quiet", "--ff-only", "topic"])
        let release = run("release", "helpdesk-bot")
        #expect(release.status == .pass, "\(release.text)")
        #expect(commands <= 7)
        #expect(repository.imprimatur("verify", "--all").status == .pass)
        let package = try repository.read("systems/helpdesk-bot/release.yaml")
        #expect(package.contains("previous: 1.0.0                   # the version before"))
        #expect(package.contains("summary: \"White space: more of it\""))
    }

    @Test func aMaterialChangeGetsTheNextMinorVersion() throws {
        let repository = try released()
        try repository.write(Self.prompt, try repository.read(Self.prompt) + "\nMention the opening hours.\n")
        let new = repository.imprimatur(
            "new", "release", "--ticket", "#3", "--summary", "Opening hours", as: .nora)
        #expect(new.output.contains("version 1.1.0, previous 1.0.0, class material"), "\(new.text)")
        let own = repository.imprimatur(
            "new", "release", "--ticket", "#3", "--summary", "Opening hours", "--release-version", "2.0.0", as: .nora)
        #expect(own.output.contains("version 2.0.0"))
        #expect(
            repository.imprimatur("new", "release", "--ticket", "#3", "--summary", "x", "--release-version", "two")
                .status == .usage)
    }

    /// Statements and releases travel by tags that git does not always bring.
    @Test func fetchBringsStatements() throws {
        let repository = try ExampleProject.repository()
        let clone = TestRepository(folder: repository.folder, path: repository.folder.path + "/clone")
        try repository.git(["clone", "--quiet", "--no-tags", ".", clone.path])
        try ExampleProject.approveAll(repository)
        let fetched = clone.imprimatur("fetch", ExampleProject.system)
        #expect(fetched.status == .pass, "\(fetched.text)")
        #expect(fetched.output.contains("approve/support-assistant/1.0.0/risk-approver/maya/"))
        #expect(fetched.output.contains("approve/plan/customer-ai/1/"))
        #expect(fetched.diagnostics.contains("refs/tags/withdraw/*:refs/tags/withdraw/*"))
        #expect(clone.imprimatur("fetch").output == "Nothing new.\n")

        // A tag that was moved on the other side does not replace the one that is here.
        let tag = try #require(
            try repository.git(["tag", "--list", "approve/support-assistant/*"]).split(separator: "\n").first)
        try repository.git(["tag", "--force", String(tag), "HEAD"])
        let moved = clone.imprimatur("fetch")
        #expect(moved.status == .undecided)
        #expect(repository.imprimatur("fetch").status == .usage)
        #expect(clone.imprimatur("fetch", "--remote=--upload-pack=touch").status == .usage)
    }

    /// A statement as a file counts once it is committed, also where no tag was pushed.
    @Test func statementsAsFiles() throws {
        let repository = try ExampleProject.repository()
        try ExampleProject.approvePlan(repository)
        for (person, role) in [(Person.ivo, "engineering-owner"), (.lena, "product-owner"), (.maya, "risk-approver")] {
            let made = repository.imprimatur(
                "approve", ExampleProject.system, "--role", role, "--as", "file", as: person)
            try #require(made.status == .pass, "\(made.text)")
        }
        #expect(try repository.git(["tag", "--list", "approve/support-assistant/*"]).isEmpty)
        try repository.commitAll("Approvals", as: .nora)
        let release = repository.imprimatur("release", ExampleProject.system, as: .nora)
        #expect(release.status == .pass, "\(release.text)")
    }

    /// What is taken back no longer counts; approving again names the withdrawal.
    @Test func withdrawalAndApprovalAnew() throws {
        let repository = try ExampleProject.repository()
        try ExampleProject.approveAll(repository)
        let report = try repository.imprimatur("approvals", ExampleProject.system, "--format", "json").json()
        let statements = ((report["systems"] as? [[String: Any]])?.first)?["statements"] as? [[String: Any]]
        let id = try #require(statements?.first { $0["principal"] as? String == "maya" }?["id"] as? String)
        let other = repository.imprimatur("approve", "--withdraw", String(id.prefix(12)), as: .ivo)
        #expect(other.status == .refused)
        let withdrawn = repository.imprimatur("approve", "--withdraw", String(id.prefix(12)), as: .maya)
        #expect(withdrawn.status == .pass, "\(withdrawn.text)")
        let refused = repository.imprimatur("release", ExampleProject.system, "--format", "json", as: .nora)
        #expect(refused.status == .refused)
        #expect(refused.output.contains("\"withdrawn\""))
        let again = repository.imprimatur("approve", ExampleProject.system, "--role", "risk-approver", as: .maya)
        #expect(again.status == .pass, "\(again.text)")
        let released = repository.imprimatur("release", ExampleProject.system, as: .nora)
        #expect(released.status == .pass, "\(released.text)")
    }

    /// A rejection in a veto role stops every later state of the system.
    @Test func rejectionStopsLaterBytes() throws {
        let repository = try ExampleProject.repository()
        try ExampleProject.approveAll(repository)
        let rejected = repository.imprimatur(
            "approve", ExampleProject.system, "--role", "risk-approver", "--reject", as: .maya)
        #expect(rejected.status == .pass, "\(rejected.text)")
        let root = try repository.read("governance/trust/1.yaml")
        let refused = repository.imprimatur("release", ExampleProject.system, "--format", "json", as: .nora)
        if root.contains("vetoRoles: [risk-approver]") {
            #expect(refused.status == .refused)
            #expect(refused.output.contains("\"veto\""))
        }
    }
}
