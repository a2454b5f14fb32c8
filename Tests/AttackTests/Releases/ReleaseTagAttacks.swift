import Commands
import Foundation
import TestSupport
import Testing

/// Somebody moves, renames, deletes or makes release tags.
enum ReleaseTagAttacks {
    static let section = AttackSection(
        letter: "E", title: "Release tags", file: "Releases/ReleaseTagAttacks.swift",
        required: [
            "E1", "E2", "E2b", "E3", "E4", "E4b", "E4c", "E4d", "E4e", "E4f", "E4g", "E4h", "E10", "E10b", "E11", "E17",
            "E18", "E19",
            "E20",
        ],
        attacks: names + deletions + places + sequences)

    private static func tag(_ version: String) -> String { ReleasedSeries.tag(version) }

    // MARK: Names

    private static let names = [
        Attack("E1", "a release tag under another version's name", .refused("name-mismatch")) {
            let series = try ReleasedSeries(1)
            let object = try series.repository.git(["rev-parse", "refs/tags/" + tag("1.0.0")])
            try series.repository.git(["update-ref", "refs/tags/" + tag("9.9.9"), object])
            #expect(series.verify("1.0.0").status == .pass)
            return [series.verify("9.9.9"), series.verifyAll()]
        },
        Attack("E2", "a release tag moved to another commit with the same files", .refused("chain-previous")) {
            let series = try ReleasedSeries(2)
            let first = try series.repository.git(["rev-parse", "refs/tags/\(tag("1.0.0"))^{commit}"])
            let twin = try series.repository.git(["commit-tree", "-m", "Twin", "\(first)^{tree}"], as: .nora)
            try series.repository.forgeRelease(tag("1.0.0"), at: twin, edits: [])
            return [series.verify("1.0.1"), series.verifyAll()]
        },
        Attack(
            "E2b", "a release tag deleted and made again with the same text, a minute later", .refused("chain-previous")
        ) {
            let series = try ReleasedSeries(2)
            let message = try series.repository.message(ofTag: tag("1.0.0"))
            let commit = try series.repository.git(["rev-parse", "refs/tags/\(tag("1.0.0"))^{commit}"])
            let variables = series.repository.variables(as: .nora).merging(
                ["GIT_COMMITTER_DATE": "2026-11-20T10:01:00Z"]) { $1 }
            let made = try runProgram(
                ["git", "tag", "-s", "-f", "--cleanup=verbatim", "-F", "-", tag("1.0.0"), commit],
                in: series.repository.path, variables: variables, input: message + "\n")
            try #require(made.status == 0)
            return [series.verify("1.0.1"), series.verifyAll()]
        },
        Attack("E3", "a release tag that points at an older signed release", .refused("name-mismatch")) {
            let series = try ReleasedSeries(2)
            let old = try series.repository.git(["rev-parse", "refs/tags/" + tag("1.0.0")])
            try series.repository.git(["update-ref", "refs/tags/" + tag("1.0.1"), old])
            return [series.verify("1.0.1"), series.verifyAll()]
        },
    ]

    // MARK: Deletions

