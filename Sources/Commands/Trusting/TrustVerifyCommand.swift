import Approvals
package import ArgumentParser
import PlanModel
import Releases
import Reports

package struct TrustVerifyCommand: ImprimaturCommand {
    package static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check the chain of trust roots: for each version who signed it, and who is missing.",
        discussion: """
            Examples:

              imprimatur trust verify
              imprimatur trust verify --rev topic --beside origin/main

            With --beside, a version that has another text there is a failure: somebody signed two futures.
            """)

    @Option(name: .customLong("rev"), help: ArgumentHelp("The commit whose chain is checked.", valueName: "rev"))
    var revision = "HEAD"

    @Option(
        name: .customLong("beside"), parsing: .singleValue,
        help: ArgumentHelp("Another commit that must hold the same versions; may be repeated.", valueName: "rev"))
    var others: [String] = []

    @OptionGroup package var common: CommonOptions

    package init() {}

    package func run(in session: Session) throws -> ExitStatus {
        let repository = try session.openGovernedRepository()
        let commit = try RevisionName.commit(revision, in: repository.git)
        let beside = try others.map { try repository.snapshot(RevisionName.commit($0, in: repository.git)) }
        let examination = try TrustExamination(
            of: repository.snapshot(commit), pin: repository.pin, beside: beside)
        let report = TrustReport(examination, pin: repository.pin, tree: revision, subject: .signatures)
        try session.print(text: report.text(session.style), json: report.json())
        return ExitStatus(report.outcome)
    }
}
