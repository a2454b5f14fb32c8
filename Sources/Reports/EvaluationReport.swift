package import Releases

/// Whether one system can be released as it is, and what is missing if not: the answer of `release` and `approve`
/// when they refuse.
package struct EvaluationReport: Sendable {
    package let evaluation: ReleaseEvaluation
    /// Doubts about the judgement as a whole, such as a trust root that nobody pinned.
    package let undecided: [ReleaseEvaluation.Reason]
    /// What the reader should know about the clone beside the evaluation.
    package let notes: [ReleaseEvaluation.Reason]

    package init(
        _ evaluation: ReleaseEvaluation, undecided: [ReleaseEvaluation.Reason] = [],
        notes: [ReleaseEvaluation.Reason] = []
    ) {
        self.evaluation = evaluation
        self.undecided = undecided
        self.notes = notes
    }

    /// The verdict with those doubts in it.
    package var outcome: ReleaseEvaluation.Outcome {
        evaluation.outcome == .pass && !undecided.isEmpty ? .incomplete : evaluation.outcome
    }

    package func text(_ style: TextStyle) -> String {
        var page = Page(style)
        page.paragraph(verdict, hanging: 2)
        page.indented { page in
            EvaluationText(evaluation, undecided: undecided, notes: notes).write(to: &page)
        }
        return page.text
    }

    /// `schemas/v1/output/evaluation.schema.json`
    package func json() throws -> String {
        try JSONText.of(
            Output(evaluation: EvaluationJSON(evaluation, undecided: undecided, notes: notes, outcome: outcome)))
    }

    private var verdict: StyledText {
        let name = "\(evaluation.system) \(evaluation.version)"
        switch outcome {
        case .pass: return "\("pass:", .good) \(name, .strong) can be released"
        case .fail: return "\("fail:", .error) \(name, .strong) cannot be released as it is"
        case .incomplete:
            return "\("incomplete:", .warning) whether \(name, .strong) can be released could not be decided"
        }
    }

    private struct Output: Encodable {
        let report = "imprimatur/evaluation/v1"
        let evaluation: EvaluationJSON
    }
}
