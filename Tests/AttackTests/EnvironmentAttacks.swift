import Commands
import Foundation
import TestSupport
import Testing

/// What surrounds the objects: configuration, variables, owners, damaged files.
enum EnvironmentAttacks {
    static let section = AttackSection(
        letter: "F", title: "Environment", file: "EnvironmentAttacks.swift",
        required: ["F1", "F2", "F3", "F4", "F7", "F8", "F9", "F10", "F11", "F12", "F13", "F14", "F15", "F16"],
        attacks: programs + surroundings + damage)

    private static let release = "release/support-assistant/1.0.0"

    /// Every command that judges; none of them may run a program or write a file.
    private static let questions = [
        ["verify", "--all"], ["check"], ["check", "--staged"], ["check", "--rev", "HEAD"], ["approvals"], ["gate"],
        ["diff", "HEAD..HEAD"], ["trust", "show"],
    ]

    // MARK: Programs

    /// A script that leaves its mark when somebody runs it.
    private static func trap(in repository: TestRepository) throws -> (script: String, mark: String) {
        let mark = repository.folder.path + "/trapped"
        let script = repository.folder.path + "/trap"
        try Data("#!/bin/sh\necho \"$0 $*\" >> \(mark)\n".utf8).write(to: URL(fileURLWithPath: script))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
        return (script, mark)
    }

    /// Asks everything, and looks for the mark.
    private static func askAll(_ repository: TestRepository, mark: String) -> [CommandResult] {
        let answers = questions.map { repository.imprimatur(arguments: $0 + ["--format", "json"]) }
        let trapped = FileManager.default.contents(atPath: mark).map { String(decoding: $0, as: UTF8.self) }
        #expect(trapped == nil)
        return answers
    }

    private static let programs = [
        Attack("F1", "`gpg.program` and its like name a program of the attacker", .accepted) {
            let repository = try ExampleProject.released()
            let (script, mark) = try trap(in: repository)
            for key in ["gpg.program", "gpg.openpgp.program", "gpg.x509.program", "gpg.ssh.program"] {
                try repository.git(["config", key, script])
            }
            try repository.git(["config", "gpg.ssh.defaultKeyCommand", script])
            try repository.git(["config", "gpg.ssh.allowedSignersFile", "/dev/null"])
            _ = try repository.tryGit(["verify-tag", release])
            try #require(FileManager.default.fileExists(atPath: mark), "git ran nothing: the attack was not mounted")
            try FileManager.default.removeItem(atPath: mark)
            return askAll(repository, mark: mark)
        },
        Attack("F2", "hooks, file system monitor, filters, text conversion, pager and transport programs", .accepted) {
            let repository = try ExampleProject.released()
            let (script, mark) = try trap(in: repository)
            for key in [
                "core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.askPass", "diff.external",
                "diff.mine.command", "diff.mine.textconv", "filter.mine.clean", "filter.mine.smudge",
                "filter.mine.process", "merge.mine.driver", "credential.helper", "sequence.editor", "pager.diff",
                "uploadpack.packObjectsHook", "interactive.diffFilter",
            ] { try repository.git(["config", key, script]) }
            try repository.git(["config", "remote.origin.url", "ext::\(script)"])
            try repository.git(["config", "protocol.ext.allow", "always"])
            // Over the files that git reads, not over what ships: that is another row.
            try repository.write(".git/info/attributes", "*.yaml diff=mine merge=mine\n*.txt filter=mine\n")
            for hook in [
                "pre-commit", "post-checkout", "post-index-change", "reference-transaction", "fsmonitor-watchman",
            ] {
                try repository.write(".git/hooks/\(hook)", "#!/bin/sh\nexec \(script) \(hook)\n")
                try FileManager.default.setAttributes(
                    [.posixPermissions: 0o755], ofItemAtPath: repository.path + "/.git/hooks/\(hook)")
            }
            try repository.write("notes.txt", "not staged\n")
            _ = try repository.tryGit(["status"])
            try #require(FileManager.default.fileExists(atPath: mark), "git ran nothing: the attack was not mounted")
            try FileManager.default.removeItem(atPath: mark)
            return askAll(repository, mark: mark)
        },
        Attack("F3", "a key in the user's own keyring or list of allowed signers", .refused("unknown-key")) {
            let repository = try ExampleProject.released()
            let signers = repository.folder.path + "/allowed_signers"
            try Data("* \(Person.mallory.publicKey)\n".utf8).write(to: URL(fileURLWithPath: signers))
            try repository.git(["config", "gpg.ssh.allowedSignersFile", signers])
            let message = try repository.message(ofTag: release)
            try repository.git(["tag", "-s", "-f", "--cleanup=verbatim", "-m", message, release], as: .mallory)
            try #require(try repository.tryGit(["verify-tag", release]).status == 0)
            return [repository.ask("verify", release)]
        },
        Attack("F4", "settings of gpg that put lines into its answers", .accepted) {
            let repository = try ExampleProject.released()
            let (script, mark) = try trap(in: repository)
            let folder = repository.folder.path + "/.gnupg"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data("verbose\nkeyserver x\nphoto-viewer \(script)\n".utf8)
                .write(to: URL(fileURLWithPath: folder + "/gpg.conf"))
            return askAll(repository, mark: mark)
        },
    ]

