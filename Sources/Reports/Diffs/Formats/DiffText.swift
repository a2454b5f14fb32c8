/// For people at a terminal.
package enum DiffText: DiffReportFormat {
    package static let name = OutputFormat.text

    package static func write(_ report: DiffReport, _ style: TextStyle) -> String {
        var page = Page(style)
        if report.systems.isEmpty { page.paragraph("No AI system differs between \(report.base) and \(report.head).") }
        for system in report.systems {
            page.gap()
            DifferenceText(system).write(to: &page)
        }
        if !report.systems.isEmpty {
            page.gap()
            page.paragraph("Compared: \(report.base) → \(report.head)")
        }
        if let sentence = report.unchangedSentence { page.paragraph(StyledText(sentence)) }
        for note in report.notes { ReasonText(note).write("note", .note, to: &page) }
        return page.text
    }
}

extension DiffReport {
    package func text(_ style: TextStyle) -> String { DiffText.write(self, style) }
}
