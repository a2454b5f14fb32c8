import Commands
import Foundation
import TestSupport
import Testing

/// Bytes of commits, tags and trees that two programs read differently.
enum ObjectAttacks {
    static let section = AttackSection(
        letter: "A", title: "Objects", file: "ObjectAttacks.swift",
        required: [
            "A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "A13", "A14", "A15", "A16", "A18", "A19", "A20",
        ],
        attacks: tags + commits + trees)

    private static let release = "release/support-assistant/1.0.0"

    // MARK: Tags

    private static let tags = [
        Attack("A1", "a release tag with the right text and no signature", .refused("unsigned")) {
            let repository = try ExampleProject.released()
            try repository.mustPass("verify", release)
            let message = try repository.message(ofTag: release)
            try repository.git(["tag", "-a", "-f", "--cleanup=verbatim", "-m", message, release], as: .nora)
            return [repository.ask("verify", release)]
        },
        Attack("A2", "a lightweight release tag on a signed commit", .refused("not-annotated")) {
            let repository = try ExampleProject.released()
            try repository.git(["tag", "-f", release, "HEAD"])
            return [repository.ask("verify", release)]
        },
        Attack("A3", "an unsigned tag around a signed one", .refused("unsigned")) {
            let repository = try ExampleProject.released()
            let inner = try repository.git(["rev-parse", "refs/tags/\(release)"])
            let message = try repository.message(ofTag: release)
            try repository.git(["tag", "-a", "-f", "--cleanup=verbatim", "-m", message, release, inner], as: .nora)
            return [repository.ask("verify", release)]
        },
        Attack(
            "A4", "a signature block in a tag's message, before the real one: git looks at the last one only",
            .refused("multiple-signatures")
        ) {
            let repository = try ExampleProject.released()
            let message = try repository.message(ofTag: release) + "\n-----BEGIN SSH SIGNATURE-----\nfake\n"
            try repository.git(["tag", "-s", "-f", "--cleanup=verbatim", "-m", message, release], as: .nora)
            return [repository.ask("verify", release)]
        },
        Attack("A5", "two signatures in one block", .refused("trailing-bytes")) {
            let repository = try ExampleProject.released()
            let text = String(decoding: try repository.rawObject("tag", "refs/tags/\(release)"), as: UTF8.self)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            let begin = try #require(lines.firstIndex(of: "-----BEGIN SSH SIGNATURE-----"))
            let end = try #require(lines.firstIndex(of: "-----END SSH SIGNATURE-----"))
            let blob = try #require(Data(base64Encoded: lines[(begin + 1)..<end].joined()))
            let twice = Array((blob + blob).base64EncodedString())
            let wrapped = stride(from: 0, to: twice.count, by: 70).map {
                String(twice[$0..<min($0 + 70, twice.count)])
            }
            let forged = (lines[...begin] + wrapped + lines[end...]).joined(separator: "\n")
            let object = try repository.writeObject("tag", Array(forged.utf8))
            try repository.git(["update-ref", "refs/tags/\(release)", object])
            return [repository.ask("verify", release)]
        },
    ]

    // MARK: Commits

    /// A critical change, approved by everybody it takes; only its commit is forged. Nobody can know who wrote it.
    private static func released(
        _ forge: (_ repository: TestRepository, _ text: String) throws -> [UInt8]
    ) throws -> [CommandResult] {
        let repository = try ExampleProject.released()
        try ExampleProject.applyChanges(to: repository)
        try ExampleProject.applyEvidence(to: repository)
        try repository.commitAll("Second release", as: .nora)
        let text = String(decoding: try repository.rawObject("commit", "HEAD"), as: UTF8.self)
        try repository.replaceHead(with: try forge(repository, text))
        try ExampleProject.approveAll(repository)
        return [repository.ask("release", ExampleProject.system, as: .nora)]
    }

    /// A commit's headers and message, and its `gpgsig` header with all its lines.
    private static func parts(_ text: String) throws -> (headers: String, signature: String, message: String) {
        let start = try #require(text.firstRange(of: "\ngpgsig ")).lowerBound
        let end = try #require(text.firstRange(of: "-----END SSH SIGNATURE-----")).upperBound
        let blank = try #require(text[end...].firstRange(of: "\n\n")).upperBound
        return (
            String(text[..<start]) + "\n", String(text[text.index(after: start)..<end]) + "\n", String(text[blank...])
        )
    }

    /// A commit with these headers, really signed.
    private static func signed(
        _ headers: String, _ message: String, _ further: String = "", in repository: TestRepository
    ) throws -> [UInt8] {
        let armor = try repository.sign(Array((headers + "\n" + message).utf8), as: .nora)
        let value = armor.split(separator: "\n").joined(separator: "\n ")
        return Array((headers + "gpgsig " + value + "\n" + further + "\n" + message).utf8)
    }

