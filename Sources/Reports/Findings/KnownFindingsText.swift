import FindingPolicy
import SourceText

/// Findings that ask for nothing, one line each: those that are waived, and those that a range of commits found in
/// place.
struct KnownFindingsText {
    private let findings: [JudgedFinding]

    init(_ findings: [JudgedFinding]) { self.findings = findings }

    func write(to page: inout Page) {
        for (judged, waiver) in findings.waived {
            let finding = judged.finding
            let until = waiver.until.map { ", until \($0)" } ?? ""
            page.paragraph(
                "\("waived", .faint)[\(RuleNames.label(of: finding.rule))]: \(finding.location.label): "
                    + "\(finding.message) (reason: \(waiver.reason)\(until); allowed at \(waiver.location.label))",
                hanging: 2)
        }
        page.gap()
        let before = findings.preexisting
        guard !before.isEmpty else { return }
        page.line(StyledText("Were there before:", .strong))
        page.indented { page in
            for judged in before {
                let finding = judged.finding
                page.paragraph(
                    "\(finding.location.label): \(finding.severity.rawValue)[\(RuleNames.label(of: finding.rule))]: "
                        + "\(finding.message)", hanging: 2)
            }
        }
        page.gap()
    }
}
