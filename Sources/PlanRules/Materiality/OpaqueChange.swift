package import SourceText

package enum OpaqueChange: CandidateRule {
    package static let description = RuleDescription(
        "MAT-009", "opaque-change", .warning, .pullRequest,
        summary: "Every change can be read. One of content that lies elsewhere, is binary or does not parse is called "
            + "out, and never counts as small by itself.",
        why: "Nobody can see in a diff what became of it, so somebody has to look in another way: an evaluation, a "
            + "manifest, the author.",
        requirements: ["S35"],
        failing: """
            # retrieval/help-centre.dvc
            md5: 0f343b0931126a20f133d67c2b018a3b.dir    # was: d8e8fca2dc0f896fd7cb4cb0031ba249.dir
            """,
        passing: """
            # retrieval/index.yaml, which the tool compares
            topK: 6
            """)

    package static func check(_ candidate: ReleaseCandidate) -> [Finding] {
        candidate.change.edits.filter { $0.traits.contains(.opaque) }.map { edit in
            finding(
                at: edit.location,
                "what changed in \(edit.subject) cannot be compared; it counts as \(edit.changeClass)",
                mend: "Rely on gates and on a person for it: say in the change's summary what it is.")
        }
    }
}
