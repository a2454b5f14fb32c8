import FindingPolicy
package import PlanModel
package import Releases
import SourceText

/// The two verdicts on a pull request: may it be merged, and could the result be released.
package struct GateReport: Sendable {
    package let judgement: GateJudgement
    /// Which of the two verdicts decides.
    package let required: TrustRoot.RequiredAt

    package init(_ judgement: GateJudgement, required: TrustRoot.RequiredAt) {
        self.judgement = judgement
        self.required = required
    }

    /// The verdict that decides.
    package var outcome: ReleaseEvaluation.Outcome {
        switch required {
        case .merge: judgement.mergeOutcome
        case .release: judgement.releaseOutcome
        }
    }

    package func text(_ style: TextStyle) -> String {
        var page = Page(style)
        writeVerdicts(to: &page)
        for judged in judgement.findings.open {
            page.gap()
            FindingText(judged.finding).write(to: &page)
        }
        page.gap()
        KnownFindingsText(judgement.findings).write(to: &page)
        for refusal in judgement.mergeRefusals { ReasonText(refusal).write("refused", .error, to: &page) }
        for doubt in judgement.undecided { ReasonText(doubt).write("undecided", .warning, to: &page) }
        for note in judgement.notes { ReasonText(note).write("note", .note, to: &page) }
        for evaluation in judgement.evaluations {
            page.gap()
            page.paragraph(Self.heading(evaluation), hanging: 2)
            page.indented { page in EvaluationText(evaluation).write(to: &page) }
        }
        return page.text
    }

    private func writeVerdicts(to page: inout Page) {
        let (merge, release) = (judgement.mergeOutcome, judgement.releaseOutcome)
        page.paragraph("merge verdict:   \(merge.rawValue, merge.ink), \(mergeWords)", hanging: 17)
        page.paragraph("release verdict: \(release.rawValue, release.ink), \(releaseWords)", hanging: 17)
        switch required {
        case .merge:
            page.paragraph("The merge verdict decides here. What a release still lacks is listed for later.")
        case .release:
            page.paragraph("The release verdict decides here.")
        }
    }

    private var mergeWords: String {
        let merge = "\("\(judgement.headCommit)".prefix(12)) may be merged into \("\(judgement.baseCommit)".prefix(12))"
        if judgement.mergeOutcome == .pass { return merge }
        let reasons = judgement.findings.open.count { $0.finding.severity == .error } + judgement.mergeRefusals.count
        return "\(Prose.count(reasons, "reason")) against merging, below"
    }

    private var releaseWords: String {
        guard !judgement.evaluations.isEmpty else {
            return judgement.releaseOutcome == .pass
                ? "no system's package changes, so nobody needs to approve" : "for the reasons below"
        }
        switch judgement.releaseOutcome {
        case .pass: return "everything that a release needs is there"
        case .incomplete: return "something could not be decided, see below"
        case .fail:
            let missing = judgement.evaluations.reduce(0) { $0 + $1.missing.count }
            guard missing > 0 else { return "see below" }
            return "\(Prose.count(missing, "thing is", plural: "things are")) missing, see below"
        }
    }

    private static func heading(_ evaluation: ReleaseEvaluation) -> StyledText {
        let name = "\(evaluation.system) \(evaluation.version)"
        return switch evaluation.outcome {
        case .pass: "\(name, .strong) \("could be released", .good)"
        case .fail: "\(name, .strong) \("could not be released yet", .error)"
        case .incomplete: "\(name, .strong): \("not decided", .warning) whether it could be released"
        }
    }
}
