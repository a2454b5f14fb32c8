package import SourceText

package enum TrustRootUnsigned: MergeRule {
    package static let description = RuleDescription(
        "PPL-009", "trust-root-unsigned", .error, .pullRequest,
        summary: "A new version of the trust root is signed by enough people of the version before it, and of itself.",
        why: """
            Whoever can change who may say what can do everything else. People whose own roles grow in the new version do \
            not count among those who let it through.
            """,
        requirements: ["S6", "S58", "S99"],
        failing: """
            # one pull request, and nobody signed:
            #   governance/trust/2.yaml
            """,
        passing: """
            # one pull request:
            #   governance/trust/2.yaml
            #   governance/statements/5f0c….tag   # lena's signature on version 2
            """)

    package static func check(_ merge: ProposedMerge) -> [Finding] {
        merge.unsignedTrustRoots.map { finding(at: $0.location, field: "spec.version", $0.message, mend: $0.mend) }
    }
}
