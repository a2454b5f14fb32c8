import Approvals
import Materiality
import PlanModel
import PlanRules
import SourceText

/// The class of a release: that of the step since the release before, raised by the sum of changes since the last fully
/// gated release; with the predetermined change that the package names.
struct ClassMeasurement {
    let changeClass: ChangeClass
    /// With the release before; nil for a first release.
    let comparison: Comparison?
    let cumulative: CumulativeVerdict?
    /// The predetermined change that the release keeps to, so that the gates of its protocol suffice.
    let permission: MaterialityPolicy.PredeterminedChange?
    let verdict: ClassVerdict

    /// - Parameter unitOf: the system as a release shipped it.
    init(
        of unit: SystemUnit, since base: SystemUnit?, subject: ReleaseEvaluator.Subject, policy: MaterialityPolicy?,
        chain: ReleaseChain, unitOf: (ReleaseChain.Link) throws -> SystemUnit
    ) throws {
        func changes(since link: ReleaseChain.Link) throws -> Comparison {
            MaterialityEngine.compare(base: try unitOf(link).release, head: unit.release, policy: policy)
        }
        let comparison = base.map {
            MaterialityEngine.compare(base: $0.release, head: unit.release, policy: policy)
        }
        let judge = PredeterminedJudge(policy: policy, time: subject.time)
        let predetermined = try judge.judge(unit, comparison: comparison, in: subject.snapshot)
        let isInside = predetermined?.use.isInside == true
        permission = isInside ? predetermined?.permission : nil
        self.comparison = comparison

        guard let comparison, let link = subject.base else {
            // A system that goes on under another name is no first release: it must not get the first one's row.
            changeClass = unit.system.renamedFrom == nil ? .initial : .ordered(.critical)
            cumulative = nil
            verdict = ClassVerdict(changeClass.name, predetermined: predetermined?.use)
            return
        }
        var step = comparison.changeClass
        // On hotfix lines also against the release of the version below.
        if let version = unit.package.version?.value,
            let below = chain.precedingVersion(version, before: subject.sealed?.fields.sequence), below.id != link.id
        {
            step = max(step, try changes(since: below).changeClass)
        }
        // What was assessed beforehand is not weighed again, as long as it keeps to its bounds.
        if let policy, !isInside {
            cumulative = try CumulativeVerdict(
                history: subject.history, step: comparison, stepClass: step, policy: policy, time: subject.time,
                compare: changes)
        } else {
            cumulative = nil
        }
        changeClass = .ordered(cumulative?.changeClass ?? step)
        verdict = ClassVerdict(
            changeClass.name, escalation: cumulative?.escalation, predetermined: predetermined?.use)
    }
}
