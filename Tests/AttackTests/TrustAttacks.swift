import Commands
import Foundation
import PackageContents
import TestSupport
import Testing

/// Somebody changes who may say what, or the yardstick, without those who may.
enum TrustAttacks {
    /// In the order of the page.
    private static let ids = [
        "C1", "C2", "C3", "C4", "C5", "C7", "C7b", "C8", "C9", "C10", "C11", "C13", "C14", "C16", "C16b", "C18", "C19",
        "C20",
    ]

    static let section = AttackSection(
        letter: "C", title: "Trust root and policy", file: "TrustAttacks.swift", required: ids,
        attacks: (changes + signatures + histories + surroundings).sorted { left, right in
            (ids.firstIndex(of: left.id) ?? ids.count) < (ids.firstIndex(of: right.id) ?? ids.count)
        })

    private static let root = "governance/trust/"
    private static let ivosRoles = "roles: [engineering-owner, ai-oncall]"
    private static let lenasRoles = "roles: [product-owner, vendor-manager, grc-control-owner]"
    private static let threshold = "changeThreshold: {role: grc-control-owner, count: 1}"

    // MARK: Mounting

    /// The released example on a branch `topic` of `main`.
    private static func topic() throws -> TestRepository {
        let repository = try ExampleProject.released()
        try repository.mustPass("trust", "verify")
        try repository.git(["checkout", "--quiet", "-b", "topic"])
        return repository
    }

    /// The example on a branch `topic` of `main`, where the trust root has these many versions, each signed by lena.
    private static func topic(versions: Int) throws -> TestRepository {
        let repository = try ExampleProject.released()
        for version in 2...versions {
            try repository.addTrustVersion()
            try repository.signTrust(version, as: .lena)
            try repository.commitAll("Trust root \(version)", as: .lena)
        }
        try repository.mustPass("trust", "verify")
        try repository.git(["checkout", "--quiet", "-b", "topic"])
        return repository
    }

    private static func gate(_ repository: TestRepository) -> CommandResult {
        repository.ask("gate", "--base", "main", "--head", "topic", "--require", "merge")
    }

    private static func policyDigest(_ repository: TestRepository) throws -> String {
        ContentDigest.sha256(Array(try repository.read("governance/materiality.yaml").utf8))
    }

    // MARK: What a pull request changes

    private static let changes = [
        Attack("C1", "adding one's own key and using it in the same pull request", .refused("PPL-009")) {
            let repository = try topic()
            try repository.addTrustVersion(
                (
                    "    - id: tove\n",
                    "    - id: mallory\n      kind: human\n      name: Mallory\n      roles: [grc-control-owner, risk-approver]\n"
                        + "      keys:\n        - type: ssh\n          public: \(Person.mallory.publicKey)\n"
                        + "          fingerprint: \(Person.mallory.fingerprint)\n    - id: tove\n"
                ))
            try repository.signTrust(2, as: .mallory)
            try repository.edit("systems/support-assistant/prompts/system.prompt", "120 words", "150 words")
            try repository.commitAll("Friendlier", as: .mallory)
            return [gate(repository)]
        },
        Attack("C2", "deleting the trust root, to be judged by none", .refused("root-missing")) {
            let repository = try topic()
            try repository.remove(root + "1.yaml")
            try repository.commitAll("Tidy up", as: .nora)
            return [gate(repository), repository.ask("trust", "verify")]
        },
        Attack("C3", "weakening the quorum in the pull request that needs it", .refused("policy-not-pinned")) {
            let repository = try topic()
            try repository.edit(
                "governance/materiality.yaml", "{role: risk-approver, count: 1}", "{role: ai-oncall, count: 1}")
            try repository.edit("systems/support-assistant/prompts/system.prompt", "120 words", "150 words")
            try repository.commitAll("Friendlier", as: .nora)
            return [gate(repository)]
        },
        Attack("C4", "copying an older, validly signed trust root over the newest", .refused("root-rollback")) {
            let repository = try topic(versions: 3)
            try repository.write(root + "3.yaml", repository.read(root + "2.yaml"))
            try repository.commitAll("Restore", as: .nora)
            return [gate(repository), repository.ask("trust", "verify")]
        },
        Attack(
            "C18", "weakening the policy in a quiet pull request first, then using it", .refused("policy-not-pinned")
        ) {
            let repository = try topic()
            try repository.edit(
                "governance/materiality.yaml", "{role: risk-approver, count: 1}", "{role: ai-oncall, count: 1}")
            try repository.commitAll("Typo", as: .nora)
            let quiet = gate(repository)
            // Somebody merges it all the same; the next one is not judged by it.
            try repository.git(["checkout", "--quiet", "main"])
            try repository.git(["merge", "--quiet", "--ff-only", "topic"])
            try repository.git(["checkout", "--quiet", "topic"])
            try repository.edit("systems/support-assistant/prompts/system.prompt", "120 words", "150 words")
            try repository.commitAll("Friendlier", as: .nora)
            return [quiet, gate(repository)]
        },
        Attack("C19", "editing a version of the trust root in place", .refused("root-changed")) {
            let repository = try topic()
            try repository.edit(root + "1.yaml", "roles: [risk-approver]", "roles: [risk-approver, release-manager]")
            try repository.commitAll("Typo", as: .nora)
            return [gate(repository)]
        },
        Attack("C20", "deleting the newest version together with its signatures", .refused("root-rollback")) {
            let repository = try topic(versions: 2)
            try repository.git(["rm", "--quiet", "-r", "governance/statements", root + "2.yaml"])
            try repository.commitAll("Tidy up", as: .nora)
            return [gate(repository)]
        },
    ]

