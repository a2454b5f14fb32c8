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
        var subjects: [Statement.Subject] = []
        for value in values("Subject") { subjects.append(try subject(value)) }
        var statement = Statement(
            decision: decision, repository: try digest(try required("Repository")), subjects: subjects)
        for value in values("Base") { statement.bases.append(try base(value)) }
        for value in values("Materiality") { statement.materiality.append(try materiality(value)) }
        statement.role = try optional("Role").map(identifier)
        if let text = optional("Trust") { statement.trust = try trust(text) }
        if let text = optional("Not-After") {
            guard let time = Timestamp(rfc3339: text) else {
                throw StatementDefect("\"\(text)\" is not an RFC 3339 time")
            }
            statement.notAfter = time
        }
        statement.withdraws = try optional("Statement").map(hexDigest)
        statement.supersedes = try optional("Supersedes").map(hexDigest)
        statement.commits = values("Commits").flatMap { $0.split(separator: " ").map(String.init) }
        if decision == .release { statement.release = try releaseFields() }
        try checkShape(statement)
        return statement
    }

    // MARK: What each decision needs

    private func checkShape(_ statement: Statement) throws(StatementDefect) {
        let packages = statement.subjects.count { if case .package = $0 { true } else { false } }
        switch statement.decision {
        case .approve, .reject:
            guard statement.role != nil else { throw StatementDefect("\"Role\" is missing") }
            guard !statement.subjects.isEmpty else { throw StatementDefect("\"Subject\" is missing") }
            if packages > 0 {
                guard statement.bases.count == packages, statement.materiality.count == packages else {
                    throw StatementDefect("each package subject needs one Base and one Materiality line")
                }
            } else if statement.subjects.count != 1 {
                throw StatementDefect("a statement without a package has exactly one subject")
            }
        case .withdraw:
            guard statement.withdraws != nil else { throw StatementDefect("\"Statement\" is missing") }
        case .trust:
            guard statement.subjects.count == 1, case .trust? = statement.subjects.first else {
                throw StatementDefect("a trust statement has one subject, a trust root version")
            }
        case .author:
            guard packages == 1, !statement.commits.isEmpty else {
                throw StatementDefect("an author statement needs a package and commits")
            }
        case .release:
            guard packages == 1, statement.bases.count == 1, statement.materiality.count == 1 else {
                throw StatementDefect("a release statement needs one package, Base and Materiality")
            }
        }
        if statement.decision != .release, fields.contains(where: { $0.key == "Sequence" || $0.key == "Approval" }) {
            throw StatementDefect("only release statements have Sequence and Approval")
        }
    }

    private func releaseFields() throws(StatementDefect) -> Statement.ReleaseFields {
        let number = try required("Sequence")
        guard let sequence = Int(number), sequence >= 1, String(sequence) == number else {
            throw StatementDefect("\"\(number)\" is not a sequence number")
        }
        let previous = try required("Previous")
        var approvals: [Statement.ListedStatement] = []
        for value in values("Approval") {
            let words = value.split(separator: " ").map(String.init)
            guard words.count == 3 else { throw StatementDefect("an Approval line has an id, a role and a person") }
            approvals.append(
                Statement.ListedStatement(
                    id: try hexDigest(words[0]), role: try identifier(words[1]), principal: try identifier(words[2])))
        }
        return Statement.ReleaseFields(
            sequence: sequence, previous: previous == "none" ? nil : try hexDigest(previous), approvals: approvals,
            evidenceSHA256: try digest(try required("Evidence")))
    }

    // MARK: Values

    private func subject(_ text: String) throws(StatementDefect) -> Statement.Subject {
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard words.count == 3 else { throw StatementDefect("\"\(text)\" is not a subject") }
        let sha256 = try digest(words[2])
        switch words[0] {
        case "package":
            let (name, version) = try versioned(words[1])
            return .package(system: name, version: version, sha256: sha256)
        case "plan":
            let (name, version) = try versioned(words[1])
            return .plan(name: name, version: version, sha256: sha256)
        case "system": return .system(name: try identifier(words[1]), sha256: sha256)
        case "record": return .record(reference: words[1], sha256: sha256)
        case "trust": return .trust(version: words[1], sha256: sha256)
        default: throw StatementDefect("unknown subject \"\(words[0])\"")
        }
    }

    private func base(_ text: String) throws(StatementDefect) -> Statement.Base {
        if text == "none" { return .none }
        guard case .package(let system, let version, let sha256) = try subject(text) else {
            throw StatementDefect("a base is a package or none")
        }
        return .package(system: system, version: version, sha256: sha256)
    }

    private func materiality(_ text: String) throws(StatementDefect) -> Statement.MaterialityClaim {
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard words.count == 3, words[1].hasPrefix("policy="), words[2].hasPrefix("catalogue="),
            let catalogue = Int(words[2].dropFirst("catalogue=".count))
        else { throw StatementDefect("\"\(text)\" is not a materiality") }
        return Statement.MaterialityClaim(
            changeClass: try identifier(words[0]),
            policySHA256: try digest(String(words[1].dropFirst("policy=".count))), catalogue: catalogue)
    }

    private func trust(_ text: String) throws(StatementDefect) -> (version: Int, sha256: String) {
        let words = text.split(separator: " ").map(String.init)
        guard words.count == 2, let version = Int(words[0]) else {
            throw StatementDefect("\"\(text)\" is not a trust root")
        }
        return (version, try digest(words[1]))
    }

    private func versioned(_ text: String) throws(StatementDefect) -> (name: String, version: String) {
        guard let at = text.firstIndex(of: "@") else { throw StatementDefect("\"\(text)\" has no version") }
        let version = String(text[text.index(after: at)...])
        guard !version.isEmpty else { throw StatementDefect("\"\(text)\" has no version") }
        return (try identifier(String(text[..<at])), version)
    }

    private func digest(_ text: String) throws(StatementDefect) -> String {
        guard text.hasPrefix("sha256:") else { throw StatementDefect("\"\(text)\" is not a sha256 digest") }
        return try hexDigest(String(text.dropFirst("sha256:".count)))
    }

    private func hexDigest(_ text: String) throws(StatementDefect) -> String {
        let isHex = text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
        guard text.utf8.count == 64, isHex else {
            throw StatementDefect("\"\(text)\" is not 64 lower-case hexadecimal digits")
        }
        return text
    }

    /// A name that can also be part of a tag's name.
    private func identifier(_ text: String) throws(StatementDefect) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
        }
        guard !text.isEmpty, isPlain else { throw StatementDefect("\"\(text)\" is not a name") }
        return text
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
