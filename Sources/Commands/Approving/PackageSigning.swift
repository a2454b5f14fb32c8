import Approvals
import GitObjects
import Materiality
import PlanModel
import Releases
import Reports
import SourceText

/// Signs about packages: of one system, or of several in one statement.
struct PackageSigning {
    private let signing: Signing
    private let commit: ObjectID
    private let target: ObjectID?

    init(_ signing: Signing, commit: ObjectID, onto target: ObjectID?) {
        self.signing = signing
        self.commit = commit
        self.target = target
    }

    func run(_ systems: [String]) throws -> ExitStatus {
        let (session, repository) = (signing.session, signing.repository)
        let assessments = try systems.map { try Assessment(of: $0, at: commit, onto: target, in: repository) }
        guard let first = assessments.first else { return .pass }
        let trust = first.trust
        let person = try signing.person(for: systems, trust: trust)
        for assessment in assessments { try signing.refuseAuthor(person, assessment.evaluation.contributors) }

        let composer = StatementComposer(trust)
        let evaluations = assessments.map(\.evaluation)
        guard
            var statement = composer.decision(
                signing.decision, on: evaluations, role: signing.role, notAfter: signing.notAfter)
        else {
            let report = EvaluationReport(first.evaluation, notes: try repository.historyNotes())
            try session.print(text: report.text(session.style), json: report.json())
            return .refused
        }
        // After a withdrawal only a statement that names it comes later, for whoever reads the two.
        statement.supersedes = ownWithdrawal(of: statement, by: person.id, on: first.basis)
        for evaluation in evaluations {
            guard let digest = evaluation.packageSHA256 else { continue }
            session.context.output(DecisionPreview(evaluation, digest: digest).text(session.style))
        }

        let verb = signing.isRejection ? "Reject" : "Approve"
        let what = evaluations.map { "\($0.system) \($0.version)" }.joined(separator: ", ")
        guard let subject = statement.subjects.first else { return .refused }
        try signing.make(
            statement, title: "\(verb) \(what) as \(signing.role)",
            name: StatementTagName.decision(
                signing.decision, about: subject, role: signing.role, principal: person.id),
            at: commit
        ) { made in
            var answer: JudgedStatement?
            for system in systems {
                answer = try readBack(made, system: system)
                if answer?.counts != true { return answer }
            }
            return answer
        }
        return .pass
    }

    private func readBack(_ made: StatementCarrier.Made, system: String) throws -> JudgedStatement? {
        let fresh = try Assessment(of: system, at: commit, onto: target, in: signing.repository)
        // A file counts once it is committed; what it says was composed here, so that only the signer is asked.
        if made.kind == .file { return try signing.readFile(made, trust: fresh.trust) }
        return fresh.evaluation.statements.first { $0.found.place.isPlace(of: made) }
    }

    /// The id of a withdrawal by which the person took back an approval of the same bytes.
    private func ownWithdrawal(of statement: Statement, by person: String, on basis: JudgementBasis) -> String? {
        guard signing.decision == .approve else { return nil }
        let earlier = basis.statements.all.filter { found in
            found.statement?.decision == .approve
                && !Set(found.statement?.subjects ?? []).isDisjoint(with: statement.subjects)
        }
        let ids = Set(earlier.compactMap(\.id))
        return Vetoes.withdrawals(of: ids, among: basis.statements.all, in: basis.statements, trust: basis.trust)
            .last { $0.principal == person }?.id
    }
}
