package import Releases

/// What a command says in JSON when it ended with an error instead of a report, so that a program finds the reason where
/// it looks for the verdict.
package struct FailureReport: Sendable {
    private let outcome: ReleaseEvaluation.Outcome
    private let reasons: [ReleaseEvaluation.Reason]

    /// - Parameter outcome: `incomplete` where the tool could not decide, `fail` where it refused.
    package init(_ outcome: ReleaseEvaluation.Outcome, reasons: [ReleaseEvaluation.Reason]) {
        self.outcome = outcome
        self.reasons = reasons
    }

    /// `schemas/v1/output/failure.schema.json`
    package func json() throws -> String {
        try JSONText.of(Output(outcome: outcome.rawValue, reasons: reasons.map(ReasonJSON.init)))
    }

    private struct Output: Encodable {
        let report = "imprimatur/failure/v1"
        let outcome: String
        let reasons: [ReasonJSON]
    }
}
