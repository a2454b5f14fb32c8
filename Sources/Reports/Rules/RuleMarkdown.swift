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
                escaped(rule.summary),
            ]
            lines.append("| " + cells.joined(separator: " | ") + " |")
        }
        for rule in rules { lines += section(rule) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func section(_ rule: RuleDescription) -> [String] {
        var facts = "Severity: \(rule.severity.rawValue). Asked \(rule.phase.words)."
        if !rule.requirements.isEmpty { facts += " Serves \(Prose.list(rule.requirements))." }
        return ["", "## \(rule.id.rawValue) \(rule.name)", "", rule.summary, "", rule.why, "", facts]
            + ["", "Refused:", ""] + fenced(rule.failing) + ["", "Accepted:", ""] + fenced(rule.passing)
    }

    /// A block whose fence is longer than any run of backticks inside it.
    private static func fenced(_ code: String) -> [String] {
        var longest = 0
        var run = 0
        for character in code {
            run = character == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: max(3, longest + 1))
        return [fence + "yaml", code, fence]
    }

    /// A bar would end the table's cell.
    private static func escaped(_ text: String) -> String {
        text.map { $0 == "|" ? "\\|" : String($0) }.joined()
    }
}
