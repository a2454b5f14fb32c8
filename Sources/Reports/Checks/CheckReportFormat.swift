/// A way to write a check report. A new format is one file with a type that conforms, one line in
/// `CheckReport.formats`, and one test of its exact bytes.
package protocol CheckReportFormat: Sendable {
    /// The word after `--format`.
    static var name: OutputFormat { get }

    /// The same report and style give the same bytes. Ends with a line break.
    ///
    /// - Parameter style: how text may look where it goes; formats for programs do not look at it.
    static func write(_ report: CheckReport, _ style: TextStyle) throws -> String
}

extension CheckReport {
    /// The registry: one line a format, in the order in which they are listed to a user.
    package static let formats: [any CheckReportFormat.Type] = [
        CheckText.self,
        CheckJSON.self,
        CheckJSONLines.self,
        CheckMarkdown.self,
        SARIF.self,
        GitHubAnnotations.self,
        GitLabCodeQuality.self,
        JUnitXML.self,
    ]

    package func written(as format: any CheckReportFormat.Type, _ style: TextStyle) throws -> String {
        try format.write(self, style)
    }
}
