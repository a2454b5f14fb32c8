import Commands
import Foundation
import TestSupport
import Testing

/// `imprimatur signatures` on repositories that never heard of this program.
struct SignaturesCommandTests {
    /// Four commits: signed, unsigned, signed by somebody else, signed.
    private static func history() throws -> TestRepository {
        let repository = try TestRepository()
        try repository.write("a.txt", "1\n")
        try repository.commitAll("First", as: .nora)
        try repository.write("a.txt", "2\n")
        try repository.commitAll("Second", as: nil)
        try repository.write("a.txt", "3\n")
        try repository.commitAll("Third", as: .mallory)
        try repository.write("a.txt", "4\n")
        try repository.commitAll("Fourth", as: .ivo)
        return repository
    }

    private static func allowedSigners(_ people: [Person], in repository: TestRepository) throws {
        let lines = people.map { "\($0.email) \($0.publicKey)\n" }
        try repository.write("../allowed", lines.joined())
    }

    private func objects(_ result: CommandResult) throws -> [[String: Any]] {
        try #require(try result.json()["objects"] as? [[String: Any]])
    }

    private func owners(_ result: CommandResult) throws -> [String?] {
        try objects(result).map {
            (($0["signature"] as? [String: Any])?["owner"] as? [String: Any])?["name"] as? String
        }
    }

    private func results(_ result: CommandResult) throws -> [String] {
        try objects(result).compactMap { $0["result"] as? String }
    }

    private func codes(_ result: CommandResult) throws -> [String] {
        try objects(result).compactMap { ($0["reason"] as? [String: Any])?["code"] as? String }
    }

