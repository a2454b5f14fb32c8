import Approvals
import PlanModel
import PlanRules

/// The least that would make a release pass, given what is already there.
package struct RemainingRequirement: Sendable {
    package struct Approval: Sendable, Hashable {
        package let role: String
        package let count: Int
        /// People who could give it; empty when nobody could, or when nobody was asked for.
        package let eligible: [String]
    }

    /// Names of gates without passed evidence on exactly these bytes.
    package let gates: [String]
    /// Of all ways to fill the quorum the one that takes the fewest further approvals, of those that people could give.
    package let approvals: [Approval]

    package init(gates: [String], approvals: [Approval]) {
        self.gates = gates
        self.approvals = approvals
    }

    package var isEmpty: Bool { gates.isEmpty && approvals.isEmpty }

    /// `risk-approver × 1 and evidence for safety-eval`, without a final full stop; nil when nothing is missing.
    package var words: String? {
        var parts = approvals.map { "\($0.role) × \($0.count)" }
        if !gates.isEmpty { parts.append("evidence for \(Self.list(gates)) on this digest") }
        return parts.isEmpty ? nil : Self.list(parts)
    }

    private static func list(_ parts: [String]) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + (parts.count > 2 ? ", and " : " and ") + last
    }
}

extension RemainingRequirement {
    init(_ candidate: ReleaseCandidate) {
        self.init(
            gates: candidate.requiredGates.map(\.name).filter { !candidate.hasPassed($0) },
            approvals: candidate.missingApprovals.map {
                Approval(role: $0.role, count: $0.count, eligible: $0.eligible)
            })
    }
}
