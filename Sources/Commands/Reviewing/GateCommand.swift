import Approvals
package import ArgumentParser
import GitObjects
import PlanModel
import Releases
import Reports

package struct GateCommand: ImprimaturCommand {
    package static let configuration = CommandConfiguration(
        commandName: "gate",
        abstract: "Judge a pull request: may it be merged, could the result be released, what is missing.",
        discussion: """
            The exit status follows the trust root's approvals.requiredAt (default: release). Example for CI:

              imprimatur gate --base main --head HEAD
            """)

    @Option(help: ArgumentHelp("The branch that is merged into. Default: the protected branch.", valueName: "rev"))
    var base: String?

    @Option(help: ArgumentHelp("The commit that is to be merged.", valueName: "rev"))
    var head = "HEAD"

    @Option(
        name: .customLong("require"),
        help: ArgumentHelp(
            "Which verdict decides the exit status, instead of the trust root's choice.", valueName: "merge|release"))
    var required: RequiredVerdict?

    @OptionGroup package var common: CommonOptions

    enum RequiredVerdict: String, ExpressibleByArgument, CaseIterable { case merge, release }

    package init() {}

    package func run(in session: Session) throws -> ExitStatus {
        let repository = try session.openGovernedRepository()
        try repository.requireFullHistory()
        let headCommit = try RevisionName.commit(head, in: repository.git)
        let baseCommit =
            try base.map { try RevisionName.branch($0, in: repository.git) }
            ?? protectedTip(in: repository, head: headCommit)
        let judgement = try GateJudge(repository).judge(base: baseCommit, head: headCommit)
        let decisive = required.flatMap { TrustRoot.RequiredAt(rawValue: $0.rawValue) } ?? judgement.requiredAt
        let report = GateReport(judgement, required: decisive)
        try session.print(text: report.text(session.style), json: report.json())
        return ExitStatus(decisive == .merge ? judgement.mergeOutcome : judgement.releaseOutcome)
    }

    private func protectedTip(in repository: GovernedRepository, head: ObjectID) throws -> ObjectID {
        guard let branch = try JudgementBasis(repository, judging: [head]).protected else {
            throw ReleaseError.noProtectedBranch(tried: ["the branches that the trust root names"])
        }
        return branch.tip
    }
}

extension ExitStatus {
    init(_ outcome: ReleaseEvaluation.Outcome) {
        switch outcome {
        case .pass: self = .pass
        case .fail: self = .refused
        case .incomplete: self = .undecided
        }
    }
}
