package import Materiality

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

    package init(
        system: String, baseVersion: String?, headVersion: String?, changeClass: String, comparison: Comparison?,
        gates: [String], approvals: [String]
    ) {
        self.system = system
        self.baseVersion = baseVersion
        self.headVersion = headVersion
        self.changeClass = changeClass
        self.comparison = comparison
        self.gates = gates
        self.approvals = approvals
    }

    package var changes: [Change] { comparison?.changes ?? [] }
}
