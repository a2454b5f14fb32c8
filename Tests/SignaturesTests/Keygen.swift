import Foundation
import Signatures
import Testing

/// The real `ssh-keygen`, in a folder of its own that is also its home: it sees no key, agent or setting of the machine.
final class Keygen: Sendable {
    struct Failure: Error {
        let arguments: [String]
        let output: String
    }

    /// A key pair on disk; `path` has the private half.
    struct KeyPair: Sendable {
        let path: String
        let publicLine: String

        var signingKey: SigningKey {
            get throws { try SigningKey(openSSHPublicKey: publicLine) }
        }
    }

    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("keygen-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// A new file with these bytes.
    func file(_ bytes: [UInt8]) throws -> URL {
        let url = folder.appendingPathComponent(UUID().uuidString)
        try Data(bytes).write(to: url)
        return url
    }

    func makeKey(_ options: [String]) async throws -> KeyPair {
        let path = folder.appendingPathComponent("key-\(UUID().uuidString)").path
        try await run(["-q", "-N", "", "-C", "somebody@example.org", "-f", path] + options)
        return KeyPair(path: path, publicLine: try String(contentsOfFile: path + ".pub", encoding: .utf8))
    }

    func sign(
        _ payload: [UInt8], with keyPath: String, namespace: String = "git", options: [String] = []
    ) async throws -> [UInt8] {
        let payloadFile = try file(payload)
        try await run(["-Y", "sign", "-n", namespace, "-f", keyPath] + options + [payloadFile.path])
        return Array(try Data(contentsOf: payloadFile.appendingPathExtension("sig")))
    }

    /// What ssh-keygen thinks of a signature by the key of `publicLine` in the namespace "git".
    func accepts(_ armor: [UInt8], payload: [UInt8], publicLine: String) async throws -> Bool {
        let signers = try file(Array("somebody \(publicLine)\n".utf8))
        let arguments = ["-Y", "verify", "-n", "git", "-I", "somebody", "-f", signers.path, "-s", try file(armor).path]
        do {
            try await run(arguments, input: try file(payload))
            return true
        } catch is Failure {
            return false
        }
    }

    @discardableResult
    func run(_ arguments: [String], input: URL? = nil) async throws -> String {
        let (status, output) = try await runTool("ssh-keygen", arguments, in: folder, input: input, output: file([]))
        guard status == 0 else { throw Failure(arguments: arguments, output: output) }
        return output
    }
}

/// Runs a program whose home is `folder`, and returns its exit status and what it wrote into the file `output`.
func runTool(
    _ name: String, _ arguments: [String], in folder: URL, input: URL?, output: URL
) async throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [name] + arguments
    process.currentDirectoryURL = folder
    process.environment = [
        "HOME": folder.path, "LC_ALL": "C", "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    ]
    process.standardInput = try input.map { try FileHandle(forReadingFrom: $0) } ?? .nullDevice
    let written = try FileHandle(forWritingTo: output)
    process.standardOutput = written
    process.standardError = written
    let status = try await withCheckedThrowingContinuation { (done: CheckedContinuation<Int32, any Error>) in
        process.terminationHandler = { done.resume(returning: $0.terminationStatus) }
        do { try process.run() } catch { done.resume(throwing: error) }
    }
    return (status, String(decoding: try Data(contentsOf: output), as: UTF8.self))
}

/// A payload in the form of a commit, without meaning.
let commitPayload = Array("tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n\nvector\n".utf8)

/// Each kind of key that ssh-keygen makes without a device, with the options that make it.
enum KeyKind: String, CaseIterable, Sendable {
    case ed25519, ecdsa256, ecdsa384, ecdsa521, rsa2048, rsa3072, rsa4096

    var options: [String] {
        switch self {
        case .ed25519: ["-t", "ed25519"]
        case .ecdsa256: ["-t", "ecdsa", "-b", "256"]
        case .ecdsa384: ["-t", "ecdsa", "-b", "384"]
        case .ecdsa521: ["-t", "ecdsa", "-b", "521"]
        case .rsa2048: ["-t", "rsa", "-b", "2048"]
        case .rsa3072: ["-t", "rsa", "-b", "3072"]
        case .rsa4096: ["-t", "rsa", "-b", "4096"]
        }
    }

    var algorithm: KeyAlgorithm {
        switch self {
        case .ed25519: .ed25519
        case .ecdsa256: .ecdsaP256
        case .ecdsa384: .ecdsaP384
        case .ecdsa521: .ecdsaP521
        case .rsa2048: .rsa(bits: 2048)
        case .rsa3072: .rsa(bits: 3072)
        case .rsa4096: .rsa(bits: 4096)
        }
    }
}
