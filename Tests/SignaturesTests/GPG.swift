import Foundation

/// The real `gpg`, with a home folder of its own.
final class GPG: Sendable {
    private let home: URL

    init() throws {
        // gpg's socket names have little room, so the path is short.
        home = URL(fileURLWithPath: "/tmp/gpg-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(
            at: home, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    deinit { try? FileManager.default.removeItem(at: home) }

    func importCertificate(_ armored: String) async throws {
        _ = try await run(["--import", try file(Array(armored.utf8)).path])
    }

    /// As git decides it: exit status 0 and the word GOODSIG, once.
    func accepts(_ armor: [UInt8], payload: [UInt8]) async throws -> Bool {
        let (status, output) = try await verify(armor, payload)
        return status == 0 && Self.words(in: output) == ["GOODSIG"]
    }

    /// gpg's words for each signature that it found.
    func words(_ armor: [UInt8], payload: [UInt8]) async throws -> [String] {
        Self.words(in: try await verify(armor, payload).output)
    }

    private func verify(_ armor: [UInt8], _ payload: [UInt8]) async throws -> (status: Int32, output: String) {
        try await run(["--status-fd", "1", "--verify", try file(armor).path, try file(payload).path])
    }

    private static func words(in output: String) -> [String] {
        let known = ["GOODSIG", "EXPSIG", "EXPKEYSIG", "REVKEYSIG", "BADSIG", "ERRSIG"]
        return output.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard words.count > 1, words[0] == "[GNUPG:]", known.contains(String(words[1])) else { return nil }
            return String(words[1])
        }
    }

    private func file(_ bytes: [UInt8]) throws -> URL {
        let url = home.appendingPathComponent(UUID().uuidString)
        try Data(bytes).write(to: url)
        return url
    }

    private func run(_ arguments: [String]) async throws -> (status: Int32, output: String) {
        try await runTool(
            "gpg", ["--homedir", home.path, "--batch", "--no-tty", "--no-autostart"] + arguments, in: home,
            input: nil, output: file([]))
    }
}
