package import PlanModel
package import SourceText

/// A check with its prose. A new rule is one file with a type that conforms to one of the protocols below, one line in
/// `RuleCatalogue`, and one scenario that makes it fire.
package protocol Rule: Sendable {
    static var description: RuleDescription { get }
}

/// A rule over the documents and files of one tree: asked while writing, in the hook, on pull requests.
package protocol SnapshotRule: Rule {
    static func check(_ snapshot: Snapshot, now: Timestamp) throws -> [Finding]
}

/// A rule over what is about to be released, or was.
package protocol CandidateRule: Rule {
    static func check(_ candidate: ReleaseCandidate) -> [Finding]
}

/// A rule over what becomes of one system: asked of a pull request, against the branch that it is merged into, and of a
/// release, against the one before.
package protocol ProposalRule: Rule {
    static func check(_ change: ProposedChange) -> [Finding]
}

/// A rule over a pull request as a whole.
package protocol MergeRule: Rule {
    static func check(_ merge: ProposedMerge) -> [Finding]
}

/// A rule over a tag that claims to be a release.
package protocol TagRule: Rule {
    static func check(_ tag: ReleaseTag) -> [Finding]
}

extension Rule {
    /// A finding of this rule at its usual severity.
    package static func finding(
        at location: Location, field: String? = nil, _ message: String, mend: String,
        related: [RelatedLocation] = [], severity: Severity? = nil
    ) -> Finding {
        Finding(
            description.id, severity ?? description.severity, at: location, field: field, message, mend: mend,
            related: related)
    }
}
