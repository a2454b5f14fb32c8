import PlanModel
package import SourceText

package enum PreviousReleaseDisagrees: CandidateRule {
    package static let description = RuleDescription(
        "PKG-007", "previous-release-disagrees", .error, .release,
        summary:
            "`previous` names the last valid release of the chain. The tool derives that release; the field only has "
            + "to agree.",
        why: "Whoever could choose what a change is compared with could make any change look small.",
        failing: "previous: 1.0.0   # 1.1.0 was released meanwhile",
        passing: "previous: 1.1.0")

    package static func check(_ candidate: ReleaseCandidate) -> [Finding] {
        let circumstances = candidate.circumstances
        guard circumstances.isLineageKnown, let written = candidate.package.previous else { return [] }
        let expected = circumstances.lastRelease ?? "none"
        guard written.value != expected else { return [] }
        return [
            finding(
                at: written.location, field: "spec.previous",
                "`previous` is \(written.value), and the last release is \(expected)",
                mend: "Write `previous: \(expected)` after looking at what came between; "
                    + "`imprimatur new release \(candidate.system.name)` does it.")
        ]
    }
}
