import PlanModel
import PlanRules
package import SourceText

/// The verdict on one release tag, derived anew from git objects.
package struct VerifiedRelease: Sendable {
    package let tag: String
    package let system: String
    package let version: String
    package let link: ReleaseChain.Link?
    /// Nil when the tag is no release, so that nothing could be evaluated.
    package let evaluation: ReleaseEvaluation?
    /// What the rules about release tags say of it.
    package let findings: [Finding]
    package let refusals: [ReleaseEvaluation.Reason]
    package let undecided: [ReleaseEvaluation.Reason]

    /// True when a version of the trust root lists it as void: it is shown, and no verdict depends on it.
    package var isVoid: Bool { link?.isVoid ?? false }

    package var outcome: ReleaseEvaluation.Outcome {
        if !refusals.isEmpty || findings.hasErrors || evaluation?.outcome == .fail { return .fail }
        return undecided.isEmpty && evaluation?.outcome != .incomplete ? .pass : .incomplete
    }

    /// The outcome for the release after it. That a clone has no pin is told once for a whole verdict, not again as a
    /// doubt about each release.
    var outcomeAsBase: ReleaseEvaluation.Outcome {
        let doubts = undecided + (evaluation?.undecided ?? [])
        let isOnlyUnpinned = outcome == .incomplete && doubts.allSatisfy { $0 == .unpinned }
        return isOnlyUnpinned ? .pass : outcome
    }
}

extension ReleaseEvaluation.Reason {
    /// Without a pin anybody could have written the trust root.
    package static let unpinned = ReleaseEvaluation.Reason(
        code: "unpinned", message: "nobody told this clone which trust root to trust",
        mend: "Get the digest of governance/trust/1.yaml from your control owner and run "
            + "`git config imprimatur.trustRoot sha256:…`, or pass --trust-root.")
}
