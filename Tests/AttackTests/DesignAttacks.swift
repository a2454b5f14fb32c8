import Commands
import Foundation
import TestSupport
import Testing

/// Ways around the rules that were found by reading the design.
enum DesignAttacks {
    static let section = AttackSection(
        letter: "G", title: "Around the rules", file: "DesignAttacks.swift",
        required: [
            "G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8", "G9", "G9b", "G9c", "G10", "G10b", "G10c", "G10d", "G10e",
            "G11", "G11b", "G12", "G12b", "G12c", "G12d", "G12e", "G12f", "G13", "G14", "G15", "G16",
        ],
        attacks: contents + [g4, g5] + positions + exceptions + bases + vetoes + decisions + scopes)

    private static let system = ExampleProject.system
    private static let folder = "systems/support-assistant/"
    private static let first = "release/support-assistant/1.0.0"
    private static let second = "release/support-assistant/1.1.0"

    /// 1.0.0 released; 1.1.0, a critical change, committed with its evidence on `main`.
    private static func changed() throws -> TestRepository {
        let repository = try ExampleProject.released()
        try ExampleProject.applyChanges(to: repository)
        try ExampleProject.applyEvidence(to: repository)
        try repository.commitAll("Second release", as: .nora)
        return repository
    }

    // MARK: What ships

    private static let contents = [
        Attack("G1", "a line break in a path, so that one file's entry reads like two", .refused("GIT-007")) {
            let repository = try ExampleProject.released()
            let blob = try repository.git(["rev-parse", "HEAD:imprimatur.yaml"])
            try repository.git([
                "update-index", "--add", "--cacheinfo",
                "100644,\(blob),\(folder)prompts/a.prompt\n100644 12 \(String(repeating: "0", count: 64)) b.prompt",
            ])
            return [repository.ask("check", "--staged")]
        },
        Attack("G2", "`export-ignore` on a guardrail, after the approvals", .refused("GIT-005")) {
            let repository = try changed()
            try ExampleProject.approveAll(repository)
            try repository.write(".gitattributes", "\(folder)guardrails/* export-ignore\n")
            try repository.commitAll("Smaller archives", as: .nora)
            return [repository.ask("release", system, as: .nora)]
        },
        Attack("G3", "an edit in a file that a prompt includes and no document names", .refused("other-digest")) {
            let repository = try ExampleProject.repository()
            try repository.edit(folder + "prompts/system.prompt", "Never promise", "{{>tone}}\n- Never promise")
            try repository.write(folder + "prompts/_tone.prompt", "Be kind.\n")
            try repository.edit(
                folder + "system.yaml", "[systems/support-assistant/prompts/**/*]",
                "[systems/support-assistant/prompts/s*.prompt]")
            try repository.commitAll("Tone", as: .nora)
            try ExampleProject.approveAll(repository)
            try repository.mustPass("approvals")
            try repository.write(folder + "prompts/_tone.prompt", "Promise whatever they want.\n")
            try repository.commitAll("Tone", as: .nora)
            return [repository.ask("release", system, as: .nora)]
        },
    ]

    static let g4 = Attack("G4", "a second folder of trust roots that the project file names has no say", .accepted) {
        let repository = try ExampleProject.released()
        try repository.mustPass("trust", "verify")
        let text = try repository.read("governance/trust/1.yaml")
        try repository.write("governance/old-trust/2.yaml", text.replacingOccurrences(of: "nora", with: "mallory"))
        try repository.edit(
            "imprimatur.yaml", "documents:\n", "documents:\n    - governance/old-trust/*.yaml\n")
        try repository.commitAll("Older rules", as: .nora)
        let answer = repository.ask("trust", "verify")
        let versions = try #require(try answer.json()["versions"] as? [[String: Any]])
        #expect(versions.map { $0["path"] as? String } == ["governance/trust/1.yaml"])
        return [answer]
    }

    static let g5 = Attack(
        "G5", "deleting the signatures of the newest trust root, so that the one before rules again",
        .refused("root-threshold")
    ) {
        let repository = try ExampleProject.released()
        try repository.addTrustVersion()
        try repository.signTrust(2, as: .lena)
        try repository.commitAll("Trust root 2", as: .lena)
        try repository.mustPass("trust", "verify")
        try repository.git(["checkout", "--quiet", "-b", "topic"])
        try repository.git(["rm", "--quiet", "-r", "governance/statements"])
        try repository.commitAll("Tidy up", as: .nora)
        return [
            repository.ask("gate", "--base", "main", "--head", "topic", "--require", "merge"),
            repository.ask("trust", "verify"), repository.ask("approvals"),
        ]
    }

