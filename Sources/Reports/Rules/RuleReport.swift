package import SourceText

/// The rules in words: one of them, the list, and the page of the documentation.
package enum RuleReport {
    /// What `imprimatur explain` prints.
    package static func explain(_ rule: RuleDescription, _ style: TextStyle) -> String {
        var page = Page(style)
        page.line("\(rule.id.rawValue, .strong) \(rule.name, .strong)")
        page.gap()
        page.paragraph(StyledText(rule.summary))
        page.paragraph(StyledText(rule.why))
        page.gap()
        page.paragraph("Severity: \(rule.severity.rawValue, rule.severity.ink), \(rule.severity.consequence)")
        page.paragraph("Asked: \(rule.phase.words)")
        if !rule.requirements.isEmpty { page.paragraph("Serves: \(requirements(rule.requirements))") }
        page.paragraph("Waiving: \(waiving(rule))", hanging: 9)
        if rule.mayBeWaived { page.indented(by: 9) { $0.line(StyledText(comment(rule), .strong)) } }
        example("Refused", rule.failing, .old, &page)
        example("Accepted", rule.passing, .new, &page)
        return page.text
    }

    /// What `imprimatur rules` prints: one line for each rule.
    package static func list(_ rules: [RuleDescription], _ style: TextStyle = .plain) -> String {
        var page = Page(style)
        let idWidth = rules.map(\.id.rawValue.count).max() ?? 0
        let nameWidth = rules.map(\.name.count).max() ?? 0
        let severityWidth = Severity.allCases.map(\.rawValue.count).max() ?? 0
        for rule in rules {
            page.paragraph(
                "\(rule.id.rawValue.padded(to: idWidth), .strong)  "
                    + "\(rule.severity.rawValue.padded(to: severityWidth), rule.severity.ink)  "
                    + "\(rule.name.padded(to: nameWidth))  \(rule.summary)",
                hanging: idWidth + severityWidth + nameWidth + 6)
        }
        return page.text
    }

    /// Whether a finding may be let stand, as a sentence.
    static func waiving(_ rule: RuleDescription) -> String {
        guard rule.mayBeWaived else { return "not possible: whoever is judged by it does not set the bar" }
        let which = rule.errorsStand ? "warnings only, because an error hides what else is wrong; " : ""
        return which
            + "with a reason, in a comment beside the line or above it, or by path under rules in imprimatur.yaml"
    }

    /// The comment that lets a finding stand.
    static func comment(_ rule: RuleDescription) -> String {
        "# imprimatur: allow \(rule.id.rawValue) reason=\"why it may stand\" until=2026-12-31"
    }

    /// `requirement S38`, `requirements S94 and S95`
    static func requirements(_ rows: [String]) -> String {
        "requirement\(rows.count == 1 ? "" : "s") \(Prose.list(rows))"
    }

    private static func example(_ title: String, _ code: String, _ ink: Ink, _ page: inout Page) {
        page.gap()
        page.line(StyledText(title, .strong))
        page.indented { page in
            for line in code.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
                page.line(StyledText(String(line), ink))
            }
        }
    }
}

extension Severity {
    /// What follows from a finding.
    var consequence: String {
        switch self {
        case .error: "a finding refuses (exit status 1)"
        case .warning: "a finding is printed and refuses nothing"
        case .note: "a finding only informs"
        }
    }
}

extension RuleDescription {
    /// Whether there are findings of it that may be let stand.
    var mayBeWaived: Bool { mayBeLowered(from: severity) || errorsStand && !guardsReleases }
}

extension RulePhase {
    var words: String {
        switch self {
        case .authoring: "while writing, in hooks and on pull requests"
        case .pullRequest: "on pull requests"
        case .release: "when a release is made, and when it is looked at again later"
        case .continuous: "as time passes"
        }
    }
}

extension String {
    /// With spaces behind it, up to a number of characters.
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
