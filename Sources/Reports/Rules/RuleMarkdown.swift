package import SourceText

extension RuleReport {
    /// `docs/rules.md`: a table of all rules, then a section for each.
    package static func markdown(_ rules: [RuleDescription]) -> String {
        var lines = [
            "# Rules", "",
            "Made by `imprimatur rules --format markdown` from the rules themselves; do not edit it by hand.", "",
            "| id | name | severity | asked | what it checks |", "|---|---|---|---|---|",
        ]
        for rule in rules {
            let anchor = (rule.id.rawValue + "-" + rule.name).lowercased()
            let cells = [
                "[\(rule.id.rawValue)](#\(anchor))", "`\(rule.name)`", rule.severity.rawValue, rule.phase.rawValue,
                MarkdownText.cell(rule.summary),
            ]
            lines.append("| " + cells.joined(separator: " | ") + " |")
        }
        for rule in rules { lines += ["", "## \(rule.id.rawValue) \(rule.name)", ""] + section(rule) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// One section of that page: what `imprimatur explain --format markdown` prints.
    package static func markdown(_ rule: RuleDescription) -> String {
        (["## \(rule.id.rawValue) \(rule.name)", ""] + section(rule)).joined(separator: "\n") + "\n"
    }

    private static func section(_ rule: RuleDescription) -> [String] {
        var facts = "Severity: \(rule.severity.rawValue). Asked \(rule.phase.words)."
        if !rule.requirements.isEmpty { facts += " Serves \(requirements(rule.requirements))." }
        facts += " Waiving: \(waiving(rule))"
        facts += rule.mayBeWaived ? ": \(MarkdownText.code(comment(rule)))." : "."
        return [rule.summary, "", rule.why, "", facts]
            + ["", "Refused:", ""] + MarkdownText.block(rule.failing, language: "yaml")
            + ["", "Accepted:", ""] + MarkdownText.block(rule.passing, language: "yaml")
    }
}