    // MARK: Who signed

    /// A version 2 with edits, and the answers about it after these people signed.
    private static func version(
        _ edits: [(old: String, new: String)], signedBy people: [Person], in repository: TestRepository? = nil
    ) throws -> CommandResult {
        let repository = try repository ?? ExampleProject.repository()
        try repository.mustPass("trust", "verify")
        try repository.addTrustVersion(edits: edits)
        for person in people { try repository.signTrust(2, as: person) }
        try repository.commitAll("Trust root 2", as: .nora)
        return repository.ask("trust", "verify")
    }

    private static func rotation(_ old: Person, _ new: Person, reason: String = "superseded") -> [(
        old: String, new: String
    )] {
        [
            (old.publicKey, new.publicKey), ("fingerprint: \(old.fingerprint)", "fingerprint: \(new.fingerprint)"),
            (
                "  policies:\n",
                "  revokedKeys:\n    - {fingerprint: \"\(old.fingerprint)\", reason: \(reason), since: 2}\n  policies:\n"
            ),
        ]
    }

    private static let signatures = [
        Attack("C5", "a version that only the old people signed, or only the new ones", .refused("root-threshold")) {
            let handover = [(threshold, "changeThreshold: {role: risk-approver, count: 1}")]
            return [
                try version(handover, signedBy: [.lena]), try version(handover, signedBy: [.tove]),
                try version(handover, signedBy: [.mallory]),
            ]
        },
        Attack(
            "C7", "a threshold of zero, an unknown field, an unknown kind of key, a newer format",
            .refused("root-malformed")
        ) {
            try [
                (threshold, "changeThreshold: {role: grc-control-owner, count: 0}"),
                ("  policies:\n", "  quorum: {any: []}\n  policies:\n"), ("type: ssh", "type: passkey"),
                ("apiVersion: imprimatur/v1", "apiVersion: imprimatur/v2"),
            ].map { try version([$0], signedBy: [.lena, .maya]) }
        },
        Attack("C7b", "a threshold above the number of people, and a role that nobody holds", .refused("root-lint")) {
            try [
                [(threshold, "changeThreshold: {role: grc-control-owner, count: 3}")],
                [(threshold, "changeThreshold: {role: auditor, count: 1}")],
                [("roles: [risk-approver]", "roles: [\"*\"]")],
            ].map { try version($0, signedBy: [.lena, .maya]) }
        },
        Attack("C8", "signing twice, with two keys, to reach the threshold alone", .refused("root-threshold")) {
            let repository = try ExampleProject.repository()
            try repository.edit(
                root + "1.yaml", threshold, "changeThreshold: {role: grc-control-owner, count: 2}")
            try ExampleProject.pin(repository)
            try repository.commitAll("Two signatures", as: .nora)
            return [try version(rotation(.lena, .lenaAnew), signedBy: [.lena, .lena, .lenaAnew], in: repository)]
        },
        Attack("C9", "giving oneself a role and signing for it", .refused("root-escalation")) {
            let own = (lenasRoles, "roles: [product-owner, vendor-manager, grc-control-owner, ai-oncall]")
            let delegated = (
                "  policies:\n",
                "  delegations:\n    - {from: maya, to: lena, role: risk-approver, notAfter: \"2027-01-01T00:00:00Z\"}\n"
                    + "  policies:\n"
            )
            return [try version([own], signedBy: [.lena]), try version([delegated], signedBy: [.lena])]
        },
    ]

