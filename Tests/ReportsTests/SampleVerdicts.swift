import FindingPolicy
import PlanModel
import SourceText

@testable import Approvals
@testable import Materiality
@testable import Releases

/// What the judges and the verifier would say.
extension Samples {
    static func link(_ version: String, sequence: Int, commit digit: Character) -> ReleaseChain.Link {
        let found = statement(by: "rita", as: "release-manager", .release).found
        let fields = Statement.ReleaseFields(
            sequence: sequence, previous: sequence > 1 ? otherDigest : nil, approvals: [], evidenceSHA256: digest)
        return ReleaseChain.Link(
            tag: "release/support-assistant/\(version)", found: found,
            statement: Statement(decision: .release, repository: digest, subjects: []), fields: fields, id: otherDigest,
            commit: commit(digit), system: "support-assistant", version: version, packageSHA256: digest, signer: "rita",
            ruledBy: 1, ownRootVersion: 1, sealedBy: nil, isAffected: false, isVoid: false)
    }

    static let veto = ReleaseEvaluation.Reason(
        code: "veto", message: "ana rejected the system as risk-approver (reject/x)",
        mend: "The same person has to withdraw the rejection.")

    /// Compared with 1.0.0; approvals and evidence are missing.
    static var refused: ReleaseEvaluation {
        var contributors = Contributors()
        contributors.add("eva", commit("a"))
        contributors.add("eva", commit("b"))
        return evaluation(
            base: link("1.0.0", sequence: 1, commit: "b"), changeClass: .ordered(.critical),
            comparison: Comparison(changes: changes, files: []), statements: statements, contributors: contributors,
            findings: [finding], refusals: [veto],
            notes: [
                .init(code: "unattributable", message: "nobody can know who wrote commit x", mend: "Sign commits.")
            ],
            missing: [
                .init(
                    what: "passed evidence for red-team on package sha256:\(digest)",
                    command: "add a GateEvidence document for support-assistant@1.1.0 and commit it", who: []),
                .init(
                    what: "risk-approver × 2", command: "imprimatur approve support-assistant --role risk-approver",
                    who: ["maya", "ana"]),
            ])
    }

    /// The first release, with nothing against it.
    static var passed: ReleaseEvaluation {
        evaluation(
            base: nil, changeClass: .initial, comparison: nil,
            statements: [statement(by: "maya"), statement(by: "tom", as: "product-owner")])
    }

    private static func evaluation(
        base: ReleaseChain.Link?, changeClass: ChangeClass, comparison: Comparison?, statements: [JudgedStatement],
        contributors: Contributors = Contributors(), findings: [Finding] = [],
        refusals: [ReleaseEvaluation.Reason] = [],
        notes: [ReleaseEvaluation.Reason] = [], missing: [ReleaseEvaluation.Missing] = []
    ) -> ReleaseEvaluation {
        ReleaseEvaluation(
            system: "support-assistant", version: base == nil ? "1.0.0" : "1.1.0", tier: .medium, packageSHA256: digest,
            plan: .plan(name: "customer-ai", version: "4", sha256: otherDigest), policySHA256: otherDigest, base: base,
            changeClass: changeClass, comparison: comparison, cumulative: nil, predeterminedComponent: nil,
            meetsFullGating: false, candidate: base == nil ? nil : candidate,
            statements: statements, planStatements: [], recordStatements: [], objections: [], vetoes: [],
            contributors: contributors,
            quorum: base == nil ? nil : QuorumResult(missing: [.init(role: "risk-approver", count: 2)], filled: []),
            findings: findings,
            refusals: refusals, undecided: [], notes: notes, missing: missing)
    }

    static func gate(
        _ evaluations: [ReleaseEvaluation], findings: [Finding] = [], undecided: [ReleaseEvaluation.Reason] = [],
        notes: [ReleaseEvaluation.Reason] = []
    ) -> GateJudgement {
        GateJudgement(
            baseCommit: commit("d"), headCommit: commit("e"), findings: findings.judgedAsOpen(),
            evaluations: evaluations,
            mergeRefusals: [], undecided: undecided, notes: notes, requiredAt: .release)
    }

    /// What a clone with a replaced object is told.
    static let note = ReleaseEvaluation.Reason(
        code: "refs-replace-present", message: "git shows another object", mend: "Look at it.")

    static var releases: [VerifiedRelease] {
        [
            VerifiedRelease(
                tag: "release/support-assistant/1.0.0", system: "support-assistant", version: "1.0.0",
                link: link("1.0.0", sequence: 1, commit: "b"), evaluation: passed, findings: [], refusals: [],
                undecided: []),
            VerifiedRelease(
                tag: "release/support-assistant/1.1.0", system: "support-assistant", version: "1.1.0",
                link: link("1.1.0", sequence: 2, commit: "c"), evaluation: refused, findings: [],
                refusals: [
                    .init(code: "digest-mismatch", message: "it names another package", mend: "Do not deploy it.")
                ],
                undecided: [.unpinned]),
            VerifiedRelease(
                tag: "release/support-assistant/9", system: "support-assistant", version: "9", link: nil,
                evaluation: nil, findings: [],
                refusals: [.init(code: "unsigned", message: "it is not signed", mend: "Do not deploy it.")],
                undecided: []),
        ]
    }
}
