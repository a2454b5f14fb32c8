import Releases

extension ReleaseEvaluation.Outcome {
    var ink: Ink {
        switch self {
        case .pass: .good
        case .fail: .error
        case .incomplete: .warning
        }
    }

    /// The worst of several: a refusal counts more than a doubt.
    static func worst(_ outcomes: [Self]) -> Self {
        if outcomes.contains(.fail) { return .fail }
        return outcomes.contains(.incomplete) ? .incomplete : .pass
    }
}
