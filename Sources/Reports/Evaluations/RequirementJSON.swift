import PlanModel
import PlanRules
import Releases

/// The predetermined change that a package names, in JSON output.
struct PredeterminedJSON: Encodable {
    private let id: String
    private let suffices: Bool
    private let invalid: String?
    private let exceeded: [String]

    init(_ use: ClassVerdict.PredeterminedUse) {
        id = use.id.value
        suffices = use.isInside
        invalid = use.invalid?.message
        exceeded = use.exceeded
    }
}

/// The least that would make a release pass, in JSON output.
struct RemainingJSON: Encodable {
    private let gates: [String]
    private let approvals: [Approval]

    private struct Approval: Encodable {
        let role: String
        let count: Int
        let who: [String]
    }

    init(_ remaining: RemainingRequirement) {
        gates = remaining.gates
        approvals = remaining.approvals.map { Approval(role: $0.role, count: $0.count, who: $0.eligible) }
    }
}
