import Commands
import Foundation
import TestSupport
import Testing

/// Approvals that are not what they seem: too few, of somebody else, about something else, or no longer meant.
enum ApprovalAttacks {
    static let section = AttackSection(
        letter: "D", title: "Approvals", file: "ApprovalAttacks.swift",
        required: [
            "D1", "D2", "D3", "D4", "D5", "D5b", "D6", "D7", "D7b", "D7c", "D9", "D9b", "D9c", "D11", "D11b", "D12",
            "D13", "D14", "D15", "D16", "D17", "D17b", "D18", "D19", "D20", "D21", "D21b", "D22", "D23", "D24", "D25",
        ],
        attacks: (people + content + time).sorted { left, right in
            left.id.compare(right.id, options: .numeric) == .orderedAscending
        })

    private static let system = ExampleProject.system
    private static let prompt = "systems/support-assistant/prompts/system.prompt"
    private static let package = "systems/support-assistant/release.yaml"

    /// A policy that asks for two people of risk in a critical change of tier medium, and a third who could be one.
    private static func twoOfRisk() throws -> TestRepository {
        let row = """
                  class: critical
                  gates: [functional-eval, safety-eval]
                  approvals:
                    - {role: engineering-owner, count: 1}
                    - {role: product-owner, count: 1}
                    - {role: risk-approver, count: 1}
            """
        let repository = try ExampleProject.repository()
        try repository.edit("governance/trust/1.yaml", "    - id: tove\n", newcomer(roles: "[risk-approver]"))
        try ExampleProject.edit(
            [(row, row.replacing("risk-approver, count: 1", with: "risk-approver, count: 2"))], in: repository)
        try repository.commitAll("Two of risk", as: .nora)
        try ProposedRelease.release(repository)
        try ProposedRelease.change(repository)
        try repository.commitAll("Second release", as: .nora)
        return repository
    }

    /// Text for `    - id: tove` in the trust root: mallory in front of her.
    static func newcomer(roles: String, kind: String = "human", more: String = "") -> String {
        """
            - id: mallory
              kind: \(kind)
              name: Mallory
              emails: [mallory@lindholm.example.org]
              roles: \(roles)
        \(more)      keys:
                - type: ssh
                  public: \(Person.mallory.publicKey)
                  fingerprint: \(Person.mallory.fingerprint)
            - id: tove

        """
    }

    // MARK: Who says it

