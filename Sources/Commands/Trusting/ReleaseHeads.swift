import Approvals
import GitObjects
import PlanModel
import Releases
import Scaffolding

/// The last release of each system, for the checkpoints of a new version of the trust root.
struct ReleaseHeads {
    /// Sorted by system.
    let heads: [NextTrustRoot.Head]

    /// From the release tags of this clone, and from the last version's checkpoints, which are never taken back: a clone
    /// that lacks tags must not write a checkpoint that goes back.
    init(of trust: TrustState, in repository: GovernedRepository) throws {
        let basis = try JudgementBasis(repository, judging: repository.git.head.map { [$0] } ?? [])
        var heads: [String: NextTrustRoot.Head] = [:]
        for head in trust.root.releaseHeads {
            guard let system = head.system?.value, let sequence = head.sequence?.value,
                let statement = head.statement?.value
            else { continue }
            heads[system] = NextTrustRoot.Head(system: system, sequence: sequence, statement: statement)
        }
        for system in try basis.releasedSystems() {
            // A checkpoint vouches for a release: one that is refused, and what follows it, is not written into it.
            let good = try basis.verifiedReleases(of: system).filter { !$0.isVoid && $0.link != nil }
                .prefix { $0.outcome != .fail }
            guard let last = good.last?.link, last.fields.sequence > heads[system]?.sequence ?? 0 else { continue }
            heads[system] = NextTrustRoot.Head(system: system, sequence: last.fields.sequence, statement: last.id)
        }
        self.heads = heads.values.sorted { $0.system < $1.system }
    }
}