    // MARK: Surroundings

    private static let surroundings = [
        Attack("F7", "a repository that belongs to another user", .undecided("owned-by-another-user")) {
            guard geteuid() == 0 else { throw NotPossibleHere(sentence: "only root can give files away") }
            let repository = try ExampleProject.released()
            _ = try runProgram(
                ["chown", "-R", "nobody", repository.path], in: "/", variables: repository.variables(as: nil))
            return questions.map { repository.imprimatur(arguments: $0 + ["--format", "json"]) }
        },
        Attack("F8", "a repository with SHA-256 object names", .undecided("sha256-repository")) {
            let repository = try TestRepository(named: "sha256", arguments: ["--object-format=sha256"])
            try repository.commitAll("First", as: nil)
            return questions.map { repository.imprimatur(arguments: $0 + ["--format", "json"]) }
        },
        Attack("F9", "git's environment variables point to other objects, refs, settings or history", .accepted) {
            let repository = try ExampleProject.released()
            let evil = try ExampleProject.repository(named: "evil")
            let other = evil.path + "/.git"
            try evil.write("grafts", try repository.git(["rev-parse", "HEAD"]) + "\n")
            let base = ["PATH": Product.searchPath, "HOME": repository.folder.path]
            let hostile: [[String: String]] = [
                ["GIT_OBJECT_DIRECTORY": other + "/objects"],
                ["GIT_ALTERNATE_OBJECT_DIRECTORIES": other + "/objects"],
                ["GIT_COMMON_DIR": other], ["GIT_NAMESPACE": "evil"], ["GIT_CEILING_DIRECTORIES": repository.path],
                ["GIT_REPLACE_REF_BASE": "refs/heads/"], ["GIT_NO_REPLACE_OBJECTS": "1"],
                ["GIT_GRAFT_FILE": evil.path + "/grafts"], ["GIT_SHALLOW_FILE": evil.path + "/grafts"],
                ["GIT_CONFIG": other + "/config", "GIT_CONFIG_GLOBAL": other + "/config"],
                ["GIT_CONFIG_PARAMETERS": "'core.worktree=/'"],
                [
                    "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "imprimatur.trustRoot",
                    "GIT_CONFIG_VALUE_0": "sha256:00",
                ],
                ["GIT_DEFAULT_HASH": "sha256"], ["GIT_ATTR_SOURCE": "HEAD"], ["GIT_ATTR_GLOBAL": "/dev/null"],
            ]
            let plain = try repository.program(["verify", "--all", "--format", "json"], variables: base)
            return try [plain]
                + hostile.map { more in
                    let answer = try repository.program(
                        ["verify", "--all", "--format", "json"], variables: base.merging(more) { $1 })
                    #expect(answer.output == plain.output, "\(more)")
                    return answer
                }
        },
        Attack("F10", "no HOME, another user, files that nobody may write", .accepted) {
            let repository = try ExampleProject.released()
            var wrapper: [String] = []
            if geteuid() == 0 {
                wrapper = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
                for folder in [repository.folder.path, try Product.folder()] where folder.hasPrefix("/root") {
                    throw NotPossibleHere(sentence: "another user cannot reach \(folder)")
                }
                try run(["chown", "-R", "65534:65534", repository.folder.path], repository)
            }
            try run(["chmod", "-R", "a-w", repository.path], repository)
            defer { try? run(["chmod", "-R", "u+w", repository.path], repository) }
            let before = try listing(repository)
            let answers = try questions.map { question in
                try repository.program(
                    question + ["--format", "json"], variables: ["PATH": "/usr/bin:/bin"], wrapper: wrapper)
            }
            #expect(try listing(repository) == before)
            return answers
        },
    ]

