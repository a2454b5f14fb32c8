import Crypto
import Foundation

/// The bytes of git objects, and their names.
enum GitText {
    static func name(_ type: String, _ bytes: [UInt8]) -> String {
        hex(Insecure.SHA1.hash(data: Array("\(type) \(bytes.count)\0".utf8) + bytes))
    }

    static func hex(_ bytes: some Sequence<UInt8>) -> String { bytes.map { String(format: "%02x", $0) }.joined() }

    static func sha256(_ text: String) -> String { hex(SHA256.hash(data: Array(text.utf8))) }

    /// A tag object, signed over all that stands before its armor.
    static func tag(
        _ name: String, of commit: String, at time: Int, message: String, key: TestKey, width: Int = 70
    ) throws -> [UInt8] {
        let payload = Array(
            "object \(commit)\ntype commit\ntag \(name)\ntagger Tagger <tagger@example.org> \(time) +0000\n\n\(message)"
                .utf8)
        return payload + (try key.armor(for: payload, width: width))
    }

    /// A commit object; the signature's lines are folded into a header, as git does.
    static func commit(
        tree: String, parent: String?, author: String, at time: Int, message: String, key: TestKey?
    ) throws -> [UInt8] {
        let person = "\(author) <\(author)@example.org> \(time) +0000"
        let header =
            "tree \(tree)\n" + (parent.map { "parent \($0)\n" } ?? "") + "author \(person)\ncommitter \(person)\n"
        let payload = Array("\(header)\n\(message)".utf8)
        guard let key else { return payload }
        let armor = String(decoding: try key.armor(for: payload), as: UTF8.self).dropLast()
        return Array("\(header)gpgsig \(armor.replacingOccurrences(of: "\n", with: "\n "))\n\n\(message)".utf8)
    }

    /// The id of a statement: of what is signed, not of how the signature is wrapped.
    static func statementID(ofTag bytes: [UInt8]) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        let payload = text.range(of: "-----BEGIN ").map { String(text[..<$0.lowerBound]) } ?? text
        return sha256("imprimatur-statement/1\0" + payload)
    }
}
