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

    /// - Parameter text: `exception:<name>`, `risk:<name>` or `decision:<name>`.
    package init(_ text: String, at commit: ObjectID, on basis: JudgementBasis) throws {
        let documents = try basis.repository.snapshot(commit).documents
        guard let reference = DocumentReference(text) else { throw ReleaseError.unknownRecord(text) }
        let document: any PlanDocument
        let release: Located<DocumentReference>?
        let people: [Located<String>]
        // Whoever asks for an exception does not grant it.
        var requester: String?
        switch reference.prefix {
        case "exception":
            guard let record = documents.named(reference.name, ExceptionRecord.self) else {
                throw ReleaseError.unknownRecord(text)
            }
            (document, release, people) = (record, record.release, record.approvedBy)
            requester = record.requestedBy?.value
        case "risk":
            guard let record = documents.named(reference.name, RiskAcceptance.self) else {
                throw ReleaseError.unknownRecord(text)
            }
            (document, release, people) = (record, record.release, record.approvedBy)
        case "decision":
            guard let record = documents.named(reference.name, ReleaseDecision.self) else {
                throw ReleaseError.unknownRecord(text)
            }
            (document, release, people) = (record, record.release, [record.decidedBy].compactMap { $0 })
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
            trust: basis.trust,
            case: StatementJudge.Case(
                subject: subject, systems: systems, changeClass: .initial, contributors: Contributors(),
                now: basis.repository.now),
            considering: basis.statements.all, in: basis.statements)
        let requesting = requester.map(person)
        statements = basis.statements.all.compactMap(judge.judge).filter { judged in
            judged.found.statement != nil && judged.principal != requesting
        }
    }
}
