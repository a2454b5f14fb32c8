import Commands
import Foundation
import TestSupport
import Testing

/// Ways to lose what somebody said against a release, or to say it in somebody's place.
enum VetoAttacks {
    static let section = AttackSection(
        letter: "V", title: "Rejections and withdrawals", file: "VetoAttacks.swift",
        required: ["V1", "V2", "V3", "V4", "V5", "V6", "V7", "V8", "V9", "V10", "V11", "V12"], attacks: attacks)

    private static let system = ExampleProject.system
    private static let newcomer = ("    - id: tove\n", ApprovalAttacks.newcomer(roles: "[risk-approver]"))

    /// Maya rejected the second release; everybody else approved, tove in the role of risk.
    private static func rejected(
        root: [(old: String, new: String)] = [],
        reject: (TestRepository) throws -> Void = { repository in
            try repository.mustPass("approve", system, "--reject", "--role", "risk-approver", as: .maya)
        }
    ) throws -> TestRepository {
        let repository = try ProposedRelease.repository(root: root)
        try reject(repository)
        try ProposedRelease.approve(repository, except: .maya)
        try repository.mustPass("approve", system, "--role", "risk-approver", as: .tove)
        return repository
    }

    private static func rejection(_ repository: TestRepository) throws -> (tag: String, id: String) {
        let tag = try repository.tags("reject/")[0]
        return (tag, try repository.statementID(ofTag: tag))
    }

    private static func spoil(_ text: String) throws -> String {
        let begin = try #require(text.firstRange(of: "-----BEGIN SSH SIGNATURE-----\n")).upperBound
        let body = text[begin...]
        // In the middle of the number, so that the block can still be read.
        let end = try #require(body.firstRange(of: "\n-----END")).lowerBound
        let place = text.index(end, offsetBy: -24)
        return String(text[..<place]) + (text[place] == "A" ? "B" : "A") + String(text[text.index(after: place)...])
    }

    /// The statement lies twice: whole in one place, with a broken signature in the other.
    private static func shadow(_ tag: String, goodIsTag: Bool, in repository: TestRepository) throws {
        let text = String(decoding: try repository.rawObject("tag", "refs/tags/\(tag)"), as: UTF8.self)
        let bad = try spoil(text)
        try repository.writeStatementFile(goodIsTag ? bad : text)
        if !goodIsTag {
            try repository.git(["update-ref", "refs/tags/\(tag)", repository.writeObject("tag", Array(bad.utf8))])
        }
        try repository.commitAll("Statements", as: .nora)
    }

    private static func gone(_ person: Person) -> (old: String, new: String) {
        (
            "  policies:\n",
            "  revokedKeys:\n    - {fingerprint: \"\(person.fingerprint)\", reason: retired, since: 2}\n  policies:\n"
        )
    }

