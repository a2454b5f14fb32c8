extension Quorum {
    /// Ways to fill a quorum grow quickly when nested; beyond this the quorum counts as not understood.
    private static let maximumAlternatives = 4_096

    /// Each way to meet the quorum as a list of places to fill; nil where there are too many.
    package func alternatives() -> [[String]]? {
        switch self {
        case .role(let role, let count):
            guard count <= 64 else { return nil }
            return [Array(repeating: role, count: count)]
        case .any(let parts):
            return Self.joined(parts.map { $0.alternatives() })
        case .all(let parts):
            return Self.product(parts.map { $0.alternatives() })
        case .atLeast(let count, let parts):
            guard Self.choices(count, of: parts.count) <= Self.maximumAlternatives else { return nil }
            let choices = Self.combinations(of: parts, count: count)
            return Self.joined(choices.map { chosen in Self.product(chosen.map { $0.alternatives() }) })
        }
    }

    private static func joined(_ lists: [[[String]]?]) -> [[String]]? {
        var all: [[String]] = []
        for list in lists {
            guard let list, all.count + list.count <= maximumAlternatives else { return nil }
            all += list
        }
        return all
    }

    private static func product(_ lists: [[[String]]?]) -> [[String]]? {
        var all: [[String]] = [[]]
        for list in lists {
            guard let list, all.count * list.count <= maximumAlternatives else { return nil }
            all = all.flatMap { start in list.map { start + $0 } }
        }
        return all
    }

    /// In how many ways `count` can be taken out of `total`; one more than the maximum stands for any larger number.
    private static func choices(_ count: Int, of total: Int) -> Int {
        var ways = 1
        for taken in 0..<min(count, total - count) {
            // Exact: the product of this many neighbours is divisible by as many factorial.
            ways = ways * (total - taken) / (taken + 1)
            if ways > maximumAlternatives { return maximumAlternatives + 1 }
        }
        return ways
    }

    private static func combinations(of parts: [Quorum], count: Int) -> [[Quorum]] {
        guard count > 0 else { return [[]] }
        guard parts.count >= count, let first = parts.first else { return [] }
        let rest = Array(parts.dropFirst())
        return combinations(of: rest, count: count - 1).map { [first] + $0 } + combinations(of: rest, count: count)
    }

    /// Whether all approvals that fill this quorum fill another one too. Nil where one of them has too many ways to be
    /// filled.
    ///
    /// Exact: the smallest approvals that fill a quorum are one person for each place of an alternative. If no
    /// alternative of the other asks for at most these places, those people do not fill it; if one does, they fill it,
    /// whoever they are and whatever else they approve.
    package func implies(_ other: Quorum) -> Bool? {
        guard let own = alternatives(), let others = other.alternatives() else { return nil }
        func counts(_ places: [String]) -> [String: Int] {
            places.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
        let demands = others.map(counts)
        return own.map(counts).allSatisfy { given in
            demands.contains { demand in demand.allSatisfy { $0.value <= given[$0.key, default: 0] } }
        }
    }
}
