package import PlanModel

/// How much a release changes, as computed, with what raised or replaced what the class asks for.
package struct ClassVerdict: Sendable {
    /// The sum of changes since the last release that was judged in full, where it weighs more than the last step.
    package struct Escalation: Sendable {
        /// The class of the step since the release before.
        package let stepClass: String
        /// Why the class is higher: one sentence each, without a final full stop.
        package let reasons: [String]

        package init(stepClass: String, reasons: [String]) {
            self.stepClass = stepClass
            self.reasons = reasons
        }
    }

    /// A predetermined change that the package says it is made under.
    package struct PredeterminedUse: Sendable {
        /// As `change.predetermined` names it.
        package let id: Located<String>
        /// Why the permission cannot be used at all; nil when it can.
        package let invalid: (message: String, mend: String)?
        /// What goes beyond it: one sentence each, without a final full stop.
        package let exceeded: [String]

        package init(id: Located<String>, invalid: (message: String, mend: String)?, exceeded: [String]) {
            self.id = id
            self.invalid = invalid
            self.exceeded = exceeded
        }

        /// True when the gates of its protocol suffice.
        package var isInside: Bool { invalid == nil && exceeded.isEmpty }
    }

    /// `none`, `minor`, `material`, `critical` or `initial`.
    package let name: String
    package let escalation: Escalation?
    package let predetermined: PredeterminedUse?

    package init(_ name: String, escalation: Escalation? = nil, predetermined: PredeterminedUse? = nil) {
        self.name = name
        self.escalation = escalation
        self.predetermined = predetermined
    }

    /// True when a declared class says at least as much. `initial` is a class of its own, which nothing else covers.
    func isCovered(by declared: String) -> Bool {
        if name == "initial" || declared == "initial" { return name == declared }
        return !MaterialityPolicy.isClass(declared, below: name)
    }
}
