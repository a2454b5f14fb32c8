package import GitObjects
import Materiality
import PackageContents
import PlanModel

/// The releases that lie behind a state of the files, for commands that compare two states rather than judge a release.
package struct ReleasesBehind {
    private let repository: GovernedRepository
    private let commit: ObjectID

    /// - Parameter commit: the commit of the state, or the one that it grows from.
    package init(_ commit: ObjectID, in repository: GovernedRepository) {
        self.repository = repository
        self.commit = commit
    }

    /// The sum of what changed since the last fully gated release. A step that is critical by itself, and one that
    /// changes nothing, need no history.
    func sum(of step: Comparison, to unit: SystemUnit, policy: MaterialityPolicy) throws -> CumulativeVerdict? {
        let name = unit.system.name
        guard step.changeClass > .none, step.changeClass < .critical,
            try !repository.git.references(under: "refs/tags/release/\(name)/").isEmpty
        else { return nil }
        return try CumulativeVerdict(
            history: history(of: name, before: unit), step: step, stepClass: step.changeClass, policy: policy,
            time: repository.now
        ) { link in
            let base = try SystemUnit(name, in: repository.snapshot(link.commit))
            return MaterialityEngine.compare(base: base.release, head: unit.release, policy: policy)
        }
    }

    /// The verified releases up to the one that the state would follow. A state that is released itself follows the
    /// release before.
    private func history(of system: String, before unit: SystemUnit) throws -> ReleaseHistory {
        let digest = unit.release.closure.digest
        var releases: [ReleaseHistory.Release] = []
        for release in try JudgementBasis(repository, judging: [commit]).history(of: system).releases {
            if release.link.packageSHA256 == digest { break }
            if try repository.git.isAncestor(release.link.commit, of: commit) { releases.append(release) }
        }
        return ReleaseHistory(releases)
    }
}