    private static let deletions = [
        Attack("E4", "a release tag deleted in the middle", .refused("chain-gap")) {
            let series = try ReleasedSeries(3)
            try series.repository.git(["tag", "-d", tag("1.0.1")])
            return [series.verify("1.0.2"), series.verifyAll()]
        },
        Attack("E4b", "the last release tag deleted: nothing here can tell, and the verdict says so", .accepted) {
            let series = try ReleasedSeries(2)
            try series.repository.git(["tag", "-d", tag("1.0.1")])
            let answer = series.verifyAll()
            #expect(answer.output.contains("\"unproved\""), "\(answer.text)")
            return [answer]
        },
        Attack("E4c", "the same, where somebody knows which release is the last", .refused("head-mismatch")) {
            let series = try ReleasedSeries(2)
            let id = try series.repository.statementID(ofTag: tag("1.0.1"))
            #expect(series.verifyAll("--expect-head", id).status == .pass)
            try series.repository.git(["tag", "-d", tag("1.0.1")])
            return [series.verifyAll("--expect-head", id)]
        },
        Attack("E4d", "the same, where a version of the trust root saw the release", .refused("checkpoint-missing")) {
            let series = try ReleasedSeries(2)
            let id = try series.repository.statementID(ofTag: tag("1.0.1"))
            try series.repository.addTrustVersion(
                ("releaseHeads: []", "releaseHeads: [{system: support-assistant, sequence: 2, statement: \(id)}]"))
            try series.repository.signTrust(2, as: .lena)
            try series.repository.commitAll("Trust root 2", as: .lena)
            let before = series.verifyAll()
            try #require(before.status == .pass, "\(before.text)")
            #expect(before.output.contains("\"checkpoint\""), "\(before.text)")
            try series.repository.git(["tag", "-d", tag("1.0.1")])
            return [series.verifyAll()]
        },
        Attack("E4e", "the same, where records tell of the release in use", .refused("release-missing")) {
            let series = try ReleasedSeries(2)
            try monitor("1.0.1", in: series.repository)
            try #require(series.verifyAll().status == .pass)
            try series.repository.git(["tag", "-d", tag("1.0.1")])
            return [series.verifyAll()]
        },
        Attack(
            "E4f", "all release tags deleted, to be judged as a first release", .refused("release-missing")
        ) {
            let series = try ReleasedSeries(2)
            try monitor("1.0.1", in: series.repository)
            for version in ["1.0.0", "1.0.1"] { try series.repository.git(["tag", "-d", tag(version)]) }
            try ExampleProject.declare("2.0.0", after: "none", "initial", in: series.repository)
            try series.repository.commitAll("A beginning", as: .nora)
            return [series.repository.ask("release", ExampleProject.system, as: .nora)]
        },
        Attack(
            "E4g", "all release tags of a system deleted, to leave it out of what is verified",
            .refused("checkpoint-missing")
        ) {
            let series = try ReleasedSeries(1)
            let id = try series.repository.statementID(ofTag: tag("1.0.0"))
            try series.repository.addTrustVersion(
                ("releaseHeads: []", "releaseHeads: [{system: support-assistant, sequence: 1, statement: \(id)}]"))
            try series.repository.signTrust(2, as: .lena)
            try series.repository.commitAll("Trust root 2", as: .lena)
            try series.repository.git(["tag", "-d", tag("1.0.0")])
            // Without any release tag the clone lacks them all, which decides nothing.
            #expect(series.verifyAll().status == .undecided)
            try series.repository.git(["tag", "release/elsewhere/1.0.0"])
            let none = series.verifyAll()
            try ExampleProject.declare("2.0.0", after: "none", "initial", in: series.repository)
            try series.repository.commitAll("A beginning", as: .nora)
            return [none, series.repository.ask("release", ExampleProject.system, as: .nora)]
        },
        Attack("E4h", "a name without a release under it, so that nothing is verified", .undecided("missing-tags")) {
            let series = try ReleasedSeries(1)
            try series.repository.git(["tag", "-d", tag("1.0.0")])
            try series.repository.git(["tag", "release/elsewhere"])
            return [series.verifyAll()]
        },
    ]