    // MARK: Other histories

    /// The released example after its release manager got another key, with the release as the checkpoint.
    private static func rotated(reason: String) throws -> TestRepository {
        let repository = try ExampleProject.released()
        try repository.mustPass("verify", "--all")
        try repository.mustPass("trust", "propose", as: .lena)
        for edit in rotation(.nora, .mallory, reason: reason) {
            try repository.edit(root + "2.yaml", edit.old, edit.new)
        }
        try repository.mustPass("trust", "sign", as: .lena)
        try repository.commitAll("Nora's new key", as: .lena)
        return repository
    }

    private static let histories = [
        Attack("C10", "a trust root that arrives by merging somebody else's branch", .refused("PPL-009")) {
            let repository = try topic()
            try repository.git(["checkout", "--quiet", "-b", "devel", "main"])
            try repository.addTrustVersion((ivosRoles, "roles: [engineering-owner, ai-oncall, release-manager]"))
            try repository.signTrust(2, as: .mallory)
            try repository.commitAll("Devel", as: .mallory)
            try repository.git(["checkout", "--quiet", "topic"])
            try repository.write("notes.md", "Work of the week.\n")
            try repository.commitAll("Notes", as: .nora)
            try repository.git(["merge", "--quiet", "--no-ff", "-m", "Merge devel", "devel"], as: .nora)
            return [gate(repository)]
        },
        Attack("C11", "a history of its own that only looks like this one", .refused("root-not-pinned")) {
            let repository = try topic()
            try repository.git(["checkout", "--quiet", "--orphan", "stranger"])
            try repository.edit(root + "1.yaml", Person.lena.publicKey, Person.mallory.publicKey)
            try repository.edit(
                root + "1.yaml", "fingerprint: \(Person.lena.fingerprint)",
                "fingerprint: \(Person.mallory.fingerprint)")
            try repository.addTrustVersion()
            try repository.commitAll("A beginning", as: .mallory)
            try repository.signTrust(2, as: .mallory, name: "trust/2/lena")
            try repository.commitAll("Everything in order", as: .mallory)
            return [repository.ask("trust", "verify"), repository.ask("approvals")]
        },
        Attack("C16", "a release whose signer changed their key later still stands", .accepted) {
            let repository = try rotated(reason: "superseded")
            return [repository.ask("trust", "verify"), repository.ask("verify", "--all")]
        },
        Attack(
            "C16b", "a release by a key that is called compromised later, with nothing that shows it was there before",
            .undecided("audit-required")
        ) {
            [try rotated(reason: "compromised").ask("verify", "--all")]
        },
    ]

    // MARK: Beside the repository

    private static let surroundings = [
        Attack("C13", "a cache that was filled with other verdicts", .refused("root-missing")) {
            let repository = try topic()
            _ = repository.ask("diff", "main..topic")
            try repository.mustPass("trust", "verify")
            try repository.remove(root + "1.yaml")
            try repository.commitAll("Tidy up", as: .nora)
            // What was worked out about the tree that was in order is shown for the tree that is not.
            let trees = try ["main", "topic"].map { try repository.git(["rev-parse", "\($0)^{tree}"]) }
            let files = FileManager.default
            let cache = repository.folder.path + "/.cache/imprimatur"
            for folder in try files.contentsOfDirectory(atPath: cache) {
                let good = files.contents(atPath: "\(cache)/\(folder)/\(trees[0])")
                try #require(files.createFile(atPath: "\(cache)/\(folder)/\(trees[1])", contents: good ?? Data()))
            }
            return [repository.ask("trust", "verify"), gate(repository)]
        },
        Attack(
            "C14", "a verifier that the branch under test brings along",
            outside: "the templates for continuous integration run an installed program, not one of the branch"),
    ]
}

struct TrustAttackTests {
    @Test(arguments: TrustAttacks.section.attacks) func attack(_ attack: Attack) throws { try attack.run() }
}
