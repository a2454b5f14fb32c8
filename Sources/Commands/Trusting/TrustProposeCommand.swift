import Approvals
package import ArgumentParser
import GitObjects
import PlanModel
import Releases
package import Reports
import Scaffolding
import Snapshots
import SourceText

package struct TrustProposeCommand: ImprimaturCommand {
    package static let configuration = CommandConfiguration(
        commandName: "propose", abstract: "Write the next version of the trust root, and say who has to sign it.",
        discussion: """
            Copies the version that rules the worktree, with its comments, to a file with the next number: with the digest \
            of the one before, and with the last release of each system as its checkpoint. Edit the file, then run the \
            command again: it writes nothing any more, and says what changes and who has to sign. Example:

              imprimatur trust propose
            """)

    @OptionGroup package var common: CommonOptions

    package static let formats: [OutputFormat] = [.text]

    package init() {}

    package func run(in session: Session) throws -> ExitStatus {
        let repository = try session.openGovernedRepository()
        guard let root = repository.git.worktree else { throw GitError.noWorktree }
        var draft = try TrustDraft(in: repository)
        if !draft.isProposed {
            let file = try nextVersion(after: draft, in: repository)
            guard try FileWriter(session: session, root: root).writeIfAbsent(file.path, file.text) else {
                throw CommandFailure(
                    .refused, "\(file.path) is there already",
                    mend: "Look at it with `git status`; nothing was written.")
            }
            session.context.output("wrote \(file.path)\n\n")
            draft = try TrustDraft(in: repository)
        }
        session.context.output(TrustProposalReport(draft.facts).text(session.style))
        return draft.isReadable ? .pass : .refused
    }

    private func nextVersion(after draft: TrustDraft, in repository: GovernedRepository) throws -> NextTrustRoot {
        guard let last = draft.ruling, draft.examination.failures.isEmpty else {
            throw draft.examination.failures.first
                ?? TrustFailure(
                    .missing, "there is no trust root here", mend: "Run `imprimatur init`.")
        }
        let state = try TrustState(of: repository.loader.worktree(), pin: repository.pin)
        let heads = try ReleaseHeads(of: state, in: repository).heads
        guard let next = NextTrustRoot(after: last.root, sha256: last.sha256, heads: heads) else {
            throw CommandFailure(
                .refused, "\(last.path) cannot be copied: its version was not found",
                mend: "Write `version: \(last.number)`.")
        }
        return next
    }
}
