import Approvals
import PlanRules
import Releases
import Reports

/// What a person is shown before they sign: what changed, and the digest that the signature binds.
struct DecisionPreview {
    private let evaluation: ReleaseEvaluation
    private let digest: String

    init(_ evaluation: ReleaseEvaluation, digest: String) {
        self.evaluation = evaluation
        self.digest = digest
    }

    func text(_ style: TextStyle) -> String {
        let report = DiffReport(
            base: evaluation.base.map { "\(evaluation.system)@\($0.version)" } ?? "nothing",
            head: "\(evaluation.system)@\(evaluation.version)",
            systems: [
                SystemDifference(
                    system: evaluation.system, baseVersion: evaluation.base?.version, headVersion: evaluation.version,
                    changeClass: evaluation.changeClass.name, comparison: evaluation.comparison,
                    gates: evaluation.candidate?.requiredGates.map(\.name) ?? [], approvals: [],
                    cumulative: evaluation.cumulative)
            ])
        return report.text(style) + "\nYou sign the package sha256:\(digest)\n"
    }
}
