package import SourceText

/// One row of the catalogue: something that can happen to a release, and how much it matters by default.
package struct ChangeRule: Sendable {
    /// Which way a protection moved.
    package enum Direction: String, Sendable { case loosened, tightened, neutral = "none" }

    /// `heuristic`: read from words, so the finding may only raise the class that exact comparison gives.
    package enum Confidence: String, Sendable { case exact, heuristic }

    /// The rule for the opposite change, or why there is none. A test holds every loosened rule to it.
    package enum Symmetry: Sendable {
        case mirror(RuleID)
        case waiver(String)
    }

    /// `<component>/<what happened>`, such as `guardrail/threshold-loosened`. Never given to another rule.
    package let id: RuleID
    /// Class of such a change when the values do not ask for another one.
    package let changeClass: MaterialityClass
    /// Classes that the values of a change can ask for instead. A test holds that no scenario sees another one.
    package private(set) var otherClasses: [OtherClass] = []
    package let direction: Direction
    package let confidence: Confidence
    package let symmetry: Symmetry
    /// What happened, for the reference page: one sentence.
    package let summary: String
    /// True for the rules that take what no other rule knows; the policy's `default` sets their class.
    package let isFallback: Bool

    /// What a change of the rule is about.
    package enum Extent: Sendable {
        case value
        /// A file that one side does not have.
        case wholeFile
        /// Content that cannot be read: whatever a policy says, such a change is material at least.
        case unreadable
    }

    package let extent: Extent

    /// A class beside the rule's own, and what asks for it.
    package struct OtherClass: Sendable {
        package let changeClass: MaterialityClass
        /// Completes a sentence: `material when the limit is half or less`.
        package let condition: String
    }

    /// The rule with a further class that its claims give.
    func or(_ changeClass: MaterialityClass, when condition: String) -> ChangeRule {
        var rule = self
        rule.otherClasses.append(OtherClass(changeClass: changeClass, condition: condition))
        return rule
    }

    init(
        _ id: RuleID, _ changeClass: MaterialityClass, _ direction: Direction = .neutral,
        _ confidence: Confidence = .exact, mirror: RuleID, _ summary: String
    ) {
        self.init(id, changeClass, direction, confidence, .mirror(mirror), isFallback: false, extent: .value, summary)
    }

    init(
        _ id: RuleID, _ changeClass: MaterialityClass, _ direction: Direction = .neutral,
        _ confidence: Confidence = .exact, noMirror reason: String, isFallback: Bool = false,
        extent: Extent = .value, _ summary: String
    ) {
        self.init(
            id, changeClass, direction, confidence, .waiver(reason), isFallback: isFallback, extent: extent, summary)
    }

    private init(
        _ id: RuleID, _ changeClass: MaterialityClass, _ direction: Direction, _ confidence: Confidence,
        _ symmetry: Symmetry, isFallback: Bool, extent: Extent, _ summary: String
    ) {
        self.id = id
        self.changeClass = changeClass
        self.direction = direction
        self.confidence = confidence
        self.symmetry = symmetry
        self.isFallback = isFallback
        self.extent = extent
        self.summary = summary
    }
}
