import Approvals
import PlanModel
import Releases
import Reports
import Snapshots

/// The trust roots of the worktree, of which the highest may still lack signatures.
struct TrustDraft {
    let examination: TrustExamination

    init(in repository: GovernedRepository) throws {
        examination = try TrustExamination(of: repository.loader.worktree(), pin: repository.pin)
    }

    private var highest: TrustExamination.Version? { examination.versions.last }

    /// True when the highest version is not valid yet, so that it is the one that people work on.
    var isProposed: Bool { (highest?.number ?? 1) > 1 && !examination.failures.isEmpty }

    /// The highest version that is valid.
    var ruling: TrustVersion? { examination.validVersions.last }

    /// The version that is proposed, when it can be read.
    var proposed: TrustVersion? { isProposed ? highest?.version : nil }

    /// What is wrong with the proposed version beside missing signatures.
    var defects: [TrustFailure] { examination.failures.filter { !$0.isShortOfSignatures } }

    /// True when signatures are all that is missing.
    var isReadable: Bool { proposed != nil && defects.isEmpty }

    /// The version before the proposed one.
    var predecessor: TrustVersion? {
        proposed.flatMap { version in
            examination.versions.lazy.compactMap(\.version).first { $0.number == version.number - 1 }
        }
    }

    var facts: TrustProposalReport.Facts {
        TrustProposalReport.Facts(proposed: proposed, predecessor: predecessor, defects: defects)
    }
}
