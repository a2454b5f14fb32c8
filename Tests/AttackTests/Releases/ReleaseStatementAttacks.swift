import Commands
import Foundation
import TestSupport
import Testing

/// A release manager writes a release statement by hand, or what people said against a release comes to light later.
enum ReleaseStatementAttacks {
    static let section = AttackSection(
        letter: "R", title: "Release statements", file: "Releases/ReleaseStatementAttacks.swift",
        required: [
            "R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R12", "R13", "R14", "R15", "R16",
            "R17", "R18", "R19", "R20",
        ],
        attacks: texts + objections + keys + yardsticks)

    private static let tag = "release/support-assistant/1.1.0"
    private static let records = ["functional-eval", "safety-eval"].map {
        "systems/support-assistant/records/1.1.0/\($0).yaml"
    }

    /// 1.1.0 by hand with edits, and the answer about it.
    private static func forged(_ edits: (old: String, new: String)...) throws -> CommandResult {
        let repository = try ExampleProject.releasedTwice()
        try repository.mustPass("verify", tag)
        try repository.forgeRelease(tag, edits: edits)
        return repository.ask("verify", tag)
    }

    private static func other(_ digest: String) -> String {
        String(digest.reversed().map { $0 == "0" ? "1" : "0" })
    }

    // MARK: Texts

    private static let texts = [
        Attack("R1", "the tag of another version than its tree holds", .refused("version-mismatch")) {
            let repository = try ExampleProject.releasedTwice()
            try repository.forgeRelease(
                tag, version: "1.2.0", edits: [("support-assistant@1.1.0", "support-assistant@1.2.0")])
            try repository.git(["tag", "-d", tag])
            return [repository.ask("verify", "release/support-assistant/1.2.0")]
        },
        Attack("R2", "a digest that its tree does not have", .refused("digest-mismatch")) {
            let repository = try ExampleProject.releasedTwice()
            let subject = try repository.line("Subject", ofTag: tag)
            try repository.forgeRelease(
                tag, edits: [(subject, String(subject.dropLast(64)) + other(String(subject.suffix(64))))])
            return [repository.ask("verify", tag)]
        },
        Attack("R3", "another base than the release before it, to look small", .refused("base-mismatch")) {
            let repository = try ExampleProject.releasedTwice()
            let base = try repository.line("Base", ofTag: tag)
            try repository.forgeRelease(tag, edits: [(base, "Base: none")])
            let none = repository.ask("verify", tag)
            try repository.forgeRelease(
                tag, edits: [("Base: none", String(base.dropLast(64)) + other(String(base.suffix(64))))])
            return [none, repository.ask("verify", tag)]
        },
        Attack("R4", "a smaller class than the trees give", .refused("materiality-understated")) {
            [try forged(("Materiality: critical", "Materiality: minor"))]
        },
        Attack("R5", "records other than those in the tagged tree", .refused("evidence-mismatch")) {
            let repository = try ExampleProject.releasedTwice()
            let evidence = try repository.line("Evidence", ofTag: tag)
            try repository.forgeRelease(
                tag, edits: [(evidence, String(evidence.dropLast(64)) + other(String(evidence.suffix(64))))])
            return [repository.ask("verify", tag)]
        },
        Attack("R6", "without the plan that its package pins", .refused("subject-incomplete")) {
            let repository = try ExampleProject.releasedTwice()
            let lines = try repository.message(ofTag: tag).split(separator: "\n").map(String.init)
            let plan = try #require(lines.first { $0.hasPrefix("Subject: plan ") })
            try repository.forgeRelease(tag, edits: [(plan + "\n", "")])
            return [repository.ask("verify", tag)]
        },
        Attack("R7", "without the approvals that it needs", .refused("APR-001")) {
            let repository = try ExampleProject.releasedTwice()
            try repository.relist(tag, records: records) { _ in [] }
            return [repository.ask("verify", tag)]
        },
        Attack("R8", "signed by somebody who is no release manager", .refused("role-not-held")) {
            let repository = try ExampleProject.releasedTwice()
            try repository.forgeRelease(tag, as: .maya, edits: [])
            return [repository.ask("verify", tag)]
        },
    ]

    // MARK: Objections

