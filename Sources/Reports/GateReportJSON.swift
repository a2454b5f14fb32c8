import FindingPolicy
import PlanModel
import Releases
import SourceText

extension GateReport {
    /// `schemas/v1/output/gate.schema.json`
    package func json() throws -> String {
        try JSONText.of(
            Output(
                base: "\(judgement.baseCommit)", head: "\(judgement.headCommit)", requiredAt: required.rawValue,
                outcome: outcome.rawValue,
                merge: Merge(
                    outcome: judgement.mergeOutcome.rawValue, refusals: judgement.mergeRefusals.map(ReasonJSON.init),
                    findings: judgement.findings.map { FindingJSON($0) }),
                release: Release(
                    outcome: judgement.releaseOutcome.rawValue, undecided: judgement.undecided.map(ReasonJSON.init)),
                systems: judgement.evaluations.map { EvaluationJSON($0) },
                notes: judgement.notes.map(ReasonJSON.init)))
    }

    private struct Output: Encodable {
        let report = "imprimatur/gate/v1"
        let base: String
        let head: String
        let requiredAt: String
        let outcome: String
        let merge: Merge
        let release: Release
        let systems: [EvaluationJSON]
        let notes: [ReasonJSON]
    }

    private struct Merge: Encodable {
        let outcome: String
        let refusals: [ReasonJSON]
        let findings: [FindingJSON]
    }

    private struct Release: Encodable {
        let outcome: String
        let undecided: [ReasonJSON]
    }
}
