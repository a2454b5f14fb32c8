/// A glob over paths inside the repository: `*` and `?` within one part, `**` for any number of parts. A pattern
/// without a wildcard also means everything below the folder of that name.
package struct PathPattern: Sendable, Hashable {
    package let text: String
    private let parts: [Substring]

    package init(_ text: String) {
        var trimmed = text[...]
        while trimmed.hasPrefix("./") { trimmed = trimmed.dropFirst(2) }
        while trimmed.hasSuffix("/") { trimmed = trimmed.dropLast() }
        self.text = text
        parts = trimmed.split(separator: "/")
    }

    package var hasWildcard: Bool { text.contains("*") || text.contains("?") }

    /// The leading parts without wildcards: every match lies below this folder (or is it).
    package var literalPrefix: String {
        parts.prefix { !$0.contains("*") && !$0.contains("?") }.joined(separator: "/")
    }

    /// The parts from the first with a wildcard on.
    var partsBehindPrefix: ArraySlice<Substring> {
        parts.drop { !$0.contains("*") && !$0.contains("?") }
    }

    /// Whether one name fits one part of a pattern.
    static func matches(_ name: [UInt8], part: Substring) -> Bool { matchPart(Array(part.utf8), name) }

    package func matches(_ path: String) -> Bool {
        let pathParts = path.split(separator: "/")
        if !hasWildcard { return pathParts.starts(with: parts) }
        return Self.match(parts, pathParts)
    }

    /// Part by part with one step back, to the last `**`: an earlier one can take nothing that the last could not.
    private static func match(_ pattern: [Substring], _ path: [Substring]) -> Bool {
        var (p, n) = (0, 0)
        var star: (pattern: Int, path: Int)?
        while n < path.count {
            if p < pattern.count, pattern[p] == "**" {
                star = (p, n)
                p += 1
            } else if p < pattern.count, matchPart(Array(pattern[p].utf8), Array(path[n].utf8)) {
                p += 1
                n += 1
            } else if let last = star {
                p = last.pattern + 1
                n = last.path + 1
                star = (last.pattern, n)
            } else {
                return false
            }
        }
        return pattern[p...].allSatisfy { $0 == "**" }
    }

    /// Wildcards within one part; linear with one step back to the last star.
    private static func matchPart(_ pattern: [UInt8], _ name: [UInt8]) -> Bool {
        var (p, n) = (0, 0)
        var star: (pattern: Int, name: Int)?
        while n < name.count {
            if p < pattern.count, pattern[p] == UInt8(ascii: "*") {
                star = (p, n)
                p += 1
            } else if p < pattern.count, pattern[p] == name[n] || pattern[p] == UInt8(ascii: "?") {
                p += 1
                n += 1
            } else if let last = star {
                p = last.pattern + 1
                n = last.name + 1
                star = (last.pattern, n)
            } else {
                return false
            }
        }
        return pattern[p...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
