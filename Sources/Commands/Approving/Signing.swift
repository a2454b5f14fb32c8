import Approvals
import GitObjects
import Materiality
import PlanModel
import Releases
import Reports
import Snapshots
import SourceText

/// What all ways to sign a statement share: who is at the keyboard, where the statement goes, what is said afterwards.
struct Signing {
    let session: Session
    let repository: GovernedRepository
    let carrier: StatementCarrier.Kind
    let role: String
    let isRejection: Bool
    let notAfter: Timestamp?
    let push: Bool

    var decision: Statement.Decision { isRejection ? .reject : .approve }

    /// The person at the keyboard, who has to hold the role for each of the systems, or to act for somebody who does.
    func person(for systems: [String], trust: TrustState) throws -> TrustRoot.Principal {
        let person = try OwnIdentity(session, roster: trust.roster).principal
        let isHeld = systems.allSatisfy { system in
            person.holds(role, system: system)
                || !trust.delegators(to: person.id, of: role, system: system, at: repository.now).isEmpty
        }
        guard isHeld else {
            let own = person.roles.map(\.role.value).joined(separator: ", ")
            throw CommandFailure(
                .refused, code: "role-not-held",
                "\(person.id) does not hold the role \(role) for \(systems.joined(separator: ", "))",
                mend: own.isEmpty ? "The trust root gives you no role." : "You hold: \(own).")
        }
        return person
    }

    /// A signature that could never count is not asked for.
    func refuseAuthor(_ person: TrustRoot.Principal, _ contributors: Contributors) throws {
        guard !isRejection, let commits = contributors.commits[person.id] else { return }
        throw CommandFailure(
            .refused, code: "author",
            "PPL-006 author-approved: \(person.id) worked on what is being approved (commit "
                + commits.prefix(3).map(\.short).joined(separator: ", ") + "), so this approval would not count",
            mend: "Ask somebody who did not work on it; `imprimatur gate` lists who can.")
    }

    /// Makes the statement, reads it back, and takes it away again where it does not count.
    ///
    /// - Parameter judged: the judgement of the new statement, by its place; nil where it was not found.
    func make(
        _ statement: Statement, title: String, name: String, at commit: ObjectID,
        judged: (StatementCarrier.Made) throws -> JudgedStatement?
    ) throws {
        let made = try StatementCarrier(kind: carrier, session: session, repository: repository)
            .make(statement, title: title, name: name, at: commit)
        // A commit stays: it is on the person's own branch, which only they should rewrite.
        if made.kind != .commit {
            let answer = try judged(made)
            guard let answer, answer.counts else {
                made.undo()
                let why = answer?.reasons.map(\.sentence).joined(separator: "; ") ?? "it could not be read back"
                throw CommandFailure(
                    .refused, code: answer?.reasons.first?.code ?? "undecided",
                    "the signed statement does not count, so it was removed again: \(why)",
                    mend: "Check which key git signs with: `git config user.signingKey`.")
            }
        }
        try announce(made)
    }

    /// Who signed a statement that was just written to the worktree.
    func readFile(_ made: StatementCarrier.Made, trust: TrustState) throws -> JudgedStatement? {
        let files = try repository.loader.worktreeFiles()
        guard let file = try files.file(made.place) else { return nil }
        let found = StatementReader(keys: trust.keys).file(made.place, bytes: try files.source(file).bytes)
        let signer = Signer.ofApproval(found, trust: trust)
        return JudgedStatement(
            found: found, fingerprint: signer.fingerprint, principal: signer.principal?.id, reasons: signer.reasons)
    }

    /// Says what was made and what to do with it.
    func announce(_ made: StatementCarrier.Made, verb: String? = nil) throws {
        let verb = verb ?? (isRejection ? "Rejected" : "Approved")
        switch made.kind {
        case .tag:
            session.context.output("\(verb): \(made.place)\n")
            try made.tag?.publish(push: push)
        case .file:
            session.context.output("\(verb): \(made.place)\n")
            session.say("Commit it with:  git add \(made.place) && git commit -S")
        case .commit:
            session.context.output("\(verb) in a signed commit on this branch.\n")
            session.say("A squash merge would lose it; a tag would not.")
        }
    }
}

extension FoundStatement.Place {
    /// True when a statement that was just made was found there.
    func isPlace(of made: StatementCarrier.Made) -> Bool {
        switch self {
        case .tag(let ref): made.kind == .tag && ref == "refs/tags/\(made.place)"
        case .file(let path): made.kind == .file && path == made.place
        case .commit(let id): made.kind == .commit && id.description == made.place
        }
    }
}
