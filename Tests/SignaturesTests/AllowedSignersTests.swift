import Foundation
import Testing

@testable import Signatures

/// Lines of allowed signers: ssh-keygen(1).
@Suite struct AllowedSignersTests {
    let key = Ed25519Signer()

    var line: String { key.publicLine.split(separator: " ").prefix(2).joined(separator: " ") }

    func read(_ text: String) throws -> AllowedSigners { try AllowedSigners(Array(text.utf8)) }

    @Test(
        arguments: [
            ("ada@example.org KEY", "ada@example.org"),
            ("ada@example.org,*@example.net KEY comment", "ada@example.org,*@example.net"),
            ("\"ada lovelace\" KEY", "ada lovelace"), ("  ada\tKEY", "ada"), ("ada KEY\r", "ada"),
            ("ada namespaces=\"git\" KEY", "ada"), ("ada NAMESPACES=\"file,g?t\" KEY", "ada"),
            ("ada valid-after=20260101,valid-before=\"20270101Z\" KEY", "ada"),
            ("# a comment\n\nada KEY\n", "ada"),
        ])
    func principalsAreKeptAsWritten(text: String, principals: String) throws {
        let read = try read(text.replacingOccurrences(of: "KEY", with: line))
        #expect(read.entries.map(\.principals) == [principals])
        #expect(read.entries.first?.key == (try key.signingKey))
        #expect(read.skipped.isEmpty)
    }

    @Test func datesAreKeptAsWritten() throws {
        let entry = try #require(
            try read("ada valid-after=20260101,valid-before=\"20270101Z\" " + line).entries.first)
        #expect(entry.validAfter == "20260101" && entry.validBefore == "20270101Z" && entry.line == 1)
    }

    @Test(arguments: [
        "ada", "ada KEYTYPE", "ada unknown-option KEY", "ada namespaces KEY", "ada cert-authority=yes KEY", "\"ada KEY",
        "ada namespaces=\"git\",namespaces=\"git\" KEY", "ada ssh-ed25519 !!!!", "ada \u{1B}[31m KEY",
    ])
    func otherLinesAreErrors(text: String) {
        let text = text.replacingOccurrences(of: "KEYTYPE", with: "ssh-ed25519")
            .replacingOccurrences(of: "KEY", with: line)
        #expect(throws: AllowedSignersError(line: 2)) { try read("# first\n" + text) }
    }

    @Test(arguments: [
        "ada cert-authority KEY", "ada namespaces=\"file\" KEY", "ada namespaces=\"*,!git\" KEY",
        "ada ssh-dss AAAAB3NzaC1kc3M=",
    ])
    func linesThatNameNoSignerAreSkipped(text: String) throws {
        let read = try read(text.replacingOccurrences(of: "KEY", with: line))
        #expect(read.entries.isEmpty)
        #expect(read.skipped.map(\.line) == [1])
    }

    @Test func sshKeygenReadsTheSameLines() async throws {
        let keygen = try Keygen()
        let armor = try CraftedSignature().armor(commitPayload, signer: key)
        for options in [
            "", "namespaces=\"git\" ", "namespaces=\"file,g?t\" ", "namespaces=\"*\",valid-after=\"20200101\" ",
        ] {
            #expect(try await keygen.accepts(armor, payload: commitPayload, publicLine: options + line))
            #expect(try read("somebody \(options)\(line)").entries.count == 1)
        }
        for options in ["namespaces=\"file\" ", "namespaces=\"*,!git\" ", "cert-authority "] {
            #expect(try await !keygen.accepts(armor, payload: commitPayload, publicLine: options + line))
            #expect(try read("somebody \(options)\(line)").entries.isEmpty)
        }
    }

    @Test(arguments: [
        ("git", "git", true), ("g*", "git", true), ("*t", "git", true), ("g?t", "git", true), ("*", "", true),
        ("?", "", false), ("g", "git", false), ("gits", "git", false), ("*i*", "git", true), ("**", "git", true),
        ("a,git", "git", true), ("*,!git", "git", false), ("!git,*", "git", false), ("!file,*", "git", true),
        ("!git", "file", false), ("*a*b*c", "xaxbxbxc", true), ("*a*b*c", "xaxbxbx", false), ("", "git", false),
    ])
    func patternsMatchAsInSSH(list: String, name: String, isMatched: Bool) {
        #expect(NamePattern.list(list, matches: name) == isMatched)
    }
}
