import Approvals
import GitObjects
import Materiality
import PackageContents
import PlanModel
import Snapshots
import SourceText

/// How strictly a system is judged, and whose work counts as work on it: the maximum and the union over what the change
/// leaves behind, what was released before, and what the protected branch holds. A change cannot shrink the scope that
/// judges it.
struct JudgedScope {
    let tier: RiskTier
    /// Files whose authors contributed.
    let paths: Set<String>

    /// - Parameters:
    ///   - earlier: the system as the base and the release of the version below shipped it, and as the tip of the
    ///     protected branch has it.
    ///   - related: systems that it shares files with or whose name it took over, as they were released.
    init(
        of unit: SystemUnit, in snapshot: Snapshot, earlier: [SystemUnit], related: [SystemUnit]
    ) throws {
        tier = (earlier + related).map(\.tier).reduce(unit.tier, max)
        var paths = Set((earlier + [unit]).flatMap { $0.release.closure.entries.map(\.file.path) })
        let own = Set(unit.system.governedPatterns)
        for pattern in Set(earlier.flatMap(\.system.governedPatterns)).subtracting(own) {
            paths.formUnion(try snapshot.files.matching(PathPattern(pattern)).map(\.path))
        }
        self.paths = paths
    }
}

/// Other systems with which one has files in common.
struct RelatedSystems {
    /// Those that the system's document names, as they were last released.
    let named: [SystemUnit]
    /// About those that it does not name.
    let refusals: [ReleaseEvaluation.Reason]

    /// - Parameter base: the release before; nil for a first one.
    init(
        of unit: SystemUnit, since base: SystemUnit?, subject: ReleaseEvaluator.Subject, basis: JudgementBasis
    ) throws {
        let declared = Set(
            unit.system.sharesWith.map(\.value.name) + [unit.system.renamedFrom?.value].compactMap { $0 })
        let before = Set((base?.release.closure.entries ?? []).map(\.file.path))
        let fresh = Set(unit.release.closure.entries.map(\.file.path)).subtracting(before)
        var named: [SystemUnit] = []
        var refusals: [ReleaseEvaluation.Reason] = []
        // What it shipped before was looked at then; other systems have to be read only where there is more.
        for system in try basis.releasedSystems()
        where system != subject.system && (declared.contains(system) || !fresh.isEmpty) {
            guard let link = try Self.released(system, before: subject, basis: basis) else { continue }
            let files = try basis.repository.loader.files(of: link.commit)
            // Most trees have none of the new paths, and need no reading of documents.
            guard try declared.contains(system) || fresh.contains(where: { try files.file($0) != nil }) else {
                continue
            }
            let other = try SystemUnit(system, in: basis.repository.snapshot(link.commit))
            if declared.contains(system) {
                named.append(other)
                continue
            }
            let common = other.release.closure.entries.map(\.file.path).filter(fresh.contains).sorted()
            guard let path = common.first else { continue }
            refusals.append(
                ReleaseEvaluation.Reason(
                    code: "system-overlap",
                    message: "\(subject.system) ships \(path), as \(system) does, which was released and which it does "
                        + "not name",
                    mend: "Write `renamedFrom: \(system)` or `sharesWith: [system:\(system)]` in its document."))
        }
        self.named = named
        self.refusals = refusals
    }

    /// The last release of another system that was there before what is judged.
    private static func released(
        _ system: String, before subject: ReleaseEvaluator.Subject, basis: JudgementBasis
    ) throws -> ReleaseChain.Link? {
        try basis.chain(of: system).links.last { link in
            try subject.tips.contains { try basis.repository.git.isAncestor(link.commit, of: $0) }
        }
    }
}

extension AISystem {
    fileprivate var governedPatterns: [String] { governedPaths.flatMap { $0.patterns.map(\.value) } }
}
