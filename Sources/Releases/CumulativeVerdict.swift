import Approvals
package import Materiality
import PlanModel
import PlanRules
import SourceText

/// The sum of what changed since the last release that was judged in full, held against the policy's `cumulative`: it
/// keeps a change from being cut into many small ones.
package struct CumulativeVerdict: Sendable {
    package let baseline: ReleaseChain.Link
    /// False where no release was judged in full yet, and the baseline is the first one.
    package let isFullyGated: Bool
    /// The class of the step since the release before.
    package let stepClass: MaterialityClass
    /// The class of all that changed since the baseline.
    package let sumClass: MaterialityClass
    /// Minor releases since the baseline, the one that is judged among them when its step is minor.
    package let minorReleases: Int
    package let maximumMinorReleases: Int?
    /// By the dates of the tags, which are claims; nil when the baseline's tag has none.
    package let ageInSeconds: Int64?
    package let maximumAgeInSeconds: Int64?
    /// The class that counts.
    package let changeClass: MaterialityClass
    /// Why it is higher than that of the step: one sentence each, without a final full stop. Empty when it is not.
    package let reasons: [String]

    /// Nil where there is nothing to sum up: before the second release, and for a step that changes nothing.
    ///
    /// - Parameters:
    ///   - step: the class of the step since the release before.
    ///   - policy: the one that the trust root pins.
    ///   - compare: the changes since a release.
    init?(
        history: ReleaseHistory, step: Comparison, stepClass: MaterialityClass, policy: MaterialityPolicy,
        time: Timestamp, compare: (ReleaseChain.Link) throws -> Comparison
    ) rethrows {
        guard stepClass > .none, let baseline = history.baseline else { return nil }
        self.baseline = baseline.link
        isFullyGated = baseline.isFullyGated
        self.stepClass = stepClass

        let name = "\(baseline.link.version), the \(baseline.isFullyGated ? "last fully gated" : "first") release"
        var changeClass = stepClass
        var reasons: [String] = []
        var sumClass = stepClass
        if baseline.link.id != history.last?.link.id, stepClass < .critical {
            let foreseen = Self.foreseenCategories(in: history, step: step)
            let sum = try compare(baseline.link).changes.filter { !foreseen.contains($0.category) }
            if let heaviest = sum.first, heaviest.changeClass > stepClass {
                sumClass = heaviest.changeClass
                changeClass = sumClass
                reasons.append(
                    "the sum of changes since \(name), is \(sumClass.rawValue): \(heaviest.rule.id) in "
                        + "\(heaviest.subject)")
            }
        }
        self.sumClass = sumClass

        let budget = policy.cumulative
        let escalated = (budget.escalateTo?.value).flatMap(MaterialityClass.init) ?? .material
        let earlier = history.sinceBaseline.count { $0.changeClass == .ordered(.minor) && $0.predetermined == nil }
        minorReleases = earlier + (stepClass == .minor ? 1 : 0)
        maximumMinorReleases = budget.maxMinor?.value
        if let maximum = maximumMinorReleases, minorReleases > maximum, escalated > stepClass {
            changeClass = max(changeClass, escalated)
            reasons.append(
                "\(minorReleases) minor releases since \(name), and the policy allows \(maximum): escalated to "
                    + escalated.rawValue)
        }
        ageInSeconds = baseline.link.found.claimedTime.map { time.secondsSince1970 - $0 }
        maximumAgeInSeconds = budget.maxAge?.value.seconds
        if let age = ageInSeconds, let maximum = maximumAgeInSeconds, age > maximum, escalated > stepClass {
            changeClass = max(changeClass, escalated)
            reasons.append(
                "\(name), is \(Self.days(age)) old by the dates of the tags, and the policy allows "
                    + "\(Self.days(maximum)): escalated to \(escalated.rawValue)")
        }
        self.changeClass = changeClass
        self.reasons = reasons
    }

    /// For the rules; nil when the class is that of the step.
    var escalation: ClassVerdict.Escalation? {
        reasons.isEmpty ? nil : ClassVerdict.Escalation(stepClass: stepClass.rawValue, reasons: reasons)
    }

    /// Parts of the system that since the baseline changed only under predetermined changes, and not in this step:
    /// those were assessed beforehand, and do not weigh again on the next change of something else.
    private static func foreseenCategories(in history: ReleaseHistory, step: Comparison) -> Set<ChangeCategory> {
        var foreseen = Set(history.sinceBaseline.compactMap(\.predetermined))
        for release in history.sinceBaseline {
            foreseen.subtract(release.changedCategories.filter { $0 != release.predetermined })
        }
        return foreseen.subtracting(step.changes.filter { $0.changeClass > .none }.map(\.category))
    }

    private static func days(_ seconds: Int64) -> String {
        let days = seconds / 86_400
        return days == 1 ? "1 day" : days == 0 ? "less than a day" : "\(days) days"
    }
}
