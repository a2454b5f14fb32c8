package import ArgumentParser
import PlanRules
package import Reports
import SourceText

package struct ExplainCommand: ImprimaturCommand {
    package static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain a rule: what it checks, why, and an example of each kind.",
        discussion: "Example:  imprimatur explain RBK-007")

    @Argument(help: "A rule's id or name.")
    var rule: String

    @OptionGroup package var common: CommonOptions

    package static let formats: [OutputFormat] = [.text, .json, .markdown]

    package init() {}

    package func run(in session: Session) throws -> ExitStatus {
        guard let description = RuleCatalogue.description(rule) else {
            let near = RuleCatalogue.nearestRule(to: rule)
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
        commandName: "rules", abstract: "List the rules.", discussion: "Example:  imprimatur rules")

    @OptionGroup package var common: CommonOptions

    package static let formats: [OutputFormat] = [.text, .json, .markdown]

    package init() {}

    package func run(in session: Session) throws -> ExitStatus {
        let rules = RuleCatalogue.descriptions
        try session.print([
            .text: { RuleReport.list(rules, session.style) }, .json: { try RuleReport.json(rules) },
            .markdown: { RuleReport.markdown(rules) },
        ])
        return .pass
    }
}
