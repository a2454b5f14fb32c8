import PlanRules
import SourceText
import Testing

/// Every candidate rule runs on every case.
@Suite struct CandidateRuleTests {
    @Test(arguments: CandidateCase.all)
    func findingsAreThoseExpected(_ testCase: CandidateCase) throws {
        var parts = try CandidateParts()
        try testCase.change(&parts)
        let findings = RuleCatalogue.findings(for: parts.candidate)
        #expect(findings.map { "\($0.rule) \($0.severity)" }.sorted() == testCase.expected.sorted())
        for finding in findings {
            #expect(!finding.message.hasSuffix("."), "not without a full stop: \(finding.message)")
            #expect(finding.mend.hasSuffix("."), "not a sentence: \(finding.mend)")
        }
    }

    private static let rulesWithCases =
        (RuleCatalogue.candidateRules as [any Rule.Type] + RuleCatalogue.proposalRules).map {
            $0.description.id.rawValue
        }

    @Test(arguments: rulesWithCases) func everyRuleFiresSomewhereAndIsSilentSomewhere(_ rule: String) {
        let cases = CandidateCase.all.filter { $0.rule == rule }
        #expect(cases.contains { $0.expected.contains { $0.hasPrefix(rule) } }, "\(rule) fires nowhere")
        #expect(cases.contains { !$0.expected.contains { $0.hasPrefix(rule) } }, "\(rule) is silent nowhere")
    }

    @Test func aLonePersonReadsWhatToDo() throws {
        var parts = try CandidateParts()
        parts.missingApprovals = [ReleaseCandidate.MissingApproval(role: "risk-approver", count: 1, eligible: [])]
        let finding = try #require(RuleCatalogue.findings(for: parts.candidate).first)
        #expect(finding.mend.contains("add a second person: imprimatur trust propose"))
    }
}

extension CandidateCase {
    private static let missing = ReleaseCandidate.MissingApproval(role: "risk-approver", count: 1, eligible: ["maya"])
    private static let author: [(code: String, sentence: String)] = [("author", "ivo signed commits of this release")]

    static let all = circumstances + gates + approvals + people + packages + materiality + predetermined + proposals

    private static let gates = [
        CandidateCase("GAT-001", "evidence is there") { _ in },
        CandidateCase("GAT-001", "no evidence at all", expected: ["GAT-001 error"]) { $0.evidence = [] },
        CandidateCase("GAT-001", "evidence for another version only", expected: ["GAT-001 error"]) {
            $0.evidence = []
            try $0.add(result: "passed", at: "2026-08-28T13:45:00Z", release: "release:support-assistant@1.0.0")
        },
        CandidateCase("GAT-001", "evidence for another gate only", expected: ["GAT-001 error"]) {
            $0.evidence = []
            try $0.add(result: "passed", at: "2026-08-28T13:45:00Z", gate: "safety-eval")
        },
        CandidateCase("GAT-002", "failed first, passed later") {
            try $0.add(result: "failed", at: "2026-08-27T13:45:00Z")
        },
        CandidateCase("GAT-002", "passed first, failed later", expected: ["GAT-002 error"]) {
            try $0.add(result: "failed", at: "2026-08-29T13:45:00Z")
        },
        CandidateCase("GAT-002", "passed and failed at the same moment", expected: ["GAT-002 error"]) {
            try $0.add(result: "failed", at: "2026-08-28T13:45:00Z")
        },
        CandidateCase("GAT-002", "warned is not passed", expected: ["GAT-002 error"]) {
            $0.evidence = []
            try $0.add(result: "warned", at: "2026-08-28T13:45:00Z")
        },
        CandidateCase("GAT-002", "skipped is not passed", expected: ["GAT-002 error"]) {
            $0.evidence = []
            try $0.add(result: "skipped", at: "2026-08-28T13:45:00Z")
        },
        CandidateCase("GAT-003", "evidence for other bytes", expected: ["GAT-003 error"]) {
            $0.evidence = []
            try $0.add(result: "passed", at: "2026-08-28T13:45:00Z", sha256: CandidateParts.otherSHA256)
        },
        CandidateCase("GAT-003", "later evidence for other bytes beside evidence for these") {
            try $0.add(result: "failed", at: "2026-08-29T13:45:00Z", sha256: CandidateParts.otherSHA256)
        },
    ]

