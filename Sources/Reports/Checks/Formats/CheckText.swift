import FindingPolicy
import SourceText

/// For people: every open finding with its code, then what is known already, then a line that sums up.
package enum CheckText: CheckReportFormat {
    package static let name = OutputFormat.text

    package static func write(_ report: CheckReport, _ style: TextStyle) -> String {
        report.text(style, isConcise: false)
    }
}

extension CheckReport {
    /// - Parameter isConcise: one line for each open finding, without its code.
    package func text(_ style: TextStyle, isConcise: Bool = false) -> String {
        var page = Page(style)
        for finding in findings.open {
            if isConcise {
                FindingText(finding.finding).writeLine(to: &page)
            } else {
                FindingText(finding.finding).write(to: &page)
                page.gap()
            }
        }
        if !isConcise { KnownFindingsText(findings).write(to: &page) }
        for remark in remarks { page.paragraph("\("note:", .note) \(remark)", hanging: 6) }
        page.paragraph(summary)
        return page.text
    }
}