    // MARK: Positions

    private static let positions = [
        Attack(
            "G6", "somebody who left releases from an old commit, under the root of that time",
            .refused("key-retired")
        ) {
            let series = try ReleasedSeries(1)
            let repository = series.repository
            try series.polish(1, as: "1.0.1", after: "1.0.0")
            let old = try repository.git(["rev-parse", "HEAD"])
            // Nora leaves; her successor signs with another key.
            try repository.mustPass("trust", "propose", as: .lena)
            let file = "governance/trust/2.yaml"
            try repository.edit(file, Person.nora.publicKey, Person.mallory.publicKey)
            try repository.edit(
                file, "fingerprint: \(Person.nora.fingerprint)", "fingerprint: \(Person.mallory.fingerprint)")
            try repository.edit(
                file, "  policies:\n",
                "  revokedKeys:\n    - {fingerprint: \"\(Person.nora.fingerprint)\", reason: retired, since: 2}\n  policies:\n"
            )
            try repository.mustPass("trust", "sign", as: .lena)
            try repository.commitAll("Nora left", as: .lena)
            try #require(series.verifyAll().status == .pass)
            // In a clone that ends at the old commit the release can be made; here it does not count.
            try repository.git(["branch", "past", old])
            try repository.git(["checkout", "--quiet", "past"])
            try repository.git(["branch", "future", "main"])
            try repository.git(["branch", "-f", "main", old])
            try series.release()
            try repository.git(["branch", "-f", "main", "future"])
            try repository.git(["checkout", "--quiet", "main"])
            return [series.verify("1.0.1"), series.verifyAll()]
        },
        Attack(
            "G7", "a release of a commit that came in by a merge and was never a state of the branch",
            .refused("not-on-protected-branch")
        ) {
            let series = try ReleasedSeries(1)
            try series.repository.git(["checkout", "--quiet", "-b", "side"])
            try series.polish(1, as: "1.0.1", after: "1.0.0")
            try series.release("--protected", "refs/heads/side")
            try series.repository.git(["checkout", "--quiet", "main"])
            try series.repository.git(["merge", "--quiet", "--no-ff", "-m", "Merge side", "side"], as: .nora)
            let answers = [series.verify("1.0.1"), series.verifyAll()]
            for answer in answers {
                #expect(try !answer.reasonCodes().contains("protected-branch-rewritten"))
            }
            return answers
        },
        Attack("G8", "the author's commit, picked and signed by a colleague; the author approves", .refused("author")) {
            let repository = try ExampleProject.released()
            try repository.git(["checkout", "--quiet", "-b", "work"])
            try ExampleProject.applyChanges(to: repository)
            let commit = try repository.commitAll("Second release", as: .ivo)
            try repository.git(["checkout", "--quiet", "main"])
            try repository.write("notes.md", "Work of the week.\n")
            try repository.commitAll("Notes", as: .nora)
            try repository.git(["cherry-pick", commit], as: .nora)
            try #require(try repository.git(["log", "-1", "--format=%an"]) == "ivo")
            try ExampleProject.applyEvidence(to: repository)
            try repository.commitAll("Evidence", as: .nora)
            // What approving would refuse, by hand: nora's text, ivo's key.
            try repository.mustPass("approve", system, "--role", "engineering-owner", as: .omar)
            let approval = try #require(
                try repository.tags(matching: "approve/support-assistant/1.1.0/engineering-owner/omar/*").first)
            try repository.forgeStatement(
                approval, named: approval.replacingOccurrences(of: "/omar/", with: "/ivo/"), as: .ivo, edits: [])
            try repository.git(["tag", "-d", approval])
            return [repository.ask("release", system, as: .nora)]
        },
    ]

    // MARK: Exceptions

    /// 1.1.0 without evidence of one gate, and a record that waives it.
    private static func waived(approvedBy people: [String]) throws -> TestRepository {
        let repository = try changed()
        try repository.remove(folder + "records/1.1.0/safety-eval.yaml")
        try repository.write(
            folder + "records/1.1.0/exception.yaml",
            """
            apiVersion: imprimatur/v1
            kind: Exception
            metadata: {name: ex-1, owner: person:ivo}
            spec:
              appliesTo: {release: "release:support-assistant@1.1.0", waives: ["gate:safety-eval"]}
              reason: The scanner is down until Friday, and the return periods in the index are wrong now.
              ticket: AICHG-412
              requestedBy: person:ivo
              approvedBy: [\(people.joined(separator: ", "))]
              effectiveFrom: "2026-11-19T00:00:00Z"
              expiresAt: "2026-11-30T00:00:00Z"
              compensatingControls:
                - {control: A colleague reads every answer., owner: "role:ai-oncall", verification: The log is read every evening.}
              followUps:
                - {action: Run the scanner and record its evidence., owner: "role:engineering-owner", due: "2026-11-28T00:00:00Z", status: open}

            """)
        try repository.commitAll("Exception", as: .nora)
        try ExampleProject.approveAll(repository)
        return repository
    }

    private static let exceptions = [
        Attack("G9", "an exception whose approvers were only typed", .refused("exception-unsigned")) {
            let repository = try waived(approvedBy: ["person:tove", "person:lena"])
            let typed = repository.ask("release", system, as: .nora)
            // One of two is not enough.
            try repository.mustPass("approve", "record", "exception:ex-1", "--role", "risk-approver", as: .tove)
            return [typed, repository.ask("release", system, as: .nora)]
        },
        Attack(
            "G9b", "an exception that its requester approves, or somebody without a say", .refused("exception-unsigned")
        ) {
            let requested = try waived(approvedBy: ["person:ivo"])
            try requested.mustPass("approve", "record", "exception:ex-1", "--role", "engineering-owner", as: .omar)
            let approval = try #require(try requested.tags(matching: "approve/*ex-1*").first)
            try requested.forgeStatement(
                approval, named: approval.replacingOccurrences(of: "/omar/", with: "/ivo/"), as: .ivo, edits: [])
            let idle = try waived(approvedBy: ["person:lena"])
            try idle.mustPass("approve", "record", "exception:ex-1", "--role", "vendor-manager", as: .lena)
            return [requested, idle].map { $0.ask("release", system, as: .nora) }
        },
        Attack("G9c", "an exception that each approver signed waives its gate, and nothing more", .noted("gate-waived"))
        {
            let repository = try waived(approvedBy: ["person:tove"])
            try repository.mustPass("approve", "record", "exception:ex-1", "--role", "risk-approver", as: .tove)
            try repository.mustPass("release", system, as: .nora)
            return [repository.ask("verify", second)]
        },
    ]

    // MARK: Bases

    private static let bases = [
        Attack("G10", "`previous: none` in the release package", .refused("PKG-007")) {
            let series = try ReleasedSeries(1)
            try series.polish(1, as: "1.0.1", after: "none")
            return [series.repository.ask("release", system, as: .nora)]
        },
        Attack("G10b", "a version below the last one, and a small class to go with it", .refused("MAT-001")) {
            let repository = try changed()
            try ExampleProject.declare("0.9.0", after: "1.0.0", "minor", in: repository)
            try repository.commitAll("Older", as: .nora)
            return [repository.ask("release", system, as: .nora)]
        },
        Attack("G10c", "another name for the same system", .refused("system-overlap")) {
            let repository = try renamed()
            return [repository.ask("release", "helper", as: .nora)]
        },
        Attack("G10d", "another name that says which one it was is no first release", .refused("MAT-001")) {
            let repository = try renamed(with: "  renamedFrom: support-assistant\n")
            return [repository.ask("release", "helper", as: .nora)]
        },
        Attack("G10e", "a system that changes its name in a pull request", .refused("system-removed")) {
            let repository = try renamed(onBranch: "topic")
            return [repository.ask("gate", "--base", "main", "--head", "topic", "--require", "merge")]
        },
    ]

    /// The released system of tier low under another name: its first release would take no approval at all.
    private static func renamed(with line: String = "", onBranch branch: String? = nil) throws -> TestRepository {
        let series = try ReleasedSeries(1)
        let repository = series.repository
        if let branch { try repository.git(["checkout", "--quiet", "-b", branch]) }
        try repository.edit(folder + "system.yaml", "name: support-assistant", "name: helper")
        try repository.edit(folder + "system.yaml", "  inScope: true\n", "  inScope: true\n" + line)
        try repository.edit(folder + "release.yaml", "name: support-assistant", "name: helper")
        try repository.edit(folder + "release.yaml", "system: system:support-assistant", "system: system:helper")
        try repository.edit(folder + "prompts/system.prompt", "120 words", "400 words")
        try repository.edit(
            "governance/plans/customer-ai.yaml", "system:support-assistant", "system:helper", ifThere: true)
        // What the old name had as evidence would lead nowhere.
        try repository.git(["rm", "--quiet", "-r", folder + "records"])
        try repository.commitAll("A new system", as: .nora)
        return repository
    }

    // MARK: Vetoes

    private static let vetoes = [
        Attack("G11", "the key of whoever rejected is changed, to lose the rejection", .refused("veto")) {
            let repository = try changed()
            try repository.mustPass("approve", system, "--role", "risk-approver", "--reject", as: .tove)
            try repository.addTrustVersion(
                (Person.tove.publicKey, Person.mallory.publicKey),
                ("fingerprint: \(Person.tove.fingerprint)", "fingerprint: \(Person.mallory.fingerprint)"),
                (
                    "  policies:\n",
                    "  revokedKeys:\n    - {fingerprint: \"\(Person.tove.fingerprint)\", reason: retired, since: 2}\n"
                        + "  policies:\n"
                ))
            try repository.signTrust(2, as: .lena)
            try repository.commitAll("Trust root 2", as: .lena)
            return [repository.ask("release", system, as: .nora)]
        },
        Attack("G11b", "one space more, to lose a rejection", .refused("veto")) {
            let repository = try changed()
            try repository.mustPass("approve", system, "--role", "risk-approver", "--reject", as: .tove)
            try repository.edit(folder + "prompts/system.prompt", "120 words", "120  words")
            try repository.commitAll("Space", as: .nora)
            return [repository.ask("release", system, as: .nora)]
        },
    ]

    // MARK: Decisions

    private static func decide(
        _ decision: String, on day: Int, by person: String = "maya", role: String = "risk-approver",
        in repository: TestRepository
    ) throws {
        let digest = String(repeating: "0", count: 64)
        let more = decision == "withdraw" ? "\n  rollbackTargetAllowed: false" : ""
        try repository.write(
            folder + "records/1.1.0/\(decision).yaml",
            """
            apiVersion: imprimatur/v1
            kind: ReleaseDecision
            metadata: {name: \(decision)-1, owner: "person:\(person)"}
            spec:
              release: release:support-assistant@1.1.0
              packageDigest: {sha256: "\(digest)"}
              decision: \(decision)
              by: person:\(person)
              role: \(role)
              at: "2026-11-\(day)T08:00:00Z"
              rationale: Refunds were promised twice.\(more)

            """)
    }

    /// 1.1.0 with all approvals, halted on `main` by a record that maya typed.
    private static func halted(_ decision: String = "halt") throws -> TestRepository {
        let repository = try changed()
        try ExampleProject.approveAll(repository)
        try repository.mustPass("approvals")
        try decide(decision, on: 18, in: repository)
        try repository.commitAll("Halt", as: .maya)
        return repository
    }

    private static let decisions = [
        Attack("G12", "another `documents` setting hides the record of a halt", .refused("decision-lost")) {
            let repository = try halted()
            try repository.git(["checkout", "--quiet", "-b", "topic"])
            try repository.edit("imprimatur.yaml", "records/**/*.yaml", "records/*/*-eval.yaml")
            try repository.edit(folder + "prompts/system.prompt", "120 words", "110 words")
            try repository.commitAll("Fewer documents", as: .nora)
            let answer = repository.ask("gate", "--base", "main", "--head", "topic", "--require", "merge")
            #expect(try answer.reasonCodes().contains("release-halted"), "\(answer.text)")
            return [answer]
        },
        Attack(
            "G12b", "the same, merged all the same: the settings of the last release count too",
            .refused("release-halted")
        ) {
            let repository = try halted()
            try repository.edit("imprimatur.yaml", "records/**/*.yaml", "records/*/*-eval.yaml")
            try repository.commitAll("Fewer documents", as: .nora)
            return [repository.ask("release", system, as: .nora)]
        },
        Attack("G12c", "the record of a halt deleted, or turned into another decision", .refused("decision-lost")) {
            let repository = try halted()
            let file = folder + "records/1.1.0/halt.yaml"
            try repository.git(["checkout", "--quiet", "-b", "topic"])
            try repository.remove(file)
            try repository.commitAll("Tidy up", as: .nora)
            let deleted = repository.ask("gate", "--base", "main", "--head", "topic", "--require", "merge")
            try repository.git(["checkout", "--quiet", "main", "--", file])
            try repository.edit(file, "decision: halt", "decision: resume")
            try repository.commitAll("Tidy up", as: .nora)
            return [deleted, repository.ask("gate", "--base", "main", "--head", "topic", "--require", "merge")]
        },
        Attack("G12d", "a halt that somebody lifts by typing", .refused("release-halted")) {
            let repository = try halted()
            try decide("resume", on: 19, in: repository)
            try repository.commitAll("Go on", as: .nora)
            let typed = repository.ask("release", system, as: .nora)
            #expect(try typed.reasonCodes().contains("decision-unsigned"))
            // Signed, and older than the halt.
            try decide("resume", on: 17, in: repository)
            try repository.commitAll("Go on", as: .nora)
            try repository.mustPass("approve", "record", "decision:resume-1", "--role", "risk-approver", as: .maya)
            return [typed, repository.ask("release", system, as: .nora)]
        },
        Attack("G12e", "a halt that the person named lifts with a signature", .accepted) {
            let repository = try halted()
            try decide("resume", on: 19, in: repository)
            try repository.commitAll("Go on", as: .nora)
            try repository.mustPass("approve", "record", "decision:resume-1", "--role", "risk-approver", as: .maya)
            try repository.mustPass("release", system, as: .nora)
            return [repository.ask("verify", second)]
        },
        Attack("G12f", "a version that was withdrawn is released again", .refused("release-withdrawn")) {
            let repository = try halted("withdraw")
            try decide("resume", on: 19, in: repository)
            try repository.commitAll("Go on", as: .nora)
            try repository.mustPass("approve", "record", "decision:resume-1", "--role", "risk-approver", as: .maya)
            return [repository.ask("release", system, as: .nora)]
        },
        Attack("G13", "a clone that nobody told which trust root to trust", .undecided("unpinned")) {
            let repository = try ExampleProject.released()
            try repository.git(["config", "--unset", "imprimatur.trustRoot"])
            #expect(repository.imprimatur("check").status == .pass)
            return [repository.ask("verify", "--all"), repository.ask("gate", "--require", "release")]
        },
    ]

    // MARK: Scopes

    private static let scopes = [
        Attack("G14", "the tier lowered in the change that would need the higher one", .refused("APR-001")) {
            let repository = try ExampleProject.released()
            try repository.edit(folder + "system.yaml", "riskTier: medium", "riskTier: low")
            try repository.edit(folder + "prompts/system.prompt", "120 words", "150 words")
            try ExampleProject.declare("1.1.0", after: "1.0.0", "critical", in: repository)
            try repository.commitAll("Smaller", as: .nora)
            let answer = repository.ask("release", system, as: .nora)
            #expect(answer.output.contains("\"medium\""), "\(answer.text)")
            return [answer]
        },
        Attack("G15", "governed paths narrowed in the change that edits what they held", .refused("MAT-001")) {
            let series = try ReleasedSeries(1)
            let repository = series.repository
            try repository.edit(
                folder + "system.yaml", "experience: [systems/support-assistant/experience/**/*]", "experience: []")
            try ExampleProject.declare("1.0.1", after: "1.0.0", "minor", in: repository)
            try repository.commitAll("Smaller", as: .nora)
            return [repository.ask("release", system, as: .nora)]
        },
        Attack("G16", "a release below the last version, as hotfix lines have them, stands in its order", .accepted) {
            let series = try ReleasedSeries(1)
            try series.polish(1, as: "1.1.0", after: "1.0.0")
            try series.release()
            try series.polish(2, as: "1.0.1", after: "1.1.0")
            try series.release()
            return [series.verifyAll(), series.verify("1.0.1")]
        },
    ]
}

extension TestRepository {
    fileprivate func edit(_ path: String, _ old: String, _ new: String, ifThere: Bool) throws {
        let isThere = try read(path).contains(old)
        if isThere || !ifThere { try edit(path, old, new) }
    }
}

struct DesignAttackTests {
    @Test(arguments: DesignAttacks.section.attacks) func attack(_ attack: Attack) throws { try attack.run() }
}
