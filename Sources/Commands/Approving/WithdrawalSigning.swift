import Approvals
import GitObjects
import PlanModel
import Releases
import SourceText

/// Takes back a statement.
struct WithdrawalSigning {
    private let signing: Signing
    private let commit: ObjectID

    init(_ signing: Signing, commit: ObjectID) {
        self.signing = signing
        self.commit = commit
    }

    /// - Parameter text: the statement's id, or at least eight digits from its start.
    func run(_ text: String) throws -> ExitStatus {
        let basis = try JudgementBasis(signing.repository, judging: [commit])
        let matching = basis.statements.all.filter { $0.id?.hasPrefix(text) == true }
        let ids = Set(matching.compactMap(\.id))
        guard text.utf8.count >= 8, ids.count == 1, let id = ids.first, let found = basis.statements.statement(id),
            let withdrawn = found.statement
        else {
            throw CommandFailure(
                .refused, code: "unknown-statement",
                ids.count > 1
                    ? "several statements start with \(text)"
                    : "there is no statement here whose id starts with \(text)",
                mend: "`imprimatur approvals --format json` lists the ids; give at least eight digits.")
        }
        guard withdrawn.decision == .approve || withdrawn.decision == .reject else {
            throw CommandFailure(
                .refused, "a statement with \"Decision: \(withdrawn.decision.rawValue)\" cannot be taken back",
                mend: withdrawn.decision == .release
                    ? "A release made in error is listed under `voidReleases` of a new trust root version."
                    : "Sign another one.")
        }
        let person = try OwnIdentity(signing.session, roster: basis.trust.roster).principal
        let maker = Signer.ofObjection(found, trust: basis.trust).principal
        if maker?.id != person.id, withdrawn.decision == .approve {
            throw CommandFailure(
                .refused, code: "other-person", "the statement is \(maker?.id ?? "nobody")'s, not yours",
                mend: "Only whoever made an approval can take it back.")
        }
        var statement = Statement(decision: .withdraw, repository: basis.trust.repository, subjects: [])
        statement.withdraws = id
        statement.role = signing.role.isEmpty ? withdrawn.role : signing.role
        statement.trust = (basis.trust.version, basis.trust.sha256)
        signing.session.context.output(
            "You take back \(found.place.label): \(withdrawn.subjects.map(\.text).joined(separator: ", "))\n")
        let made = try StatementCarrier(
            kind: signing.carrier, session: signing.session, repository: signing.repository
        ).make(
            statement, title: "Withdraw \(id.prefix(12))",
            name: StatementTagName.withdrawal(of: id, principal: person.id), at: commit)
        try signing.announce(made, verb: "Withdrawn")
        return .pass
    }
}
