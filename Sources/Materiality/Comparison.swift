package import PackageContents
package import PlanModel
package import SourceText

/// One side of a comparison: everything that a release of a system ships, the plan that it follows,
/// and who approves it.
package struct ReleaseUnit: Sendable {
    package let closure: PackageClosure
    /// Nil when no plan of that name and version could be read.
    package let plan: DeploymentPlan?
    /// The component files by path.
    let files: [String: SourceFile]

    /// Nil where no trust root rules the tree, as in a comparison of two folders.
    package let governance: GovernanceDocuments?

    package init(closure: PackageClosure, plan: DeploymentPlan?, governance: GovernanceDocuments? = nil) {
        self.closure = closure
        self.plan = plan
        self.governance = governance
        files = Dictionary(
            closure.entries.filter { $0.category != nil }.map { ($0.file.path, $0.source) },
            uniquingKeysWith: { first, _ in first })
    }
}

/// The documents that say who approves a release.
package struct GovernanceDocuments: Sendable {
    /// The latest version in the tree.
    package let root: TrustRoot
    /// The policy whose bytes the root pins; nil when the tree has none.
    package let policy: MaterialityPolicy?
    /// Where no policy counts, the one in the tree whose bytes the root does not pin.
    package let unpinnedPolicy: MaterialityPolicy?

    package init(root: TrustRoot, policy: MaterialityPolicy?, unpinnedPolicy: MaterialityPolicy? = nil) {
        self.root = root
        self.policy = policy
        self.unpinnedPolicy = unpinnedPolicy
    }
}

/// What changed between two releases.
package struct Comparison: Sendable {
    /// The heaviest class first, then by category, file and place; each edit is claimed once.
    package let changes: [Change]
    /// The component files whose bytes differ, in the order of their paths: what a reader puts side by side.
    package let files: [ComparedFile]
    /// How large the change is, for bounds of a policy.
    package let measures: ChangeMeasures

    init(changes: [Change], files: [ComparedFile], measures: ChangeMeasures = .none) {
        self.changes = changes
        self.files = files
        self.measures = measures
    }

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

/// A component file that differs, with both texts.
package struct ComparedFile: Sendable {
    package let category: ChangeCategory
    /// Id of the component, or the path where only a governed path names the file.
    package let subject: String
    /// Nil for a file that is new.
    package let old: SourceFile?
    /// Nil for a file that is gone.
    package let new: SourceFile?

    package var path: String { new?.path ?? old?.path ?? "" }
}
