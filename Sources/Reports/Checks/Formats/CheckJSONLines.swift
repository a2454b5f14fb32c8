import FindingPolicy
import SourceText

/// For programs that read line by line: one finding a line, and a last line that sums up, by which a reader knows that
/// nothing was cut off. `schemas/v1/output/check-lines.schema.json` says what a line holds.
package enum CheckJSONLines: CheckReportFormat {
    package static let name = OutputFormat.jsonl

    package static func write(_ report: CheckReport, _ style: TextStyle) throws -> String {
        var lines = try report.findings.map { try JSONText.line(Line(finding: FindingJSON($0))) }
        let summary = Summary(
            subject: report.subjectLabel, schema: report.schemaLabel, documents: report.documentCount,
            outcome: report.isRefused ? "fail" : "pass", summary: FindingCounts(report.findings),
            remarks: report.remarks)
        lines.append(try JSONText.line(summary))
        return lines.joined()
    }

    private struct Line: Encodable {
        let finding: FindingJSON
    }

    private struct Summary: Encodable {
        let report = "imprimatur/check-lines/v1"
        let subject: String
        let schema: String?
        let documents: Int
        let outcome: String
        let summary: FindingCounts
        let remarks: [String]
    }
}
