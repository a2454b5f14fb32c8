/// A way to write a difference report. A new format is one file with a type that conforms, one line in
/// `DiffReport.formats`, and one test.
package protocol DiffReportFormat: Sendable {
    /// The word after `--format`.
    static var name: OutputFormat { get }

    /// The same report and style give the same bytes. Ends with a line break.
    ///
    /// - Parameter style: how text may look where it goes; formats that are no text for a terminal do not look at it.
    static func write(_ report: DiffReport, _ style: TextStyle) throws -> String
}

extension DiffReport {
    /// The registry: one line a format, in the order in which they are listed to a user.
    package static let formats: [any DiffReportFormat.Type] = [
        DiffText.self,
        DiffJSON.self,
        DiffMarkdown.self,
        ReviewPage.self,
    ]
}
