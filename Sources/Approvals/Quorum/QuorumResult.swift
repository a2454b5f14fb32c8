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
            let result = Self.fill(places, approvals: approvals, onePersonOneRole: onePersonOneRole)
            if result.isSatisfied { return result }
            let rank = QuorumResult.Rank(
                isOutOfReach: eligible.map { !Self.isWithinReach(result, onePersonOneRole, $0) } ?? false,
                count: result.missing.reduce(0) { $0 + $1.count },
                roles: result.missing.map { "\($0.role) \($0.count)" })
            if best.map({ rank < $0.rank }) ?? true { best = (result, rank) }
        }
        return best?.result
    }

    /// True when there are people for everything that a result lacks.
    private static func isWithinReach(
        _ result: QuorumResult, _ onePersonOneRole: Bool, _ eligible: (String) -> [String]
    ) -> Bool {
        let places = result.missing.flatMap { Array(repeating: $0.role, count: $0.count) }
        let offers = Set(places).flatMap { role in eligible(role).map { (role: role, principal: $0) } }
        return fill(places, approvals: offers, onePersonOneRole: onePersonOneRole).isSatisfied
    }

    /// Fills places with people: a maximum matching by augmenting paths.
    private static func fill(
        _ places: [String], approvals: [(role: String, principal: String)], onePersonOneRole: Bool
    ) -> QuorumResult {
        var placeOfPerson: [String: Int] = [:]
        // Without the one-person rule a person may still fill each role only once.
        func key(_ person: String, _ role: String) -> String { onePersonOneRole ? person : person + "\n" + role }

        func seat(_ place: Int, _ visited: inout Set<String>) -> Bool {
            for approval in approvals where approval.role == places[place] {
                let person = key(approval.principal, approval.role)
                guard visited.insert(person).inserted else { continue }
                let current = placeOfPerson[person]
                if current == nil || current.map({ seat($0, &visited) }) == true {
                    placeOfPerson[person] = place
                    return true
                }
            }
            return false
        }
        for place in places.indices {
            var visited: Set<String> = []
            _ = seat(place, &visited)
        }

        var missing: [String: Int] = [:]
        var filled: [(role: String, principal: String)] = []
        let personOfPlace = Dictionary(uniqueKeysWithValues: placeOfPerson.map { ($0.value, $0.key) })
        for (place, role) in places.enumerated() {
            if let person = personOfPlace[place] {
                filled.append((role, person.split(separator: "\n").first.map(String.init) ?? person))
            } else {
                missing[role, default: 0] += 1
            }
        }
        return QuorumResult(
            missing: missing.map { QuorumResult.Gap(role: $0.key, count: $0.value) }.sorted { $0.role < $1.role },
            filled: filled)
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
