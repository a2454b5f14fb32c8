/// The name of a program that a configuration fetches when it starts: a package of npm or PyPI, a container image, a
/// git repository.
package struct ProgramReference: Sendable, Equatable {
    /// The name without its version.
    package let name: String
    /// Nil where the newest is taken.
    package let version: String?
    /// True when the version names bytes that the registry does not replace.
    package let isPinned: Bool

    /// Nil for a text that names no program with certainty: an option, a path, a word without a version.
    package init?(_ text: String) {
        guard !text.isEmpty, !text.hasPrefix("-"), !text.hasPrefix("/"), !text.hasPrefix("."), !text.contains(" ")
        else {
            return nil
        }
        if let reference = Self.git(text) ?? Self.image(text) ?? Self.package(text) {
            self = reference
        } else {
            return nil
        }
    }

    private init(_ name: Substring, _ version: Substring?, isPinned: Bool) {
        self.name = String(name)
        self.version = version.map(String.init)
        self.isPinned = isPinned
    }

    /// `git+https://…@commit` (pip), `github:owner/name#commit` (npm): a branch or tag can be moved.
    private static func git(_ text: String) -> ProgramReference? {
        guard text.hasPrefix("git+") || text.hasPrefix("github:") else { return nil }
        let path = text.lastIndex(of: "/") ?? text.startIndex
        guard let mark = text[path...].lastIndex(where: { $0 == "@" || $0 == "#" }) else {
            return ProgramReference(text[...], nil, isPinned: false)
        }
        let revision = text[text.index(after: mark)...]
        return ProgramReference(text[..<mark], revision, isPinned: ContentHash.isCommit(String(revision)))
    }

    /// `registry/name:tag`, `name@sha256:…` (opencontainers.org, Distribution specification): a tag can be pushed again.
    private static func image(_ text: String) -> ProgramReference? {
        if let mark = text.firstRange(of: "@sha256:") {
            let name = text[..<mark.lowerBound]
            let digest = text[text.index(after: mark.lowerBound)...]
            return ProgramReference(
                withoutTag(name).name, digest, isPinned: ContentHash.isImmutable(String(digest)))
        }
        guard !text.hasPrefix("@"), !text.contains("://"), !text.contains("@") else { return nil }
        let (name, tag) = withoutTag(text[...])
        let host = name.prefix { $0 != "/" }
        let hasHost = host.count < name.count && host.contains(".")
        guard hasHost || tag.map(isTag) ?? false else { return nil }
        return ProgramReference(name, tag, isPinned: false)
    }

    private static func withoutTag(_ name: Substring) -> (name: Substring, tag: Substring?) {
        let path = name.lastIndex(of: "/") ?? name.startIndex
        guard let colon = name[path...].firstIndex(of: ":") else { return (name, nil) }
        return (name[..<colon], name[name.index(after: colon)...])
    }

    private static func isTag(_ text: Substring) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }
    }

    /// `@scope/name@1.2.3`, `name@1.2.3` (docs.npmjs.com, package spec; docs.astral.sh, uvx), `name==1.2.3` (PEP 440):
    /// registries do not let a version be published twice. A range or a tag takes what is newest in it.
    private static func package(_ text: String) -> ProgramReference? {
        if let mark = text.firstRange(of: "==") {
            let version = text[mark.upperBound...]
            return ProgramReference(text[..<mark.lowerBound], version, isPinned: isExactVersion(version))
        }
        let start = text.hasPrefix("@") ? text.index(after: text.startIndex) : text.startIndex
        guard let mark = text[start...].firstIndex(of: "@") else {
            // `@scope/name` is a package for certain; a plain word may be anything.
            return text.hasPrefix("@") && text.contains("/") ? ProgramReference(text[...], nil, isPinned: false) : nil
        }
        let version = text[text.index(after: mark)...]
        guard mark > start, !version.isEmpty else { return nil }
        return ProgramReference(text[..<mark], version, isPinned: isExactVersion(version))
    }

    /// Three numbers at least, as `1.2.3` or `1.2.3-beta.1`, and no star.
    private static func isExactVersion(_ text: Substring) -> Bool {
        let core = text.prefix { $0.isNumber || $0 == "." }
        let parts = core.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count >= 3 && parts.allSatisfy { !$0.isEmpty } && !text.contains("*") && !text.contains("x")
    }
}
