import Materiality

/// The words about a difference that all formats for people share.
extension SystemDifference {
    /// `support-assistant 1.0.0 → 1.1.0`
    var title: String {
        switch (baseVersion, headVersion) {
        case (let base?, let head?) where base == head: "\(system) \(head)"
        case (let base?, let head?): "\(system) \(base) → \(head)"
        case (nil, let head?): "\(system) \(head)"
        case (let base?, nil): "\(system), last at \(base)"
        case (nil, nil): system
        }
    }

    /// `3 changes: 1 critical, 2 minor.`; nil where there is nothing to compare.
    var counts: String? {
        guard comparison != nil else { return nil }
        let others =
            hiddenChangeCount > 0
            ? " \(Prose.count(hiddenChangeCount, "other change")) not shown; the class counts them." : ""
        guard !changes.isEmpty else {
            return hiddenChangeCount > 0
                ? "Nothing changed in what was asked for.\(others)" : "Nothing that ships changed."
        }
        let parts = ChangeMatrix.classes.compactMap { level -> String? in
            let count = changes.count { $0.changeClass == level }
            return count > 0 ? "\(count) \(level.rawValue)" : nil
        }
        return "\(Prose.count(changes.count, "change")): \(parts.joined(separator: ", ")).\(others)"
    }

    /// Why the class is higher than that of the changes shown: one sentence each.
    var escalation: [String] {
        cumulative.map { verdict in CumulativeWords(verdict).sentences.map(\.capitalisedFirst) } ?? []
    }

    /// What a release takes, one line each.
    var requirements: [String] {
        guard headVersion != nil else { return [] }
        var lines: [String] = []
        if !gates.isEmpty { lines.append("passed evidence for \(Prose.list(gates)), made on exactly these files") }
        if !approvals.isEmpty { lines.append("approval by \(Prose.list(approvals))") }
        return lines
    }
}