    private static let people = [
        Attack("D1", "a name in a trailer of a signed commit", .refused("APR-001")) {
            let repository = try ProposedRelease.repository(
                message: "Second release\n\nApproved-by: Maya Rao <\(Person.maya.email)>\nReviewed-by: Maya Rao")
            try ProposedRelease.approve(repository, except: .maya)
            return [ProposedRelease.ask(repository)]
        },
        Attack("D2", "the author approves, also with a second key", .refused("author")) {
            let second = """
                fingerprint: \(Person.lena.fingerprint)
                        - type: ssh
                          public: \(Person.lenaAnew.publicKey)
                          fingerprint: \(Person.lenaAnew.fingerprint)
                """
            return try [Person.lena, .lenaAnew].map { key in
                let repository = try ProposedRelease.repository(
                    root: [("fingerprint: \(Person.lena.fingerprint)", second)], author: .lena)
                try ProposedRelease.approve(repository, except: .lena)
                try WrittenStatement(
                    role: "product-owner", changeClass: "critical", after: "1.0.0", by: .lena, in: repository
                ).tag(as: key, in: repository)
                return ProposedRelease.ask(repository)
            }
        },
        Attack("D3", "an approver makes one more change, and approves again", .refused("author")) {
            let repository = try ProposedRelease.repository()
            try ProposedRelease.approve(repository)
            try repository.edit(prompt, "120 words", "150 words")
            try repository.commitAll("One more thing", as: .maya)
            try ProposedRelease.approve(repository, except: .maya)
            try ProposedRelease.mayas(in: repository).tag(as: .maya, in: repository)
            return [ProposedRelease.ask(repository)]
        },
        Attack("D11", "one person fills two roles", .refused("APR-001")) {
            let repository = try ProposedRelease.repository()
            for role in ["engineering-owner", "product-owner"] {
                try repository.mustPass("approve", system, "--role", role, as: .omar)
            }
            try repository.mustPass("approve", system, "--role", "risk-approver", as: .maya)
            return [ProposedRelease.ask(repository)]
        },
        Attack("D11b", "one person fills two roles, and the trust root allows it", .accepted) {
            let repository = try ProposedRelease.repository(root: [("allowMultiRole: false", "allowMultiRole: true")])
            for role in ["engineering-owner", "product-owner"] {
                try repository.mustPass("approve", system, "--role", role, as: .omar)
            }
            try repository.mustPass("approve", system, "--role", "risk-approver", as: .maya)
            return [ProposedRelease.ask(repository)]
        },
        Attack("D12", "a role that the person does not hold, or that does not exist", .refused("role-not-held")) {
            try ["risk-approver", "risk"].map { role in
                let repository = try ProposedRelease.repository()
                try ProposedRelease.approve(repository, except: .maya)
                try WrittenStatement(
                    role: role, changeClass: "critical", after: "1.0.0", by: .omar, in: repository
                ).tag(as: .omar, in: repository)
                return ProposedRelease.ask(repository)
            }
        },
        Attack("D13", "a robot, or the key of a hosting service, approves", .refused("not-a-person")) {
            try [("robot", "      operator: nora\n"), ("forge", "")].map { kind, more in
                let root = newcomer(roles: "[risk-approver]", kind: kind, more: more)
                let repository = try ProposedRelease.repository(root: [("    - id: tove\n", root)])
                try ProposedRelease.approve(repository, except: .maya)
                try WrittenStatement(
                    role: "risk-approver", changeClass: "critical", after: "1.0.0", by: .mallory, in: repository
                ).tag(as: .mallory, in: repository)
                return ProposedRelease.ask(repository)
            }
        },
        Attack(
            "D14", "one person approves twice where two are asked for: in a tag and a commit, under two names",
            .refused("APR-001")
        ) {
            let repository = try twoOfRisk()
            try ProposedRelease.approve(repository)
            let statement = try ProposedRelease.mayas(in: repository)
            try statement.called(statement.name + ".2").adding("X-Again: yes").tag(as: .maya, in: repository)
            try repository.git(
                [
                    "-c", "user.email=maya@example.org", "commit", "--quiet", "--allow-empty", "--file=-",
                    "--author=Maya Again <maya@example.org>", "--cleanup=verbatim",
                ], as: .maya, input: statement.message)
            return [ProposedRelease.ask(repository)]
        },
        Attack("D15", "the same statement as a tag and as a file where two people are asked for", .refused("APR-001")) {
            let repository = try twoOfRisk()
            try ProposedRelease.approve(repository)
            for tag in try repository.tags("approve/\(system)/1.1.0/risk-approver") {
                try repository.writeStatementFile(ofTag: tag)
            }
            try repository.commitAll("Statements", as: .nora)
            let refused = ProposedRelease.ask(repository)
            // Two people are two.
            try repository.mustPass("approve", system, "--role", "risk-approver", as: .tove)
            let passed = ProposedRelease.ask(repository)
            #expect(passed.status == .pass, "\(passed.text)")
            return [refused]
        },
        Attack("D16", "somebody else's statement, signed again with another key", .refused("APR-001")) {
            // A key of nobody, then one of somebody who holds the role: the name says that it was Maya.
            try [(Person.mallory, "unknown-key"), (.tove, "name-mismatch")].map { thief, code in
                let answer = try ProposedRelease.withoutMaya { try $1.tag(as: thief, in: $0) }[0]
                #expect(try answer.reasonCodes().contains(code), "\(answer.text)")
                return answer
            }
        },
        Attack("D20", "a rejection, and a later approval by somebody else of that role", .refused("veto")) {
            let repository = try ProposedRelease.repository()
            try ProposedRelease.approve(repository, except: .maya)
            try repository.mustPass("approve", system, "--reject", "--role", "risk-approver", as: .maya)
            try repository.mustPass("approve", system, "--role", "risk-approver", as: .tove)
            return [ProposedRelease.ask(repository)]
        },
        Attack("D21", "the role was taken away after the approval", .refused("role-not-held")) {
            let repository = try ProposedRelease.repository(
                root: [("    - id: tove\n", newcomer(roles: "[risk-approver]"))])
            try ProposedRelease.approve(repository)
            try repository.trustVersion(
                ("roles: [risk-approver, grc-control-owner]", "roles: [grc-control-owner]"))
            return [ProposedRelease.ask(repository)]
        },
        Attack("D21b", "the role was given after the approval: the root that rules decides", .accepted) {
            let repository = try ProposedRelease.repository()
            try ProposedRelease.approve(repository, except: .maya)
            try WrittenStatement(
                role: "risk-approver", changeClass: "critical", after: "1.0.0", by: .mallory, in: repository
            ).tag(as: .mallory, in: repository)
            #expect(try ProposedRelease.ask(repository).reasonCodes().contains("unknown-key"))
            try repository.trustVersion(("    - id: tove\n", newcomer(roles: "[risk-approver]")))
            return [ProposedRelease.ask(repository)]
        },
        Attack(
            "D22", "an unsigned tag, a lightweight one and text in YAML in place of an approval", .refused("APR-001")
        ) {
            let unsigned = try ProposedRelease.withoutMaya { repository, statement in
                try repository.git(
                    [
                        "-c", "tag.gpgSign=false", "tag", "-a", "--cleanup=verbatim", "-m", statement.message,
                        statement.name,
                    ], as: .maya)
            }
            #expect(try unsigned[0].reasonCodes().contains("unsigned"))
            let lightweight = try ProposedRelease.withoutMaya { repository, statement in
                try repository.git(["tag", statement.name])
            }
            #expect(try lightweight[0].reasonCodes().contains("not-annotated"))
            return unsigned + lightweight
        },
        Attack("D23", "the merge button's squash hides who wrote it", .refused("unattributable")) {
            let root = newcomer(roles: "[]", kind: "forge")
            let repository = try ProposedRelease.repository(
                root: [("    - id: tove\n", root)], author: .mallory, name: .maya)
            try ProposedRelease.approve(repository)
            return [ProposedRelease.ask(repository)]
        },
        Attack(
            "D24", "a name of the tag that says another role, version or person than the text",
            .refused("name-mismatch")
        ) {
            try [("risk-approver", "product-owner"), ("/1.1.0/", "/1.0.9/"), ("/maya/", "/tove/")].map { old, new in
                try ProposedRelease.withoutMaya { repository, statement in
                    try statement.called(statement.name.replacing(old, with: new)).tag(as: .maya, in: repository)
                }[0]
            }
        },
    ]

