package import PackageContents
package import PlanModel

/// One side of a comparison: everything that a release of a system ships, and the plan that it follows.
package struct ReleaseUnit: Sendable {
    package let closure: PackageClosure
    /// Nil when no plan of that name and version could be read.
    package let plan: DeploymentPlan?

    package init(closure: PackageClosure, plan: DeploymentPlan?) {
        self.closure = closure
        self.plan = plan
    }
}

/// What changed between two releases.
package struct Comparison: Sendable {
    /// The heaviest class first, then by category, file and place; each edit is claimed once.
    package let changes: [Change]

    /// The greatest class of any change.
    package var changeClass: MaterialityClass { changes.map(\.changeClass).max() ?? .none }

    /// The class as it would be without the policy's overrides.
    package var builtInClass: MaterialityClass { changes.map(\.builtInClass).max() ?? .none }

    /// Changes whose class the policy sets.
    package var overridden: [Change] { changes.filter { $0.override != nil } }

    /// True when the intended purpose changed, so that a new impact assessment is needed.
    package var isSubstantialModification: Bool { changes.contains(where: \.isSubstantialModification) }

    /// How many changes there are of a class, in all or in one category.
    package func count(of changeClass: MaterialityClass, in category: ChangeCategory? = nil) -> Int {
        changes.count { $0.changeClass == changeClass && (category == nil || $0.category == category) }
    }
}