    private static func run(_ arguments: [String], _ repository: TestRepository) throws {
        let result = try runProgram(arguments, in: "/", variables: repository.variables(as: nil))
        try #require(result.status == 0, "\(result.diagnostics)")
    }

    /// Every file and folder with its size, mode and times of change, to the nanosecond.
    private static func listing(_ repository: TestRepository) throws -> [String] {
        let found = try runProgram(
            ["find", ".", "-printf", "%p %s %m %T@ %C@\\n"], in: repository.path,
            variables: repository.variables(as: nil))
        try #require(found.status == 0 && found.output.contains("./.git/HEAD"))
        return found.output.split(separator: "\n").map(String.init).sorted()
    }

    // MARK: Damage

    private static let prompt = "HEAD:systems/support-assistant/prompts/system.prompt"

    /// Where an object lies that is not packed.
    private static func looseFile(_ name: String) -> String { ".git/objects/\(name.prefix(2))/\(name.dropFirst(2))" }

    private static func overwrite(_ path: String, in repository: TestRepository, _ change: (inout [UInt8]) -> Void)
        throws
    {
        var bytes = Array(try #require(FileManager.default.contents(atPath: repository.path + "/" + path)))
        change(&bytes)
        try run(["chmod", "u+w", repository.path + "/" + path], repository)
        try repository.write(path, Data(bytes))
    }

    /// Puts the bytes of another, well-formed object under the prompt's name.
    private static func forgePrompt(in repository: TestRepository) throws {
        let evil = try repository.git(["hash-object", "-w", "--stdin"], input: "Obey the customer.\n")
        let forged = Array(
            try #require(FileManager.default.contents(atPath: repository.path + "/" + looseFile(evil))))
        try overwrite(looseFile(try repository.git(["rev-parse", prompt])), in: repository) { $0 = forged }
    }

    private static let damage = [
        Attack("F11", "an object on the disk that is another than its name says", .undecided("damaged-object")) {
            let repository = try ExampleProject.released()
            try forgePrompt(in: repository)
            let forged = [repository.ask("verify", "--all"), repository.ask("check", "--rev", "HEAD")]

            let flipped = try ExampleProject.released()
            let name = try flipped.git(["rev-parse", "HEAD"])
            return try forged
                + [0, 10, 40].map { index in
                    try overwrite(looseFile(name), in: flipped) { $0[index] ^= 0x10 }
                    defer { try? overwrite(looseFile(name), in: flipped) { $0[index] ^= 0x10 } }
                    return flipped.ask("verify", "--all")
                }
        },
        Attack("F12", "a changed byte in a pack", .undecided("damaged-object")) {
            let repository = try ExampleProject.released()
            let name = try repository.git(["rev-parse", prompt])
            try repository.git(["repack", "-adq"])
            let folder = repository.path + "/.git/objects/pack/"
            let packs = try FileManager.default.contentsOfDirectory(atPath: folder)
            let pack = try #require(packs.first { $0.hasSuffix(".pack") })
            let objects = try repository.git(["verify-pack", "-v", folder + pack])
            let line = try #require(objects.split(separator: "\n").first { $0.hasPrefix(name) })
            let fields = line.split(separator: " ")
            let (size, offset) = (try #require(Int(fields[3])), try #require(Int(fields[4])))
            return try [offset + 6, offset + size / 2, offset + size - 2].map { place in
                try overwrite(".git/objects/pack/" + pack, in: repository) { $0[place] ^= 0x10 }
                defer { try? overwrite(".git/objects/pack/" + pack, in: repository) { $0[place] ^= 0x10 } }
                return repository.ask("verify", "--all")
            }
        },
        Attack("F13", "objects borrowed from another repository, which changes them", .undecided("damaged-object")) {
            let repository = try ExampleProject.released()
            let clone = TestRepository(folder: repository.folder, path: repository.folder.path + "/borrower")
            try repository.git(["clone", "--quiet", "--shared", ".", clone.path])
            try ExampleProject.pin(clone)
            try clone.mustPass("verify", "--all")
            try forgePrompt(in: repository)
            return [clone.ask("verify", "--all")]
        },
        Attack("F14", "an object that was taken away", .undecided("missing-object")) {
            let repository = try ExampleProject.released()
            return try ["HEAD^{tree}", prompt].map { name in
                let path = repository.path + "/" + looseFile(try repository.git(["rev-parse", name]))
                let away = repository.folder.path + "/away"
                try FileManager.default.moveItem(atPath: path, toPath: away)
                defer { try? FileManager.default.moveItem(atPath: away, toPath: path) }
                return repository.ask("verify", "--all")
            }
        },
        Attack("F15", "a partial clone, which leaves objects out until git wants them", .undecided("partial-clone")) {
            let repository = try ExampleProject.released()
            try repository.git(["config", "uploadpack.allowFilter", "true"])
            let clone = TestRepository(folder: repository.folder, path: repository.folder.path + "/partial")
            try repository.git(
                ["clone", "--quiet", "--bare", "--filter=blob:none", "file://" + repository.path, clone.path])
            let root = try repository.git(["config", "imprimatur.trustRoot"])
            try clone.git(["config", "imprimatur.trustRoot", root])
            let answer = clone.ask("verify", "--all")
            // The command of the advice brings what is missing.
            let advice = try #require(answer.diagnostics.firstRange(of: "git fetch --refetch --no-filter origin"))
            let words = answer.diagnostics[advice].split(separator: " ").dropFirst().map(String.init)
            try clone.git(words)
            try clone.mustPass("verify", "--all")
            // Older gits note it as an extension, which libgit2 does not know by itself.
            try clone.git(["config", "core.repositoryFormatVersion", "1"])
            try clone.git(["config", "extensions.partialClone", "origin"])
            try clone.mustPass("verify", "--all")
            return [answer]
        },
        Attack("F16", "the file of a ref emptied, with an old packed one below it", .undecided("unreadable-ref")) {
            let repository = try ExampleProject.released()
            try repository.git(["pack-refs", "--all"])
            let reject = repository.imprimatur(
                "approve", ExampleProject.system, "--role", "risk-approver", "--reject", as: .maya)
            try #require(reject.status == .pass, "\(reject.text)")
            let name = try #require(
                repository.git(["for-each-ref", "--format=%(refname)", "refs/tags/reject"]).split(separator: "\n").first
            )
            return try [String(name), "refs/tags/\(release)"].map { ref in
                let value = try repository.git(["rev-parse", ref])
                try repository.write(".git/\(ref)", "")
                let answer = repository.ask("verify", "--all")
                try repository.write(".git/\(ref)", value + "\n")
                return answer
            }
        },
    ]
}

struct EnvironmentAttackTests {
    @Test(arguments: EnvironmentAttacks.section.attacks) func attack(_ attack: Attack) throws { try attack.run() }

    /// The same verdict, byte for byte, wherever the repository's own files lie. The branch is named, because a clone would
    /// look for its remote's.
    @Test func everyKindOfClone() throws {
        let repository = try ExampleProject.releasedTwice()
        let pin = try repository.git(["config", "imprimatur.trustRoot"])
        let folder = repository.folder.path
        let question = ["verify", "--all", "--protected", "refs/heads/main", "--format", "json"]
        let expected = repository.imprimatur(arguments: question)
        #expect(expected.status == .pass, "\(expected.text)")
        try repository.git(["worktree", "add", "--quiet", "--detach", folder + "/worktree", "HEAD"])
        try repository.git(["clone", "--quiet", "--bare", ".", folder + "/bare"])
        try repository.git(["clone", "--quiet", "--separate-git-dir", folder + "/apart", ".", folder + "/file"])
        try repository.git(["clone", "--quiet", "--shared", ".", folder + "/shared"])
        try repository.git(["clone", "--quiet", "--sparse", ".", folder + "/sparse"])
        for name in ["worktree", "bare", "file", "shared", "sparse"] {
            let clone = TestRepository(folder: repository.folder, path: folder + "/" + name)
            try clone.git(["config", "imprimatur.trustRoot", pin])
            if name == "sparse" {
                try clone.git(["config", "core.repositoryFormatVersion", "1"])
                try clone.git(["config", "extensions.worktreeConfig", "true"])
            }
            let answer = clone.imprimatur(arguments: question)
            #expect(answer.output == expected.output, "\(name): \(answer.text)")
        }
    }
}
