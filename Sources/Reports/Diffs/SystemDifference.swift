package import Materiality
package import Releases

/// What changed in one system between two states of a repository, and what releasing that takes.
package struct SystemDifference: Sendable {
    package let system: String
    /// Nil when the system is new.
    package let baseVersion: String?
    /// Nil when the system is gone.
    package let headVersion: String?
    /// `none`, `minor`, `material`, `critical`, `initial` or `removed`.
    package let changeClass: String
    /// Nil when there is only one side.
    package let comparison: Comparison?
    /// Names of the gates that a release needs.
    package let gates: [String]
    /// Roles with counts, such as `risk-approver × 1`.
    package let approvals: [String]
    /// The sum of changes since the last fully gated release; nil where there is nothing to sum up.
    package let cumulative: CumulativeVerdict?
    /// The parts of the release that the reader asked for; nil for all. Class and requirements are of everything.
    package let shownCategories: Set<ChangeCategory>?

    package init(
        system: String, baseVersion: String?, headVersion: String?, changeClass: String, comparison: Comparison?,
        gates: [String], approvals: [String], cumulative: CumulativeVerdict? = nil,
        shownCategories: Set<ChangeCategory>? = nil
    ) {
        self.system = system
        self.baseVersion = baseVersion
        self.headVersion = headVersion
        self.changeClass = changeClass
        self.comparison = comparison
        self.gates = gates
        self.approvals = approvals
        self.cumulative = cumulative
        self.shownCategories = shownCategories
    }

    /// The changes to show.
    package var changes: [Change] {
        let all = comparison?.changes ?? []
        guard let shownCategories else { return all }
        return all.filter { shownCategories.contains($0.category) }
    }

    /// How many changes the reader did not ask for.
    package var hiddenChangeCount: Int { (comparison?.changes.count ?? 0) - changes.count }

    /// The files to show.
    package var files: [ComparedFile] {
        let all = comparison?.files ?? []
        guard let shownCategories else { return all }
        return all.filter { shownCategories.contains($0.category) }
    }
}
