/// For reviewers: one page, complete in itself, on which two releases are read side by side.
///
/// It needs no script and loads nothing: the filter is made of CSS, pictures are drawn in the page, and a content
/// security policy forbids the rest.
package enum ReviewPage: DiffReportFormat {
    package static let name = OutputFormat.html

    package static func write(_ report: DiffReport, _ style: TextStyle) -> String {
        HTMLText.document(document(report))
    }

    private static func document(_ report: DiffReport) -> HTML {
        let systems = report.systems.enumerated().map { index, system in
            PageSystem(system, number: index + 1, isOnly: report.systems.count == 1, report.objects)
        }
        return HTML(.html, .lang("en")) {
            HTML(.head) {
                HTML(.meta, .charset("utf-8"))
                HTML(.meta, .httpEquiv("Content-Security-Policy"), .content(PageStyle.contentSecurityPolicy))
                HTML(.meta, .name("viewport"), .content("width=device-width, initial-scale=1"))
                HTML(.meta, .name("referrer"), .content("no-referrer"))
                HTML(.meta, .name("color-scheme"), .content("light dark"))
                HTML(.title) { title(report) }
                HTML(.style) { HTML.style(PageStyle.css) }
            }
            HTML(.body) {
                HTML(.a, .class("skip"), .href(toID: "changes")) { "Skip to the changes" }
                PageHeader.html(report, systems)
                HTML(.main, .id("changes"), .tabindex(-1)) {
                    PageFilter.html(report)
                    systems.map(\.html)
                }
                PageFooter.html(report)
            }
        }
    }

    private static func title(_ report: DiffReport) -> String {
        guard let first = report.systems.first else { return "No difference between \(report.base) and \(report.head)" }
        let others = report.systems.count - 1
        return "\(first.changeClass.capitalisedFirst): \(first.title)"
            + (others > 0 ? " and \(Prose.count(others, "more system"))" : "")
    }
}
