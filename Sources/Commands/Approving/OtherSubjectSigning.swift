import Approvals
import GitObjects
import PackageContents
import PlanModel
import Releases
import Reports
import SourceText

/// Signs about a plan, a record, or the removal of a system: statements with one subject.
struct OtherSubjectSigning {
    private let signing: Signing
    private let commit: ObjectID

    init(_ signing: Signing, commit: ObjectID) {
        self.signing = signing
        self.commit = commit
    }

    func plan(_ name: String) throws -> ExitStatus {
        let repository = signing.repository
        let basis = try JudgementBasis(repository, judging: [commit])
        let plan = try PlanJudgement(of: name, at: commit, on: basis)
        let person = try signing.person(for: plan.systems, trust: basis.trust)
        try signing.refuseAuthor(person, plan.contributors)
        signing.session.context.output(PlanReport(plan).text(signing.session.style))
        signing.session.context.output("You sign \(plan.subject.text)\n")
        try sign(plan.subject, person: person.id, trust: basis.trust, title: "plan \(name) version \(plan.version)") {
            made in
            let fresh = try JudgementBasis(repository, judging: [commit])
            return try PlanJudgement(of: name, at: commit, on: fresh).statements.first {
                $0.found.place.isPlace(of: made)
            }
        }
        return .pass
    }

    func record(_ text: String) throws -> ExitStatus {
        let repository = signing.repository
        let basis = try JudgementBasis(repository, judging: [commit])
        let record = try SignedRecord(text, at: commit, on: basis)
        let person = try signing.person(for: record.systems, trust: basis.trust)
        signing.session.context.output(
            "\(record.kind) \(record.name), in \(record.path)\nYou sign \(record.subject.text)\n")
        try sign(record.subject, person: person.id, trust: basis.trust, title: text) { made in
            let fresh = try JudgementBasis(repository, judging: [commit])
            return try SignedRecord(text, at: commit, on: fresh).statements.first { $0.found.place.isPlace(of: made) }
        }
        return .pass
    }

    /// - Parameter target: the branch that the removal is merged into; the protected one unless it is given.
    func removal(of system: String, into target: ObjectID?) throws -> ExitStatus {
        let repository = signing.repository
        let basis = try JudgementBasis(repository, judging: [commit], into: target)
        guard let subject = try SystemRemoval.subject(of: system, from: basis.tip, to: repository.snapshot(commit))
        else {
            throw CommandFailure(
                .refused, "\(commit.short) neither removes \(system) nor takes it out of scope",
                mend: "Name the commit with --rev; the branch that it is compared with is the protected one, or --onto."
            )
        }
        let person = try signing.person(for: [system], trust: basis.trust)
        signing.session.context.output(
            "\(system) leaves the control of its plan with commit \(commit.short).\nYou sign \(subject.text)\n")
        try sign(subject, person: person.id, trust: basis.trust, title: "removal of \(system)") { made in
            let fresh = try JudgementBasis(repository, judging: [commit], into: target)
            return try SystemRemoval(
                system, in: repository.snapshot(commit), from: target ?? fresh.protected?.tip, to: commit, basis: fresh
            )?.statements.first { $0.found.place.isPlace(of: made) }
        }
        return .pass
    }

    private func sign(
        _ subject: Statement.Subject, person: String, trust: TrustState, title: String,
        judged: (StatementCarrier.Made) throws -> JudgedStatement?
    ) throws {
        var statement = Statement(decision: signing.decision, repository: trust.repository, subjects: [subject])
        statement.role = signing.role
        statement.notAfter = signing.notAfter
        statement.trust = (trust.version, trust.sha256)
        let verb = signing.isRejection ? "Reject" : "Approve"
        let name = StatementTagName.decision(signing.decision, about: subject, role: signing.role, principal: person)
        try signing.make(statement, title: "\(verb) \(title) as \(signing.role)", name: name, at: commit) { made in
            // A file counts once it is committed; what it says was composed here.
            if made.kind == .file { return try signing.readFile(made, trust: trust) }
            return try judged(made)
        }
    }
}