    /// A rejection of 1.1.0 by tove, who may veto, as a signed tag.
    @discardableResult
    private static func reject(in repository: TestRepository) throws -> String {
        let approval = try #require(
            try repository.tags(matching: "approve/support-assistant/1.1.0/risk-approver/maya/*").first)
        let name = approval.replacingOccurrences(of: "approve/", with: "reject/")
            .replacingOccurrences(of: "/maya/", with: "/tove/")
        try repository.forgeStatement(
            approval, named: name, as: .tove, edits: [("Decision: approve", "Decision: reject")])
        return name
    }

    private static let objections = [
        Attack("R9", "a release that lists a rejection that stands", .refused("veto")) {
            let repository = try ExampleProject.releasedTwice()
            let rejection = try repository.statementID(ofTag: reject(in: repository))
            try repository.relist(tag, records: records) {
                ($0 + ["Approval: \(rejection) risk-approver tove"]).sorted()
            }
            return [repository.ask("verify", tag)]
        },
        Attack("R10", "a rejection that the release does not list", .undecided("audit-required")) {
            let repository = try ExampleProject.releasedTwice()
            try reject(in: repository)
            return [repository.ask("verify", tag), repository.ask("verify", "--all")]
        },
        Attack("R11", "an approval that was taken back after the release", .undecided("audit-required")) {
            let repository = try ExampleProject.releasedTwice()
            let approval = try #require(
                try repository.tags(matching: "approve/support-assistant/1.1.0/risk-approver/maya/*").first)
            try repository.mustPass("approve", "--withdraw", try repository.statementID(ofTag: approval), as: .maya)
            return [repository.ask("verify", tag)]
        },
        Attack("R12", "a release that rests on a statement that is not in this clone", .refused("statement-missing")) {
            let repository = try ExampleProject.releasedTwice()
            let approval = try #require(
                try repository.tags(matching: "approve/support-assistant/1.1.0/risk-approver/maya/*").first)
            try repository.git(["tag", "-d", approval])
            return [repository.ask("verify", tag)]
        },
    ]

    // MARK: Keys

    /// Nora's key changes hands in version 2 of the trust root.
    private static func rotate(
        _ repository: TestRepository, reason: String, heads: String = "[]", since: Int = 2
    ) throws {
        let number = try repository.addTrustVersion(
            (Person.nora.publicKey, Person.mallory.publicKey),
            ("fingerprint: \(Person.nora.fingerprint)", "fingerprint: \(Person.mallory.fingerprint)"),
            (
                "  policies:\n",
                "  revokedKeys:\n    - {fingerprint: \"\(Person.nora.fingerprint)\", reason: \(reason), since: \(since)}\n"
                    + "  policies:\n"
            ))
        if heads != "[]" {
            let file = "governance/trust/\(number).yaml"
            let old = try #require(
                try repository.read(file).split(separator: "\n").first { $0.hasPrefix("  releaseHeads: ") })
            try repository.edit(file, String(old), "  releaseHeads: \(heads)")
        }
        try repository.signTrust(number, as: .lena)
        try repository.commitAll("Trust root \(number)", as: .lena)
    }

    private static func head(_ repository: TestRepository, _ tag: String, sequence: Int) throws -> String {
        "[{system: support-assistant, sequence: \(sequence), statement: \(try repository.statementID(ofTag: tag))}]"
    }

    private static let keys = [
        Attack(
            "R13", "a release that no checkpoint covers, by a key that was changed since", .refused("key-superseded")
        ) {
            let repository = try ExampleProject.released()
            try rotate(repository, reason: "superseded")
            return [repository.ask("verify", "--all")]
        },
        Attack("R14", "a release by a key that turned out to be compromised", .undecided("audit-required")) {
            let unseen = try ExampleProject.released()
            try rotate(unseen, reason: "compromised")
            // The version that says so cannot vouch for it either: the thief may have been first.
            let seen = try ExampleProject.released()
            try rotate(
                seen, reason: "compromised", heads: try head(seen, "release/support-assistant/1.0.0", sequence: 1))
            return [unseen.ask("verify", "--all"), seen.ask("verify", "--all")]
        },
        Attack("R15", "the same, where a checkpoint saw the release before", .accepted) {
            let repository = try ExampleProject.released()
            try repository.addTrustVersion(
                (
                    "releaseHeads: []",
                    "releaseHeads: " + head(repository, "release/support-assistant/1.0.0", sequence: 1)
                ))
            try repository.signTrust(2, as: .lena)
            try repository.commitAll("Trust root 2", as: .lena)
            try rotate(repository, reason: "compromised", since: 3)
            return [repository.ask("verify", "--all")]
        },
        Attack("R16", "a release on top of one whose key is compromised", .refused("base-unverified")) {
            let repository = try ExampleProject.released()
            try rotate(repository, reason: "compromised")
            try ExampleProject.applyChanges(to: repository)
            try repository.commitAll("Second release", as: .mallory)
            return [repository.ask("release", ExampleProject.system, as: .mallory)]
        },
    ]

    // MARK: Yardsticks

    /// The lines that say which catalogue of rules gave which class, with those of an older catalogue and a smaller class.
    private static func older(_ repository: TestRepository, _ tag: String) throws -> [(old: String, new: String)] {
        let claim = try repository.line("Materiality", ofTag: tag)
        let start = try #require(claim.firstRange(of: "catalogue=")).upperBound
        let number = try #require(Int(claim[start...]))
        let less = claim[..<start].replacingOccurrences(of: "critical", with: "material")
        return [(claim, less + String(number - 1))]
    }

    private static let yardsticks = [
        Attack(
            "R17", "the release manager says that an older catalogue of rules gave a smaller class",
            .refused("materiality-understated")
        ) {
            let repository = try ExampleProject.releasedTwice()
            try repository.forgeRelease(tag, edits: older(repository, tag))
            return [repository.ask("verify", tag)]
        },
        Attack(
            "R18", "the same, with an approval in a stranger's hand that was shown the older catalogue",
            .refused("materiality-understated")
        ) {
            let repository = try ExampleProject.releasedTwice()
            let approval = try #require(
                try repository.tags(matching: "approve/support-assistant/1.1.0/engineering-owner/ivo/*").first)
            let edits = try older(repository, tag)
            // Only this one is listed, so that nobody contradicts it.
            for person in [Person.mallory, .nora] {
                let name = approval.replacingOccurrences(of: "/ivo/", with: "/\(person.name)/")
                try repository.forgeStatement(
                    approval, named: name, as: person, edits: older(repository, approval))
                let id = try repository.statementID(ofTag: name)
                try repository.relist(tag, records: records, edits: person == .mallory ? edits : []) { _ in
                    ["Approval: \(id) engineering-owner \(person.name)"]
                }
            }
            return [repository.ask("verify", tag)]
        },
        Attack(
            "R19", "a stricter catalogue of today does not unmake a release that a checkpoint saw",
            .noted("class-higher-today")
        ) {
            let repository = try ExampleProject.releasedTwice()
            try repository.forgeRelease(tag, edits: older(repository, tag))
            #expect(repository.ask("verify", tag).status == .refused)
            try repository.addTrustVersion(
                ("releaseHeads: []", "releaseHeads: " + head(repository, tag, sequence: 2)))
            try repository.signTrust(2, as: .lena)
            try repository.commitAll("Trust root 2", as: .lena)
            return [repository.ask("verify", tag)]
        },
        Attack(
            "R20", "nor one whose approvers were shown the older catalogue", .noted("class-higher-today")
        ) {
            let repository = try ExampleProject.releasedTwice()
            let edits = try older(repository, tag)
            var listed: [String] = []
            for (person, role) in [
                (Person.ivo, "engineering-owner"), (.lena, "product-owner"), (.maya, "risk-approver"),
            ] {
                let approval = try #require(
                    try repository.tags(matching: "approve/support-assistant/1.1.0/\(role)/\(person.name)/*").first)
                let before = try repository.statementID(ofTag: approval)
                try repository.forgeStatement(
                    approval, named: approval, as: person, edits: older(repository, approval))
                listed.append(before + " " + (try repository.statementID(ofTag: approval)))
            }
            try repository.relist(tag, records: records, edits: edits) { lines in
                lines.map { line in
                    listed.map { $0.split(separator: " ").map(String.init) }.reduce(line) {
                        $0.replacingOccurrences(of: $1[0], with: $1[1])
                    }
                }.sorted()
            }
            return [repository.ask("verify", tag)]
        },
    ]
}

struct ReleaseStatementAttackTests {
    @Test(arguments: ReleaseStatementAttacks.section.attacks) func attack(_ attack: Attack) throws {
        try attack.run()
    }
}
