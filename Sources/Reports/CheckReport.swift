package import SourceText

/// What `check` found: every finding with its code, and a line that sums up.
package struct CheckReport: Sendable {
    package let findings: [Finding]
    /// What was checked, as a sentence names it: `the worktree`, `the index`, `commit 1a2b3c4d5e6f`.
    package let subjectLabel: String
    package let documentCount: Int

    package init(findings: [Finding], subjectLabel: String, documentCount: Int) {
        self.findings = findings.sortedAndDeduplicated()
        self.subjectLabel = subjectLabel
        self.documentCount = documentCount
    }

    /// - Parameter isConcise: two lines for each finding, without its code.
    package func text(_ style: TextStyle, isConcise: Bool = false) -> String {
        var page = Page(style)
        for finding in findings {
            if isConcise {
                FindingText(finding).writeConcisely(to: &page)
            } else {
                FindingText(finding).write(to: &page)
                page.gap()
            }
        }
        page.paragraph(summary)
        return page.text
    }

    private var summary: StyledText {
        if findings.isEmpty {
            let documents = Prose.count(documentCount, "document")
            return "\("No findings:", .good) \(documents) checked in \(subjectLabel)"
        }
        return "\(FindingCounts(findings).words) in \(subjectLabel)"
    }
}
