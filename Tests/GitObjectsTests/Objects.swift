@testable import GitObjects

/// Objects written as text, with the names that git would give their parts.
enum Objects {
    static let tree = String(repeating: "a", count: 40)
    static let parents = ["b", "c"].map { String(repeating: $0, count: 40) }
    static let armor = """
        -----BEGIN SSH SIGNATURE-----
        U1NIU0lHAAAAAQ
        -----END SSH SIGNATURE-----
        """
    static let person = "Nora <nora@example.org> 1795000000 +0100"

    /// The lines of a commit's headers.
    static func commit(
        _ extra: String..., author: String = person, committer: String = person, message: String = "Subject\n"
    ) -> [UInt8] {
        let headers = ["tree \(tree)", "parent \(parents[0])", "author \(author)", "committer \(committer)"] + extra
        return Array((headers.joined(separator: "\n") + "\n\n" + message).utf8)
    }

    static func tag(_ extra: String..., tagger: String? = person, message: String = "Subject\n") -> [UInt8] {
        let headers =
            ["object \(tree)", "type commit", "tag release/a/1.0.0"] + (tagger.map { ["tagger \($0)"] } ?? []) + extra
        return Array((headers.joined(separator: "\n") + "\n\n" + message).utf8)
    }

    /// Armor as a header's value: every line but the first begins with a space.
    static func header(_ name: String, _ armor: String = armor) -> String {
        "\(name) " + armor.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n ")
    }

    static func entry(_ mode: String, _ name: String) -> [UInt8] {
        Array("\(mode) \(name)\0".utf8) + [UInt8](repeating: 7, count: ObjectID.byteCount)
    }
}

func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
