package import FindingPolicy
import SourceText

/// What `check` found: every finding with its code, and a line that sums up.
package struct CheckReport: Sendable {
    /// In the order of their places.
    package let findings: [JudgedFinding]
    /// What was checked, as a sentence names it: `the worktree`, `the index`, `commit 1a2b3c4d5e6f`.
    package let subjectLabel: String
    package let documentCount: Int
    /// What was not looked at and why, such as a submodule; one sentence each.
    package let remarks: [String]

    package init(findings: [JudgedFinding], subjectLabel: String, documentCount: Int, remarks: [String] = []) {
        self.findings = findings
        self.subjectLabel = subjectLabel
        self.documentCount = documentCount
        self.remarks = remarks
    }

    /// - Parameter isConcise: two lines for each finding, without its code.
    package func text(_ style: TextStyle, isConcise: Bool = false) -> String {
        var page = Page(style)
        for finding in findings {
            if isConcise {
                FindingText(finding.finding).writeConcisely(to: &page)
            } else {
                FindingText(finding.finding).write(to: &page)
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
        return "\(FindingCounts(findings.map(\.finding)).words) in \(subjectLabel)"
    }
}
