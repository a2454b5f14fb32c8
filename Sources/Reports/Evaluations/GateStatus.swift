import PlanModel
import PlanRules

/// How far one required gate has come.
enum GateStatus: String, Encodable {
    /// Passed on exactly these bytes.
    case passed
    /// No evidence for this release.
    case missing
    /// There is evidence, but it was made on other bytes.
    case stale
    /// Run on these bytes, and not passed.
    case failed

    init(of gate: ReleaseCandidate.RequiredGate, in candidate: ReleaseCandidate) {
        if let latest = candidate.currentEvidence(for: gate.name).last {
            self = latest.result?.value == "passed" ? .passed : .failed
        } else {
            self = candidate.evidence(for: gate.name).isEmpty ? .missing : .stale
        }
    }

    var words: StyledText {
        switch self {
        case .passed: "\("passed", .good)"
        case .missing: "\("has no evidence", .error) for this release"
        case .stale: "\("has evidence only for other files", .error) than those that would ship"
        case .failed: "\("did not pass", .error)"
        }
    }
}
