import FindingPolicy
import SourceText

/// The JSON that GitLab shows beside a merge request (GitLab documentation, "Code Quality report format"). GitLab tells
/// new findings from old ones by their fingerprints, so that findings which are known already are listed too, as
/// information.
package enum GitLabCodeQuality: CheckReportFormat {
    package static let name = OutputFormat.gitlab

    package static func write(_ report: CheckReport, _ style: TextStyle) throws -> String {
        try JSONText.of(report.findings.map(Issue.init))
    }

    private struct Issue: Encodable {
        let description: String
        let checkName: String
        let fingerprint: String
        let severity: String
        let location: Place

        private enum CodingKeys: String, CodingKey {
            case description, fingerprint, severity, location
            case checkName = "check_name"
        }

        init(_ judged: JudgedFinding) {
            let finding = judged.finding
            description = Self.standing(judged) + VisibleText.of(finding.sentences)
            checkName = RuleNames.label(of: finding.rule)
            fingerprint = judged.fingerprint
            severity = judged.isOpen ? finding.severity.codeQuality : Severity.note.codeQuality
            location = Place(finding.location)
        }

        private static func standing(_ judged: JudgedFinding) -> String {
            switch judged.standing {
            case .open: ""
            case .waived(let waiver): "Waived (\(VisibleText.of(waiver.reason))): "
            case .baselined: "In the baseline: "
            case .preexisting: "Was there before: "
            }
        }
    }

    /// GitLab requires a path and a line. A git object has neither; its name and the first line stand in.
    private struct Place: Encodable {
        let path: String
        let lines: Lines

        struct Lines: Encodable {
            let begin: Int
            let end: Int
        }

        init(_ location: Location) {
            path = location.path ?? location.label
            let positions = location.shownPositions
            lines = Lines(begin: positions?.start.line ?? 1, end: positions?.end.line ?? 1)
        }
    }
}

extension Severity {
    /// One of GitLab's five words.
    fileprivate var codeQuality: String {
        switch self {
        case .error: "critical"
        case .warning: "minor"
        case .note: "info"
        }
    }
}