    @Test func everyCommitIsListedAndUnknownKeysAreSaidToBeUnknown() throws {
        let repository = try Self.history()
        let text = repository.imprimatur("signatures")
        #expect(text.status == .pass)
        #expect(text.output.contains("a key that nobody here names"))
        #expect(text.output.contains("4 objects, 3 signed: 3 good (3 by keys that nobody here names), 0 bad"))
        #expect(text.output.contains("1 unsigned"))
        for subject in ["First", "Second", "Third", "Fourth"] { #expect(text.output.contains(subject)) }

        let json = repository.imprimatur("signatures", "--format", "json")
        #expect(json.status == .pass)
        #expect(try json.failuresAgainstItsSchema() == [])
        #expect(try results(json) == ["good", "good", "unsigned", "good"])
        #expect(try owners(json) == [nil, nil, nil, nil])
        let first = try #require(try objects(json).last)
        #expect((first["signature"] as? [String: Any])?["key"] as? String == Person.nora.fingerprint)
        #expect((first["signature"] as? [String: Any])?["algorithm"] as? String == "ed25519")
        #expect((first["signature"] as? [String: Any])?["hash"] as? String == "sha512")
    }

    @Test func allowedSignersGiveNames() throws {
        let repository = try Self.history()
        try Self.allowedSigners([.nora, .ivo], in: repository)
        let json = repository.imprimatur("signatures", "--allowed-signers", "../allowed", "--format", "json")
        #expect(json.status == .pass)
        #expect(try json.failuresAgainstItsSchema() == [])
        #expect(try owners(json) == [Person.ivo.email, nil, nil, Person.nora.email])
        let text = repository.imprimatur("signatures", "--allowed-signers", "../allowed")
        #expect(text.output.contains("\(Person.ivo.email) (allowed signers)"))
        #expect(text.output.contains("3 good (1 by keys that nobody here names)"))
    }

    /// Attack B13: the author is whoever the committer typed; the key says who signed.
    @Test func theKeyNamesTheSignerNotTheAuthor() throws {
        let repository = try Self.history()
        try Self.allowedSigners([.nora, .ivo], in: repository)
        try repository.git(
            [
                "-c", "user.name=nora", "commit", "--quiet", "--allow-empty", "-m", "Not by nora", "--author",
                "nora <\(Person.nora.email)>",
            ], as: .ivo)
        let json = repository.imprimatur(
            "signatures", "HEAD~1..", "--allowed-signers", "../allowed", "--format", "json")
        #expect(try owners(json) == [Person.ivo.email])
    }

    @Test func rangesAndRevisionsChooseTheCommits() throws {
        let repository = try Self.history()
        func subjects(_ range: String...) throws -> [String] {
            try objects(repository.imprimatur(arguments: ["signatures", "--format", "json"] + range))
                .compactMap { $0["subject"] as? String }
        }
        #expect(try subjects() == ["Fourth", "Third", "Second", "First"])
        #expect(try subjects("HEAD~1") == ["Third", "Second", "First"])
        #expect(try subjects("HEAD~2..HEAD") == ["Fourth", "Third"])
        #expect(try subjects("HEAD..HEAD") == [])
        let unknown = repository.imprimatur("signatures", "nowhere")
        #expect(unknown.status == .undecided && unknown.diagnostics.contains("nowhere"))
    }

    /// Attacks A13 and A6.
    @Test func changedBytesAndDoubledHeadersAreBad() throws {
        let repository = try Self.history()
        var bytes = try repository.rawObject("commit", "HEAD")
        bytes = Array(String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "Fourth", with: "Fifth!").utf8)
        try repository.replaceHead(with: bytes)
        let changed = repository.imprimatur("signatures", "HEAD~1..HEAD", "--format", "json")
        #expect(changed.status == .refused)
        #expect(try codes(changed) == ["signature-mismatch"])
        #expect(try changed.failuresAgainstItsSchema() == [])
        let text = repository.imprimatur("signatures", "HEAD~1..HEAD")
        #expect(text.output.contains("bad") && text.output.contains("(signature-mismatch)"))

        let signed = String(decoding: try repository.rawObject("commit", "HEAD~1"), as: UTF8.self)
        let header = try #require(signed.range(of: "gpgsig "))
        let end = try #require(signed.range(of: "\n\n"))
        let block = signed[header.lowerBound..<end.lowerBound]
        try repository.replaceHead(with: Array(signed.replacingOccurrences(of: block, with: block + "\n" + block).utf8))
        let doubled = repository.imprimatur("signatures", "HEAD~1..HEAD", "--format", "json")
        #expect(doubled.status == .refused)
        #expect(try codes(doubled) == ["duplicate-header"])
    }

    /// Attack A7: a signature in the message is none.
    @Test func aSignatureInTheMessageIsNone() throws {
        let repository = try Self.history()
        let signed = String(decoding: try repository.rawObject("commit", "HEAD"), as: UTF8.self)
        let header = try #require(signed.range(of: "gpgsig "))
        let end = try #require(signed.range(of: "\n\n"))
        let block = signed[header.lowerBound..<end.lowerBound]
        let moved = signed[..<header.lowerBound] + "\n" + block + "\n\nFourth\n"
        try repository.replaceHead(with: Array(moved.utf8))
        let result = repository.imprimatur("signatures", "HEAD~1..HEAD", "--format", "json")
        #expect(try results(result) == ["unsigned"])
    }

    /// Attacks A1, A2, A4 and E13.
    @Test func tagsAreListedByName() throws {
        let repository = try Self.history()
        try repository.git(["tag", "-s", "-m", "Release", "v1"], as: .nora)
        try repository.git(["tag", "-a", "-m", "Unsigned", "v2"], as: nil)
        try repository.git(["tag", "lightweight"])
        try repository.git(["update-ref", "refs/tags/-rf", "refs/tags/v1"])
        let good = repository.imprimatur("signatures", "HEAD..HEAD", "--tags", "--format", "json")
        #expect(good.status == .pass)
        #expect(try good.failuresAgainstItsSchema() == [])
        #expect(
            try objects(good).compactMap { $0["ref"] as? String } == ["refs/tags/-rf", "refs/tags/v1", "refs/tags/v2"])
        #expect(try results(good) == ["good", "good", "unsigned"])