    private static func monitor(_ version: String, in repository: TestRepository) throws {
        let text = try String(
            contentsOfFile: ExampleProject.checkout + "/Tests/Fixtures/kinds/MonitoringRecord/valid.yaml",
            encoding: .utf8)
        let kept = text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.contains("corrects:") }
        let lines = kept.map { line in
            guard let range = line.firstRange(of: "release:support-assistant@") else { return String(line) }
            return String(line[..<range.upperBound]) + version + (line.hasSuffix("\"") ? "\"" : "")
        }
        try repository.write(
            "systems/support-assistant/records/\(version)/monitoring.yaml", lines.joined(separator: "\n"))
        try repository.commitAll("A week in use", as: .nora)
    }

    // MARK: Places

    private static let places = [
        Attack("E10", "a release of a commit on a side branch", .refused("not-on-protected-branch")) {
            let series = try ReleasedSeries(1)
            try series.repository.git(["checkout", "--quiet", "-b", "side"])
            try series.polish(1, as: "1.0.1", after: "1.0.0")
            #expect(series.repository.imprimatur("release", ExampleProject.system, as: .nora).status == .refused)
            try series.release("--protected", "refs/heads/side")
            try series.repository.git(["checkout", "--quiet", "main"])
            return [series.verify("1.0.1"), series.verifyAll()]
        },
        Attack(
            "E10b", "an old root names a branch that nobody looks after any more", .refused("not-on-protected-branch")
        ) {
            let series = try ReleasedSeries(
                1, root: [("protectedBranches: [main]", "protectedBranches: [legacy, main]")])
            let repository = series.repository
            try repository.git(["branch", "legacy"])
            try repository.addTrustVersion(
                ("protectedBranches: [legacy, main]", "protectedBranches: [main]"))
            try repository.signTrust(2, as: .lena)
            try repository.commitAll("Trust root 2", as: .lena)
            try repository.git(["checkout", "--quiet", "legacy"])
            try series.polish(1, as: "1.0.1", after: "1.0.0")
            try series.release("--protected", "refs/heads/legacy")
            let onLegacy = series.verify("1.0.1")
            try repository.git(["checkout", "--quiet", "main"])
            return [onLegacy, series.verify("1.0.1")]
        },
        Attack("E11", "a rejection that the release lists is hidden from this clone", .undecided("statement-missing")) {
            let repository = try ExampleProject.released()
            try ExampleProject.applyChanges(to: repository)
            try ExampleProject.applyEvidence(to: repository)
            try repository.commitAll("Second release", as: .nora)
            try ExampleProject.approveAll(repository)
            try repository.mustPass(
                "approve", ExampleProject.system, "--role", "risk-approver", "--reject", as: .tove)
            let reject = try #require(try repository.tags(matching: "reject/*").first)
            #expect(repository.imprimatur("release", ExampleProject.system, as: .nora).status == .refused)
            let id = try repository.statementID(ofTag: reject)
            try repository.mustPass("approve", "--withdraw", id, as: .tove)
            try repository.mustPass("release", ExampleProject.system, as: .nora)
            try repository.mustPass("verify", "--all")
            try repository.git(["tag", "-d", reject])
            return [repository.ask("verify", tag("1.1.0"))]
        },
    ]

    // MARK: Sequences

    /// Two releases that both have sequence 2.
    private static func forked() throws -> ReleasedSeries {
        let series = try ReleasedSeries(2)
        let object = try series.repository.git(["rev-parse", "refs/tags/" + tag("1.0.1")])
        try series.repository.git(["tag", "-d", tag("1.0.1")])
        try series.polish(2, as: "1.0.2", after: "1.0.0")
        try series.release()
        try series.repository.git(["update-ref", "refs/tags/" + tag("1.0.1"), object])
        return series
    }

    private static let sequences = [
        Attack("E17", "two releases with the same number: neither stands", .refused("chain-fork")) {
            let series = try forked()
            return [series.verify("1.0.1"), series.verify("1.0.2"), series.verifyAll()]
        },
        Attack("E18", "a release that skips a number", .refused("chain-gap")) {
            let series = try ReleasedSeries(2)
            try series.repository.forgeRelease(tag("1.0.1"), edits: [("Sequence: 2", "Sequence: 3")])
            return [series.verify("1.0.1"), series.verifyAll()]
        },
        Attack(
            "E19", "a release made in error, which a version of the trust root lists as void", .refused("void-release")
        ) {
            let series = try forked()
            let id = try series.repository.statementID(ofTag: tag("1.0.1"))
            try series.repository.addTrustVersion(("releaseHeads: []", "releaseHeads: []\n  voidReleases: [\(id)]"))
            try series.repository.signTrust(2, as: .lena)
            try series.repository.commitAll("Trust root 2", as: .lena)
            let all = series.verifyAll()
            #expect(all.status == .pass, "\(all.text)")
            #expect(all.output.contains("1.0.1"), "it stays visible")
            #expect(series.verify("1.0.2").status == .pass)
            // Its number is free for the other one, and the next release follows that.
            try series.polish(3, as: "1.0.3", after: "1.0.2")
            try series.release()
            #expect(try series.repository.line("Sequence", ofTag: tag("1.0.3")) == "Sequence: 3")
            return [series.verify("1.0.1")]
        },
        Attack("E20", "a release voided after a checkpoint saw it frees its number all the same", .accepted) {
            let series = try ReleasedSeries(2)
            let repository = series.repository
            let first = try repository.statementID(ofTag: tag("1.0.0"))
            let id = try repository.statementID(ofTag: tag("1.0.1"))
            try repository.addTrustVersion(
                ("releaseHeads: []", "releaseHeads: [{system: support-assistant, sequence: 2, statement: \(id)}]"))
            try repository.signTrust(2, as: .lena)
            try repository.commitAll("Trust root 2", as: .lena)
            try repository.addTrustVersion(
                (
                    "releaseHeads: [{system: support-assistant, sequence: 2, statement: \(id)}]",
                    "releaseHeads: [{system: support-assistant, sequence: 1, statement: \(first)}]\n  voidReleases: [\(id)]"
                ))
            try repository.signTrust(3, as: .lena)
            try repository.commitAll("Trust root 3", as: .lena)
            try series.polish(2, as: "1.0.2", after: "1.0.0")
            try series.release()
            return [series.verifyAll(), series.verify("1.0.2")]
        },
    ]
}

struct ReleaseTagAttackTests {
    @Test(arguments: ReleaseTagAttacks.section.attacks) func attack(_ attack: Attack) throws { try attack.run() }
}
