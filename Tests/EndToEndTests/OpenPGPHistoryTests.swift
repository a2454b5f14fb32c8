import Commands
import Foundation
import TestSupport
import Testing

/// Commits that git signed with the real gpg.
struct OpenPGPHistoryTests {
    /// A repository whose home folder has a gpg key, and three commits by it.
    private static func history() throws -> (repository: TestRepository, fingerprint: String) {
        let repository = try TestRepository()
        let gpg = repository.folder.path + "/.gnupg"
        try FileManager.default.createDirectory(
            atPath: gpg, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let name = "Ada Example <ada@example.org>"
        let made = try run(
            repository,
            ["--status-fd", "1", "--passphrase", "", "--quick-generate-key", name, "ed25519", "sign", "never"])
        let word = made.split(separator: "\n").first { $0.contains("KEY_CREATED") }?.split(separator: " ").last
        let fingerprint = try #require(word.map(String.init))
        for number in 1...3 {
            try repository.git([
                "-c", "gpg.format=openpgp", "-c", "user.signingKey=\(fingerprint)", "commit", "--quiet", "-S",
                "--allow-empty", "-m", "Number \(number)",
            ])
        }
        return (repository, fingerprint)
    }

    @discardableResult
    private static func run(_ repository: TestRepository, _ arguments: [String]) throws -> String {
        let result = try runProgram(
            ["gpg", "--batch", "--no-tty", "--pinentry-mode", "loopback"] + arguments, in: repository.path,
            variables: repository.variables(as: nil))
        guard result.status == 0 else { throw TestFailure("gpg failed: \(result.diagnostics)") }
        return result.output
    }

    private static func stopAgent(_ repository: TestRepository) {
        _ = try? runProgram(
            ["gpgconf", "--kill", "all"], in: repository.path, variables: repository.variables(as: nil))
    }

    private func results(_ result: CommandResult) throws -> [String] {
        let objects = try #require(try result.json()["objects"] as? [[String: Any]])
        return objects.compactMap { $0["result"] as? String }
    }

    @Test func certificatesAreNeededAndGiveNames() throws {
        let (repository, fingerprint) = try Self.history()
        defer { Self.stopAgent(repository) }
        let without = repository.imprimatur("signatures", "--format", "json")
        #expect(without.status == .undecided)
        #expect(try results(without) == ["undecided", "undecided", "undecided"])
        #expect(try without.failuresAgainstItsSchema() == [])
        #expect(without.output.contains("missing-key") && without.output.contains(fingerprint))

        try Self.run(repository, ["--yes", "--armor", "--output", "../team.asc", "--export"])
        try Self.run(repository, ["--yes", "--output", "../team.gpg", "--export"])
        for file in ["../team.asc", "../team.gpg"] {
            let with = repository.imprimatur("signatures", "--openpgp-keys", file, "--format", "json")
            #expect(with.status == .pass, "\(with.text)")
            #expect(try results(with) == ["good", "good", "good"])
            #expect(try with.failuresAgainstItsSchema() == [])
            let text = repository.imprimatur("signatures", "--openpgp-keys", file)
            #expect(text.output.contains("Ada Example <ada@example.org> (OpenPGP keys)"))
        }
        let foreign = repository.imprimatur("signatures", "--openpgp-keys", "../allowed")
        #expect(foreign.status == .undecided && foreign.diagnostics.contains("allowed"))
    }

    /// The library is opened when it is needed, and where it is not there nothing is called good.
    @Test func withoutTheLibraryNothingIsDecided() throws {
        #if os(Linux)
            let (repository, _) = try Self.history()
            defer { Self.stopAgent(repository) }
            try Self.run(repository, ["--yes", "--output", "../team.gpg", "--export"])
            // A file that the loader finds first and cannot load.
            try repository.write("../lib/librnp.so.0", "not a library\n")
            let program = try Product.folder() + "/imprimatur"
            let arguments = [program, "signatures", "--openpgp-keys", "../team.gpg", "--format", "json"]
            // No HOME: nothing of the person's own is asked for.
            let bare = ["PATH": Product.searchPath]
            let with = try runProgram(arguments, in: repository.path, variables: bare)
            #expect(with.status == 0, "\(with.diagnostics)")
            #expect(with.diagnostics == "")
            let hidden = bare.merging(["LD_LIBRARY_PATH": repository.folder.path + "/lib"]) { $1 }
            let without = try runProgram(arguments, in: repository.path, variables: hidden)
            #expect(without.status == 3)
            #expect(without.output.contains("openpgp-library-missing") && without.output.contains("librnp0"))
        #endif
    }
}
