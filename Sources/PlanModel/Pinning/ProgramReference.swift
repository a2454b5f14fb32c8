/// The name of a program that a configuration fetches when it starts: a package of npm or PyPI, a container image, a
/// git repository.
package struct ProgramReference: Sendable, Equatable {
    /// The name without its version.
    package let name: String
    /// What stands behind the name; nil where nothing does, so that the newest is taken.
    package let version: String?
    /// True when the version names bytes that the registry does not replace: one exact version of a package, a commit,
    /// or the digest of an image, whose tags can be pushed again.
    package let isPinned: Bool

    package var versionText: String { version.map { "\"\($0)\"" } ?? "no version" }

    private init(_ name: Substring, _ version: Substring?, isPinned: Bool) {
        self.name = String(name)
        self.version = version.map(String.init)
        self.isPinned = isPinned
    }

    // MARK: Where the place says what it is

    /// `registry/name:tag`, `name@sha256:…` (opencontainers.org, Distribution specification).
    package init(image text: String) {
        if let at = text.firstIndex(of: "@") {
            let digest = text[text.index(after: at)...]
            self.init(Self.withoutTag(text[..<at]).name, digest, isPinned: ContentHash.isImmutable(String(digest)))
        } else {
            let (name, tag) = Self.withoutTag(text[...])
            self.init(name, tag, isPinned: false)
        }
    }

    /// `@scope/name@1.2.3`, `name@1.2.3` (docs.npmjs.com, package spec; docs.astral.sh, uvx), `name==1.2.3` (PEP 440),
    /// `git+https://…@commit` (pip), `github:owner/name#commit` (npm). Registries do not let a version be published
    /// twice; a range or a tag takes what is newest in it.
    package init(package text: String) {
        let bare = text.hasPrefix("npm:") ? text.dropFirst(4) : text[...]
        if bare.hasPrefix("git+") || bare.hasPrefix("github:") {
            let path = bare.lastIndex(of: "/") ?? bare.startIndex
            let mark = bare[path...].lastIndex { $0 == "@" || $0 == "#" }
            let revision = mark.map { bare[bare.index(after: $0)...] }
            self.init(
                mark.map { bare[..<$0] } ?? bare, revision,
                isPinned: revision.map { ContentHash.isCommit(String($0)) } ?? false)
        } else if let equals = bare.firstRange(of: "==") {
            let version = bare[equals.upperBound...]
            self.init(bare[..<equals.lowerBound], version, isPinned: Self.isExact(version))
        } else if let at = bare.dropFirst().lastIndex(of: "@") {
            // The first character may be the `@` of a scope.
            let version = bare[bare.index(after: at)...]
            self.init(bare[..<at], version, isPinned: Self.isExact(version))
        } else {
            self.init(bare, nil, isPinned: false)
        }
    }

    private static func withoutTag(_ name: Substring) -> (name: Substring, tag: Substring?) {
        // A colon before the last slash is a port's.
        let path = name.lastIndex(of: "/") ?? name.startIndex
        guard let colon = name[path...].firstIndex(of: ":") else { return (name, nil) }
        return (name[..<colon], name[name.index(after: colon)...])
    }

    /// `2025.8.21`, `1.4.0-beta.2` or a commit; not `latest`, `^1.2`, `1` or `1.x`.
    private static func isExact(_ version: Substring) -> Bool {
        if ContentHash.isCommit(String(version)) { return true }
        let core = version.prefix { $0.isNumber || $0 == "." }
        let parts = core.split(separator: ".", omittingEmptySubsequences: false)
        let suffix = version.dropFirst(core.count)
        return parts.count >= 3 && parts.allSatisfy { !$0.isEmpty }
            && (suffix.isEmpty || suffix.hasPrefix("-") || suffix.hasPrefix("+"))
    }
}
