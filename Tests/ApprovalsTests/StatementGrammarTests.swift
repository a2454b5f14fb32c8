import Approvals
import SourceText
import Testing

/// The statement block, and everything near it that must not be taken for one.
struct StatementGrammarTests {
    static let digest = "sha256:" + String(repeating: "a", count: 64)
    static let otherDigest = "sha256:" + String(repeating: "b", count: 64)
    static let id = String(repeating: "c", count: 64)
    static let commit = String(repeating: "d", count: 40)

    static let approval = """
        Imprimatur: 1
        Decision: approve
        Repository: \(digest)
        Subject: package support-assistant@1.1.0 \(digest)
        Subject: plan customer-ai@4 \(digest)
        Base: package support-assistant@1.0.0 \(otherDigest)
        Materiality: material policy=\(digest) catalogue=2
        Role: risk-approver
        Trust: 3 \(digest)
        Not-After: 2026-12-31T00:00:00Z
        """
    static let release = """
        Imprimatur: 1
        Decision: release
        Repository: \(digest)
        Subject: package support-assistant@1.1.0 \(digest)
        Subject: plan customer-ai@4 \(digest)
        Base: none
        Materiality: initial policy=\(digest) catalogue=2
        Role: release-manager
        Sequence: 7
        Previous: \(id)
        Approval: \(id) risk-approver maya
        Evidence: \(digest)
        """

    private func read(_ block: String, title: String = "A title") throws -> Statement? {
        try StatementGrammar.read(Array("\(title)\n\n\(block)\n".utf8))
    }

    @Test func approvalIsRead() throws {
        let statement = try #require(try read(Self.approval))
        #expect(statement.decision == .approve)
        #expect(statement.subjects.count == 2)
        #expect(statement.packageSubject(of: "support-assistant")?.version == "1.1.0")
        #expect(statement.role == "risk-approver")
        #expect(statement.trust?.version == 3)
        #expect(statement.notAfter?.rfc3339 == "2026-12-31T00:00:00Z")
        #expect(try #require(try read(Self.release)).release?.sequence == 7)
    }

    /// What is written can be read again, byte for byte.
    @Test(arguments: [approval, release]) func blockRoundTrips(_ block: String) throws {
        let statement = try #require(try read(block))
        #expect(statement.block.split(separator: "\n").sorted() == block.split(separator: "\n").sorted())
        let again = try #require(try read(statement.block))
        #expect(again.block == statement.block)
    }

    @Test func trailersOfOtherToolsAreIgnored() throws {
        let block = Self.approval + "\nSigned-off-by: Maya <maya@example.org>\nChange-Id: I1234\nX-Ticket: CHG-1"
        #expect(try read(block)?.block == read(Self.approval)?.block)
    }

    @Test(arguments: ["A release", "Imprimatur is Latin", "imprimatur: 1", "See:\n\n  Imprimatur: 1"])
    func otherMessagesAreNone(_ text: String) throws {
        #expect(try StatementGrammar.read(Array(text.utf8)) == nil)
    }

    /// Each edit of a good text breaks one rule.
    static let edits: [(String, old: String, new: String)] = [
        ("unknown key", "Role: ", "Rolle: "),
        ("key twice", "Role: risk-approver", "Role: risk-approver\nRole: product-owner"),
        ("folded line", "Role: risk-approver", "Role: risk-approver\n  product-owner"),
        ("no space behind the colon", "Role: risk", "Role:risk"),
        ("version of the grammar", "Imprimatur: 1", "Imprimatur: 2"),
        ("two blocks", "Decision: approve", "Imprimatur: 1\nDecision: approve"),
        ("unknown decision", "Decision: approve", "Decision: Approve"),
        ("two spaces", "Subject: package s", "Subject: package  s"),
        ("short digest", "policy=sha256:aa", "policy=sha256:a"),
        ("upper-case digest", "policy=sha256:aa", "policy=sha256:AA"),
        ("other algorithm", "policy=sha256:", "policy=sha512:"),
        ("no version", "support-assistant@1.1.0", "support-assistant"),
        ("version that is none", "support-assistant@1.1.0", "support-assistant@latest"),
        ("version of a plan", "customer-ai@4", "customer-ai@04"),
        ("class that is none", "material policy", "huge policy"),
        ("signed number", "catalogue=2", "catalogue=+2"),
        ("base of another system", "Base: package support-assistant", "Base: package other"),
        ("base missing", "Base: package support-assistant@1.0.0 \(otherDigest)\n", ""),
        ("materiality missing", "Materiality: material policy=\(digest) catalogue=2\n", ""),
        ("role missing", "Role: risk-approver\n", ""),
        ("repository missing", "Repository: \(digest)\n", ""),
        (
            "two packages of one system", "Subject: plan customer-ai@4 \(digest)",
            "Subject: package support-assistant@1.1.0 \(otherDigest)"
        ),
        (
            "same subject twice", "Subject: plan customer-ai@4 \(digest)",
            "Subject: package support-assistant@1.1.0 \(digest)"
        ),
        ("a record beside a package", "Subject: plan customer-ai@4", "Subject: record exception:late-eval"),
        ("time without zone", "2026-12-31T00:00:00Z", "2026-12-31T00:00:00"),
        ("line of another decision", "Role: risk-approver", "Role: risk-approver\nSequence: 3"),
        ("carriage return", "Role: risk-approver", "Role: risk-approver\r"),
        ("tab", "Role: risk-approver", "Role: risk-approver\t"),
        ("text that runs backwards", "Role: risk-approver", "Role: risk-approver\u{202E}"),
        ("name that hides a path", "Role: risk-approver", "Role: risk/approver"),
        ("homograph key", "Role: ", "R\u{043E}le: "),
    ]

