import PlanRules
import SourceText

/// Rules by their ids, for findings that carry only the id.
enum RuleNames {
    private static let rules = Dictionary(
        RuleCatalogue.descriptions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

    /// Nil for a rule that the catalogue does not know.
    static func description(of rule: RuleID) -> RuleDescription? { rules[rule] }

    static func name(of rule: RuleID) -> String? { rules[rule]?.name }

    /// `RBK-004 rollback-trigger-missing`
    static func label(of rule: RuleID) -> String { rule.rawValue + (name(of: rule).map { " " + $0 } ?? "") }
}
