import Commands
import Foundation
import TestSupport
import Testing

/// Ways for an author to approve what they wrote.
enum AuthorshipAttacks {
    static let section = AttackSection(
        letter: "S", title: "Separation of duties", file: "AuthorshipAttacks.swift",
        required: ["S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9", "S10", "S11", "S12", "S13", "S14", "S15"],
        attacks: delegations + histories + attributions)

    private static let system = ExampleProject.system
    private static let prompt = "systems/support-assistant/prompts/system.prompt"

    private static func delegation(to person: Person, until end: String) -> (old: String, new: String) {
        (
            "  policies:\n",
            "  delegations:\n    - {from: maya, to: \(person.name), role: risk-approver, notAfter: \"\(end)\"}\n"
                + "  policies:\n"
        )
    }

    private static func approvalOfRisk(by person: Person, in repository: TestRepository) throws {
        try WrittenStatement(
            role: "risk-approver", changeClass: "critical", after: "1.0.0", by: person, in: repository
        ).tag(as: person, in: repository)
    }

    /// Everybody approves; Maya by hand, since the tool would not let her.
    private static func approveWithMaya(_ repository: TestRepository) throws -> [CommandResult] {
        try ProposedRelease.approve(repository, except: .maya)
        try approvalOfRisk(by: .maya, in: repository)
        return [ProposedRelease.ask(repository)]
    }

    // MARK: For somebody

    private static let delegations = [
        Attack("S1", "the author's deputy approves in the author's role", .refused("author")) {
            let repository = try ProposedRelease.repository(
                root: [
                    delegation(to: .mallory, until: "2027-01-01T00:00:00Z"),
                    ("    - id: tove\n", ApprovalAttacks.newcomer(roles: "[]")),
                ],
                author: .maya)
            try ProposedRelease.approve(repository, except: .maya)
            try approvalOfRisk(by: .mallory, in: repository)
            return [ProposedRelease.ask(repository)]
        },
        Attack("S2", "a deputy approves for somebody who did not write it", .accepted) {
            let repository = try ProposedRelease.repository(
                root: [
                    delegation(to: .mallory, until: "2027-01-01T00:00:00Z"),
                    ("    - id: tove\n", ApprovalAttacks.newcomer(roles: "[]")),
                ])
            try ProposedRelease.approve(repository, except: .maya)
            try approvalOfRisk(by: .mallory, in: repository)
            return [ProposedRelease.ask(repository)]
        },
        Attack("S3", "a delegation that has ended", .refused("delegation-ended")) {
            let repository = try ProposedRelease.repository(
                root: [
                    delegation(to: .mallory, until: "2026-11-19T00:00:00Z"),
                    ("    - id: tove\n", ApprovalAttacks.newcomer(roles: "[]")),
                ])
            try ProposedRelease.approve(repository, except: .maya)
            try approvalOfRisk(by: .mallory, in: repository)
            return [ProposedRelease.ask(repository)]
        },
        Attack("S4", "a robot commits what its operator approves", .refused("author")) {
            let robot = ApprovalAttacks.newcomer(roles: "[]", kind: "robot", more: "      operator: maya\n")
            let repository = try ProposedRelease.repository(root: [("    - id: tove\n", robot)], author: .mallory)
            return try approveWithMaya(repository)
        },
        Attack("S5", "whoever signs the release approves it", .refused("release-signer")) {
            let repository = try ProposedRelease.repository(author: .ivo)
            try ProposedRelease.approve(repository, except: .ivo)
            try WrittenStatement(
                role: "engineering-owner", changeClass: "critical", after: "1.0.0", by: .nora, in: repository
            ).tag(as: .nora, in: repository)
            return [ProposedRelease.ask(repository)]
        },
    ]

    // MARK: In the history

