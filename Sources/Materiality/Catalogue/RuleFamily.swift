/// Rules that belong together, in one file: their rows of the catalogue and the code that claims changes for them.
/// A new family is that file and one line in `ChangeCatalogue`.
package protocol RuleFamily: Sendable {
    /// The family's rows, in the order of the reference page.
    static var rules: [ChangeRule] { get }
}

/// A family that claims edits of single values: settings of component files, fields of documents.
protocol SettingRules: RuleFamily {
    /// The family's verdict on an edit that it knows; nil when another family should be asked.
    static func claim(_ edit: SettingEdit, in context: ComparisonContext) -> Claim?
    /// Takes an edit that no family knows, when it is in the family's component.
    static func fallback(_ edit: SettingEdit) -> Claim?
}

extension SettingRules {
    static func fallback(_ edit: SettingEdit) -> Claim? { nil }
}

/// A rule's hold on one change.
struct Claim {
    let rule: ChangeRule
    let changeClass: MaterialityClass
    /// One plain-English sentence.
    let reason: String

    init(_ rule: ChangeRule, _ reason: String) { self.init(rule, rule.changeClass, reason) }

    /// Where the values decide on the class, as with the size of a temperature step.
    init(_ rule: ChangeRule, _ changeClass: MaterialityClass, _ reason: String) {
        self.rule = rule
        self.changeClass = changeClass
        self.reason = reason
    }
}
