import FindingPolicy
import SourceText

extension CheckReport {
    /// `schemas/v1/output/check.schema.json`
    package func json() throws -> String {
        try JSONText.of(
            Output(
                subject: subjectLabel, documents: documentCount, findings: findings.map { FindingJSON($0.finding) },
                summary: FindingCounts(findings.map(\.finding))))
    }

    private struct Output: Encodable {
        let report = "imprimatur/check/v1"
        let subject: String
        let documents: Int
        let findings: [FindingJSON]
        let summary: FindingCounts
    }
}
