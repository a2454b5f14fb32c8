import TestSupport

/// The attacks of one file, with the rows that the file has to have.
struct AttackSection: Sendable {
    /// The letter of the rows.
    let letter: String
    let title: String
    /// The file in Tests/AttackTests that mounts them.
    let file: String
    /// Ids of the rows that must be there: a row that is lost is noticed.
    let required: [String]
    let attacks: [Attack]

    /// Every section of the table, in the order of the page.
    static let all: [AttackSection] = [
        ObjectAttacks.section, SignatureAttacks.section, TrustAttacks.section, ApprovalAttacks.section,
        VetoAttacks.section, AuthorshipAttacks.section, PlanAttacks.section, HistoryAttacks.section,
        ReleaseTagAttacks.section, ReleaseStatementAttacks.section, EnvironmentAttacks.section,
        DesignAttacks.section,
    ]
}

extension AttackSection {
    /// The section's part of docs/threat-model.md.
    var markdown: String {
        let rows = attacks.map { "| \($0.id) | \($0.title) | \($0.verdict.markdown) |" }
        return (["| | attack | verdict |", "|---|---|---|"] + rows).joined(separator: "\n")
    }

    /// The line in front of the table, by which it is found in the page.
    var heading: String { "### \(letter). \(title) (`Tests/AttackTests/\(file)`)" }
}

extension Attack.Verdict {
    fileprivate var markdown: String {
        switch self {
        case .accepted: "pass"
        case .noted(let code): "pass, and told: `\(code)`"
        case .refused(let code): "refused: `\(code)`"
        case .undecided(let code): "could not decide: `\(code)`"
        case .outside(let sentence): "outside the tool: \(sentence)"
        }
    }
}
