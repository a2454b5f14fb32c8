import PlanRules
import SourceText
import Testing

/// Every rule about release tags runs on every tag.
struct TagRuleTests {
    private static let branch = "refs/heads/main"
    private static let name = "release/support-assistant/1.1.0"
    static let tags: [(tag: ReleaseTag, expected: [String])] = [
        (ReleaseTag(name: name, protectedRef: branch, isOnFirstParentLine: true), []),
        (
            ReleaseTag(
                name: name, defects: [ReleaseTag.Defect(code: "not-annotated", sentence: "it is a lightweight tag")],
                protectedRef: branch, isOnFirstParentLine: nil), ["APR-005"]
        ),
        (
            ReleaseTag(
                name: name, conflicts: [ReleaseTag.Defect(code: "chain-fork", sentence: "two of them are number 2")],
                protectedRef: branch, isOnFirstParentLine: true), ["APR-006"]
        ),
        (ReleaseTag(name: name, protectedRef: branch, isOnFirstParentLine: false), ["APR-007"]),
    ]

    @Test(arguments: tags.indices) func findingsAreThoseExpected(_ number: Int) {
        let findings = RuleCatalogue.findings(for: Self.tags[number].tag)
        #expect(findings.map(\.rule.rawValue) == Self.tags[number].expected)
        #expect(findings.allSatisfy { $0.severity == .error && $0.mend.hasSuffix(".") })
    }

    @Test(arguments: RuleCatalogue.tagRules.map { $0.description.id.rawValue })
    func everyRuleFiresSomewhereAndIsSilentSomewhere(_ rule: String) {
        #expect(Self.tags.contains { $0.expected.contains(rule) })
        #expect(Self.tags.contains { !$0.expected.contains(rule) })
    }
}
