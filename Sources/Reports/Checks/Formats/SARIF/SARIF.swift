import FindingPolicy
import SourceText

/// Static Analysis Results Interchange Format 2.1.0 (OASIS Standard, errata 01), for code scanning and viewers.
///
/// GitHub takes at most 25,000 results and 25,000 rules a run and shows the 5,000 most severe results; of a rule's tags
/// it keeps 10 (REST API reference, "Upload an analysis as SARIF data"). It shows only results that have a place in a
/// file.
package enum SARIF: CheckReportFormat {
    package static let name = OutputFormat.sarif

    package static func write(_ report: CheckReport, _ style: TextStyle) throws -> String {
        try JSONText.of(SARIFLog(runs: [SARIFRun(report)]))
    }
}

struct SARIFLog: Encodable {
    let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    let version = "2.1.0"
    let runs: [SARIFRun]

    private enum CodingKeys: String, CodingKey {
        case schema = "$schema"
        case version, runs
    }
}

struct SARIFRun: Encodable {
    private let tool: Tool
    private let columnKind = "unicodeCodePoints"
    private let originalUriBaseIds = [SARIFPlace.root: BaseID()]
    private let artifacts: [SARIFArtifact]
    private let invocations: [Invocation]
    private let results: [SARIFResult]
    private let properties: Properties

    init(_ report: CheckReport) {
        let index = SARIFIndex(report)
        let isRange = !report.findings.preexisting.isEmpty
        tool = Tool(driver: Driver(rules: index.rules.map(SARIFRule.init)))
        artifacts = index.artifacts
        invocations = [Invocation(report)]
        results = report.findings.map { SARIFResult($0, index, isRange: isRange) }
        properties = Properties(
            subject: VisibleText.of(report.subjectLabel), schema: report.schemaLabel.map { VisibleText.of($0) },
            documents: report.documentCount)
    }

    private struct Tool: Encodable { let driver: Driver }

    private struct Driver: Encodable {
        let name = Reports.Tool.name
        let version = Reports.Tool.version
        let semanticVersion = Reports.Tool.version
        let rules: [SARIFRule]
    }

    /// Where the root is, whoever reads the file knows.
    private struct BaseID: Encodable {
        let description = SARIFMessage("The root of the repository, or the folder that the command ran in.")
    }

    private struct Invocation: Encodable {
        let executionSuccessful = true
        let exitCode: Int
        let exitCodeDescription: String
        let toolExecutionNotifications: [Notification]

        init(_ report: CheckReport) {
            exitCode = report.isRefused ? 1 : 0
            exitCodeDescription = report.isRefused ? "refused" : "pass"
            toolExecutionNotifications = report.remarks.map { Notification(message: SARIFMessage(VisibleText.of($0))) }
        }
    }

    private struct Notification: Encodable {
        let level = "note"
        let message: SARIFMessage
    }

    private struct Properties: Encodable {
        let subject: String
        let schema: String?
        let documents: Int
    }
}
