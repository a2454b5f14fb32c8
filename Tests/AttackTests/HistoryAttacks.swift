import Commands
import Foundation
import TestSupport
import Testing

/// A clone that shows another history than its objects hold.
enum HistoryAttacks {
    static let section = AttackSection(
        letter: "E", title: "History", file: "HistoryAttacks.swift",
        required: ["E6", "E7", "E8", "E13", "E14", "E15", "E16"],
        attacks: attacks)

    /// A critical change by nobody knows whom, below a signed commit, approved by everybody it takes.
    private static func unsignedChange() throws -> (TestRepository, base: String, head: String) {
        let repository = try ExampleProject.released()
        let base = try repository.git(["rev-parse", "HEAD"])
        try ExampleProject.applyChanges(to: repository)
        try ExampleProject.applyEvidence(to: repository)
        try repository.commitAll("Nobody knows whose", as: nil)
        try repository.write("notes.txt", "Signed\n")
        let head = try repository.commitAll("Signed", as: .nora)
        try ExampleProject.approveAll(repository)
        return (repository, base, head)
    }

    /// What git believes after the attack: the unsigned commit is not there.
    private static func requireHidden(_ repository: TestRepository) throws {
        let log = try repository.git(["log", "--format=%s"])
        try #require(!log.contains("Nobody knows whose"), "the attack was not mounted: \(log)")
    }

    private static let attacks = [
        Attack(
            "E6", "`git replace` shows a commit with other parents or another tree", .refused("unattributable")
        ) {
            let (repository, base, head) = try unsignedChange()
            try repository.git(["replace", "--graft", head, base])
            try requireHidden(repository)
            let answer = repository.ask("release", ExampleProject.system, as: .nora)
            #expect(try answer.reasonCodes().contains("refs-replace-present"))

            // The same for a tree: the release that was made stands, and the reader is told.
            let tag = "release/support-assistant/1.0.0"
            let tree = try repository.git(["commit-tree", "-m", "Evil", "\(head)^{tree}"])
            try repository.git(["replace", "-d", head])
            try repository.git(["replace", base, tree])
            for verify in [repository.ask("verify", tag), repository.ask("gate", "--base", "main", "--head", "main")] {
                #expect(verify.status == .pass, "\(verify.text)")
                #expect(try verify.reasonCodes().contains("refs-replace-present"))
            }
            #expect(repository.imprimatur("verify", tag).output.contains("refs/replace"))
            return [answer]
        },
        Attack("E7", "`info/grafts` gives a commit other parents", .refused("unattributable")) {
            let (repository, base, head) = try unsignedChange()
            try repository.write(".git/info/grafts", "\(head) \(base)\n")
            try requireHidden(repository)
            let answer = repository.ask("release", ExampleProject.system, as: .nora)
            #expect(try answer.reasonCodes().contains("grafts-present"))
            let verify = repository.ask("verify", "--all")
            #expect(verify.status == .pass, "\(verify.text)")
            #expect(try verify.reasonCodes().contains("grafts-present"))
            return [answer]
        },
        Attack("E8", "a commit-graph file that leaves out parents", .refused("unattributable")) {
            let (repository, _, _) = try unsignedChange()
            try repository.git(["commit-graph", "write", "--reachable"])
            try cutParents(inGraphOf: repository)
            try requireHidden(repository)
            return [repository.ask("release", ExampleProject.system, as: .nora)]
        },
        Attack("E13", "refs whose names look like options or hold bytes that are no text", .refused("not-annotated")) {
            let repository = try ExampleProject.released()
            let head = try repository.git(["rev-parse", "HEAD"])
            for name in ["-o", "--output=x", "release/support-assistant/--all"] {
                try repository.git(["update-ref", "refs/tags/\(name)", head])
            }
            try repository.git(["update-ref", "refs/heads/--help", head])
            // A name in Latin-1, as an old program would leave it.
            let packed = try repository.read(".git/packed-refs", orEmpty: true)
            func line(_ folder: String) -> Data { Data("\(head) refs/tags/\(folder)/".utf8) + Data([0xFC, 0x0A]) }
            let lines = line("approve") + line("release/support-assistant")
            try repository.write(".git/packed-refs", Data(packed.utf8) + lines)
            for command in ["check", "approvals", "gate"] {
                let answer = repository.ask(command)
                #expect(answer.status == .pass, "\(command): \(answer.text)")
            }
            #expect(!FileManager.default.fileExists(atPath: repository.path + "/x"))
            return [repository.ask("verify", "--all")]
        },
        Attack("E14", "a shallow clone, or one that claims to be", .undecided("shallow-clone")) {
            let repository = try ExampleProject.releasedTwice()
            let clone = TestRepository(folder: repository.folder, path: repository.folder.path + "/shallow")
            try repository.git(["clone", "--quiet", "--depth=1", "file://" + repository.path, clone.path])
            try ExampleProject.pin(clone)
            let real = [clone.ask("verify", "--all"), clone.ask("gate"), clone.ask("approvals")]
            #expect(clone.imprimatur("check").status == .pass)
            try repository.write(".git/shallow", try repository.git(["rev-parse", "HEAD"]) + "\n")
            return real + [repository.ask("verify", "--all"), repository.ask("gate")]
        },
        Attack("E15", "a clone without the tags of the releases", .undecided("missing-tags")) {
            let repository = try ExampleProject.releasedTwice()
            let clone = TestRepository(folder: repository.folder, path: repository.folder.path + "/no-tags")
            try repository.git(["clone", "--quiet", "--no-tags", ".", clone.path])
            try ExampleProject.pin(clone)
            return [clone.ask("verify", "--all"), clone.ask("verify", "release/support-assistant/1.0.0")]
        },
        Attack(
            "E16", "the protected branch is rewritten after a release: the same files, another history",
            .refused("protected-branch-rewritten")
        ) {
            let repository = try ExampleProject.released()
            try repository.mustPass("verify", "--all")
            try repository.git(["checkout", "--quiet", "--orphan", "rewritten"])
            try repository.commitAll("First release", as: .mallory)
            try repository.git(["branch", "--force", "-M", "rewritten", "main"])
            return [repository.ask("verify", "--all")]
        },
    ]

