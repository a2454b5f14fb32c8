import Materiality
import Releases

/// Why a class is higher than that of the last step.
struct CumulativeWords {
    private let verdict: CumulativeVerdict

    init(_ verdict: CumulativeVerdict) { self.verdict = verdict }

    /// One sentence for each reason; none where the class is that of the step.
    var sentences: [String] {
        verdict.reasons.map { reason in
            "\(verdict.changeClass.rawValue), although the last step alone is \(verdict.stepClass.rawValue): "
                + reason.withFullStop
        }
    }
}