    private static let approvals = [
        CandidateCase("APR-001", "nothing is missing") { _ in },
        CandidateCase("APR-001", "a role is missing", expected: ["APR-001 error"]) { $0.missingApprovals = [missing] },
        CandidateCase("APR-002", "an unknown key, and it is needed", expected: ["APR-001 error", "APR-002 error"]) {
            $0.missingApprovals = [missing]
            $0.approvals = [CandidateParts.approval(reasons: [("unknown-key", "no key is known")], isUntrusted: true)]
        },
        CandidateCase("APR-002", "an unknown key, and enough others", expected: ["APR-002 warning"]) {
            $0.approvals.append(
                CandidateParts.approval(reasons: [("unknown-key", "no key is known")], isUntrusted: true))
        },
        CandidateCase("APR-002", "a trusted approval that counts") { _ in },
        CandidateCase("APR-003", "an approval of other bytes", expected: ["APR-001 error", "APR-003 error"]) {
            $0.missingApprovals = [missing]
            $0.approvals = [CandidateParts.approval(reasons: [("digest", "it is for bbbb…")], isUntrusted: false)]
        },
        CandidateCase("APR-003", "an old approval beside a new one", expected: ["APR-003 warning"]) {
            $0.approvals.append(CandidateParts.approval(reasons: [("digest", "it is for bbbb…")], isUntrusted: false))
        },
        CandidateCase("APR-003", "an approval of these bytes") { _ in },
    ]

    private static let people = [
        CandidateCase("PPL-006", "the author approved", expected: ["APR-001 error", "PPL-006 error"]) {
            $0.missingApprovals = [missing]
            $0.approvals = [CandidateParts.approval(reasons: author, isUntrusted: false)]
        },
        CandidateCase("PPL-006", "the author approved, and enough others did", expected: ["PPL-006 warning"]) {
            $0.approvals.append(CandidateParts.approval(reasons: author, isUntrusted: false))
        },
        CandidateCase("PPL-006", "somebody else approved") { _ in },
        CandidateCase("PPL-003", "a retired key, and it is needed", expected: ["APR-001 error", "PPL-003 error"]) {
            $0.missingApprovals = [missing]
            $0.approvals = [
                CandidateParts.approval(reasons: [("key-retired", "its key is retired")], isUntrusted: false)
            ]
        },
        CandidateCase("PPL-003", "a stolen key, and enough others", expected: ["PPL-003 warning"]) {
            $0.approvals.append(
                CandidateParts.approval(reasons: [("key-compromised", "its key is compromised")], isUntrusted: false))
        },
        CandidateCase("PPL-003", "an active key") { _ in },
        CandidateCase(
            "PPL-010", "the delegation is over, and it is needed", expected: ["APR-001 error", "PPL-010 error"]
        ) {
            $0.missingApprovals = [missing]
            $0.approvals = [
                CandidateParts.approval(reasons: [("delegation-ended", "it ended on 2026-08-15")], isUntrusted: false)
            ]
        },
        CandidateCase("PPL-010", "the delegation is over, and enough others", expected: ["PPL-010 warning"]) {
            $0.approvals.append(
                CandidateParts.approval(reasons: [("delegation-ended", "it ended on 2026-08-15")], isUntrusted: false))
        },
        CandidateCase("PPL-010", "nobody acts for another") { _ in },
    ]

    private static let packages = [
        CandidateCase("PKG-006", "the version is new") { _ in },
        CandidateCase("PKG-006", "the version is released with these bytes") {
            $0.sealed = ReleaseCandidate.SealedRelease(
                tag: "release/support-assistant/1.1.0", packageSHA256: CandidateParts.sha256)
        },
        CandidateCase("PKG-006", "the version is released with other bytes", expected: ["PKG-006 error"]) {
            $0.sealed = ReleaseCandidate.SealedRelease(
                tag: "release/support-assistant/1.1.0", packageSHA256: CandidateParts.otherSHA256)
        },
    ]
}
