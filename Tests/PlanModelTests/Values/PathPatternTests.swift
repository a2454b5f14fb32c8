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
}