    /// Takes every parent out of the commit-graph file (gitformat-commit-graph(5)): the chunk `CDAT` holds, for each
    /// commit, 20 bytes of its tree, two parents of 4 bytes, and 8 bytes of dates; 0x70000000 is no parent. git does not
    /// check the file's checksum when it reads it.
    private static func cutParents(inGraphOf repository: TestRepository) throws {
        let path = ".git/objects/info/commit-graph"
        var bytes = Array(try #require(FileManager.default.contents(atPath: repository.path + "/" + path)))
        func number(_ start: Int, _ count: Int) -> Int {
            bytes[start..<(start + count)].reduce(0) { $0 << 8 | Int($1) }
        }
        let entries = (0...Int(bytes[6])).map { 8 + 12 * $0 }
        let data = try #require(entries.first { Array(bytes[$0..<($0 + 4)]) == Array("CDAT".utf8) })
        let (start, end) = (number(data + 4, 8), number(data + 16, 8))
        for commit in stride(from: start, to: end, by: 36) {
            for parent in [commit + 20, commit + 24] {
                bytes.replaceSubrange(parent..<(parent + 4), with: [0x70, 0, 0, 0])
            }
        }
        _ = try runProgram(
            ["chmod", "u+w", path], in: repository.path, variables: repository.variables(as: nil))
        try repository.write(path, Data(bytes))
    }
}

extension TestRepository {
    fileprivate func read(_ path: String, orEmpty: Bool) throws -> String {
        FileManager.default.fileExists(atPath: self.path + "/" + path) ? try read(path) : ""
    }
}

struct HistoryAttackTests {
    @Test(arguments: HistoryAttacks.section.attacks) func attack(_ attack: Attack) throws { try attack.run() }
}
