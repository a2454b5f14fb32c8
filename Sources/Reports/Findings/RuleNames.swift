import PlanRules
import SourceText

/// Names of rules by their ids, for findings that carry only the id.
enum RuleNames {
    private static let names = Dictionary(
        RuleCatalogue.descriptions.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })

    static func name(of rule: RuleID) -> String? { names[rule] }
}
