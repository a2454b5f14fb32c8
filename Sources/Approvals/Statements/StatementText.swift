import SourceText

extension Statement {
    /// The message of the tag or commit that carries the statement: a title for people, then the block.
    package func message(title: String) -> String { title + "\n\n" + block }

    /// The statement block, every line ended.
    package var block: String {
        var lines = ["Imprimatur: 1", "Decision: \(decision.rawValue)", "Repository: sha256:\(repository)"]
        lines += subjects.map { "Subject: \($0.text)" }
        lines += bases.map { "Base: \($0.text)" }
        lines += materiality.map { "Materiality: \($0.text)" }
        if let role { lines.append("Role: \(role)") }
        if let trust { lines.append("Trust: \(trust.version) sha256:\(trust.sha256)") }
        if let withdraws { lines.append("Statement: \(withdraws)") }
        if let supersedes { lines.append("Supersedes: \(supersedes)") }
        lines += commits.map { "Commits: \($0)" }
        if let release {
            lines.append("Sequence: \(release.sequence)")
            lines.append("Previous: \(release.previous ?? "none")")
            lines += release.approvals.map { "Approval: \($0.text)" }
            lines.append("Evidence: sha256:\(release.evidenceSHA256)")
        }
        if let notAfter { lines.append("Not-After: \(notAfter.rfc3339)") }
        return lines.map { $0 + "\n" }.joined()
    }
}
