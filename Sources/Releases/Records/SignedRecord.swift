package import Approvals
package import GitObjects
import PackageContents
import PlanModel
import PlanRules
import SourceText

/// A record that loosens something: an exception, an accepted risk, a decision. What it says counts only where each
/// approver whom it names signed a statement about exactly its bytes; anybody can type a name.
package struct SignedRecord: Sendable {
    /// `exception`, `risk` or `decision`.
    package let kind: String
    package let name: String
    package let path: String
    package let subject: Statement.Subject
    /// The system of the release that it is about.
    package let systems: [String]
    /// Whom the record names as its approvers.
    package let approvers: [String]
    package let statements: [JudgedStatement]

    /// Approvers whom the record names and who signed nothing that counts.
    package var missing: [String] {
        let signed = Set(statements.filter { $0.counts && $0.decision == .approve }.compactMap(\.principal))
        return approvers.filter { !signed.contains($0) }
    }

    package var isInForce: Bool { !approvers.isEmpty && missing.isEmpty }

    /// In words.
    var whoIsMissing: String { approvers.isEmpty ? "nobody whom it names" : missing.joined(separator: " and ") }

    /// The same record where only some roles have a say.
    func restricted(to roles: Set<String>) -> SignedRecord {
        SignedRecord(
            kind: kind, name: name, path: path, subject: subject, systems: systems, approvers: approvers,
            statements: statements.filter { roles.contains($0.role ?? "") })
    }

    /// - Parameter text: `exception:<name>`, `risk:<name>` or `decision:<name>`.
    package init(_ text: String, at commit: ObjectID, on basis: JudgementBasis) throws {
        try self.init(
            text, in: basis.repository.snapshot(commit).documents, trust: basis.trust, now: basis.repository.now,
            considering: basis.statements.all, among: basis.statements)
    }

    /// - Parameters:
    ///   - documents: those among which the record is.
    ///   - contributors: people who may not sign it, since they worked on what it is about.
    ///   - signer: the person who signs the release that it is about.
    ///   - considered: the statements that may count.
    ///   - statements: all, in which those that a withdrawal names are looked up.
    init(
        _ text: String, in documents: DocumentSet, trust: TrustState, contributors: Contributors = Contributors(),
        signer: String? = nil, now: Timestamp, considering considered: [FoundStatement],
        among statements: StatementIndex
    ) throws {
        guard let reference = DocumentReference(text) else { throw ReleaseError.unknownRecord(text) }
        let document: any PlanDocument
        let release: Located<DocumentReference>?
        let people: [Located<String>]
        // Whoever asks for an exception does not grant it.
        var requester: String?
        // The role in which somebody says that they decide.
        var role: String?
        switch reference.prefix {
        case "exception":
            guard let record = Self.only(reference.name, ExceptionRecord.self, documents) else {
                throw ReleaseError.unknownRecord(text)
            }
            (document, release, people) = (record, record.release, record.approvedBy)
            requester = record.requestedBy?.value
        case "risk":
            guard let record = Self.only(reference.name, RiskAcceptance.self, documents) else {
                throw ReleaseError.unknownRecord(text)
            }
            (document, release, people) = (record, record.release, record.approvedBy)
        case "decision":
            guard let record = Self.only(reference.name, ReleaseDecision.self, documents) else {
                throw ReleaseError.unknownRecord(text)
            }
            (document, release, people) = (record, record.release, [record.decidedBy].compactMap { $0 })
            role = record.role?.value
        default: throw ReleaseError.unknownRecord(text)
        }
        func person(_ text: String) -> String { DocumentReference(text)?.name ?? text }
        kind = reference.prefix
        name = reference.name
        path = document.envelope.source.path
        subject = .record(
            reference: text, sha256: ContentDigest.document("record", document.envelope.source.bytes))
        systems = release.map { [$0.value.name] } ?? []
        approvers = people.map { person($0.value) }
        let judge = StatementJudge(
            trust: trust,
            case: StatementJudge.Case(
                subject: subject, systems: systems, changeClass: .initial, contributors: contributors,
                releaseSigner: signer, now: now),
            considering: considered, in: statements)
        let requesting = requester.map(person)
        self.statements = considered.compactMap(judge.judge).filter { judged in
            judged.found.statement != nil && judged.principal != requesting && (role == nil || judged.role == role)
        }
    }

    private init(
        kind: String, name: String, path: String, subject: Statement.Subject, systems: [String], approvers: [String],
        statements: [JudgedStatement]
    ) {
        self.kind = kind
        self.name = name
        self.path = path
        self.subject = subject
        self.systems = systems
        self.approvers = approvers
        self.statements = statements
    }

    /// Two records of one name could be read differently: then there is none.
    private static func only<Record: PlanDocument>(
        _ name: String, _ type: Record.Type, _ documents: DocumentSet
    ) -> Record? {
        let all = documents.all(named: name, type)
        return all.count == 1 ? all.first : nil
    }
}