    // MARK: About what

    private static let content = [
        Attack("D4", "a change after the approvals", .refused("other-digest")) {
            let repository = try ProposedRelease.repository()
            try ProposedRelease.approve(repository)
            try repository.edit(prompt, "120 words", "150 words")
            try repository.commitAll("One more thing", as: .nora)
            return [ProposedRelease.ask(repository)]
        },
        Attack("D5", "a rebased commit of the same name with other content", .refused("other-digest")) {
            let repository = try ProposedRelease.repository()
            try ProposedRelease.approve(repository)
            try repository.edit(prompt, "120 words", "150 words")
            try repository.git(["add", "--all"])
            try repository.git(["commit", "--quiet", "--amend", "--no-edit"], as: .nora)
            return [ProposedRelease.ask(repository)]
        },
        Attack("D5b", "squash, rebase and cherry-pick with equal bytes keep the approvals", .accepted) {
            try ["merge --squash topic", "rebase main topic", "cherry-pick main..topic"].map { way in
                let repository = try ExampleProject.released()
                try repository.git(["checkout", "--quiet", "-b", "topic"])
                try ExampleProject.applyChanges(to: repository)
                try repository.commitAll("Wording", as: .nora)
                try ExampleProject.applyEvidence(to: repository)
                try repository.commitAll("Evidence", as: .nora)
                try ProposedRelease.approve(repository)
                try repository.git(["checkout", "--quiet", "main"])
                try repository.write("notes.md", "Something else.\n")
                try repository.commitAll("Notes", as: .nora)
                try repository.git(way.split(separator: " ").map(String.init), as: .nora)
                if way.hasPrefix("merge") { try repository.git(["commit", "--quiet", "-m", "Squash"], as: .nora) }
                if way.hasPrefix("rebase") {
                    try repository.git(["checkout", "--quiet", "main"])
                    try repository.git(["merge", "--quiet", "--ff-only", "topic"])
                }
                return ProposedRelease.ask(repository)
            }
        },
        Attack(
            "D6", "another version was released in between, against which the change is larger",
            .refused("materiality-understated")
        ) {
            let repository = try ExampleProject.released()
            try repository.git(["checkout", "--quiet", "-b", "topic"])
            try repository.write(prompt, try repository.read(prompt) + "\n")
            try ExampleProject.declare("1.2.0", after: "1.1.0", "minor", in: repository)
            try repository.commitAll("White space", as: .nora)
            try repository.mustPass("approve", system, "--role", "engineering-owner", as: .ivo)
            try repository.git(["checkout", "--quiet", "main"])
            try ProposedRelease.change(repository)
            try repository.commitAll("Second release", as: .nora)
            try ProposedRelease.approve(repository)
            try repository.mustPass("release", system, as: .nora)
            try repository.git(["checkout", "--quiet", "topic", "--", "systems"])
            try repository.commitAll("White space", as: .nora)
            return [ProposedRelease.ask(repository)]
        },
        Attack("D7", "an approval made for another repository", .refused("other-repository")) {
            try ProposedRelease.withoutMaya { repository, statement in
                let other = String(repeating: "0", count: 64)
                try statement.with("Repository", "sha256:\(other)").tag(as: .maya, in: repository)
            }
        },
        Attack("D7b", "an approval that names another version with these bytes", .refused("other-version")) {
            try ProposedRelease.withoutMaya { repository, statement in
                var other = statement
                other.lines = other.lines.map {
                    $0.hasPrefix("Subject: package") ? $0.replacing("@1.1.0", with: "@1.0.9") : $0
                }
                try other.called(other.name.replacing("/1.1.0/", with: "/1.0.9/")).tag(as: .maya, in: repository)
            }
        },
        Attack("D7c", "an approval of another system with these bytes", .refused("APR-001")) {
            try ProposedRelease.withoutMaya { repository, statement in
                var other = statement
                other.lines = other.lines.map { $0.replacing("package support-assistant@", with: "package helpdesk@") }
                try other.called(other.name.replacing("/support-assistant/", with: "/helpdesk/"))
                    .tag(as: .maya, in: repository)
            }
        },
        Attack("D18", "the approver was shown a smaller change", .refused("materiality-understated")) {
            try ["minor", "material", "initial"].map { shown in
                try ProposedRelease.withoutMaya { repository, statement in
                    var copy = statement
                    copy.lines = copy.lines.map { $0.replacing("Materiality: critical", with: "Materiality: \(shown)") }
                    try copy.tag(as: .maya, in: repository)
                }[0]
            }
        },
        Attack("D19", "an approval of the package without its plan", .refused("subject-incomplete")) {
            try ProposedRelease.withoutMaya { repository, statement in
                var copy = statement
                copy.lines.removeAll { $0.hasPrefix("Subject: plan") }
                try copy.tag(as: .maya, in: repository)
            }
        },
    ]

