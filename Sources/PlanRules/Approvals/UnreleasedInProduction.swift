import PlanModel
package import SourceText

package enum UnreleasedInProduction: CandidateRule {
    package static let description = RuleDescription(
        "APR-010", "unreleased-in-production", .error, .continuous,
        summary: "Only released versions meet users in production, going by the rollout records.",
        why: "An approval after the fact approves nothing.",
        requirements: ["S19", "S52", "S100"],
        failing: "a RolloutRecord shows 5 percent of production for 1.2.0, and there is no release tag for 1.2.0",
        passing: "the tag release/support-assistant/1.2.0 was there before")

    package static func check(_ candidate: ReleaseCandidate) -> [Finding] {
        candidate.circumstances.exposures.map { exposure in
            finding(
                at: exposure.location,
                "\(candidate.system.name) \(exposure.version) met users in \(exposure.environment), and there is no valid "
                    + "release of it",
                mend: "Halt the rollout, or find the release tag: `git fetch --tags origin`.")
        }
    }
}
