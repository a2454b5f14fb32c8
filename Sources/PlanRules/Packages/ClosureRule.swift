package import PackageContents
package import PlanModel
package import SourceText

/// A rule about what keeps a release package from being one whole, with the words that resolving it found.
package protocol ClosureRule: SnapshotRule {
    /// The problems that the rule answers for.
    static var kinds: Set<ClosureProblem.Kind> { get }
}

extension ClosureRule {
    package static func check(_ snapshot: Snapshot, now: Timestamp) throws -> [Finding] {
        try snapshot.packageClosures().flatMap(\.problems).filter { kinds.contains($0.kind) }.map { problem in
            finding(at: problem.location, field: problem.field, problem.message, mend: problem.mend)
        }
    }
}

extension Snapshot {
    /// What each release package of the tree ships. A package whose system is not there has no closure; REF-001 says so.
    func packageClosures() throws -> [PackageClosure] {
        try documents.of(ReleasePackage.self).compactMap { package in
            guard let name = package.systemName, let system = documents.named(name, AISystem.self) else { return nil }
            return try closure(of: package, system: system)
        }
    }
}
