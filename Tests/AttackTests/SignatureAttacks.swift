import Commands
import Foundation
import TestSupport
import Testing

/// Signatures that some program calls good.
enum SignatureAttacks {
    /// In the order of the page.
    private static let ids = ["B1", "B2", "B3", "B3b", "B4", "B6", "B7", "B8", "B9", "B12", "B13", "B15"]

    static let section = AttackSection(
        letter: "B", title: "Signatures", file: "SignatureAttacks.swift",
        required: ids,
        attacks: (resigned + foreign + people).sorted { left, right in
            (ids.firstIndex(of: left.id) ?? ids.count) < (ids.firstIndex(of: right.id) ?? ids.count)
        })

    private static let release = "release/support-assistant/1.0.0"

    // MARK: A release tag that is signed again

    /// The released example whose release tag has another signature over the same bytes.
    private static func released(
        _ sign: (_ repository: TestRepository, _ payload: [UInt8]) throws -> String
    ) throws -> [CommandResult] {
        let repository = try ExampleProject.released()
        try repository.mustPass("verify", release)
        let text = String(decoding: try repository.rawObject("tag", "refs/tags/\(release)"), as: UTF8.self)
        let start = try #require(text.range(of: "-----BEGIN SSH SIGNATURE-----"))
        let payload = Array(text[..<start.lowerBound].utf8)
        let object = try repository.writeObject("tag", payload + Array(try sign(repository, payload).utf8))
        try repository.git(["update-ref", "refs/tags/\(release)", object])
        return [repository.ask("verify", release)]
    }

    /// `ssh-keygen -Y sign` as Nora, who may release.
    private static func keygen(_ repository: TestRepository, _ payload: [UInt8], _ options: [String]) throws -> String {
        let scratch = try TemporaryFolder()
        let file = scratch.path + "/payload"
        try Data(payload).write(to: URL(fileURLWithPath: file))
        let result = try runProgram(
            ["ssh-keygen", "-q", "-Y", "sign", "-f", Person.nora.keyPath] + options + [file], in: repository.path,
            variables: repository.variables(as: .nora))
        guard result.status == 0 else { throw TestFailure("ssh-keygen could not sign: \(result.diagnostics)") }
        return try String(contentsOfFile: file + ".sig", encoding: .utf8)
    }

    private static let resigned = [
        Attack("B1", "a signature that was made for a file, not for git", .refused("wrong-namespace")) {
            try released { try keygen($0, $1, ["-n", "file"]) }
        },
        Attack("B2", "a signature over SHA-256 instead of SHA-512 is as good", .accepted) {
            try released { try keygen($0, $1, ["-n", "git", "-O", "hashalg=sha256"]) }
        },
        Attack("B3", "RSA with SHA-1", .refused("weak-algorithm")) {
            try released { _, _ in try Vector("ssh-bad-rsa-sha1").signature }
        },
        Attack("B3b", "RSA with 1024 bits, which ssh-keygen takes", .refused("weak-key")) {
            try released { _, _ in try Vector("ssh-bad-rsa-1024").signature }
        },
        Attack(
            "B6", "an SSH certificate, which ssh-keygen follows to its authority", .refused("unsupported-key-type")
        ) {
            try released { _, _ in try Vector("ssh-bad-certificate").signature }
        },
        Attack("B12", "somebody who calls themselves like a release manager", .refused("unknown-key")) {
            try released { repository, payload in try repository.sign(payload, as: .mallory) }
        },
    ]

    // MARK: Commits by others

    /// A signature of Tests/Fixtures/signatures: its payload is a commit of its own, with the empty tree.
    private struct Vector: Decodable {
        struct Key: Decodable { let certificate: String? }

        let payload: String
        let signature: String
        let keys: [Key]

        init(_ name: String) throws {
            let path = ExampleProject.checkout + "/Tests/Fixtures/signatures/\(name).json"
            self = try JSONDecoder().decode(Vector.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
        }

        /// Makes the commit and asks about its signature.
        func ask() throws -> CommandResult {
            let repository = try TestRepository()
            let end = try #require(payload.range(of: "\n\n"))
            let folded = signature.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
                .joined(separator: "\n ")
            let bytes = payload[..<end.lowerBound] + "\ngpgsig " + folded + payload[end.lowerBound...]
            let commit = try repository.writeObject("commit", Array(bytes.utf8))
            try repository.git(["update-ref", "refs/heads/main", commit])
            guard let certificate = keys.first?.certificate else { return repository.ask("signatures") }
            try repository.write("../keys.asc", certificate)
            return repository.ask("signatures", "--openpgp-keys", "../keys.asc")
        }
    }

    private static let foreign = [
        Attack("B4", "a security key that signs without being touched", .refused("missing-user-presence")) {
            [try Vector("ssh-bad-sk-ed25519-untouched").ask(), try Vector("ssh-bad-sk-ecdsa-untouched").ask()]
        },
        Attack("B7", "an OpenPGP signature over SHA-1, which gpg takes", .refused("weak-digest")) {
            [try Vector("openpgp-bad-sha1").ask()]
        },
        Attack("B8", "a revoked OpenPGP key, for which gpg exits with 0", .refused("revoked-key")) {
            [try Vector("openpgp-bad-revoked-key").ask(), try Vector("openpgp-bad-revoked-subkey").ask()]
        },
        Attack("B9", "an OpenPGP key whose time is over, before or after it signed: a date is a claim", .accepted) {
            [
                try Vector("openpgp-good-key-ended-since").ask(),
                try Vector("openpgp-good-key-ended-before-signing").ask(),
            ]
        },
    ]

    // MARK: Whose key it is

    private static let people = [
        Attack("B13", "a commit in another person's name is its signer's", .accepted) {
            let repository = try TestRepository()
            try repository.git(
                ["commit", "--quiet", "--allow-empty", "-m", "By Nora?", "--author", "nora <\(Person.nora.email)>"],
                as: .ivo)
            try repository.write(
                "../allowed", [Person.nora, .ivo].map { "\($0.email) \($0.publicKey)\n" }.joined())
            let answer = repository.ask("signatures", "--allowed-signers", "../allowed")
            let owner = #""owner":{"name":"\#(Person.ivo.email)""#
            try #require(answer.output.contains(owner), "\(answer.text)")
            return [answer]
        },
        Attack("B15", "one key for two people, who could then count as two", .refused("root-lint")) {
            let repository = try ExampleProject.repository()
            try repository.mustPass("trust", "verify")
            try repository.addTrustVersion(edits: [
                (Person.ivo.publicKey, Person.nora.publicKey), (Person.ivo.fingerprint, Person.nora.fingerprint),
            ])
            try repository.signTrust(2, as: .lena)
            try repository.commitAll("Trust root 2", as: .nora)
            return [repository.ask("trust", "verify")]
        },
    ]
}

struct SignatureAttackTests {
    @Test(arguments: SignatureAttacks.section.attacks) func attack(_ attack: Attack) throws { try attack.run() }
}
