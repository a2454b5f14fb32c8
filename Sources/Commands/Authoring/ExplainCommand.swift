package import ArgumentParser
import Materiality
import PlanRules
package import Reports
import SourceText

package struct ExplainCommand: ImprimaturCommand {
    package static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain a rule: what it checks, why, and an example of each kind.",
        discussion: """
            Examples:

              imprimatur explain RBK-007
              imprimatur explain guardrail/threshold-loosened      a rule of change, as `diff` names it
            """)

    @Argument(help: "A rule's id or name.")
    var rule: String

    @OptionGroup package var common: CommonOptions

    package static let formats: [OutputFormat] = [.text, .json, .markdown]

    package init() {}

    package func run(in session: Session) throws -> ExitStatus {
        if let change = ChangeCatalogue.rule(RuleID(rawValue: rule.lowercased())) {
            try session.print([
                .text: { ChangeRuleReport.explain(change, session.style) },
                .json: { try ChangeRuleReport.json([change]) }, .markdown: { ChangeRuleReport.markdown(change) },
            ])
            return .pass
        }
        guard let description = RuleCatalogue.description(rule) else {
            let near =
                rule.contains("/") ? ChangeCatalogue.nearestRule(to: rule) : RuleCatalogue.nearestRule(to: rule)
            throw CommandFailure(
                .usage, "there is no rule \"\(rule)\"" + (near.map { "; did you mean \($0)?" } ?? ""),
                mend: "Run `imprimatur rules` for the list.")
        }
        try session.print([
            .text: { RuleReport.explain(description, session.style) }, .json: { try RuleReport.json([description]) },
            .markdown: { RuleReport.markdown(description) },
        ])
        return .pass
    }
}

package struct RulesCommand: ImprimaturCommand {
    package static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "List the rules: of documents and releases, or of changes.",
        discussion: """
            Examples:

              imprimatur rules
              imprimatur rules --changes      what `diff` can find, and how much it matters
            """)

    @Flag(help: "List the rules of change, which say how much a difference between two releases matters.")
    var changes = false

    @OptionGroup package var common: CommonOptions

    package static let formats: [OutputFormat] = [.text, .json, .markdown]

    package init() {}

    package func run(in session: Session) throws -> ExitStatus {
        if changes {
            let rules = ChangeCatalogue.rules
            try session.print([
                .text: { ChangeRuleReport.list(rules, session.style) }, .json: { try ChangeRuleReport.json(rules) },
                .markdown: { ChangeRuleReport.markdown() },
            ])
            return .pass
        }
        let rules = RuleCatalogue.descriptions
        try session.print([
            .text: { RuleReport.list(rules, session.style) }, .json: { try RuleReport.json(rules) },
            .markdown: { RuleReport.markdown(rules) },
        ])
        return .pass
    }
}
