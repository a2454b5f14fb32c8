import PlanModel
import PlanRules
import SourceText
import Testing

/// One pull request, and what the rules about pull requests say about it.
struct MergeCase: CustomTestStringConvertible {
    let rule: String
    let name: String
    /// Ids with severities.
    let expected: [String]
    let changesSystem: Bool
    let policies: [Location]
    let unclaimed: [ProposedMerge.UnclaimedFile]
    let unsigned: [ProposedMerge.UnsignedTrustRoot]

    var testDescription: String { "\(rule): \(name)" }

    init(
        _ rule: String, _ name: String, expected: [String] = [], changesSystem: Bool = true, policies: [Location] = [],
        unclaimed: [ProposedMerge.UnclaimedFile] = [], unsigned: [ProposedMerge.UnsignedTrustRoot] = []
    ) {
        self.rule = rule
        self.name = name
        self.expected = expected
        self.changesSystem = changesSystem
        self.policies = policies
        self.unclaimed = unclaimed
        self.unsigned = unsigned
    }

    static let all = [
        MergeCase(
            "MAT-007", "policy and prompt together", expected: ["MAT-007 error"],
            policies: [.file(path: "governance/materiality.yaml")]),
        MergeCase(
            "MAT-007", "the policy alone", changesSystem: false,
            policies: [.file(path: "governance/materiality.yaml")]),
        MergeCase("MAT-007", "the prompt alone"),
        MergeCase(
            "SYS-003", "a prompt with its front matter", expected: ["SYS-003 error"],
            unclaimed: [.init(path: "assistant/refund.prompt", sign: .format(name: "dotprompt", category: .prompts))]),
        MergeCase(
            "SYS-003", "beside governed files", expected: ["SYS-003 warning"],
            unclaimed: [
                .init(
                    path: "systems/support-assistant/prompts/draft.bak",
                    sign: .governedFolder("systems/support-assistant/prompts", system: "support-assistant"))
            ]),
        MergeCase(
            "SYS-003", "in a folder with a telling name", expected: ["SYS-003 warning"],
            unclaimed: [.init(path: "assistant/prompts/refund.md", sign: .folderName("prompts"))]),
        MergeCase("SYS-003", "everything is claimed"),
        MergeCase(
            "PPL-009", "nobody signed the new version", expected: ["PPL-009 error"], changesSystem: false,
            unsigned: [
                .init(
                    location: .file(path: "governance/trust/2.yaml"),
                    message: "version 1 asks for 1 × grc-control-owner, and there are 0",
                    mend: "Have them sign with `imprimatur trust sign`.")
            ]),
        MergeCase("PPL-009", "no new version"),
    ]
}

/// Every rule about pull requests runs on every case.
@Suite struct MergeRuleTests {
    @Test(arguments: MergeCase.all)
    func findingsAreThoseExpected(_ testCase: MergeCase) throws {
        let parts = try CandidateParts()
        let change = ChangeParts().change(parts.system, parts.package)
        let merge = ProposedMerge(
            changes: testCase.changesSystem ? [change] : [], changedPolicies: testCase.policies,
            unclaimedFiles: testCase.unclaimed, unsignedTrustRoots: testCase.unsigned)
        let findings = RuleCatalogue.findings(for: merge)
        #expect(findings.map { "\($0.rule) \($0.severity)" } == testCase.expected)
        for finding in findings {
            #expect(!finding.message.hasSuffix("."), "not without a full stop: \(finding.message)")
            #expect(finding.mend.hasSuffix("."), "not a sentence: \(finding.mend)")
        }
    }

    @Test(arguments: RuleCatalogue.mergeRules.map { $0.description.id.rawValue })
    func everyRuleFiresSomewhereAndIsSilentSomewhere(_ rule: String) {
        let cases = MergeCase.all.filter { $0.rule == rule }
        #expect(cases.contains { !$0.expected.isEmpty }, "\(rule) fires nowhere")
        #expect(cases.contains { $0.expected.isEmpty }, "\(rule) is silent nowhere")
    }

    /// What a pull request changes is asked as well, against its target.
    @Test func rulesAboutChangesAreAskedOfPullRequests() throws {
        let parts = try CandidateParts()
        var change = ChangeParts()
        change.files = [.init(path: "prompts/more.md", category: .prompts, isListed: false)]
        let merge = ProposedMerge(
            changes: [change.change(parts.system, parts.package)], changedPolicies: [], unclaimedFiles: [])
        #expect(RuleCatalogue.findings(for: merge).map(\.rule) == ["PKG-008"])
    }
}