    // MARK: When

    private static let time = [
        Attack("D25", "a key that was replaced, with a date from before that", .refused("key-superseded")) {
            let repository = try ProposedRelease.repository()
            try ProposedRelease.approve(repository, except: .maya)
            try repository.trustVersion(
                (Person.maya.publicKey, Person.mallory.publicKey),
                ("fingerprint: \(Person.maya.fingerprint)", "fingerprint: \(Person.mallory.fingerprint)"),
                (
                    "  policies:\n",
                    "  revokedKeys:\n    - {fingerprint: \"\(Person.maya.fingerprint)\", reason: superseded, since: 2}\n"
                        + "  policies:\n"
                ))
            // The dates of all objects here are the same, long before the test runs.
            try ProposedRelease.mayas(in: repository).tag(as: .maya, in: repository)
            return [ProposedRelease.ask(repository)]
        },
        Attack("D9", "a withdrawn approval shown again, in the same and in another wrapping", .refused("withdrawn")) {
            try [true, false].map { wrapsAnew in
                let repository = try ProposedRelease.repository()
                try ProposedRelease.approve(repository)
                let tag = try repository.tags("approve/\(system)/1.1.0/risk-approver")[0]
                let object = try repository.rawObject("tag", "refs/tags/\(tag)")
                try repository.mustPass("approve", "--withdraw", try repository.statementID(ofTag: tag), as: .maya)
                try repository.git(["tag", "-d", tag])
                let text = String(decoding: object, as: UTF8.self)
                // ssh-keygen wraps at 70 characters; the signature is the same at 64.
                let again = wrapsAnew ? try rewrapped(text) : text
                try repository.git(["update-ref", "refs/tags/\(tag)", repository.writeObject("tag", Array(again.utf8))])
                return ProposedRelease.ask(repository)
            }
        },
        Attack("D9b", "an approval signed twice, of which one was withdrawn", .refused("withdrawn")) {
            let repository = try ProposedRelease.repository()
            try ProposedRelease.approve(repository, except: .maya)
            let statement = try ProposedRelease.mayas(in: repository)
            let id = try statement.tag(as: .maya, in: repository)
            try statement.called(statement.name + ".2").adding("X-Again: yes").tag(as: .maya, in: repository)
            try WrittenStatement(withdrawing: id, by: .maya, in: repository).tag(as: .maya, in: repository)
            return [ProposedRelease.ask(repository)]
        },
        Attack("D9c", "an approval that names the withdrawal before it counts", .accepted) {
            let repository = try ProposedRelease.repository()
            try ProposedRelease.approve(repository, except: .maya)
            let statement = try ProposedRelease.mayas(in: repository)
            let id = try statement.tag(as: .maya, in: repository)
            let withdrawal = try WrittenStatement(withdrawing: id, by: .maya, in: repository)
                .tag(as: .maya, in: repository)
            #expect(ProposedRelease.ask(repository).status == .refused)
            try statement.called(statement.name + ".2").adding("Supersedes: \(withdrawal)")
                .tag(as: .maya, in: repository)
            return [ProposedRelease.ask(repository)]
        },
        Attack("D17", "an approval past its end", .refused("expired")) {
            try ProposedRelease.withoutMaya { repository, statement in
                try statement.adding("Not-After: 2026-11-19T00:00:00Z").tag(as: .maya, in: repository)
            }
        },
        Attack("D17b", "an approval that ended after the release was made: the release stands", .accepted) {
            let repository = try ProposedRelease.repository()
            try ProposedRelease.approve(repository, except: .maya)
            try ProposedRelease.mayas(in: repository).adding("Not-After: 2026-11-21T00:00:00Z")
                .tag(as: .maya, in: repository)
            try repository.mustPass("release", system, as: .nora)
            return [repository.ask("verify", "--all", "--now", "2027-06-01T00:00:00Z")]
        },
    ]

    private static func rewrapped(_ text: String) throws -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let begin = try #require(lines.firstIndex(of: "-----BEGIN SSH SIGNATURE-----"))
        let end = try #require(lines.firstIndex(of: "-----END SSH SIGNATURE-----"))
        let base64 = Array(lines[(begin + 1)..<end].joined())
        let wrapped = stride(from: 0, to: base64.count, by: 64).map { String(base64[$0..<min($0 + 64, base64.count)]) }
        return (lines[...begin] + wrapped + lines[end...]).joined(separator: "\n")
    }
}

extension TestRepository {
    /// The next version of the trust root with these replacements, signed and committed.
    func trustVersion(_ edits: (old: String, new: String)..., as person: Person = .lena) throws {
        let number = try addTrustVersion(edits: edits)
        try signTrust(number, as: person)
        try commitAll("Trust root \(number)", as: person)
        try mustPass("trust", "verify")
    }
}

struct ApprovalAttackTests {
    @Test(arguments: ApprovalAttacks.section.attacks) func attack(_ attack: Attack) throws { try attack.run() }
}
