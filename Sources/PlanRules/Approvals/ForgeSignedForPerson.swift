package import SourceText

package enum ForgeSignedForPerson: CandidateRule {
    package static let description = RuleDescription(
        "APR-009", "forge-signed-for-person", .warning, .release,
        summary: "Changes are signed by the people who made them, not by a hosting service in their place.",
        why: "A hosting service signs whatever is merged with its button. That says who was logged in, at best.",
        requirements: ["S57"],
        failing: "commit 4f1c2aa (Friendlier tone) is signed by the key of the hosting service",
        passing: "commit 4f1c2aa is signed by nora")

    package static func check(_ candidate: ReleaseCandidate) -> [Finding] {
        candidate.circumstances.forgeSignatures.map { signature in
            finding(
                at: .object(name: "commit \(signature.commit)"),
                "it changes what \(candidate.name) ships, and \(signature.forge) signed it in place of a person",
                mend:
                    "Merge with commits that people signed, or have the author take it: `imprimatur approve --author`.")
        }
    }
}
