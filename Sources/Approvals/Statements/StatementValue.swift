import PlanModel

/// The values behind the keys of a statement block. Each has exactly one spelling, so that no two texts mean the same
/// and no text means two things.
enum StatementValue {
    static func subject(_ text: String) throws(StatementDefect) -> Statement.Subject {
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard words.count == 3 else { throw StatementDefect("\"\(text)\" is not a subject") }
        let sha256 = try digest(words[2])
        switch words[0] {
        case "package":
            let (name, version) = try versioned(words[1])
            guard SemanticVersion(version) != nil else {
                throw StatementDefect("\"\(version)\" is not a version of a package (Semantic Versioning)")
            }
            return .package(system: name, version: version, sha256: sha256)
        case "plan":
            let (name, version) = try versioned(words[1])
            _ = try number(version, called: "a version of a plan")
            return .plan(name: name, version: version, sha256: sha256)
        case "system": return .system(name: try identifier(words[1]), sha256: sha256)
        case "record": return .record(reference: try recordReference(words[1]), sha256: sha256)
        case "trust":
            _ = try number(words[1], called: "a version of a trust root")
            return .trust(version: words[1], sha256: sha256)
        default: throw StatementDefect("unknown subject \"\(words[0])\"")
        }
    }

    static func base(_ text: String) throws(StatementDefect) -> Statement.Base {
        if text == "none" { return .none }
        guard case .package(let system, let version, let sha256) = try subject(text) else {
            throw StatementDefect("a base is a package or none")
        }
        return .package(system: system, version: version, sha256: sha256)
    }

    static func materiality(_ text: String) throws(StatementDefect) -> Statement.MaterialityClaim {
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard words.count == 3, words[1].hasPrefix("policy="), words[2].hasPrefix("catalogue="),
            ChangeClass(words[0]) != nil
        else { throw StatementDefect("\"\(text)\" is not a materiality") }
        return Statement.MaterialityClaim(
            changeClass: words[0], policySHA256: try digest(String(words[1].dropFirst("policy=".count))),
            catalogue: try number(String(words[2].dropFirst("catalogue=".count)), called: "a catalogue's version"))
    }

    static func trust(_ text: String) throws(StatementDefect) -> (version: Int, sha256: String) {
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard words.count == 2 else { throw StatementDefect("\"\(text)\" is not a trust root") }
        return (try number(words[0], called: "a version of a trust root"), try digest(words[1]))
    }

    static func listedStatement(_ text: String) throws(StatementDefect) -> Statement.ListedStatement {
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard words.count == 3 else { throw StatementDefect("an Approval line has an id, a role and a person") }
        return Statement.ListedStatement(
            id: try hexDigest(words[0]), role: try identifier(words[1]), principal: try identifier(words[2]))
    }

    /// Whole object ids; an abbreviation could come to mean another commit.
    static func commits(_ text: String) throws(StatementDefect) -> [String] {
        let ids = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        for id in ids where id.utf8.count != 40 || !isHex(id) {
            throw StatementDefect("\"\(id)\" is not a commit's whole object id")
        }
        return ids
    }

    /// A number from 1 in its only decimal spelling: no sign, no leading zero.
    static func number(_ text: String, called name: String) throws(StatementDefect) -> Int {
        guard let number = Int(text), number >= 1, String(number) == text else {
            throw StatementDefect("\"\(text)\" is not \(name)")
        }
        return number
    }

    static func digest(_ text: String) throws(StatementDefect) -> String {
        guard text.hasPrefix("sha256:") else { throw StatementDefect("\"\(text)\" is not a sha256 digest") }
        return try hexDigest(String(text.dropFirst("sha256:".count)))
    }

    static func hexDigest(_ text: String) throws(StatementDefect) -> String {
        guard text.utf8.count == 64, isHex(text) else {
            throw StatementDefect("\"\(text)\" is not 64 lower-case hexadecimal digits")
        }
        return text
    }

    /// A name that can also be part of a tag's name.
    static func identifier(_ text: String) throws(StatementDefect) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
        }
        guard !text.isEmpty, isPlain else { throw StatementDefect("\"\(text)\" is not a name") }
        return text
    }

    /// Kinds of records that count only with signed statements of their approvers.
    private static let recordPrefixes = ["exception", "risk", "decision"]

    private static func recordReference(_ text: String) throws(StatementDefect) -> String {
        guard let colon = text.firstIndex(of: ":"), recordPrefixes.contains(String(text[..<colon])) else {
            throw StatementDefect("\"\(text)\" is not exception:…, risk:… or decision:…")
        }
        _ = try identifier(String(text[text.index(after: colon)...]))
        return text
    }

    private static func versioned(_ text: String) throws(StatementDefect) -> (name: String, version: String) {
        guard let at = text.firstIndex(of: "@") else { throw StatementDefect("\"\(text)\" has no version") }
        return (try identifier(String(text[..<at])), String(text[text.index(after: at)...]))
    }

    private static func isHex(_ text: String) -> Bool {
        text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }
}
