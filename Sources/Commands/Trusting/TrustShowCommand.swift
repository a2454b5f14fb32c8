import Approvals
package import ArgumentParser
import Releases
import Reports

package struct TrustShowCommand: ImprimaturCommand {
    package static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show the trust root that rules a commit: its versions, people, roles, keys and checkpoints.",
        discussion: "Example:  imprimatur trust show")

    @Option(name: .customLong("rev"), help: ArgumentHelp("The commit whose root is meant.", valueName: "rev"))
    var revision = "HEAD"

    @OptionGroup package var common: CommonOptions

    package init() {}

    package func run(in session: Session) throws -> ExitStatus {
        let repository = try session.openGovernedRepository()
        let commit = try RevisionName.commit(revision, in: repository.git)
        let examination = try TrustExamination(of: repository.snapshot(commit), pin: repository.pin)
        let report = TrustReport(examination, pin: repository.pin, tree: revision, subject: .people)
        try session.print(text: report.text(session.style), json: report.json())
        // Looking takes no pin; a chain that is broken is told by the status, too.
        return report.outcome == .fail ? .refused : .pass
    }
}
