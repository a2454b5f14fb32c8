import PlanModel

/// A package or image as a command line names it.
struct PackageName {
    let name: String
    /// What stands behind the name; nil where nothing does.
    let version: String?
    /// True for one exact version of a package, a commit, or the digest of an image: a tag of an image can be moved.
    let isPinned: Bool

    init(_ text: String, _ isImage: Bool) {
        if isImage {
            if let at = text.firstIndex(of: "@") {
                name = String(text[..<at])
                version = String(text[text.index(after: at)...])
            } else if let colon = text.lastIndex(of: ":"), !text[colon...].contains("/") {
                name = String(text[..<colon])
                version = String(text[text.index(after: colon)...])
            } else {
                name = text
                version = nil
            }
            isPinned = version?.hasPrefix("sha256:") ?? false
            return
        }
        let bare = text.hasPrefix("npm:") ? text.dropFirst(4) : text[...]
        // A scope starts with `@` too.
        let start = bare.dropFirst()
        if let equals = bare.firstRange(of: "==") {
            name = String(bare[..<equals.lowerBound])
            version = String(bare[equals.upperBound...])
        } else if let at = start.lastIndex(of: "@") {
            name = String(bare[..<at])
            version = String(bare[bare.index(after: at)...])
        } else {
            name = String(bare)
            version = nil
        }
        isPinned = version.map(Self.isExact) ?? false
    }

    var versionText: String { version.map { "\"\($0)\"" } ?? "no version" }

    /// `2025.8.21`, `1.4.0-beta.2` or a commit; not `latest`, `^1.2`, `1` or `1.x`.
    private static func isExact(_ version: String) -> Bool {
        if ContentHash.isCommit(version) { return true }
        let core = version.prefix { $0.isNumber || $0 == "." }
        let parts = core.split(separator: ".", omittingEmptySubsequences: false)
        let suffix = version.dropFirst(core.count)
        return parts.count >= 3 && parts.allSatisfy { !$0.isEmpty }
            && (suffix.isEmpty || suffix.hasPrefix("-") || suffix.hasPrefix("+"))
    }
}
