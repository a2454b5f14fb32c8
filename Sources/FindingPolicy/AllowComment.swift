import PlanRules
import SourceText

/// What one comment `# imprimatur: allow RULE-ID reason="…" until=2026-12-31` says.
struct AllowComment: Equatable {
    let rules: [RuleID]
    let reason: String
    /// The last day on which it holds; nil where none is given.
    let until: String?

    /// Why a comment cannot be used: what is wrong, without a final full stop, and how to mend it.
    struct Refusal: Error, Equatable {
        let message: String
        let mend: String
    }

    static let example = "# imprimatur: allow DOC-006 reason=\"why this may stand\" until=2026-12-31"

    /// - Parameter text: what stands behind `imprimatur:`, to the end of the line.
    init(_ text: some StringProtocol) throws(Refusal) {
        var rest = Substring(text).drop(while: \.isWhitespace)
        let verb = Self.word(&rest)
        guard verb == "allow" else {
            throw Refusal(
                message: verb.isEmpty
                    ? "the comment says nothing behind `imprimatur:`"
                    : "the comment asks for \"\(verb)\", which is not known here",
                mend: "Write `\(Self.example)`, or take the comment out.")
        }
        var rules: [RuleID] = []
        var reason: String?
        var until: String?
        while !rest.isEmpty {
            if rest.hasPrefix("reason=") {
                reason = try Self.quoted(&rest, behind: "reason=")
            } else if rest.hasPrefix("until=") {
                rest = rest.dropFirst("until=".count)
                until = try Self.day(Self.word(&rest))
            } else {
                rules.append(try Self.rule(Self.word(&rest)))
            }
            rest = rest.drop { $0.isWhitespace || $0 == "," }
        }
        guard !rules.isEmpty else {
            throw Refusal(message: "the waiver names no rule", mend: "Write `\(Self.example)`.")
        }
        guard let reason, !reason.allSatisfy(\.isWhitespace) else {
            throw Refusal(
                message: "the waiver of \(rules[0]) gives no reason", mend: "Add `reason=\"…\"`: why this may stand.")
        }
        self.rules = rules
        self.reason = reason
        self.until = until
    }

    private static func word(_ rest: inout Substring) -> String {
        let word = rest.prefix { !$0.isWhitespace && $0 != "," }
        rest = rest[word.endIndex...].drop(while: \.isWhitespace)
        return String(word)
    }

    private static func rule(_ word: String) throws(Refusal) -> RuleID {
        if let description = RuleCatalogue.description(word) { return description.id }
        let near = RuleCatalogue.nearestRule(to: word)
        throw Refusal(
            message: "there is no rule \"\(word)\"" + (near.map { "; did you mean \($0)?" } ?? ""),
            mend: "Name rules by id or name, then `reason=\"…\"`; `imprimatur rules` lists them.")
    }

    /// Text in double quotes, in which `\"` stands for a quote.
    private static func quoted(_ rest: inout Substring, behind key: String) throws(Refusal) -> String {
        rest = rest.dropFirst(key.count)
        var value = ""
        var isEscaped = false
        guard rest.popFirst() == "\"" else {
            throw Refusal(message: "the reason is not in double quotes", mend: "Write `reason=\"…\"`.")
        }
        while let character = rest.popFirst() {
            if isEscaped || (character != "\"" && character != "\\") {
                value.append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                return value
            }
        }
        throw Refusal(
            message: "the reason has no closing quote", mend: "Close it with a double quote on the same line.")
    }

    private static func day(_ text: String) throws(Refusal) -> String {
        guard LastDay(text) != nil else {
            throw Refusal(message: "until=\(text) is no date", mend: "Write a day, as until=2026-12-31.")
        }
        return text
    }
}
