import PlanModel
import Testing

@Suite struct PathPatternTests {
    @Test(arguments: [
        ("imprimatur.yaml", "imprimatur.yaml"),
        ("systems/a", "systems/a/prompts/system.prompt"),
        ("systems/a/", "systems/a/prompts/system.prompt"),
        ("./systems/a", "systems/a"),
        ("systems/*/system.yaml", "systems/a/system.yaml"),
        ("systems/*", "systems/a"),
        ("**/*.yaml", "a.yaml"),
        ("**/*.yaml", "a/b/c.yaml"),
        ("governance/**/*.yaml", "governance/materiality.yaml"),
        ("governance/**", "governance/plans/a.yaml"),
        ("a/**/b/**/c", "a/x/b/y/z/c"),
        ("v?.txt", "v1.txt"),
        ("*a*b", "xxaxxab"),
        ("påske/*.md", "påske/é.md"),
        ("a b/*.yaml", "a b/c d.yaml"),
    ])
    func matches(_ pattern: String, _ path: String) {
        #expect(PathPattern(pattern).matches(path))
    }

    @Test(arguments: [
        ("systems/a", "systems/ab"),
        ("systems/a", "systems"),
        ("systems/*", "systems/a/b"),
        ("*.yaml", "a/b.yaml"),
        ("systems/*/system.yaml", "systems/a/b/system.yaml"),
        ("governance/**/*.yaml", "governance.yaml"),
        ("v?.txt", "v10.txt"),
        ("v?.txt", "v.txt"),
        ("*a*b", "xxaxxabc"),
        ("A.yaml", "a.yaml"),
    ])
    func doesNotMatch(_ pattern: String, _ path: String) {
        #expect(!PathPattern(pattern).matches(path))
    }

    @Test func theLiteralPrefixEndsBeforeTheFirstWildcard() {
        #expect(PathPattern("systems/*/records/**").literalPrefix == "systems")
        #expect(PathPattern("governance/plans/a.yaml").literalPrefix == "governance/plans/a.yaml")
        #expect(PathPattern("**/*.yaml").literalPrefix == "")
    }

    /// A pattern with many stars must not take time that grows with every one of them.
    @Test func manyStarsInOnePartAreHarmless() {
        let pattern = PathPattern(String(repeating: "*a", count: 24) + "b")
        #expect(!pattern.matches(String(repeating: "a", count: 4_000)))
    }

    /// As the definition reads, which takes exponential time.
    private static func isMatch(_ pattern: ArraySlice<Substring>, _ path: ArraySlice<Substring>) -> Bool {
        guard let first = pattern.first else { return path.isEmpty }
        if first == "**" {
            return isMatch(pattern.dropFirst(), path) || (!path.isEmpty && isMatch(pattern, path.dropFirst()))
        }
        guard let name = path.first, isNameMatch(first, name) else { return false }
        return isMatch(pattern.dropFirst(), path.dropFirst())
    }

    private static func isNameMatch(_ part: Substring, _ name: Substring) -> Bool {
        guard let first = part.first else { return name.isEmpty }
        if first == "*" {
            return isNameMatch(part.dropFirst(), name) || (!name.isEmpty && isNameMatch(part, name.dropFirst()))
        }
        return (first == "?" ? !name.isEmpty : name.first == first) && isNameMatch(part.dropFirst(), name.dropFirst())
    }

    @Test func agreesWithTheDefinition() {
        var matched = 0
        var random = Steps(state: 20_261_124)
        for _ in 0..<20_000 {
            let pattern = (0...random.below(5)).map { _ in random.pick(["**", "**", "a", "b", "*", "a*", "?", "*b"]) }
                .joined(separator: "/")
            let path = (0...random.below(6)).map { _ in random.pick(["a", "b", "ab", "aab"]) }.joined(separator: "/")
            guard pattern.contains("*") || pattern.contains("?") else { continue }
            let expected = Self.isMatch(pattern.split(separator: "/")[...], path.split(separator: "/")[...])
            #expect(PathPattern(pattern).matches(path) == expected, "\(pattern) \(path)")
            matched += expected ? 1 : 0
        }
        #expect(matched > 1_000)
    }

    /// The same numbers in every run.
    private struct Steps {
        var state: UInt64

        mutating func below(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }

        mutating func pick(_ words: [String]) -> String { words[below(words.count)] }
    }

    /// Nor with every `**`: there are some 10^13 ways to share 60 folders among twelve of them.
    @Test(.timeLimit(.minutes(1))) func manyStarsForFoldersAreHarmless() {
        let folders = String(repeating: "a/", count: 60)
        let adjacent = PathPattern("a/" + String(repeating: "**/", count: 12) + "x.yaml")
        #expect(!adjacent.matches(folders + "y.yaml"))
        #expect(adjacent.matches(folders + "x.yaml"))
        let apart = PathPattern(String(repeating: "**/a/", count: 12) + "x.yaml")
        #expect(!apart.matches(folders + "y.yaml"))
        #expect(apart.matches(folders + "x.yaml"))
    }
}
