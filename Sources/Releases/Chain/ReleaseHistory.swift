package import Approvals
package import Materiality
import PlanModel

/// The releases of a system that came before the one that is judged, each with what verifying it gave. Everything in
/// it is derived from trees and signatures; no class is taken from a statement.
package struct ReleaseHistory: Sendable {
    package struct Release: Sendable {
        package let link: ReleaseChain.Link
        /// Whether it can be what the next release is judged against.
        package let outcome: ReleaseEvaluation.Outcome
        /// Nil when nothing could be evaluated.
        package let changeClass: ChangeClass?
        /// True when the release verified, and was asked for the gates and approvals of a material change or more: its
        /// class was material or critical, and no predetermined change took their place; or it was a first release
        /// that met what its policy asks for a material one.
        package let isFullyGated: Bool
        /// The component of the predetermined change that it was made under.
        package let predetermined: ChangeCategory?
        /// Parts of the system in which it changed something that weighs.
        package let changedCategories: Set<ChangeCategory>
    }

    /// In the order of their sequence numbers.
    package let releases: [Release]

    package init(_ releases: [Release] = []) { self.releases = releases }

    package var last: Release? { releases.last }

    /// The history as it stood when a release was the last one; empty for nil.
    package func upTo(_ link: ReleaseChain.Link?) -> ReleaseHistory {
        guard let link else { return ReleaseHistory() }
        return ReleaseHistory(releases.filter { $0.link.fields.sequence <= link.fields.sequence })
    }

    /// Whether a release can be judged against. Nothing is no obstacle; a release that is not here is one.
    package func outcome(of link: ReleaseChain.Link?) -> ReleaseEvaluation.Outcome {
        guard let link else { return .pass }
        return releases.last { $0.link.id == link.id }?.outcome ?? .fail
    }

    /// What the sum of changes is measured against: the last fully gated release. Where there is none yet, it is the
    /// first one, before which nothing was there.
    var baseline: Release? { releases.last(where: \.isFullyGated) ?? releases.first }

    /// The releases after the baseline.
    var sinceBaseline: ArraySlice<Release> {
        guard let baseline, let index = releases.firstIndex(where: { $0.link.id == baseline.link.id }) else {
            return []
        }
        return releases[(index + 1)...]
    }
}

extension ReleaseHistory.Release {
    init?(_ verified: VerifiedRelease) {
        // What the trust root voids is nothing that a later release could be measured against.
        guard let link = verified.link, !link.isVoid else { return nil }
        let evaluation = verified.evaluation
        self.link = link
        outcome = verified.outcomeAsBase
        changeClass = evaluation?.changeClass
        isFullyGated = outcome == .pass && evaluation?.meetsFullGating == true
        predetermined = evaluation?.predeterminedComponent
        let changes = evaluation?.comparison?.changes ?? []
        changedCategories = Set(changes.filter { $0.changeClass > .none }.map(\.category))
    }
}
