extension Quorum {
    /// Ways to fill a quorum grow quickly when nested; beyond this the quorum counts as not understood.
    private static let maximumAlternatives = 4_096

    /// Each way to meet the quorum as a sorted list of places to fill; ways with the same places are one. Nil where
    /// there are too many.
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
            return Self.combinations(of: parts[...], count: count)
        }
    }

    private static func joined(_ lists: [[[String]]?]) -> [[String]]? {
        var all: [[String]] = []
        var seen: Set<[String]> = []
        for list in lists {
            guard let list else { return nil }
            for places in list where seen.insert(places).inserted { all.append(places) }
            guard all.count <= maximumAlternatives else { return nil }
        }
        return all
    }

    private static func product(_ lists: [[[String]]?]) -> [[String]]? {
        var all: [[String]] = [[]]
        for list in lists {
            guard let list, all.count * list.count <= maximumAlternatives * 16 else { return nil }
            guard let next = joined([all.flatMap { start in list.map { (start + $0).sorted() } }]) else { return nil }
            all = next
        }
        return all
    }

    /// Choices that come to the same places are one, so that ten alike parts are no more work than one.
    private static func combinations(of parts: ArraySlice<Quorum>, count: Int) -> [[String]]? {
        // Place lists by how many parts they fill.
        var chosen: [[[String]]] = [[[]]] + Array(repeating: [], count: count)
        for part in parts {
            guard let own = part.alternatives() else { return nil }
            for filled in stride(from: count - 1, through: 0, by: -1) where !chosen[filled].isEmpty {
                guard let more = product([chosen[filled], own]), let all = joined([chosen[filled + 1], more]) else {
                    return nil
                }
                chosen[filled + 1] = all
            }
        }
        return chosen[count]
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
