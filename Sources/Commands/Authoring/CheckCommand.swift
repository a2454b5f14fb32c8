package import ArgumentParser
import FindingPolicy
import GitObjects
import PlanModel
import PlanRules
import Reports
import Snapshots
import SourceText

package struct CheckCommand: ImprimaturCommand {
    package static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check documents against their schemas and the rules.",
        discussion: """
            Without options the files on disk are checked. Example:

              imprimatur check --staged      what the next commit will hold
              imprimatur check --rev v1.2.0  any commit, also in a bare repository
            """)

    @Argument(help: "Report only findings in these files and folders.")
    var paths: [String] = []

    @Flag(help: "Check what the next commit will hold, not the files on disk.")
    var staged = false

    @Option(name: .customLong("rev"), help: ArgumentHelp("Check a commit, branch or tag.", valueName: "rev"))
    var revision: String?

    @OptionGroup package var common: CommonOptions

    package init() {}

    package func validate() throws {
        if staged, revision != nil { throw ValidationError("--staged and --rev exclude each other.") }
    }

    package func run(in session: Session) throws -> ExitStatus {
        let repository = try session.openRepository()
        let snapshot = try Self.snapshot(in: repository, staged: staged, revision: revision)
        let findings = try RuleCatalogue.findings(in: snapshot, now: session.now).filter(isWanted)
        let report = CheckReport(
            findings: findings.judgedAsOpen(), subjectLabel: snapshot.label, documentCount: snapshot.documents.all.count
        )
        try session.print(text: report.text(session.style), json: report.json())
        return findings.hasErrors ? .refused : .pass
    }

    static func snapshot(in repository: Repository, staged: Bool, revision: String?) throws -> Snapshot {
        let loader = SnapshotLoader(repository)
        if let revision { return try loader.commit(repository.resolveCommit(revision)) }
        return staged ? try loader.index() : try loader.worktree()
    }

    private func isWanted(_ finding: Finding) -> Bool {
        guard !paths.isEmpty else { return true }
        guard let path = finding.location.path else { return false }
        return paths.contains { PathPattern($0).matches(path) }
    }
}
