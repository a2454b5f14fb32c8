import Approvals
package import ArgumentParser
import GitObjects
import PlanModel
import Releases
package import Reports
import Snapshots
import SourceText

package struct TrustSignCommand: ImprimaturCommand {
    package static let configuration = CommandConfiguration(
        commandName: "sign", abstract: "Sign the proposed version of the trust root with your own git.",
        discussion: """
            Shows what the version in the worktree changes, makes a signed tag with your own git, and writes the tag's \
            exact bytes to governance/statements, for committing beside the version. Somebody whose key changes signs \
            twice: with the old key for the version before, with the new one for this one. Example:

              imprimatur trust sign

            Without this command, for version 2 and somebody called lena in the trust root:

              printf 'imprimatur-trust/1\\n' | cat - governance/trust/1.yaml | sha256sum     # digest of version 1
              printf 'imprimatur-trust/1\\n' | cat - governance/trust/2.yaml | sha256sum     # digest of version 2

            Write these lines into a file called message, with the two digests in their places:

              Trust root 2

              Imprimatur: 1
              Decision: trust
              Repository: sha256:<digest of version 1>
              Subject: trust 2 sha256:<digest of version 2>

            Then sign it, and copy the tag's bytes to a file named after what was signed:

              git tag -s --cleanup=verbatim -F message trust/2/lena
              git cat-file tag trust/2/lena > statement.tag
              id=$({ printf 'imprimatur-statement/1\\0'; sed '/^-----BEGIN /,$d' statement.tag; } | sha256sum | cut -c1-64)
              mkdir -p governance/statements && mv statement.tag governance/statements/$id.tag
              git add governance
            """)

    @OptionGroup package var common: CommonOptions

    package static let formats: [OutputFormat] = [.text]

    package init() {}

    package func run(in session: Session) throws -> ExitStatus {
        let repository = try session.openGovernedRepository()
        guard let root = repository.git.worktree else { throw GitError.noWorktree }
        guard let head = repository.git.head else {
            throw CommandFailure(
                .undecided, "there is no commit yet that a tag could point at", mend: "Make a first commit.")
        }
        let draft = try TrustDraft(in: repository)
        session.context.output(TrustProposalReport(draft.facts).text(session.style))
        guard let proposed = draft.proposed, let predecessor = draft.predecessor, let first = draft.ruling else {
            throw CommandFailure(
                .refused, "there is no proposed version of the trust root here that could be signed",
                mend: "Write one with `imprimatur trust propose`.")
        }
        // Nobody is asked to sign what could not become valid.
        guard draft.isReadable else { return .refused }

        let person = try signer(proposed, predecessor, session)
        let statement = Statement(
            decision: .trust, repository: draft.examination.validVersions.first?.sha256 ?? first.sha256,
            subjects: [.trust(version: String(proposed.number), sha256: proposed.sha256)])
        let tag = SignedTag(
            numbering: StatementTagName.trust(version: String(proposed.number), principal: person.id),
            session: session, repository: repository.git)
        try tag.make(message: statement.message(title: "Trust root \(proposed.number)"), at: head)
        let path = try StatementFile(session: session, repository: repository).write(tag)

        let signatures = try TrustDraft(in: repository).examination.versions.last?.version?.signatures
        guard let signatures, signatures.statements.contains(where: { $0.path == path }) else {
            let why = signatures?.disregarded.first { $0.path == path }?.sentence ?? "it could not be read back"
            tag.remove()
            FileWriter.remove(root + path)
            throw CommandFailure(
                .refused, "the signature does not count, so it was removed again: \(why)",
                mend: "Check which key git signs with: `git config user.signingKey`.")
        }
        session.context.output("Signed: \(path)\n")
        session.say(
            signatures.isEnough
                ? "That is enough. Commit it:  git add governance && git commit -S"
                : "Commit it:  git add governance && git commit -S   Then the others sign; `imprimatur trust verify` "
                    + "says who is missing.")
        return .pass
    }

    /// The person in either version: a key that is being replaced is in the older one only, its replacement in the newer.
    private func signer(
        _ proposed: TrustVersion, _ predecessor: TrustVersion, _ session: Session
    ) throws -> TrustRoot.Principal {
        do {
            return try OwnIdentity(session, roster: predecessor.roster).principal
        } catch is CommandFailure {
            return try OwnIdentity(session, roster: proposed.roster).principal
        }
    }
}
