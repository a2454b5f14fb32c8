import Materiality

/// How many changes there are of each class in each part of a system.
struct ChangeMatrix: Sendable {
    struct Row: Sendable {
        let category: ChangeCategory
        /// In the order of `classes`.
        let counts: [Int]

        var total: Int { counts.reduce(0, +) }
    }

    /// The heaviest first.
    static let classes = MaterialityClass.allCases.sorted(by: >)

    /// Parts of the system with changes.
    let rows: [Row]

    init(_ changes: [Change]) {
        rows = ChangeCategory.allCases.compactMap { category in
            let changes = changes.filter { $0.category == category }
            guard !changes.isEmpty else { return nil }
            return Row(
                category: category,
                counts: Self.classes.map { level in changes.count { $0.changeClass == level } })
        }
    }

    /// Of each class in all parts.
    var totals: [Int] {
        Self.classes.indices.map { index in rows.reduce(0) { $0 + $1.counts[index] } }
    }
}
