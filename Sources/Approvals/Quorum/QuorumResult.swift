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
    /// - Parameters:
    ///   - approvals: who approved in which role.
    ///   - onePersonOneRole: whether a person fills at most one place (the default of trust roots).
    /// - Returns: nil when the quorum has too many alternatives to be decided.
    package func evaluate(
        approvals: [(role: String, principal: String)], onePersonOneRole: Bool
    ) -> QuorumResult? {
        guard let alternatives = alternatives() else { return nil }
        var best: QuorumResult?
        for places in alternatives {
            let result = Self.fill(places, approvals: approvals, onePersonOneRole: onePersonOneRole)
            if result.isSatisfied { return result }
            if let found = best, found.missingCount <= result.missingCount { continue }
            best = result
        }
        return best
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
    fileprivate var missingCount: Int { missing.reduce(0) { $0 + $1.count } }
}
