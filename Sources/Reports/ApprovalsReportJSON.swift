extension ApprovalsReport {
    /// `schemas/v1/output/approvals.schema.json`
    package func json() throws -> String {
        try JSONText.of(
            Output(systems: evaluations.map { EvaluationJSON($0) }, notes: notes.map(ReasonJSON.init)))
    }

    private struct Output: Encodable {
        let report = "imprimatur/approvals/v1"
        let systems: [EvaluationJSON]
        let notes: [ReasonJSON]
    }
}
