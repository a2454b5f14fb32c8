/// Why no trust root rules a tree.
package struct TrustFailure: Error, Sendable {
    /// Stable words of the output format.
    package enum Code: String, Sendable, CaseIterable {
        /// The tree has no version 1.
        case missing = "root-missing"
        /// A file is not one readable, complete document of this version of the format. Unknown fields and newer
        /// formats are here too: what cannot be understood could have been a restriction.
        case malformed = "root-malformed"
        /// Version 1 is another than the one that this clone was told to trust.
        case notPinned = "root-not-pinned"
        /// A version does not name the one before it by number and digest, or the one before it is not there.
        case predecessor = "root-predecessor"
        /// Too few people who may change the root signed a version.
        case threshold = "root-threshold"
        /// It would be enough only with the signature of somebody whose own roles grow in the version they sign.
        case escalation = "root-escalation"
        /// A version contradicts itself, or takes back what an earlier one settled for good.
        case lint = "root-lint"
        /// An older version stands where a newer one was.
        case rollback = "root-rollback"
        /// Two texts of one version were both signed by enough people.
        case equivocation = "root-equivocation"
        /// A version that was there already was edited or deleted.
        case changed = "root-changed"
        /// Signatures on a version could not be checked here, and without them there are too few.
        case undecided = "root-undecided"
        /// The tree was read without asking the schemas, so nothing can be said about it.
        case unjudged = "root-unjudged"

        /// One sentence for a reader who met the word in a report.
        package var meaning: String {
            switch self {
            case .missing: "The tree has no governance/trust/1.yaml."
            case .malformed: "A trust root is not one complete document in the format that this version reads."
            case .notPinned: "Version 1 of the trust root is not the one that this clone was told to trust."
            case .predecessor: "A version does not name the one before it by number and digest."
            case .threshold: "Too few of the people who may change the trust root signed a version."
            case .escalation:
                "Without the people whose own roles grow in it, too few signed a version of the trust root."
            case .lint: "A version contradicts itself, or takes back what an earlier one settled for good."
            case .rollback: "An older version of the trust root stands where a newer one was."
            case .equivocation: "Two different texts of one version were both signed by enough people."
            case .changed: "A version of the trust root that was there already was edited or deleted."
            case .undecided:
                "Signatures on a version could not be checked here, and without them there are too few."
            case .unjudged: "The trust root was read without its schema, so nothing was decided."
            }
        }
    }

    package let reason: Code
    /// What is wrong and where, as a sentence without a final full stop.
    package let message: String
    /// How to mend it, as a sentence.
    package let mend: String

    package init(_ reason: Code, _ message: String, mend: String) {
        self.reason = reason
        self.message = message
        self.mend = mend
    }

    package var code: String { reason.rawValue }

    /// True when further signatures would mend it.
    package var isShortOfSignatures: Bool { reason == .threshold || reason == .escalation }

    /// False where the tool cannot tell.
    package var isRefusal: Bool { reason != .unjudged && reason != .undecided }
}
