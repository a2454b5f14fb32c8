import Approvals
package import ArgumentParser
import GitObjects
import Materiality
import PlanModel
import Releases
import Reports
import Snapshots
import SourceText

package struct ApproveCommand: ImprimaturCommand {
    package static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Sign your approval (or rejection) of exactly the bytes that would ship.",
        discussion: """
            Shows what changed and the digest, then makes a tag signed by your own git. Example:

              imprimatur approve support-assistant --role risk-approver
            """)

    enum Carrier: String, ExpressibleByArgument, CaseIterable { case tag, commit }

    @Argument(help: "The system. May be left out when there is only one.")
    var system: String?

    @Option(help: ArgumentHelp("The role that you approve in.", valueName: "role"))
    var role: String

    @Option(name: .customLong("rev"), help: ArgumentHelp("The commit to approve.", valueName: "rev"))
    var revision = "HEAD"

    @Option(name: .customLong("as"), help: "Where the statement goes: a tag, or an empty signed commit on this branch.")
    var carrier: Carrier = .tag

    @Flag(help: "Reject instead of approving.")
    var reject = false

    @Option(help: ArgumentHelp("The approval is valid until then (RFC 3339).", valueName: "time"))
    var notAfter: String?

    @Flag(help: "Push the tag; otherwise the command for it is printed.")
    var push = false

    @OptionGroup package var common: CommonOptions

    package init() {}

    package func run(in session: Session) throws -> ExitStatus {
        let repository = try session.openGovernedRepository()
        let commit = try RevisionName.commit(revision, in: repository.git)
        let name = try Assessment.system(system, at: commit, in: repository)
        let assessment = try Assessment(of: name, at: commit, in: repository)
        let person = try OwnIdentity(session, roster: assessment.trust.roster).principal
        let evaluation = assessment.evaluation
        try refuseWhatCannotCount(person, evaluation, trust: assessment.trust)

        let decision: Statement.Decision = reject ? .reject : .approve
        let composer = StatementComposer(assessment.trust)
        guard let digest = evaluation.packageSHA256,
            let statement = composer.decision(decision, on: evaluation, role: role, notAfter: try expiry())
        else {
            let report = EvaluationReport(evaluation, notes: try repository.historyNotes())
            try session.print(text: report.text(session.style), json: report.json())
            return .refused
        }
        session.context.output(DecisionPreview(evaluation, digest: digest).text(session.style))

        let verb = reject ? "Reject" : "Approve"
        let message = statement.message(title: "\(verb) \(name) \(evaluation.version) as \(role)")
        switch carrier {
        case .tag:
            let tag = SignedTag(
                name: freeName(for: decision, evaluation, person: person.id, digest: digest, in: repository.git),
                session: session, repository: repository.git)
            try tag.make(message: message, at: commit)
            try confirm(name, commit: commit, in: repository, place: tag.ref) { tag.remove() }
            session.context.output("\(reject ? "Rejected" : "Approved"): \(tag.name)\n")
            try tag.publish(push: push)
        case .commit:
            try commitStatement(message, at: commit, session: session, repository: repository)
        }
        return .pass
    }

    /// A signature that could never count is not asked for.
    private func refuseWhatCannotCount(
        _ person: TrustRoot.Principal, _ evaluation: ReleaseEvaluation, trust: TrustState
    ) throws {
        guard person.holds(role, system: evaluation.system) else {
            let own = person.roles.map(\.role.value).joined(separator: ", ")
            throw CommandFailure(
                .refused, "\(person.id) does not hold the role \(role) for \(evaluation.system)",
                mend: own.isEmpty ? "The trust root gives you no role." : "You hold: \(own).")
        }
        guard !reject, let commits = evaluation.contributors.commits[person.id] else { return }
        throw CommandFailure(
            .refused,
            "PPL-006 author-approved: \(person.id) worked on what is being approved (commit "
                + commits.prefix(3).map(\.short).joined(separator: ", ") + "), so this approval would not count",
            mend: "Ask somebody who did not work on it; `imprimatur gate` lists who can.")
    }

    private func expiry() throws -> Timestamp? {
        guard let notAfter else { return nil }
        guard let time = Timestamp(rfc3339: notAfter) else {
            throw CommandFailure(
                .usage, "--not-after \"\(notAfter)\" is not an RFC 3339 time", mend: "Write it as 2026-12-31T00:00:00Z."
            )
        }
        return time
    }

    /// The tag's name, numbered when the same person decides again about the same bytes.
    private func freeName(
        for decision: Statement.Decision, _ evaluation: ReleaseEvaluation, person: String, digest: String,
        in repository: Repository
    ) -> String {
        let name = StatementTagName.decision(
            decision,
            about: .package(system: evaluation.system, version: evaluation.version, sha256: digest), role: role,
            principal: person)
        guard repository.reference("refs/tags/\(name)") != nil else { return name }
        var number = 2
        while repository.reference("refs/tags/\(name).\(number)") != nil { number += 1 }
        return "\(name).\(number)"
    }

    /// Reads back what git wrote. A statement that does not count is taken away again, and the reason is given.
    private func confirm(
        _ system: String, commit: ObjectID, in repository: GovernedRepository, place: String, undo: () -> Void
    ) throws {
        let fresh = try Assessment(of: system, at: commit, in: repository)
        let made = fresh.evaluation.statements.first { judged in
            if case .tag(let ref) = judged.found.place { ref == place } else { false }
        }
        guard let made, made.counts else {
            undo()
            let why = made?.reasons.map(\.sentence).joined(separator: "; ") ?? "it could not be read back"
            throw CommandFailure(
                .refused, "the signed tag does not count, so it was removed again: \(why)",
                mend: "Check which key git signs with: `git config user.signingKey`.")
        }
    }

    private func commitStatement(
        _ message: String, at commit: ObjectID, session: Session, repository: GovernedRepository
    ) throws {
        guard repository.git.head == commit else {
            throw CommandFailure(
                .usage, "an approval as a commit is made on top of the branch that is checked out",
                mend: "Check out \(commit.short), or use --as tag.")
        }
        let result = session.git.run(
            ["commit", "--allow-empty", "--only", "--gpg-sign", "--no-verify", "--cleanup=verbatim", "--file=-"],
            input: message, quiet: true)
        guard result.succeeded else {
            throw CommandFailure(
                .undecided, "git could not make the signed commit",
                mend: "Try `git commit -S --allow-empty`; set gpg.format and user.signingKey if that fails too.")
        }
        session.context.output("\(reject ? "Rejected" : "Approved") in a signed commit on this branch.\n")
        session.say("A squash merge would lose it; a tag would not.")
    }
}
