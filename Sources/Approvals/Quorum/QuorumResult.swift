package import PlanModel

/// Whether the people who approved fill the roles that are needed, and what is missing if not.
package struct QuorumResult: Sendable {
    /// A role that still needs approvals.
    package struct Gap: Sendable, Hashable {
        package let role: String
        package let count: Int
    }

    /// The smallest set of further approvals that would fill the quorum; empty when it is filled.
    package let missing: [Gap]
    /// Who fills which role.
    package let filled: [(role: String, principal: String)]

    package var isSatisfied: Bool { missing.isEmpty }
}

extension Quorum {
    /// Who fills which place, and the smallest set of further approvals that would fill the rest. Of several ways to
    /// fill the quorum that one is taken which takes the fewest approvals more, among those that there are people for;
    /// of equal ones the first by the names of its roles.
    ///
    /// - Parameters:
    ///   - approvals: who approved in which role.
    ///   - onePersonOneRole: whether a person fills at most one place (the default of trust roots).
    ///   - eligible: who could still approve in a role; nil when nobody asks.
    /// - Returns: nil when the quorum has too many alternatives to be decided.
    package func evaluate(
        approvals: [(role: String, principal: String)], onePersonOneRole: Bool,
        eligible: ((String) -> [String])? = nil
    ) -> QuorumResult? {
        guard let alternatives = alternatives() else { return nil }
        var best: (result: QuorumResult, rank: QuorumResult.Rank)?
        for places in alternatives {
            var seating = QuorumSeating(places: places, onePersonOneRole: onePersonOneRole)
            seating.seat(approvals)
            if let eligible {
                let offers = Set(places).sorted().flatMap { role in eligible(role).map { (role: role, principal: $0) } }
                seating.offer(offers)
            }
            let result = seating.result
            if result.isSatisfied { return result }
            let rank = QuorumResult.Rank(
                isOutOfReach: eligible != nil && !seating.isFull, count: result.missing.reduce(0) { $0 + $1.count },
                roles: result.missing.map { "\($0.role) \($0.count)" })
            if best.map({ rank < $0.rank }) ?? true { best = (result, rank) }
        }
        return best?.result
    }
}

extension QuorumResult {
    /// How far a way to fill a quorum is from being filled; the least is the best.
    fileprivate struct Rank: Comparable {
        /// True when there are not enough people for it.
        let isOutOfReach: Bool
        let count: Int
        let roles: [String]

        static func < (left: Rank, right: Rank) -> Bool {
            if left.isOutOfReach != right.isOutOfReach { return right.isOutOfReach }
            if left.count != right.count { return left.count < right.count }
            return left.roles.lexicographicallyPrecedes(right.roles)
        }
    }
}
