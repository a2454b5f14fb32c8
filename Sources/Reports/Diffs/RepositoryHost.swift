import SourceText

/// A place on the web that shows the files of a repository, made from the address of a remote.
package struct RepositoryHost: Sendable, Hashable {
    /// The hosts whose addresses we know, with what stands between the repository and the commit in the address of a
    /// file, and before a line number: GitHub's "Getting permanent links to files", GitLab's "Permalinks to files",
    /// the documentation of Forgejo and of Bitbucket Cloud.
    private static let known = [
        "github.com": (file: "/blob/", line: "#L"),
        "gitlab.com": (file: "/-/blob/", line: "#L"),
        "codeberg.org": (file: "/src/commit/", line: "#L"),
        "bitbucket.org": (file: "/src/", line: "#lines-"),
    ]

    private let name: String
    /// `owner/repository`
    private let repository: String

    /// Nil for any other host, where an address would be a guess. User names and passwords in the address are dropped.
    ///
    /// - Parameter remote: as git knows it: `https://host/owner/repository.git`, `ssh://git@host/…`, `git@host:…`.
    package init?(remote: String) {
        var rest = remote[...]
        if let scheme = rest.firstRange(of: "://") {
            guard ["https", "http", "ssh", "git"].contains(rest[..<scheme.lowerBound]) else { return nil }
            rest = rest[scheme.upperBound...]
            guard let slash = rest.firstIndex(of: "/") else { return nil }
            self.init(authority: rest[..<slash], path: rest[rest.index(after: slash)...])
        } else {
            guard let colon = rest.firstIndex(of: ":") else { return nil }
            self.init(authority: rest[..<colon], path: rest[rest.index(after: colon)...])
        }
    }

    private init?(authority: Substring, path: Substring) {
        let host = authority.split(separator: "@").last?.split(separator: ":").first.map { $0.lowercased() } ?? ""
        guard Self.known[host] != nil else { return nil }
        var parts = path.split(separator: "/").map(String.init)
        if let last = parts.last, last.hasSuffix(".git") { parts[parts.count - 1] = String(last.dropLast(4)) }
        let isPlain = parts.allSatisfy { part in
            part.first != "."
                && part.utf8.allSatisfy { byte in
                    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
                        || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                        || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
                }
        }
        guard parts.count >= 2, isPlain else { return nil }
        name = host
        repository = parts.joined(separator: "/")
    }

    /// The address of a file as a commit has it; `line` is 1-based.
    func address(ofFile path: String, commit: String, line: Int? = nil) -> String {
        let words = Self.known[name] ?? (file: "/", line: "#")
        let anchor = line.map { words.line + String($0) } ?? ""
        return "https://\(name)/\(repository)\(words.file)\(commit)/\(PercentEncoding.of(path: path))\(anchor)"
    }

    /// The host of such an address.
    static func name(of address: String) -> String {
        address.split(separator: "/").dropFirst().first.map(String.init) ?? ""
    }
}