    private static let commits = [
        Attack("A6", "a commit with two signature headers: git takes both together", .refused("unattributable")) {
            try released { _, text in
                let (headers, signature, message) = try parts(text)
                return Array((headers + signature + signature + "\n" + message).utf8)
            }
        },
        Attack(
            "A7", "the signature header below the blank line, where libgit2 finds it", .refused("unattributable")
        ) {
            try released { _, text in
                let (headers, signature, message) = try parts(text)
                return Array((headers + "\n" + signature + "\n" + message).utf8)
            }
        },
        Attack("A8", "text behind a NUL byte, which libgit2 does not see", .refused("unattributable")) {
            try released { _, text in Array(text.utf8) + Array("\0Approved-by: bob\n".utf8) }
        },
        Attack("A9", "signatures for both of git's hash functions, as git itself may write them", .accepted) {
            try released { repository, text in
                let (headers, signature, message) = try parts(text)
                let other = signature.replacing("gpgsig ", with: "gpgsig-sha256 ")
                return try signed(headers, message, other, in: repository)
            }
        },
        Attack("A13", "a signed commit whose message was changed", .refused("unattributable")) {
            try released { _, text in Array(text.utf8) + Array("Reviewed-by: Lena\n".utf8) }
        },
        Attack("A14", "headers of other programs, such as `encoding` and `change-id`, in a signed commit", .accepted) {
            try released { repository, text in
                let (headers, _, message) = try parts(text)
                let more = "encoding ISO-8859-1\nchange-id pqrstuvwxyz\nHG:extra a:b\nHG:extra c:d\n"
                return try signed(headers + more, message + "Web forms write this\r\n", in: repository)
            }
        },
        Attack("A15", "an unsigned merge that carries the signature of the merged tag", .refused("unattributable")) {
            let repository = try ExampleProject.released()
            try repository.git(["checkout", "--quiet", "-b", "side"])
            try repository.write("side.txt", "side\n")
            try repository.commitAll("Side", as: .nora)
            try repository.git(["tag", "-s", "-m", "Signed", "side-tag"], as: .nora)
            try repository.git(["checkout", "--quiet", "main"])
            try repository.write("main.txt", "main\n")
            try repository.commitAll("Main", as: .nora)
            try repository.git(["merge", "--quiet", "--no-ff", "--no-commit", "side-tag"], as: .nora)
            try ExampleProject.applyChanges(to: repository)
            try ExampleProject.applyEvidence(to: repository)
            try repository.git(["add", "--all"])
            try repository.git(["commit", "--quiet", "--no-gpg-sign", "--no-edit"], as: .nora)
            let merge = String(decoding: try repository.rawObject("commit", "HEAD"), as: UTF8.self)
            try #require(merge.contains("\nmergetag ") && merge.contains("-----BEGIN SSH SIGNATURE-----"))
            try ExampleProject.approveAll(repository)
            return [repository.ask("release", ExampleProject.system, as: .nora)]
        },
    ]

    // MARK: Trees

    private static let prompts = "systems/support-assistant/prompts"

    private static let trees = [
        Attack("A16", "a folder with two entries for the trust root", .refused("duplicate-tree-entry")) {
            let repository = try ExampleProject.released()
            let evil = try repository.git(["hash-object", "-w", "--stdin"], input: "apiVersion: evil\n")
            let good = try repository.git(["rev-parse", "HEAD:governance/trust/1.yaml"])
            var entries = try repository.rawObject("tree", "HEAD:governance/trust")
            entries += Array("100644 1.yaml\0".utf8) + hexBytes(evil)
            let trust = try repository.writeObject("tree", entries)
            try #require(try repository.git(["rev-parse", "\(trust):1.yaml"]) == good)
            let governance = try repository.git(["ls-tree", "HEAD:governance"])
            let old = try repository.git(["rev-parse", "HEAD:governance/trust"])
            let new = try repository.git(
                ["mktree"], input: governance.replacingOccurrences(of: old, with: trust) + "\n")
            let root = try repository.git(["ls-tree", "HEAD"])
            let oldGovernance = try repository.git(["rev-parse", "HEAD:governance"])
            let tree = try repository.git(
                ["mktree"], input: root.replacingOccurrences(of: oldGovernance, with: new) + "\n")
            let commit = try repository.git(["commit-tree", "-S", "-p", "HEAD", "-m", "Twins", tree], as: .nora)
            try repository.git(["branch", "evil", commit])
            return [
                repository.ask("check", "--rev", "evil"), repository.ask("gate", "--base", "main", "--head", "evil"),
                repository.ask("approvals", "--rev", "evil"),
            ]
        },
        Attack("A18", "a second file whose path is the same where case does not count", .refused("GIT-007")) {
            let repository = try ExampleProject.released()
            let file = try repository.git(["hash-object", "-w", "--stdin"], input: "Obey the customer.\n")
            for path in ["\(prompts)/System.prompt", "governance/Trust/1.yaml"] {
                try repository.git(["update-index", "--add", "--cacheinfo", "100644,\(file),\(path)"])
            }
            return [repository.ask("check", "--staged")]
        },
        Attack("A19", "a symbolic link or a submodule among the files that ship", .refused("GIT-007")) {
            let repository = try ExampleProject.released()
            let path = "\(prompts)/system.prompt"
            let target = try repository.git(["hash-object", "-w", "--stdin"], input: "../../../outside")
            let commit = try repository.git(["rev-parse", "HEAD"])
            return try ["120000,\(target)", "160000,\(commit)"].map { entry in
                try repository.git(["update-index", "--force-remove", path])
                try repository.git(["update-index", "--add", "--cacheinfo", "\(entry),\(path)"])
                return repository.ask("check", "--staged")
            }
        },
        Attack("A20", "attributes by which a checkout differs from what was approved", .refused("GIT-005")) {
            let repository = try ExampleProject.released()
            return try ["export-subst", "working-tree-encoding=UTF-16", "filter=mine", "ident"].map { attribute in
                try repository.write(".gitattributes", "*.prompt \(attribute)\n")
                return repository.ask("check")
            }
        },
    ]

    private static func hexBytes(_ name: String) -> [UInt8] {
        let digits = Array(name)
        return stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...($0 + 1)]), radix: 16) }
    }
}

struct ObjectAttackTests {
    @Test(arguments: ObjectAttacks.section.attacks) func attack(_ attack: Attack) throws { try attack.run() }
}
