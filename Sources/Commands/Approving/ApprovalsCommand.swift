package import ArgumentParser
import Releases
import Reports

package struct ApprovalsCommand: ImprimaturCommand {
    package static let configuration = CommandConfiguration(
        commandName: "approvals",
        abstract: "List the statements about a system, whether they count, and why not.",
        discussion: "Example:  imprimatur approvals support-assistant@1.1.0")

    @Argument(help: ArgumentHelp("A system, or a release as system@version.", valueName: "system[@version]"))
    var subject: String?

    @Option(name: .customLong("rev"), help: ArgumentHelp("The commit whose package is meant.", valueName: "rev"))
    var revision: String?

    @OptionGroup package var common: CommonOptions

    package init() {}

    package func run(in session: Session) throws -> ExitStatus {
        let repository = try session.openGovernedRepository()
        let parts = subject?.split(separator: "@", maxSplits: 1).map(String.init) ?? []
        // A version that is not tagged yet is the one that HEAD holds.
        let tagged =
            parts.count == 2 && revision == nil
            ? try? RevisionName.commit(subject ?? "", in: repository.git) : nil
        let commit = try tagged ?? RevisionName.commit(revision ?? "HEAD", in: repository.git)
        let name = try Assessment.system(parts.first, at: commit, in: repository)
        let evaluation = try Assessment(of: name, at: commit, in: repository).evaluation
        if parts.count == 2, evaluation.version != parts[1] {
            throw ReleaseError.noSuchRelease(subject ?? "")
        }
        let report = ApprovalsReport(
            [evaluation], notes: (repository.pin == nil ? [.unpinned] : []) + (try repository.historyNotes()))
        try session.print(text: report.text(session.style), json: report.json())
        return .pass
    }
}
