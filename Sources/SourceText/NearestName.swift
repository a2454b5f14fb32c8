/// The candidate that a person most likely meant, or nil when none is near.
///
/// Near means an edit distance (insert, delete, replace, swap neighbours) of at most a third of the word's length,
/// compared without regard to case. Ties go to the candidate that comes first.
package func nearestName(to word: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased().unicodeScalars)
    // Any two words of one letter are one step apart.
    let limit = wanted.count > 1 ? max(1, wanted.count / 3) : 0
    var best: (name: String, distance: Int)?
    for candidate in candidates {
        let scalars = Array(candidate.lowercased().unicodeScalars)
        guard abs(scalars.count - wanted.count) <= limit else { continue }
        let distance = editDistance(wanted, scalars)
        if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
}

/// Optimal string alignment distance, three rolling rows.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var beforePrevious = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    for i in 1...left.count {
        var current = [i]
        current.reserveCapacity(right.count + 1)
        for j in 1...right.count {
            let cost = left[i - 1] == right[j - 1] ? 0 : 1
            var value = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost)
            if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
                value = min(value, beforePrevious[j - 2] + 1)
            }
            current.append(value)
        }
        (beforePrevious, previous) = (previous, current)
    }
    return previous[right.count]
}
