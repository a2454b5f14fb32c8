/// When a rule is asked.
package enum RulePhase: String, Sendable {
    /// While writing, and in the pre-commit hook.
    case authoring
    case pullRequest = "pull-request"
    /// When a release tag is made or verified.
    case release
    /// Later, as time passes.
    case continuous
}

/// Everything there is to say about a rule apart from its code. `explain`, `rules` and the reference page are
/// made from it; it is written beside the code of the rule.
package struct RuleDescription: Sendable {
    package let id: RuleID
    /// What was found, in kebab-case: `rollback-trigger-missing`. Usable wherever the id is.
    package let name: String
    package let severity: Severity
    package let phase: RulePhase
    /// What the rule checks, one sentence.
    package let summary: String
    /// Why it matters to somebody who has to rely on the release.
    package let why: String
    /// Rows of docs/requirements.md that the rule serves, such as `S94`.
    package let requirements: [String]
    /// A fragment that the rule refuses.
    package let failing: String
    /// The same fragment, mended.
    package let passing: String
    /// True where an error means that something could not be judged at all, so that nobody can know what it hides.
    package let errorsStand: Bool

    package init(
        _ id: RuleID, _ name: String, _ severity: Severity, _ phase: RulePhase, summary: String, why: String,
        requirements: [String] = [], failing: String, passing: String, errorsStand: Bool = false
    ) {
        self.id = id
        self.name = name
        self.severity = severity
        self.phase = phase
        self.summary = summary
        self.why = why
        self.requirements = requirements
        self.failing = failing
        self.passing = passing
        self.errorsStand = errorsStand
    }

    /// Whether a project may give a finding of this rule a lower severity, waive it or put it into a baseline. Errors
    /// about pull requests, releases and approvals can only be raised: whoever is judged does not set the bar.
    package func mayBeLowered(from severity: Severity) -> Bool {
        severity != .error || !(errorsStand || guardsReleases)
    }

    /// True for rules that decide whether something may be merged or released.
    package var guardsReleases: Bool {
        phase == .pullRequest || phase == .release || id.rawValue.hasPrefix("APR-")
    }
}
