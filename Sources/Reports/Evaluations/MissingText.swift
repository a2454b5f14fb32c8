import PlanRules
import Releases

/// What a release still lacks, in order, each with what to do and who can do it.
struct MissingText {
    private let evaluation: ReleaseEvaluation

    init(_ evaluation: ReleaseEvaluation) { self.evaluation = evaluation }

    func write(to page: inout Page) {
        guard !evaluation.missing.isEmpty else { return }
        page.gap()
        page.line(StyledText("What is missing", .strong))
        page.indented { page in
            for (number, missing) in evaluation.missing.enumerated() {
                page.paragraph("\(number + 1). \(what(missing))", hanging: 3)
                page.indented(by: 3) { page in
                    page.line("\(Self.isCommand(missing.command) ? "run:" : "do:", .good) \(missing.command)")
                    if !missing.who.isEmpty { page.paragraph("who: \(Prose.list(missing.who, "or"))", hanging: 5) }
                }
            }
        }
    }

    /// `1 approval as risk-approver` says more to a newcomer than `risk-approver × 1`.
    private func what(_ missing: ReleaseEvaluation.Missing) -> String {
        let approval = evaluation.candidate?.missingApprovals.first { "\($0.role) × \($0.count)" == missing.what }
        guard let approval else { return missing.what }
        return "\(Prose.count(approval.count, "approval")) as \(approval.role)"
    }

    private static func isCommand(_ text: String) -> Bool { text.hasPrefix("imprimatur ") || text.hasPrefix("git ") }
}