    private static let histories = [
        Attack("S6", "a co-author named in a signed commit approves", .refused("author")) {
            let repository = try ProposedRelease.repository(
                message: "Second release\n\nCo-authored-by: Maya Rao <\(Person.maya.email)>")
            return try approveWithMaya(repository)
        },
        Attack("S7", "a colleague signs the author's work anew, and the author approves", .refused("author")) {
            let repository = try ExampleProject.released()
            try repository.git(["checkout", "--quiet", "-b", "topic"])
            try ProposedRelease.change(repository)
            try repository.commitAll("Second release", as: .maya)
            try repository.git(["checkout", "--quiet", "main"])
            try repository.git(["cherry-pick", "topic"], as: .nora)
            return try approveWithMaya(repository)
        },
        Attack("S8", "a change hidden in a merge", .refused("author")) {
            let repository = try ProposedRelease.repository()
            try repository.git(["checkout", "--quiet", "-b", "side", "HEAD~1"])
            try repository.write("notes.md", "Something else.\n")
            try repository.commitAll("Notes", as: .nora)
            try repository.git(["checkout", "--quiet", "main"])
            try repository.git(["merge", "--quiet", "--no-ff", "--no-commit", "side"], as: .maya)
            try repository.edit(prompt, "120 words", "150 words")
            try repository.commitAll("Merge side", as: .maya)
            return try approveWithMaya(repository)
        },
        Attack("S9", "a merge of three that brings back an old file from a commit named for that", .refused("author")) {
            let repository = try ProposedRelease.repository()
            let tree = try {
                try repository.git([
                    "checkout", "--quiet", "release/support-assistant/1.0.0", "--",
                    "systems/support-assistant/guardrails",
                ])
                return try repository.git(["write-tree"])
            }()
            let old = try repository.git(["rev-parse", "release/support-assistant/1.0.0^{commit}"])
            let side = try repository.git(["commit-tree", "-S", "-p", old, "-m", "Side", "\(old)^{tree}"], as: .nora)
            let merge = try repository.git(
                ["commit-tree", "-S", "-p", "HEAD", "-p", side, "-p", old, "-m", "Merge", tree], as: .maya)
            try repository.git(["reset", "--quiet", "--hard", merge])
            return try approveWithMaya(repository)
        },
        Attack(
            "S10", "an unsigned commit says that an approver wrote it: nobody is framed, nobody is let through",
            .refused("unattributable")
        ) {
            let repository = try ProposedRelease.repository(author: nil, name: .maya)
            try ProposedRelease.approve(repository)
            let answer = ProposedRelease.ask(repository)
            #expect(try !answer.reasonCodes().contains("author"), "\(answer.text)")
            return [answer]
        },
        Attack("S11", "an author signed with a key that is compromised since", .refused("author")) {
            let repository = try ProposedRelease.repository(author: .lena)
            try repository.trustVersion(
                (Person.lena.publicKey, Person.lenaAnew.publicKey),
                ("fingerprint: \(Person.lena.fingerprint)", "fingerprint: \(Person.lenaAnew.fingerprint)"),
                (
                    "  policies:\n",
                    "  revokedKeys:\n    - {fingerprint: \"\(Person.lena.fingerprint)\", reason: compromised, since: 2}\n"
                        + "  policies:\n"
                ), as: .maya)
            try ProposedRelease.approve(repository, except: .lena)
            try WrittenStatement(
                role: "product-owner", changeClass: "critical", after: "1.0.0", by: .lena, in: repository
            ).tag(as: .lenaAnew, in: repository)
            return [ProposedRelease.ask(repository)]
        },
    ]

    // MARK: Who is said to be the author

    private static func author(_ commit: String, by person: Person, in repository: TestRepository) throws {
        let digest = try repository.packageDigest()
        try WrittenStatement(
            "author", ["Subject: package \(system)@1.1.0 sha256:\(digest)", "Commits: \(commit)"],
            name: "author/\(system)/1.1.0/\(person.name)/\(digest.prefix(12))", in: repository
        ).tag(as: person, in: repository)
    }

    private static func forge(_ name: Person? = nil, root: [(old: String, new: String)] = []) throws -> TestRepository {
        try ProposedRelease.repository(
            root: [
                ("    - id: tove\n", ApprovalAttacks.newcomer(roles: "[]", kind: "forge")),
                ("soloAllowed: false\n", "soloAllowed: false\n    forgeAttribution: true\n"),
            ] + root, author: .mallory, name: name)
    }

    private static let attributions = [
        Attack(
            "S12", "somebody takes an unsigned commit, somebody else takes it too, and the first approves",
            .refused("author")
        ) {
            let repository = try ProposedRelease.repository(author: nil)
            let commit = try repository.git(["rev-parse", "HEAD"])
            try author(commit, by: .maya, in: repository)
            try author(commit, by: .nora, in: repository)
            return try approveWithMaya(repository)
        },
        Attack("S13", "a person takes an unsigned commit, a robot cannot", .refused("unattributable")) {
            let robot = ApprovalAttacks.newcomer(roles: "[]", kind: "robot", more: "      operator: nora\n")
            let repository = try ProposedRelease.repository(root: [("    - id: tove\n", robot)], author: nil)
            let commit = try repository.git(["rev-parse", "HEAD"])
            try author(commit, by: .mallory, in: repository)
            try ProposedRelease.approve(repository)
            let refused = ProposedRelease.ask(repository)
            try author(commit, by: .nora, in: repository)
            let passed = ProposedRelease.ask(repository)
            #expect(passed.status == .pass, "\(passed.text)")
            return [refused]
        },
        Attack(
            "S14", "a squash of the hosting service, which is believed about authors, names the approver",
            .refused("author")
        ) {
            try approveWithMaya(try forge(.maya))
        },
        Attack(
            "S15", "such a squash names an address that is nobody's: it may be the author's second one",
            .refused("unattributable")
        ) {
            let repository = try forge(root: [("emails: [mallory@lindholm.example.org]", "emails: []")])
            try ProposedRelease.approve(repository)
            return [ProposedRelease.ask(repository)]
        },
    ]
}

struct AuthorshipAttackTests {
    @Test(arguments: AuthorshipAttacks.section.attacks) func attack(_ attack: Attack) throws { try attack.run() }
}
