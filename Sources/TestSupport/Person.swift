import Foundation

/// Somebody with a real SSH key, made once for all tests of a run.
package struct Person: Sendable, Hashable {
    /// Lower case, also the principal's id in trust roots.
    package let name: String
    package var email: String { "\(name)@lindholm.example.org" }
    /// Path of the private key; the public one is beside it with `.pub`.
    package let keyPath: String
    /// `ssh-ed25519 AAAA…` without comment.
    package let publicKey: String
    package let fingerprint: String

    package static let nora = Keys.shared.person("nora")
    package static let ivo = Keys.shared.person("ivo")
    package static let lena = Keys.shared.person("lena")
    package static let maya = Keys.shared.person("maya")
    package static let omar = Keys.shared.person("omar")
    package static let tove = Keys.shared.person("tove")
    /// Lena with another key.
    package static let lenaAnew = Keys.shared.person("lena", keyFile: "lena-anew")
    /// In no trust root.
    package static let mallory = Keys.shared.person("mallory")

    /// git's configuration of this person, through variables: nothing is read from files.
    package var gitVariables: [String: String] {
        [
            "GIT_AUTHOR_NAME": name, "GIT_AUTHOR_EMAIL": email, "GIT_COMMITTER_NAME": name,
            "GIT_COMMITTER_EMAIL": email, "GIT_CONFIG_COUNT": "5",
            "GIT_CONFIG_KEY_0": "gpg.format", "GIT_CONFIG_VALUE_0": "ssh",
            "GIT_CONFIG_KEY_1": "user.signingKey", "GIT_CONFIG_VALUE_1": keyPath + ".pub",
            "GIT_CONFIG_KEY_2": "user.name", "GIT_CONFIG_VALUE_2": name,
            "GIT_CONFIG_KEY_3": "user.email", "GIT_CONFIG_VALUE_3": email,
            "GIT_CONFIG_KEY_4": "commit.gpgsign", "GIT_CONFIG_VALUE_4": "true",
        ]
    }
}

/// The keys of one test run.
private final class Keys: Sendable {
    static let shared = Keys()
    private let folder: TemporaryFolder?
    /// By the names of their key files.
    private let people: [String: Person]

    private init() {
        folder = try? TemporaryFolder()
        var people: [String: Person] = [:]
        if let folder {
            for name in ["nora", "ivo", "lena", "maya", "omar", "tove", "mallory"] {
                people[name] = try? Self.make(name, keyFile: name, in: folder.path)
            }
            people["lena-anew"] = try? Self.make("lena", keyFile: "lena-anew", in: folder.path)
        }
        self.people = people
    }

    /// A person without key makes every test that signs fail with a clear error, instead of crashing all of them.
    func person(_ name: String, keyFile: String? = nil) -> Person {
        people[keyFile ?? name]
            ?? Person(name: name, keyPath: "/no-key", publicKey: "no key: is ssh-keygen installed?", fingerprint: "")
    }

    private static func make(_ name: String, keyFile: String, in folder: String) throws -> Person {
        let path = "\(folder)/\(keyFile)"
        let variables = ["HOME": folder, "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]
        _ = try runProgram(
            ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", path], in: folder, variables: variables)
        let line = try String(contentsOfFile: path + ".pub", encoding: .utf8)
        let listing = try runProgram(["ssh-keygen", "-lf", path + ".pub"], in: folder, variables: variables).output
        return Person(
            name: name, keyPath: path, publicKey: line.split(separator: " ").prefix(2).joined(separator: " "),
            fingerprint: listing.split(separator: " ").dropFirst().first.map(String.init) ?? "")
    }
}
