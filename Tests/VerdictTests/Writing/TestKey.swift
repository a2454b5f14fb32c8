import Crypto
import Foundation

/// An ed25519 key made from a seed, that signs as `ssh-keygen -Y sign -n git` does (OpenSSH's PROTOCOL.sshsig). It is
/// written here a second time, so that what the tests sign does not come from the code under test.
struct TestKey: Sendable {
    private let secret: Curve25519.Signing.PrivateKey

    init(seed: UInt8) throws {
        secret = try Curve25519.Signing.PrivateKey(rawRepresentation: Array(repeating: seed, count: 31) + [7])
    }

    private var blob: [UInt8] { string("ssh-ed25519") + string(Array(secret.publicKey.rawRepresentation)) }

    /// As a line of `authorized_keys`.
    var publicKey: String { "ssh-ed25519 " + Data(blob).base64EncodedString() }

    var fingerprint: String {
        let digest = Data(SHA256.hash(data: blob)).base64EncodedString()
        return "SHA256:" + digest.replacingOccurrences(of: "=", with: "")
    }

    /// The armored signature of a git object's payload, with its final line break.
    ///
    /// - Parameter width: characters of base64 a line; git does not care.
    func armor(for payload: [UInt8], namespace: String = "git", width: Int = 70) throws -> [UInt8] {
        let hashed = Array(SHA512.hash(data: payload))
        let head = string(namespace) + string("") + string("sha512")
        let signature = Array(try secret.signature(for: Array("SSHSIG".utf8) + head + string(hashed)))
        let packet =
            Array("SSHSIG".utf8) + [0, 0, 0, 1] + string(blob) + head
            + string(string("ssh-ed25519") + string(signature))
        let text = Array(Data(packet).base64EncodedString().utf8)
        var lines = "-----BEGIN SSH SIGNATURE-----\n".utf8.map { $0 }
        for start in stride(from: 0, to: text.count, by: width) {
            lines += text[start..<min(start + width, text.count)] + [10]
        }
        return lines + Array("-----END SSH SIGNATURE-----\n".utf8)
    }

    private func string(_ bytes: [UInt8]) -> [UInt8] {
        withUnsafeBytes(of: UInt32(bytes.count).bigEndian, Array.init) + bytes
    }

    private func string(_ text: String) -> [UInt8] { string(Array(text.utf8)) }
}
