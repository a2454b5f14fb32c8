import Approvals
import Foundation
import PackageContents
import TestSupport
import Testing

/// Signatures on the trust root that are no SSH signatures.
struct OtherSignatureTests {
    /// Lena signs with OpenPGP; the root names her certificate, which lies in the tree.
    @Test func openPGP() throws {
        let home = try TemporaryFolder()
        let repository = try ExampleProject.repository()
        let variables = repository.variables(as: .lena).merging(["GNUPGHOME": home.path]) { $1 }
            .filter { !$0.key.hasPrefix("GIT_CONFIG_KEY_") && !$0.key.hasPrefix("GIT_CONFIG_VALUE_") }
            .merging(["GIT_CONFIG_COUNT": "0"]) { $1 }
        func run(_ arguments: [String], input: String? = nil) throws -> String {
            let result = try runProgram(arguments, in: repository.path, variables: variables, input: input)
            guard result.status == 0 else { throw TestFailure("\(arguments): \(result.diagnostics)") }
            return result.output
        }
        _ = try run([
            "gpg", "--batch", "--quiet", "--pinentry-mode", "loopback", "--passphrase", "", "--quick-generate-key",
            "lena <lena@lindholm.example.org>", "ed25519", "sign", "never",
        ])
        let listing = try run(["gpg", "--batch", "--with-colons", "--list-keys"])
        let record = try #require(listing.split(separator: "\n").first { $0.hasPrefix("fpr:") })
        let fingerprint = String(try #require(record.split(separator: ":").last))
        try repository.write(
            "governance/keys/lena.asc", try run(["gpg", "--batch", "--armor", "--export", fingerprint]))
        try repository.edit(
            "governance/trust/1.yaml",
            "- type: ssh\n          public: \(Person.lena.publicKey)\n          fingerprint: \(Person.lena.fingerprint)",
            "- type: openpgp\n          certificate: governance/keys/lena.asc\n          fingerprint: \(fingerprint)")
        let bench = try TrustBench(repository)
        #expect(try bench.codes() == [])

        try repository.addTrustVersion()
        func digest(_ version: Int) throws -> String {
            ContentDigest.document("trust", Array(try repository.read("governance/trust/\(version).yaml").utf8))
        }
        let message = """
            Trust root 2

            Imprimatur: 1
            Decision: trust
            Repository: sha256:\(try digest(1))
            Subject: trust 2 sha256:\(try digest(2))

            """
        _ = try run(
            [
                "git", "-c", "gpg.format=openpgp", "-c", "user.signingKey=\(fingerprint)", "tag", "--sign",
                "--cleanup=verbatim", "--file=-", "trust/2/lena",
            ], input: message)
        try repository.writeStatementFile(ofTag: "trust/2/lena")
        #expect(try bench.messages() == "")
        #expect(try bench.examine().versions[1].version?.signatures?.before.signers == ["lena"])
        #expect(try bench.state().status(ofKey: fingerprint.lowercased()) == .active(principal: "lena"))

        // Another certificate under the name of the one that the root means.
        try repository.edit("governance/trust/1.yaml", fingerprint, String(repeating: "A", count: 40))
        #expect(try bench.codes().contains("root-lint"))
        try repository.remove("governance/keys/lena.asc")
        #expect(try bench.messages().contains("governance/keys/lena.asc of lena is not in the tree"))
    }

    /// A subkey that two certificates adopt would make one signature that of two people.
    @Test func aSubkeyOfTwoPeople() throws {
        let home = try TemporaryFolder()
        let repository = try ExampleProject.repository()
        let variables = repository.variables(as: nil).merging(["GNUPGHOME": home.path]) { $1 }
        // The same moment for all, since it is part of a key's fingerprint.
        let options = ["gpg", "--quiet", "--pinentry-mode", "loopback", "--passphrase", "", "--faked-system-time"]
        func gpg(_ arguments: [String], input: String? = nil) throws -> String {
            let result = try runProgram(
                options + ["20260101T000000!"] + arguments, in: repository.path, variables: variables, input: input)
            guard result.status == 0 else { throw TestFailure("\(arguments): \(result.diagnostics)") }
            return result.output
        }
        func fields(_ kind: String, of name: String) throws -> [String] {
            try gpg(["--batch", "--with-colons", "--with-keygrip", "--list-keys", name]).split(separator: "\n")
                .filter { $0.hasPrefix(kind + ":") }.compactMap { $0.split(separator: ":").last.map(String.init) }
        }
        for name in ["lena", "maya"] {
            _ = try gpg([
                "--batch", "--quick-generate-key", "\(name) <\(name)@example.org>", "ed25519", "cert", "never",
            ])
        }
        let lena = try #require(try fields("fpr", of: "lena@").first)
        let maya = try #require(try fields("fpr", of: "maya@").first)
        _ = try gpg(["--batch", "--quick-add-key", lena, "ed25519", "sign", "never"])
        let grip = try #require(try fields("grp", of: "lena@").last)
        // "Existing key", its keygrip, signing only, no end, save.
        _ = try gpg(
            ["--expert", "--no-tty", "--command-fd", "0", "--edit-key", maya],
            input: "addkey\n13\n\(grip)\nE\nQ\n0\ny\ny\nsave\n")
        let shared = try #require(try fields("fpr", of: "lena@").last)
        try #require(try fields("fpr", of: "maya@").last == shared)

        for (person, fingerprint) in [(Person.lena, lena), (.maya, maya)] {
            let path = "governance/keys/\(person.name).asc"
            try repository.write(path, try gpg(["--batch", "--armor", "--export", fingerprint]))
            try repository.edit(
                "governance/trust/1.yaml",
                "- type: ssh\n          public: \(person.publicKey)\n          fingerprint: \(person.fingerprint)",
                "- type: openpgp\n          certificate: \(path)\n          fingerprint: \(fingerprint)")
        }
        let bench = try TrustBench(repository)
        #expect(try bench.codes() == ["root-lint"])
        #expect(try bench.messages().contains("the OpenPGP key \(shared) is in certificates of lena and of maya"))
    }

    /// A signature of a kind that cannot be checked might be the missing one: nothing is decided, and nothing passes.
    @Test func x509() throws {
        let bench = try TrustBench()
        try bench.repository.addTrustVersion()
        let file = try bench.repository.signTrust(2, as: .ivo)
        let text = try bench.repository.read(file)
        let start = try #require(text.firstRange(of: "-----BEGIN "))
        try bench.repository.remove(file)
        try bench.repository.writeStatementFile(
            text[..<start.lowerBound] + "-----BEGIN SIGNED MESSAGE-----\nAAAA\n-----END SIGNED MESSAGE-----\n")
        #expect(try bench.codes() == ["root-undecided"])
        #expect(try bench.examine().failures.allSatisfy { !$0.isRefusal })
        #expect(throws: TrustFailure.self) { try bench.state() }
        // With enough others it does not matter.
        try bench.repository.signTrust(2, as: .lena)
        #expect(try bench.codes() == [])
    }

    /// One that cannot be checked does not make up for two that are missing.
    @Test func x509AloneIsNotEnoughForTwo() throws {
        let bench = try TrustBench((RootText.threshold, RootText.thresholdOfTwo))
        try bench.repository.addTrustVersion()
        let file = try bench.repository.signTrust(2, as: .ivo)
        let text = try bench.repository.read(file)
        let start = try #require(text.firstRange(of: "-----BEGIN "))
        try bench.repository.writeStatementFile(
            text[..<start.lowerBound] + "-----BEGIN SIGNED MESSAGE-----\nAAAA\n-----END SIGNED MESSAGE-----\n")
        #expect(try bench.codes() == ["root-threshold"])
    }
}
