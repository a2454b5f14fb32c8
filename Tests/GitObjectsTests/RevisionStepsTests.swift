import Testing

@testable import GitObjects

/// The part of a revision that is walked over raw parents.
struct RevisionStepsTests {
    @Test(
        arguments: [
            ("HEAD~", "HEAD", [.firstParents(1)]), ("HEAD~3", "HEAD", [.firstParents(3)]),
            ("main^", "main", [.parent(1)]), ("v1^2~4^0", "v1", [.parent(2), .firstParents(4), .parent(0)]),
            ("HEAD^^", "HEAD", [.parent(1), .parent(1)]), ("v1^{commit}", "v1", []),
            ("v1^{}~1", "v1", [.firstParents(1)]),
            ("@{1}~2", "@{1}", [.firstParents(2)]),
        ] as [(String, String, [RevisionSteps.Step])])
    func read(_ revision: String, _ start: String, _ steps: [RevisionSteps.Step]) throws {
        let path = try #require(RevisionSteps(revision))
        #expect(path.start == start)
        #expect(path.steps == steps)
    }

    @Test(arguments: [
        "HEAD", "", "~1", "^main", "HEAD^{tree}", "HEAD:a~1", ":/text~", "HEAD~x", "HEAD~1x", "HEAD^{/text}", "HEAD^@",
        "HEAD~99999999999999999999", "HEAD^-1", "HEAD~٣",
    ]) func leftToTheLibrary(_ revision: String) { #expect(RevisionSteps(revision) == nil) }
}
