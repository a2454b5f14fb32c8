package import SourceText

package enum ReleaseTagUnsigned: TagRule {
    package static let description = RuleDescription(
        "APR-005", "release-tag-unsigned", .error, .release,
        summary:
            "A release tag is annotated, signed by a release manager whom the trust root lists, and states a release.",
        why: "Anybody who may push can make a tag of that name.",
        requirements: ["S6"],
        failing: "git tag release/support-assistant/1.1.0   # a lightweight tag, signed by nobody",
        passing: "imprimatur release support-assistant   # an annotated, signed tag with a release statement")

    package static func check(_ tag: ReleaseTag) -> [Finding] {
        tag.defects.map { defect in
            finding(
                at: tag.location, "\(tag.name) is not a release: \(defect.sentence)",
                mend: "Do not deploy it; a release is made with `imprimatur release`.")
        }
    }
}
