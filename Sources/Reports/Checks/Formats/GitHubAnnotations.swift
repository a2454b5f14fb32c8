import FindingPolicy
import SourceText

/// Workflow commands that make GitHub Actions annotate the lines of a pull request.
package enum GitHubAnnotations: CheckReportFormat {
    package static let name = OutputFormat.github

    /// GitHub shows at most so many errors, as many warnings and as many notices of one step, and drops the others without
    /// a word (actions/toolkit, docs/problem-matchers.md, "Limitations").
    private static let limit = 10

    package static func write(_ report: CheckReport, _ style: TextStyle) -> String {
        let (annotated, rest) = shared(report.openBySeverity)
        var lines = annotated.map { annotation($0.finding) }
        if !rest.isEmpty {
            lines.append("::group::Findings that GitHub does not annotate")
            lines += rest.map { logLine($0.finding) }
            lines.append("::endgroup::")
            let are = rest.count == 1 ? "1 finding is" : "\(rest.count) findings are"
            let words =
                "\(plain(report.summary)). \(are) listed only in the log of this step: GitHub shows at "
                + "most \(limit) annotations of each severity."
            lines.append("::notice title=\(property(Tool.name))::\(data(words))")
        } else {
            lines.append(safe(plain(report.summary)))
        }
        lines += report.remarks.map { safe("note: \($0)") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What is annotated, the most severe first, and what is not. One notice is kept for the words about the rest.
    private static func shared(_ findings: [JudgedFinding]) -> (annotated: [JudgedFinding], rest: [JudgedFinding]) {
        let isTooMuch = Severity.allCases.contains { severity in
            findings.count { $0.finding.severity == severity } > limit
        }
        var left = [Severity.error: limit, .warning: limit, .note: isTooMuch ? limit - 1 : limit]
        var (annotated, rest): ([JudgedFinding], [JudgedFinding]) = ([], [])
        for finding in findings {
            let room = left[finding.finding.severity] ?? 0
            if room > 0 { annotated.append(finding) } else { rest.append(finding) }
            left[finding.finding.severity] = room - 1
        }
        return (annotated, rest)
    }

    private static func annotation(_ finding: Finding) -> String {
        var properties: [String] = []
        if let path = finding.location.path { properties.append("file=\(property(path: path))") }
        if let (start, end) = finding.location.shownPositions {
            properties += ["line=\(start.line)", "endLine=\(end.line)"]
            // The runner takes columns only of a span of one line.
            if start.line == end.line { properties += ["col=\(start.column)", "endColumn=\(end.column)"] }
        }
        properties.append("title=\(property(RuleNames.label(of: finding.rule)))")
        let words = properties.joined(separator: ",")
        let place = finding.location.objectName.map { "\($0): " } ?? ""
        return "::\(command(finding.severity)) \(words)::\(data(place + finding.message))%0A\(data(finding.mend))"
    }

    private static func command(_ severity: Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
    }

    private static func logLine(_ finding: Finding) -> String {
        safe(
            "\(finding.severity.rawValue)[\(RuleNames.label(of: finding.rule))] \(finding.location.label): "
                + "\(finding.message); help: \(finding.mend)")
    }

    private static func plain(_ text: StyledText) -> String { text.runs.map(\.text).joined() }

    // MARK: What the runner would read as its own (actions/runner, ActionCommand.cs)

    private static func data(_ text: String) -> String { escaped(VisibleText.of(text)) { $0 == "%" } }

    private static func property(_ text: String) -> String { property(path: VisibleText.of(text)) }

    /// A path has to stay the one that git knows, also with hidden characters in it.
    private static func property(path: String) -> String { escaped(path) { "%:,\r\n".unicodeScalars.contains($0) } }

    /// As percent and two digits; all that is ever escaped is ASCII.
    private static func escaped(_ text: String, _ isSpecial: (Unicode.Scalar) -> Bool) -> String {
        text.unicodeScalars.map { scalar in
            guard isSpecial(scalar) else { return String(scalar) }
            let digits = String(scalar.value, radix: 16, uppercase: true)
            return "%" + (digits.count == 1 ? "0" : "") + digits
        }.joined()
    }

    /// A line of the log that is no command: none begins with two colons, and none holds the older sign.
    private static func safe(_ line: String) -> String {
        let line = VisibleText.of(line).replacing("##[", with: "## [")
        return line.drop { $0 == " " }.hasPrefix("::") ? "- " + line : line
    }
}
