import PlanModel
package import SourceText

package enum SealedContentChanged: CandidateRule {
    package static let description = RuleDescription(
        "PKG-006", "sealed-content-changed", .error, .pullRequest,
        summary: "Package content that differs from its release tag has another, unused version.",
        why: "A version that names two contents names neither.",
        requirements: ["S20", "S76"],
        failing: "version: 1.1.0   # tag release/support-assistant/1.1.0 sealed other bytes",
        passing: "version: 1.2.0")

    package static func check(_ candidate: ReleaseCandidate) -> [Finding] {
        guard let sealed = candidate.sealed, sealed.packageSHA256 != candidate.packageSHA256 else { return [] }
        return [
            finding(
                at: candidate.location, field: candidate.package.version?.field,
                "\(candidate.system.name) \(candidate.version) is already released (tag \(sealed.tag)) with other content",
                mend: "Set a version that was not used yet.")
        ]
    }
}
