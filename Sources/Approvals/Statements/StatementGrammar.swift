import SourceText

/// Why a text that looks like a statement is none.
package struct StatementDefect: Error, Sendable, Hashable {
    /// What is wrong, in one sentence without a final full stop.
    package let message: String

    init(_ message: String) { self.message = message }
}

/// Reads the statement block: the last paragraph of a message, strictly.
package enum StatementGrammar {
    private static let maximumLines = 64
    /// Trailers that other tools add to the last paragraph.
    private static let ignoredKeys: Set<String> = ["Signed-off-by", "Change-Id"]
    private static let repeatableKeys: Set<String> = ["Subject", "Base", "Materiality", "Approval", "Commits"]
    private static let knownKeys: Set<String> = [
        "Imprimatur", "Decision", "Repository", "Subject", "Base", "Materiality", "Role", "Trust", "Not-After",
        "Statement", "Supersedes", "Commits", "Sequence", "Previous", "Approval", "Evidence",
    ]

    /// Nil when the message does not look like a statement at all.
    ///
    /// - Throws: when it does, but breaks the grammar: such a text is reported, never silently skipped.
    package static func read(_ message: [UInt8]) throws(StatementDefect) -> Statement? {
        let blocks = openings(in: message)
        guard blocks > 0 else { return nil }
        // Whoever signs reads the whole message; a second block could say something else than the one that counts.
        guard blocks == 1 else { throw StatementDefect("more than one line starts with `Imprimatur:`") }
        return try StatementFields(fields(of: message)).statement()
    }

    /// How the line starts that opens a statement.
    package static let opening = "Imprimatur:"

    /// How many lines start with the word that opens a statement.
    private static func openings(in message: [UInt8]) -> Int {
        message.split(separator: UInt8(ascii: "\n")).count { $0.starts(with: opening.utf8) }
    }

    private static func fields(of message: [UInt8]) throws(StatementDefect) -> [(key: String, value: String)] {
        guard let text = String(validating: message, as: UTF8.self) else {
            throw StatementDefect("the message is not UTF-8")
        }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        while lines.last == "" { lines.removeLast() }
        let start = lines.lastIndex(of: "").map { $0 + 1 } ?? 0
        let block = lines[start...]
        guard block.count <= maximumLines else { throw StatementDefect("more than \(maximumLines) lines") }

        var fields: [(key: String, value: String)] = []
        var seen: Set<String> = []
        for line in block {
            if let bad = line.unicodeScalars.first(where: isForbidden) {
                throw StatementDefect("the character U+\(String(bad.value, radix: 16, uppercase: true)) is not allowed")
            }
            guard let colon = line.firstRange(of: ": "), colon.lowerBound > line.startIndex else {
                throw StatementDefect("\"\(line)\" is not a `Key: value` line")
            }
            let key = String(line[..<colon.lowerBound])
            let value = String(line[colon.upperBound...])
            if ignoredKeys.contains(key) || key.hasPrefix("X-") { continue }
            guard knownKeys.contains(key) else { throw StatementDefect("unknown key \"\(key)\"") }
            guard repeatableKeys.contains(key) || seen.insert(key).inserted else {
                throw StatementDefect("\"\(key)\" appears twice")
            }
            fields.append((key, value))
        }
        guard let first = fields.first, first.key == "Imprimatur" else {
            throw StatementDefect("the last paragraph does not start with `Imprimatur: 1`")
        }
        guard first.value == "1" else { throw StatementDefect("statement version \(first.value) is not known") }
        return fields
    }

    /// Control characters, and those that make text run in another direction than it is signed (Unicode UAX #9).
    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