        try repository.git(
            ["tag", "-s", "-m", "x\n-----BEGIN SSH SIGNATURE-----\nfake", "v3"], as: .nora)
        let bad = repository.imprimatur("signatures", "--tags", "--format", "json")
        #expect(bad.status == .refused)
        #expect(try codes(bad) == ["multiple-signatures"])
        #expect(try objects(bad).count == 8)
    }

    @Test func theTrustRootGivesNames() throws {
        let repository = try ExampleProject.released()
        let json = repository.imprimatur("signatures", "--tags", "--format", "json", as: .nora)
        #expect(json.status == .pass)
        #expect(try json.failuresAgainstItsSchema() == [])
        let names = Set(try owners(json).compactMap { $0 })
        #expect(names.isSuperset(of: ["nora", "ivo", "lena", "maya"]))
        #expect(try objects(json).count >= 5)
        let text = repository.imprimatur("signatures", "--tags", as: .nora)
        #expect(text.output.contains("nora (trust root)"))
    }

    @Test func linesOfAllowedSignersThatCannotCountAreNamed() throws {
        let repository = try Self.history()
        try repository.write(
            "../allowed",
            """
            # people
            ca@example.org cert-authority \(Person.nora.publicKey)
            mail@example.org namespaces="file,email" \(Person.mallory.publicKey)

            "*@example.org",!bob@example.org namespaces="git",valid-before="20270101" \(Person.ivo.publicKey) comment
            old@example.org ssh-dss AAAAB3NzaC1kc3M=
            """)
        let json = repository.imprimatur("signatures", "--allowed-signers", "../allowed", "--format", "json")
        #expect(json.status == .pass)
        #expect(try json.failuresAgainstItsSchema() == [])
        let notes = try #require(try json.json()["notes"] as? [String])
        #expect(notes.count == 3, "\(notes)")
        #expect(notes.contains { $0.contains("allowed:2") && $0.contains("certificate authorities") })
        #expect(notes.contains { $0.contains("allowed:3") && $0.contains("other things than git") })
        #expect(notes.contains { $0.contains("allowed:6") && $0.contains("ssh-dss") })
        #expect(try owners(json) == ["\"*@example.org\",!bob@example.org", nil, nil, nil])
        let text = repository.imprimatur("signatures", "--allowed-signers", "../allowed")
        #expect(text.output.contains("valid before 20270101"))

        try repository.write("../allowed", "nora@example.org\n")
        let broken = repository.imprimatur("signatures", "--allowed-signers", "../allowed")
        #expect(broken.status == .undecided && broken.diagnostics.contains("allowed:1"))
    }

    @Test func aFileHoldsTheSameAsTheOutput() throws {
        let repository = try Self.history()
        for format in ["json", "text"] {
            let shown = repository.imprimatur("signatures", "--format", format)
            let written = repository.imprimatur("signatures", "--format", format, "-o", "../report")
            #expect(written.status == .pass && written.output == "")
            #expect(try repository.read("../report") == shown.output)
            #expect(repository.imprimatur("signatures", "--format", format).output == shown.output)
        }
    }

    @Test func aRepositoryWithoutCommitsHasNoSignatures() throws {
        let repository = try TestRepository()
        let result = repository.imprimatur("signatures", "--tags")
        #expect(result.status == .pass)
        #expect(result.output.contains("0 objects"))
    }

    @Test func aShallowCloneCannotBeDecided() throws {
        let repository = try Self.history()
        let clone = repository.folder.path + "/clone"
        try repository.git(["clone", "--quiet", "--depth", "1", "file://" + repository.path, clone])
        let result = runImprimatur(["signatures"], in: clone, variables: repository.variables(as: nil))
        #expect(result.status == .undecided)
        #expect(result.diagnostics.contains("unshallow"))
    }
}