    @Test(arguments: edits.map(\.0)) func brokenTextIsReported(_ name: String) throws {
        let edit = try #require(Self.edits.first { $0.0 == name })
        let broken = Self.approval.replacingOccurrence(of: edit.old, with: edit.new)
        try #require(broken != Self.approval, "the edit found nothing to change")
        #expect(throws: StatementDefect.self) { try read(broken) }
    }

    /// Lines that a release statement has, and nothing near them.
    @Test(arguments: [
        ("Sequence: 7", "Sequence: 0"), ("Sequence: 7", "Sequence: 07"), ("Sequence: 7\n", ""),
        ("Previous: c", "Previous: "), ("Approval: \(id) risk-approver maya", "Approval: \(id) maya"),
        ("Evidence: sha256:", "Evidence: "), ("Subject: plan customer-ai@4", "Subject: package other@1.0.0"),
        ("Base: none\n", ""),
    ]) func brokenReleaseIsReported(_ old: String, _ new: String) throws {
        let broken = Self.release.replacingOccurrence(of: old, with: new)
        try #require(broken != Self.release)
        #expect(throws: StatementDefect.self) { try read(broken) }
    }

    @Test func blockThatIsNotLastIsReported() throws {
        let message = Array("Title\n\n\(Self.approval)\n\nA last paragraph\n".utf8)
        #expect(throws: StatementDefect.self) { try StatementGrammar.read(message) }
    }

    @Test func earlierBlockOfAnotherMeaningIsReported() throws {
        let message = Array("Title\n\n\(Self.release)\n\n\(Self.approval)\n".utf8)
        #expect(throws: StatementDefect.self) { try StatementGrammar.read(message) }
    }

    @Test func tooManyLinesAndBytesThatAreNoTextAreReported() throws {
        let long = Self.approval + String(repeating: "\nX-Line: x", count: 64)
        #expect(throws: StatementDefect.self) { try read(long) }
        let message = Array("Title\n\n\(Self.approval)\n".utf8) + [0xFF, 0x0A]
        #expect(throws: StatementDefect.self) { try StatementGrammar.read(message) }
    }

    private static let head = "Imprimatur: 1\nDecision: "

    @Test(arguments: [
        "withdraw\nRepository: \(digest)\nStatement: \(id)",
        "withdraw\nRepository: \(digest)\nStatement: \(id)\nRole: grc-control-owner",
        "author\nRepository: \(digest)\nSubject: package a@1.0.0 \(digest)\nCommits: \(commit) \(commit)",
        "trust\nRepository: \(digest)\nSubject: trust 2 \(digest)",
        "approve\nRepository: \(digest)\nSubject: plan customer-ai@4 \(digest)\nRole: risk-approver",
        "approve\nRepository: \(digest)\nSubject: system old-bot \(digest)\nRole: risk-approver",
        "approve\nRepository: \(digest)\nSubject: record exception:late-eval \(digest)\nRole: risk-approver",
        "reject\nRepository: \(digest)\nSubject: record risk:r-1 \(digest)\nRole: risk-approver",
    ]) func otherDecisionsAreRead(_ text: String) throws {
        #expect(try read(Self.head + text) != nil)
    }

    @Test(arguments: [
        "withdraw\nRepository: \(digest)",
        "withdraw\nRepository: \(digest)\nStatement: \(id)\nSubject: package a@1.0.0 \(digest)",
        "author\nRepository: \(digest)\nSubject: package a@1.0.0 \(digest)",
        "author\nRepository: \(digest)\nSubject: package a@1.0.0 \(digest)\nCommits: abc1234",
        "author\nRepository: \(digest)\nSubject: plan a@1 \(digest)\nCommits: \(commit)",
        "trust\nRepository: \(digest)\nSubject: trust two \(digest)",
        "trust\nRepository: \(digest)\nSubject: trust 2 \(digest)\nSubject: trust 3 \(digest)",
        "approve\nRepository: \(digest)\nSubject: trust 2 \(digest)\nRole: r",
        "approve\nRepository: \(digest)\nSubject: plan a@1 \(digest)\nSubject: plan b@1 \(digest)\nRole: r",
        "approve\nRepository: \(digest)\nSubject: record evidence:x \(digest)\nRole: r",
        "approve\nRepository: \(digest)\nSubject: plan a@1 \(digest)\nBase: none\nRole: r",
    ]) func incompleteDecisionsAreReported(_ text: String) throws {
        #expect(throws: StatementDefect.self) { try read(Self.head + text) }
    }
}

extension String {
    /// The first occurrence replaced.
    fileprivate func replacingOccurrence(of old: String, with new: String) -> String {
        guard let range = firstRange(of: old) else { return self }
        return String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
    }
}
