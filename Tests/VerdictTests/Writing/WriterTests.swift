import Foundation
import Testing

/// What the tests write themselves is what git and OpenSSH write and read.
@Suite struct WriterTests {
    @Test func gitFindsNothingWrongWithAStory() throws {
        for seed in [1, 2, 3] as [UInt64] {
            let teller = try StoryTeller(seed: seed)
            let result = try run(["git", "fsck", "--full", "--strict", "--no-dangling"], in: teller.repository.path)
            #expect(result.status == 0 && !result.text.contains("error"), "\(result.text)")
            let line = try run(["git", "rev-list", "--count", "refs/heads/main"], in: teller.repository.path)
            #expect(line.text == "\(teller.story.commits.count)\n")
        }
    }

    @Test func opensshVerifiesWhatTestKeysSign() throws {
        let folder = NSTemporaryDirectory() + "/imprimatur-writer-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let key = try TestKey(seed: 5)
        let payload = Array("tree and message\n".utf8)
        func write(_ name: String, _ bytes: [UInt8]) throws {
            try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
        }
        try write("payload", payload)
        try write("signature", key.armor(for: payload))
        try write("signers", Array("ann \(key.publicKey)\n".utf8))
        try write("key.pub", Array((key.publicKey + "\n").utf8))
        let verified = try run(
            ["sh", "-c", "ssh-keygen -Y verify -f signers -I ann -n git -s signature < payload"], in: folder)
        #expect(verified.status == 0, "\(verified.text)")
        let fingerprint = try run(["ssh-keygen", "-l", "-f", "key.pub"], in: folder)
        #expect(fingerprint.text.contains(key.fingerprint))
    }

    private func run(_ arguments: [String], in folder: String) throws -> (status: Int32, text: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "HOME": folder,
            "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}
