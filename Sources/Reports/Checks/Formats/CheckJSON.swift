import FindingPolicy
import SourceText

/// For programs: `schemas/v1/output/check.schema.json`.
package enum CheckJSON: CheckReportFormat {
    package static let name = OutputFormat.json

    package static func write(_ report: CheckReport, _ style: TextStyle) throws -> String { try report.json() }
}

extension CheckReport {
    package func json() throws -> String {
        try JSONText.of(
            Output(
                subject: subjectLabel, schema: schemaLabel, documents: documentCount,
                outcome: isRefused ? "fail" : "pass", findings: findings.map { FindingJSON($0) },
                summary: FindingCounts(findings), remarks: remarks))
    }

    private struct Output: Encodable {
        let report = "imprimatur/check/v1"
        let subject: String
        let schema: String?
        let documents: Int
        let outcome: String
        let findings: [FindingJSON]
        let summary: FindingCounts
        let remarks: [String]
    }
}
