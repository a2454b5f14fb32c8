import PlanModel
package import SourceText

package enum PolicyChangedWithRelease: MergeRule {
    package static let description = RuleDescription(
        "MAT-007", "policy-changed-with-release", .error, .pullRequest,
        summary: "No pull request changes a materiality policy together with what a system ships.",
        why: "Whoever may change the yardstick together with what is measured decides the result.",
        requirements: ["S58"],
        failing: """
            # one pull request:
            #   governance/materiality.yaml
            #   systems/support-assistant/prompts/system.prompt
            """,
        passing: """
            # two pull requests, the one with the policy first:
            #   governance/materiality.yaml
            """)

    package static func check(_ merge: ProposedMerge) -> [Finding] {
        guard !merge.changes.isEmpty else { return [] }
        let systems = merge.changes.map(\.system.name).sorted().joined(separator: ", ")
        return merge.changedPolicies.map { policy in
            finding(
                at: policy,
                "the pull request changes the materiality policy \(policy.path ?? "") together with what \(systems) "
                    + "\(merge.changes.count == 1 ? "ships" : "ship")",
                mend: "Change the policy in a pull request of its own, and merge that one first.",
                related: merge.changes.map {
                    RelatedLocation($0.firstChange, label: "changed in the same pull request")
                })
        }
    }
}

extension ProposedChange {
    /// Where a reader finds what changes.
    fileprivate var firstChange: Location {
        edits.first?.location ?? changedFiles.first.map { .file(path: $0.path) } ?? package.envelope.location
    }
}
