import Approvals
import GitObjects
import PlanModel
import Releases
import SourceText

/// Takes commits that nobody could be known to have written: relief for work that was not signed. It only ever excludes
/// whoever signs it from approving.
struct AuthorshipSigning {
    private let signing: Signing
    private let commit: ObjectID

    init(_ signing: Signing, commit: ObjectID) {
        self.signing = signing
        self.commit = commit
    }

    func run(_ revisions: [String], system: String) throws -> ExitStatus {
        let repository = signing.repository
        let assessment = try Assessment(of: system, at: commit, in: repository)
        guard let digest = assessment.evaluation.packageSHA256 else {
            throw CommandFailure(
                .refused, "the package of \(system) could not be put together", mend: "Run `imprimatur check`.")
        }
        let person = try OwnIdentity(signing.session, roster: assessment.trust.roster).principal
        let commits = try revisions.map { try RevisionName.commit($0, in: repository.git) }
        let unknown = Set(assessment.evaluation.contributors.unattributable.map(\.commit))
        if let signed = commits.first(where: { !unknown.contains($0) }) {
            throw CommandFailure(
                .refused, "commit \(signed.short) is none whose author nobody can know",
                mend: "`imprimatur gate` lists those that are.")
        }
        var statement = Statement(
            decision: .author, repository: assessment.trust.repository,
            subjects: [.package(system: system, version: assessment.evaluation.version, sha256: digest)])
        statement.commits = commits.map(\.description)
        statement.trust = (assessment.trust.version, assessment.trust.sha256)
        let made = try StatementCarrier(kind: signing.carrier, session: signing.session, repository: repository).make(
            statement, title: "Author of \(commits.count == 1 ? "a commit" : "\(commits.count) commits") of \(system)",
            name: StatementTagName.authorship(
                system: system, version: assessment.evaluation.version, principal: person.id, digest: digest),
            at: commit)
        try signing.announce(made, verb: "Taken")
        return .pass
    }
}
