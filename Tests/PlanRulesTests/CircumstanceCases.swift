import PlanRules
import SourceText

/// Releases with something around them: their plan, the release before, people in two roles, texts and records.
extension CandidateCase {
    private static let place = Location.file(path: "systems/support-assistant/records/decision.yaml")
    private static let risk = ReleaseCandidate.MissingApproval(role: "risk-approver", count: 1, eligible: ["maya"])

    private static func plan(
        missing: [ReleaseCandidate.MissingApproval] = [], approved: String? = nil,
        effective: (version: Int, since: String?)? = nil
    ) -> ReleaseCircumstances.PlanApproval {
        ReleaseCircumstances.PlanApproval(
            name: "customer-ai", version: 4, pin: place, requirement: "tier low × material", missing: missing,
            lastApproved: 3, approvedSHA256: approved, sha256: CandidateParts.sha256, effective: effective)
    }

    static let circumstances = plans + lineage + roles + texts + records

    private static let plans = [
        CandidateCase("PLN-002", "the plan is approved") { $0.circumstances.plan = plan() },
        CandidateCase("PLN-002", "the plan lacks an approval", expected: ["PLN-002 error"]) {
            $0.circumstances.plan = plan(missing: [risk])
        },
        CandidateCase("PLN-004", "other bytes were approved before, and these are too") {
            $0.circumstances.plan = plan(approved: CandidateParts.otherSHA256)
        },
        CandidateCase("PLN-004", "edited after its approval", expected: ["PLN-004 error"]) {
            $0.circumstances.plan = plan(missing: [risk], approved: CandidateParts.otherSHA256)
        },
        CandidateCase("PKG-015", "an older version is in effect") {
            $0.circumstances.plan = plan(effective: (3, "2026-01-01T00:00:00Z"))
        },
        CandidateCase("PKG-015", "a newer version is in effect", expected: ["PKG-015 error"]) {
            $0.circumstances.plan = plan(effective: (5, nil))
        },
    ]

    private static let lineage = [
        CandidateCase("PKG-007", "nobody looked at the releases before") { $0.circumstances.lastRelease = "7.0.0" },
        CandidateCase("PKG-007", "another release came between", expected: ["PKG-007 error"]) {
            $0.circumstances.isLineageKnown = true
            $0.circumstances.lastRelease = "7.0.0"
        },
        CandidateCase("PKG-007", "a first release that names one before", expected: ["PKG-007 error"]) {
            $0.circumstances.isLineageKnown = true
        },
    ]

    private static let roles = [
        CandidateCase("PPL-007", "two people in two roles") { _ in },
        CandidateCase("PPL-007", "one person in two separated roles", expected: ["PPL-007 error"]) {
            $0.circumstances.doubleRoles = [
                ReleaseCircumstances.DoubleRole(principal: "maya", roles: ["product-owner", "risk-approver"])
            ]
        },
        CandidateCase(
            "PPL-008", "an approval by a robot, and approvals are missing",
            expected: ["APR-001 error", "PPL-008 error"]
        ) {
            $0.missingApprovals = [risk]
            $0.approvals = [CandidateParts.approval(reasons: [("not-a-person", "bot is a robot")], isUntrusted: true)]
        },
        CandidateCase("PPL-008", "an approval by a robot beside enough others", expected: ["PPL-008 warning"]) {
            $0.approvals = [CandidateParts.approval(reasons: [("not-a-person", "bot is a robot")], isUntrusted: true)]
        },
        CandidateCase("PPL-008", "an approval without the role is none of its", expected: ["APR-002 warning"]) {
            $0.approvals = [CandidateParts.approval(reasons: [("role-not-held", "no role")], isUntrusted: true)]
        },
        CandidateCase("APR-009", "signed by people") { _ in },
        CandidateCase("APR-009", "signed by the hosting service", expected: ["APR-009 warning"]) {
            $0.circumstances.forgeSignatures = [ReleaseCircumstances.ForgeSignature(commit: "4f1c2aa", forge: "github")]
        },
    ]

    private static let texts = [
        CandidateCase("APR-011", "a claim beside enough signatures") {
            $0.circumstances.textualApprovals = [
                ReleaseCircumstances.TextualApproval(location: place, text: "approved by Maya")
            ]
        },
        CandidateCase("APR-011", "a claim in place of a signature", expected: ["APR-001 error", "APR-011 error"]) {
            $0.missingApprovals = [risk]
            $0.circumstances.textualApprovals = [
                ReleaseCircumstances.TextualApproval(location: place, text: "approved by Maya")
            ]
        },
        CandidateCase("APR-004", "the files that changed are named", expected: ["APR-004 warning"]) {
            $0.approvals.append(
                CandidateParts.approval(
                    reasons: [("other-digest", "other bytes")], isUntrusted: false,
                    changedSince: ["prompts/system.prompt"]))
        },
        CandidateCase("APR-004", "nobody knows what changed", expected: ["APR-003 warning"]) {
            $0.approvals.append(
                CandidateParts.approval(reasons: [("other-digest", "other bytes")], isUntrusted: false))
        },
    ]

    private static let records = [
        CandidateCase("APR-010", "only released versions met users") { _ in },
        CandidateCase("APR-010", "an unreleased version met users", expected: ["APR-010 error"]) {
            $0.circumstances.exposures = [
                ReleaseCircumstances.Exposure(location: place, version: "1.2.0", environment: "prod")
            ]
        },
        CandidateCase("APR-008", "no condition is due") { _ in },
        CandidateCase("APR-008", "a condition is due and open", expected: ["APR-008 error"]) {
            $0.circumstances.openConditions = [
                ReleaseCircumstances.OpenCondition(
                    location: place, text: "Spanish evaluation", due: "2026-09-15T00:00:00Z", release: "a@1.0.0")
            ]
        },
    ]
}
