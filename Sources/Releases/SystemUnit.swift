package import Approvals
package import Materiality
import PackageContents
package import PlanModel
import SourceText

/// One system in one tree: its document, its release package, what that ships, and the plan it pins.
package struct SystemUnit: Sendable {
    package let system: AISystem
    package let package: ReleasePackage
    package let release: ReleaseUnit

    package init(_ name: String, in snapshot: Snapshot) throws {
        guard let system = snapshot.documents.named(name, AISystem.self),
            let package = snapshot.documents.of(ReleasePackage.self).first(where: { $0.systemName == name })
        else { throw ReleaseError.unknownSystem(name, known: Self.names(in: snapshot)) }
        self.system = system
        self.package = package
        let plans = package.plan.name.map { snapshot.documents.all(named: $0.value, DeploymentPlan.self) } ?? []
        // Two plans of one name could be read differently: then there is none.
        let plan = plans.count == 1 ? plans.first : nil
        let pinnedVersion = package.plan.version?.value
        release = ReleaseUnit(
            closure: try snapshot.closure(of: package, system: system),
            plan: plan?.version?.value == pinnedVersion ? plan : nil, governance: Self.governance(of: snapshot))
    }

    /// The highest version of the trust root, and the policy that it pins.
    private static func governance(of snapshot: Snapshot) -> GovernanceDocuments? {
        guard let root = snapshot.documents.trustRoots.last else { return nil }
        if let policy = PolicyRequirement.pinnedPolicy(in: snapshot, root: root)?.policy {
            return GovernanceDocuments(root: root, policy: policy)
        }
        let policies = snapshot.documents.of(MaterialityPolicy.self)
        let pinnedPaths = root.policies.map(\.path.value)
        return GovernanceDocuments(
            root: root, policy: nil,
            unpinnedPolicy: policies.first { pinnedPaths.contains($0.envelope.source.path) } ?? policies.first)
    }

    /// Systems that have both documents, sorted.
    package static func names(in snapshot: Snapshot) -> [String] {
        let packaged = Set(snapshot.documents.of(ReleasePackage.self).compactMap(\.systemName))
        return snapshot.documents.of(AISystem.self).map(\.name).filter(packaged.contains).sorted()
    }

    /// True when a system ships the same bytes from two trees.
    static func isUnchanged(_ system: String, from target: Snapshot, to merged: Snapshot) throws -> Bool {
        guard names(in: target).contains(system) else { return false }
        let before = try SystemUnit(system, in: target).release.closure
        let after = try SystemUnit(system, in: merged).release.closure
        return after.problems.isEmpty && before.canonicalText == after.canonicalText
    }

    /// A system that does not say its tier is judged as the highest.
    package var tier: RiskTier { system.riskTier?.value ?? .high }

    /// The pinned plan as statements name it.
    package var planSubject: Statement.Subject? {
        guard let plan = release.plan, let version = plan.version?.value else { return nil }
        return .plan(
            name: plan.name, version: String(version),
            sha256: ContentDigest.document("plan", plan.envelope.source.bytes))
    }
}