    private static let attacks = [
        Attack("V1", "a withdrawal beside a copy of it whose signature is broken", .refused("withdrawn")) {
            try [true, false].map { goodIsTag in
                let repository = try ProposedRelease.repository()
                try ProposedRelease.approve(repository)
                let tag = try repository.tags("approve/\(system)/1.1.0/risk-approver")[0]
                try repository.mustPass("approve", "--withdraw", try repository.statementID(ofTag: tag), as: .maya)
                try shadow(try repository.tags("withdraw/")[0], goodIsTag: goodIsTag, in: repository)
                return ProposedRelease.ask(repository)
            }
        },
        Attack("V2", "a rejection beside a copy of it whose signature is broken", .refused("veto")) {
            try [true, false].map { goodIsTag in
                let repository = try rejected()
                try shadow(try rejection(repository).tag, goodIsTag: goodIsTag, in: repository)
                return ProposedRelease.ask(repository)
            }
        },
        Attack("V3", "the key that rejected is replaced, or its owner loses the role", .refused("veto")) {
            let rotated = try rejected()
            try rotated.trustVersion(
                (Person.maya.publicKey, Person.mallory.publicKey),
                ("fingerprint: \(Person.maya.fingerprint)", "fingerprint: \(Person.mallory.fingerprint)"), gone(.maya))
            let demoted = try rejected(root: [newcomer])
            try demoted.trustVersion(("roles: [risk-approver, grc-control-owner]", "roles: [grc-control-owner]"))
            return [ProposedRelease.ask(rotated), ProposedRelease.ask(demoted)]
        },
        Attack("V4", "the role that rejected has no veto any more", .refused("veto")) {
            let repository = try rejected()
            try repository.trustVersion(("vetoRoles: [risk-approver]", "vetoRoles: []"))
            return [ProposedRelease.ask(repository)]
        },
        Attack(
            "V5", "somebody else withdraws the rejection: of the same role, or of those who change the trust root",
            .refused("veto")
        ) {
            try [Person.tove, .lena].map { other in
                let repository = try rejected()
                try WrittenStatement(withdrawing: rejection(repository).id, by: other, in: repository)
                    .tag(as: other, in: repository)
                return ProposedRelease.ask(repository)
            }
        },
        Attack("V6", "whoever rejected is gone, and those who change the trust root withdraw it", .accepted) {
            let heir = ApprovalAttacks.newcomer(roles: "[risk-approver, product-owner, grc-control-owner]")
            let repository = try rejected(root: [("    - id: tove\n", heir)])
            try repository.trustVersion(
                (
                    "keys:\n        - type: ssh\n          public: \(Person.maya.publicKey)\n"
                        + "          fingerprint: \(Person.maya.fingerprint)\n", "keys: []\n"
                ),
                // The release before was approved by her too: the checkpoint shows that it was there.
                (
                    "releaseHeads: []",
                    "releaseHeads: [{system: \(system), sequence: 1, statement: "
                        + "\(try repository.statementID(ofTag: "release/\(system)/1.0.0"))}]"
                ), gone(.maya))
            // Maya's approval of the plan went with her key.
            try repository.mustPass("approve", "plan", "customer-ai", "--role", "risk-approver", as: .tove)
            #expect(try ProposedRelease.ask(repository).reasonCodes().contains("veto"))
            // One of those who may not change the trust root is not enough.
            let id = try rejection(repository).id
            try WrittenStatement(withdrawing: id, by: .tove, in: repository).tag(as: .tove, in: repository)
            #expect(try ProposedRelease.ask(repository).reasonCodes().contains("veto"))
            try WrittenStatement(withdrawing: id, by: .lena, in: repository).tag(as: .lena, in: repository)
            return [ProposedRelease.ask(repository)]
        },
        Attack("V7", "one space more, or another version, than what was rejected", .refused("veto")) {
            let prompt = "systems/support-assistant/prompts/system.prompt"
            return try [true, false].map { isNewVersion in
                let repository = try rejected()
                try repository.write(prompt, try repository.read(prompt) + " \n")
                if isNewVersion { try ExampleProject.declare("1.2.0", after: "1.0.0", "critical", in: repository) }
                try repository.commitAll("A space", as: .nora)
                return ProposedRelease.ask(repository)
            }
        },
        Attack("V8", "a rejection by somebody who holds the role for another system has no say", .accepted) {
            let root = ApprovalAttacks.newcomer(roles: "[{role: risk-approver, systems: [helpdesk]}]")
            let repository = try rejected(root: [("    - id: tove\n", root)]) { repository in
                try WrittenStatement(
                    "reject", role: "risk-approver", changeClass: "critical", after: "1.0.0", by: .mallory,
                    in: repository
                ).tag(as: .mallory, in: repository)
            }
            return [ProposedRelease.ask(repository)]
        },
        Attack(
            "V9", "the file with the rejection is deleted in a later commit, or in one pull request with it",
            .refused("veto")
        ) {
            try [true, false].map { isBranch in
                let repository = try rejected()
                let (tag, _) = try rejection(repository)
                if isBranch { try repository.git(["checkout", "--quiet", "-b", "side"]) }
                try repository.writeStatementFile(ofTag: tag)
                try repository.git(["tag", "-d", tag])
                try repository.commitAll("Rejected", as: .maya)
                if !isBranch { #expect(try ProposedRelease.ask(repository).reasonCodes().contains("veto")) }
                try repository.git(["rm", "--quiet", "-r", "governance/statements"])
                try repository.commitAll("Tidy up", as: .nora)
                if isBranch {
                    try repository.git(["checkout", "--quiet", "main"])
                    try repository.git(["merge", "--quiet", "--no-ff", "-m", "Merge", "side"], as: .nora)
                }
                return ProposedRelease.ask(repository)
            }
        },
        Attack("V10", "the tag of the rejection is renamed, or becomes a commit that is built upon", .refused("veto")) {
            let renamed = try rejected()
            let (tag, _) = try rejection(renamed)
            try renamed.git(["update-ref", "refs/tags/approve/archive/1", "refs/tags/\(tag)"])
            try renamed.git(["tag", "-d", tag])
            let committed = try rejected { repository in
                try WrittenStatement(
                    "reject", role: "risk-approver", changeClass: "critical", after: "1.0.0", by: .maya, in: repository
                ).commit(as: .maya, in: repository)
            }
            return [ProposedRelease.ask(renamed), ProposedRelease.ask(committed)]
        },
        Attack("V11", "a rejection whose signature cannot be checked here", .undecided("x509-unsupported")) {
            let repository = try rejected { repository in
                let statement = try WrittenStatement(
                    "reject", role: "risk-approver", changeClass: "critical", after: "1.0.0", by: .maya, in: repository)
                let id = try statement.tag(as: .maya, in: repository)
                let text = String(
                    decoding: try repository.rawObject("tag", "refs/tags/\(statement.name)"), as: UTF8.self)
                try #require(!id.isEmpty)
                let start = try #require(text.firstRange(of: "-----BEGIN")).lowerBound
                let armor = "-----BEGIN SIGNED MESSAGE-----\nMIIB\n-----END SIGNED MESSAGE-----\n"
                let object = try repository.writeObject("tag", Array((text[..<start] + armor).utf8))
                try repository.git(["update-ref", "refs/tags/\(statement.name)", object])
            }
            return [ProposedRelease.ask(repository)]
        },
        Attack("V12", "a rejection by somebody to whom the role is delegated", .refused("veto")) {
            let delegation = (
                "  policies:\n",
                "  delegations:\n    - {from: maya, to: omar, role: risk-approver, notAfter: \"2027-01-01T00:00:00Z\"}\n"
                    + "  policies:\n"
            )
            let repository = try rejected(root: [delegation]) { repository in
                try WrittenStatement(
                    "reject", role: "risk-approver", changeClass: "critical", after: "1.0.0", by: .omar, in: repository
                ).tag(as: .omar, in: repository)
            }
            return [ProposedRelease.ask(repository)]
        },
    ]
}

struct VetoAttackTests {
    @Test(arguments: VetoAttacks.section.attacks) func attack(_ attack: Attack) throws { try attack.run() }
}
