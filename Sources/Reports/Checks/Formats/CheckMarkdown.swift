import FindingPolicy
import SourceText

/// For a comment on a pull request: the verdict first, then a table, what is known already folded away.
package enum CheckMarkdown: CheckReportFormat {
    package static let name = OutputFormat.markdown

    /// GitHub takes comments of at most 65,536 characters; the rest of the room is for what is around the tables.
    private static let bytesForTables = 56_000

    package static func write(_ report: CheckReport, _ style: TextStyle) -> String {
        var room = bytesForTables
        var lines = ["### " + verdict(report), ""]
        lines.append(MarkdownText.escaped(report.summary.runs.map(\.text).joined()) + ".")
        let open = report.openBySeverity
        if !open.isEmpty {
            lines += [""] + table(open.map { row($0.finding) }, columns, &room)
        }
        let waived = report.findings.waived
        if !waived.isEmpty {
            let rows = waived.map { row($0.finding.finding, waiver: $0.waiver) }
            lines += folded(
                "\(waived.count) waived", table(rows, ["", "place", "rule", "what", "why it may stand"], &room))
        }
        let before = report.findings.preexisting
        if !before.isEmpty {
            let title = "\(before.count) \(before.count == 1 ? "was" : "were") there before"
            lines += folded(title, table(before.map { row($0.finding) }, columns, &room))
        }
        if !report.remarks.isEmpty { lines += [""] + report.remarks.map { "- " + MarkdownText.escaped($0) } }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func verdict(_ report: CheckReport) -> String { report.isRefused ? "❌ Refused" : "✅ Passed" }

    private static let columns = ["", "place", "rule", "what", "how to mend it"]

    private static func row(_ finding: Finding, waiver: Waiver? = nil) -> [String] {
        let name = RuleNames.name(of: finding.rule).map { " " + MarkdownText.escaped($0) } ?? ""
        let related = finding.related.map {
            "<br>" + MarkdownText.escaped($0.label) + ": " + MarkdownText.code($0.location.label)
        }
        var last = MarkdownText.escaped(finding.mend)
        if let waiver {
            let until = waiver.until.map { ", until \($0)" } ?? ""
            last = MarkdownText.escaped(waiver.reason + until) + "<br>" + MarkdownText.code(waiver.location.label)
        }
        return [
            finding.severity.rawValue, MarkdownText.code(finding.location.label),
            "**\(MarkdownText.escaped(finding.rule.rawValue))**\(name)",
            MarkdownText.escaped(finding.message) + related.joined(), last,
        ]
    }

    /// As many rows as there is room for, and how many there are beyond them.
    private static func table(_ rows: [[String]], _ columns: [String], _ room: inout Int) -> [String] {
        var lines = [columns, columns.map { _ in "---" }].map { "| " + $0.joined(separator: " | ") + " |" }
        for (number, row) in rows.enumerated() {
            let line = "| " + row.joined(separator: " | ") + " |"
            guard line.utf8.count < room else {
                return lines + ["", "And \(rows.count - number) more, for which a comment has no room."]
            }
            room -= line.utf8.count + 1
            lines.append(line)
        }
        return lines
    }

    private static func folded(_ title: String, _ content: [String]) -> [String] {
        ["", "<details><summary>\(title)</summary>", ""] + content + ["", "</details>"]
    }
}
