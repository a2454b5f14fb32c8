import Approvals
import PlanModel
import SourceText

/// Judges the records that loosen something for one release.
struct RecordBench {
    let trust: TrustState
    /// People who worked on the release, and so may not loosen anything for it.
    let contributors: Contributors
    /// Who signs the release, where that is known.
    let signer: String?
    let time: Timestamp
    /// The statements that may count.
    let considered: [FoundStatement]
    let statements: StatementIndex

    /// - Parameter text: `exception:<name>` or `decision:<name>`.
    func judge(_ text: String, in documents: DocumentSet) throws -> SignedRecord {
        try SignedRecord(
            text, in: documents, trust: trust, contributors: contributors, signer: signer, now: time,
            considering: considered, among: statements)
    }
}
