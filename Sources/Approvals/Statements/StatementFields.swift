import SourceText

/// Turns the lines of a statement block into a `Statement`, and checks that each decision has what it needs.
struct StatementFields {
    private let fields: [(key: String, value: String)]

    init(_ fields: [(key: String, value: String)]) { self.fields = fields }

    func statement() throws(StatementDefect) -> Statement {
        let name = try required("Decision")
        guard let decision = Statement.Decision(rawValue: name) else {
            throw StatementDefect("unknown decision \"\(name)\"")
        }
        try checkKeys(of: decision)
        var subjects: [Statement.Subject] = []
        for value in values("Subject") { subjects.append(try StatementValue.subject(value)) }
        var statement = Statement(
            decision: decision, repository: try StatementValue.digest(try required("Repository")), subjects: subjects)
        for value in values("Base") { statement.bases.append(try StatementValue.base(value)) }
        for value in values("Materiality") { statement.materiality.append(try StatementValue.materiality(value)) }
        statement.role = try optional("Role").map(StatementValue.identifier)
        if let text = optional("Trust") { statement.trust = try StatementValue.trust(text) }
        if let text = optional("Not-After") {
            guard let time = Timestamp(rfc3339: text) else {
                throw StatementDefect("\"\(text)\" is not an RFC 3339 time")
            }
            statement.notAfter = time
        }
        statement.withdraws = try optional("Statement").map(StatementValue.hexDigest)
        statement.supersedes = try optional("Supersedes").map(StatementValue.hexDigest)
        for value in values("Commits") { statement.commits += try StatementValue.commits(value) }
        if decision == .release { statement.release = try releaseFields() }
        try checkShape(statement)
        return statement
    }

    // MARK: What each decision needs

    /// The lines that each decision may have beside `Imprimatur`, `Decision`, `Repository` and `Trust`. A line that
    /// means nothing for a decision would be read by a person and skipped by the tool.
    private static let keys: [Statement.Decision: Set<String>] = [
        .approve: ["Subject", "Base", "Materiality", "Role", "Not-After", "Supersedes"],
        .reject: ["Subject", "Base", "Materiality", "Role"],
        .withdraw: ["Statement", "Role"],
        .trust: ["Subject", "Role"],
        .author: ["Subject", "Commits"],
        .release: [
            "Subject", "Base", "Materiality", "Role", "Not-After", "Sequence", "Previous", "Approval", "Evidence",
        ],
    ]
    private static let commonKeys: Set<String> = ["Imprimatur", "Decision", "Repository", "Trust"]

    private func checkKeys(of decision: Statement.Decision) throws(StatementDefect) {
        let allowed = Self.keys[decision, default: []]
        for (key, _) in fields where !Self.commonKeys.contains(key) && !allowed.contains(key) {
            throw StatementDefect("a statement with \"Decision: \(decision.rawValue)\" has no \"\(key)\" line")
        }
    }

    private func checkShape(_ statement: Statement) throws(StatementDefect) {
        var systems: [String] = []
        var plans: [Statement.Subject] = []
        for subject in statement.subjects {
            if case .package(let system, _, _) = subject { systems.append(system) }
            if case .plan = subject { plans.append(subject) }
        }
        // Of two packages of one system nobody could say which is meant.
        guard Set(systems).count == systems.count, Set(statement.subjects).count == statement.subjects.count else {
            throw StatementDefect("a subject appears twice")
        }
        let isOnlyPackagesAndPlans = systems.count + plans.count == statement.subjects.count
        switch statement.decision {
        case .approve, .reject:
            guard statement.role != nil else { throw StatementDefect("\"Role\" is missing") }
            guard !statement.subjects.isEmpty else { throw StatementDefect("\"Subject\" is missing") }
            if systems.isEmpty {
                guard statement.subjects.count == 1 else {
                    throw StatementDefect("a statement without a package has exactly one subject")
                }
                if case .trust = statement.subjects[0] {
                    throw StatementDefect("a trust root is signed with \"Decision: trust\"")
                }
            } else if !isOnlyPackagesAndPlans {
                throw StatementDefect("beside packages a statement may only name plans")
            }
            try requireLines(for: systems.count, statement)
        case .withdraw:
            guard statement.withdraws != nil else { throw StatementDefect("\"Statement\" is missing") }
        case .trust:
            guard statement.subjects.count == 1, case .trust? = statement.subjects.first else {
                throw StatementDefect("a trust statement has one subject, a trust root version")
            }
        case .author:
            guard systems.count == 1, statement.subjects.count == 1, !statement.commits.isEmpty else {
                throw StatementDefect("an author statement needs one package and commits")
            }
        case .release:
            guard systems.count == 1, plans.count <= 1, isOnlyPackagesAndPlans else {
                throw StatementDefect("a release statement names one package, and the plan that it pins")
            }
            try requireLines(for: 1, statement)
        }
    }

    /// Base and Materiality lines follow the packages in number and order.
    private func requireLines(for packages: Int, _ statement: Statement) throws(StatementDefect) {
        guard statement.bases.count == packages, statement.materiality.count == packages else {
            throw StatementDefect(
                "each package subject needs one Base and one Materiality line, and nothing else has one")
        }
        var number = 0
        for case .package(let system, _, _) in statement.subjects {
            if case .package(let baseSystem, _, _) = statement.bases[number], baseSystem != system {
                throw StatementDefect("the Base of \(system) is a package of \(baseSystem)")
            }
            number += 1
        }
    }

    private func releaseFields() throws(StatementDefect) -> Statement.ReleaseFields {
        let previous = try required("Previous")
        var approvals: [Statement.ListedStatement] = []
        for value in values("Approval") {
            let listed = try StatementValue.listedStatement(value)
            guard !approvals.contains(listed) else { throw StatementDefect("an Approval line appears twice") }
            approvals.append(listed)
        }
        return Statement.ReleaseFields(
            sequence: try StatementValue.number(try required("Sequence"), called: "a sequence number"),
            previous: previous == "none" ? nil : try StatementValue.hexDigest(previous), approvals: approvals,
            evidenceSHA256: try StatementValue.digest(try required("Evidence")))
    }

    private func values(_ key: String) -> [String] { fields.filter { $0.key == key }.map(\.value) }

    private func optional(_ key: String) -> String? { fields.first { $0.key == key }?.value }

    private func required(_ key: String) throws(StatementDefect) -> String {
        guard let value = optional(key) else { throw StatementDefect("\"\(key)\" is missing") }
        return value
    }
}

extension Optional {
    /// `map` that keeps the type of the error.
    fileprivate func map<Other>(
        _ transform: (Wrapped) throws(StatementDefect) -> Other
    ) throws(StatementDefect) -> Other? {
        guard case .some(let value) = self else { return nil }
        return try transform(value)
    }
}
