import Commands
import TestSupport
import Testing

/// One person with signed commits gets from an empty folder to two releases at tier low; a material change needs a
/// second person.
struct LonePersonTests {
    private static let prompt = "systems/helpdesk-bot/prompts/system.md"
    private static let package = "systems/helpdesk-bot/release.yaml"

    private func initialised() throws -> TestRepository {
        let repository = try TestRepository()
        let result = repository.imprimatur("init", "--tier", "low", "--system", "helpdesk-bot", as: .nora)
        try #require(result.status == .pass, "\(result.text)")
        return repository
    }

    @Test func scaffoldPassesCheckWithSixDocuments() throws {
        let repository = try initialised()
        let report = try repository.imprimatur("check", "--format", "json").json()
        let summary = try #require(report["summary"] as? [String: Any])
        #expect(summary["errors"] as? Int == 0)
        #expect(summary["warnings"] as? Int == 0)
        #expect(report["documents"] as? Int == 6 || repository.imprimatur("check").output.contains("6 documents"))
    }

    @Test(arguments: ["medium", "high"]) func higherTiersPassCheckToo(_ tier: String) throws {
        let repository = try TestRepository()
        let result = repository.imprimatur("init", "--tier", tier, "--system", "helpdesk-bot", as: .nora)
        try #require(result.status == .pass, "\(result.text)")
        let check = repository.imprimatur("check")
        #expect(check.status == .pass, "\(check.text)")
    }

    @Test func twoReleasesAlone() throws {
        let repository = try initialised()
        try repository.commitAll("Govern helpdesk-bot", as: .nora)
        let first = repository.imprimatur("release", "helpdesk-bot", as: .nora)
        try #require(first.status == .pass, "\(first.text)")

        // Another final line break is white space only: minor.
        try repository.write(Self.prompt, try repository.read(Self.prompt) + "\n")
        try nextVersion("1.1.0", declaring: "minor", in: repository)
        try repository.commitAll("White space", as: .nora)
        let second = repository.imprimatur("release", "helpdesk-bot", as: .nora)
        try #require(second.status == .pass, "\(second.text)")
        #expect(second.output.contains("class minor"))
        #expect(repository.imprimatur("verify", "--all").status == .pass)
    }

    @Test func materialChangeNeedsASecondPerson() throws {
        let repository = try initialised()
        try repository.commitAll("Govern helpdesk-bot", as: .nora)
        try #require(repository.imprimatur("release", "helpdesk-bot", as: .nora).status == .pass)

        try repository.write(
            Self.prompt, try repository.read(Self.prompt) + "\nMention the opening hours of the desk.\n")
        try nextVersion("1.1.0", declaring: "material", in: repository)
        try repository.commitAll("Opening hours", as: .nora)
        let refused = repository.imprimatur("release", "helpdesk-bot", as: .nora)
        #expect(refused.status == .refused)
        #expect(refused.text.contains("add a second person: imprimatur trust propose"))
        #expect(
            try repository.tryGit(["rev-parse", "--verify", "-q", "refs/tags/release/helpdesk-bot/1.1.0"]).status != 0)
    }

    @Test func initWritesNothingOverWhatIsThere() throws {
        let repository = try TestRepository()
        try repository.write("imprimatur.yaml", "mine: true\n")
        let result = repository.imprimatur("init", as: .nora)
        #expect(result.status == .refused)
        #expect(try repository.read("imprimatur.yaml") == "mine: true\n")
        #expect(try repository.git(["status", "--porcelain"]) == "?? imprimatur.yaml")
    }

    private func nextVersion(_ version: String, declaring changeClass: String, in repository: TestRepository) throws {
        try repository.edit(Self.package, "version: 1.0.0", "version: \(version)")
        try repository.edit(Self.package, "previous: none", "previous: 1.0.0")
        try repository.edit(Self.package, "class: initial", "class: \(changeClass)")
    }
}
