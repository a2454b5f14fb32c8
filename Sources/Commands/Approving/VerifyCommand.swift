import Approvals
package import ArgumentParser
import GitObjects
import Releases
import Reports

package struct VerifyCommand: ImprimaturCommand {
    package static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Derive the verdict on releases, or on a plan, anew from git objects alone.",
        discussion: """
            Proves what was approved, by whom and over which bytes; not what ran. Examples:

              imprimatur verify release/support-assistant/1.1.0
              imprimatur verify --all
              imprimatur verify --all --expect-head support-assistant=5760474b5c0a
              imprimatur verify plan customer-ai
            """)

    @Argument(
        help: ArgumentHelp(
            "Release tags, as release/<system>/<version> or system@version; or `plan` with the name of one.",
            valueName: "tag… | plan <name>"))
    var tags: [String] = []

    @Flag(help: "All releases of all systems.")
    var all = false

    @Option(name: .customLong("rev"), help: ArgumentHelp("The commit whose plan is meant.", valueName: "rev"))
    var revision = "HEAD"

    @Option(
        help: ArgumentHelp(
            "The statement id, or its start, of the release that should be the last: of the only system, or as "
                + "system=id. May be repeated.", valueName: "id"))
    var expectHead: [String] = []

    @OptionGroup package var common: CommonOptions

    package init() {}

    package func validate() throws {
        if all == !tags.isEmpty { throw ValidationError("Name release tags, or give --all.") }
        if tags.first == "plan", tags.count != 2 { throw ValidationError("Name one plan: verify plan customer-ai") }
    }

    package func run(in session: Session) throws -> ExitStatus {
        let repository = try session.openGovernedRepository()
        if tags.first == "plan" { return try verifyPlan(tags[1], session: session, repository: repository) }
        let names = try tags.map(Self.tagName)
        let basis = try JudgementBasis(repository, expectedHeads: try ExpectedHeads.read(expectHead))
        let systems = all ? try basis.systemsWithReleases() : Set(names.map(Self.system)).sorted()
        var releases = try systems.flatMap { try basis.verifiedReleases(of: $0) }
        if all, try releases.isEmpty || basis.releasedSystems().isEmpty {
            throw CommandFailure(
                .undecided, code: "missing-tags", "there is no release tag in this clone",
                mend: "Run `git fetch --tags origin`.")
        }
        if !all { releases = releases.filter { names.contains($0.tag) } }
        for name in names where !releases.contains(where: { $0.tag == name }) {
            throw CommandFailure(
                .undecided, code: "missing-tags", "there is no tag \(name) in this clone",
                mend: "Run `git fetch --tags origin`.")
        }
        let freshness = try systems.map { (system: $0, freshness: try basis.freshness(of: $0)) }
        let report = VerifyReport(
            releases, showingAll: all, freshness: freshness, protected: basis.protected?.ref,
            notes: try repository.historyNotes())
        try session.print(text: report.text(session.style), json: report.json())
        return ExitStatus(report.outcome)
    }

    private func verifyPlan(
        _ name: String, session: Session, repository: GovernedRepository
    ) throws -> ExitStatus {
        let commit = try RevisionName.commit(revision, in: repository.git)
        let plan = try PlanJudgement(of: name, at: commit, on: JudgementBasis(repository, judging: [commit]))
        let report = PlanReport(plan)
        try session.print(text: report.text(session.style), json: report.json())
        return ExitStatus(plan.outcome)
    }

    private static func tagName(_ text: String) throws -> String {
        let name = text.hasPrefix("refs/tags/") ? String(text.dropFirst("refs/tags/".count)) : text
        if name.hasPrefix("release/"), name.split(separator: "/").count == 3 { return name }
        let parts = name.split(separator: "@")
        guard parts.count == 2 else {
            throw CommandFailure(
                .usage, "\"\(text)\" is not a release tag", mend: "Write release/<system>/<version> or system@version.")
        }
        return "release/\(parts[0])/\(parts[1])"
    }

    private static func system(ofTag tag: String) -> String { String(tag.split(separator: "/")[1]) }
}
