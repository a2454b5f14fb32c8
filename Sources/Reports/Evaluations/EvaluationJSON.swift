import Approvals
import Materiality
import PlanModel
import PlanRules
import Releases
import SourceText

/// Everything known about releasing one system, in JSON output.
struct EvaluationJSON: Encodable {
    private let system: String
    private let version: String
    private let tier: String
    private let `class`: String
    private let outcome: String
    private let packageDigest: String?
    private let plan: String?
    private let base: Base?
    private let changes: [ChangeJSON]
    private let cumulative: CumulativeJSON?
    private let predetermined: PredeterminedJSON?
    private let gates: [Gate]
    private let statements: [StatementJSON]
    private let planStatements: [StatementJSON]
    private let missing: [Missing]
    private let remaining: RemainingJSON?
    private let findings: [FindingJSON]
    private let refusals: [ReasonJSON]
    private let undecided: [ReasonJSON]
    private let notes: [ReasonJSON]
    private let contributors: [Contributor]

    private struct Base: Encodable {
        let version: String
        let tag: String
    }

    private struct Gate: Encodable {
        let name: String
        let status: GateStatus
        let askedBy: String
    }

    private struct Missing: Encodable {
        let what: String
        let command: String
        let who: [String]
    }

    private struct Contributor: Encodable {
        let principal: String
        /// Object ids, the newest first as far as history tells.
        let commits: [String]
    }

    /// - Parameters:
    ///   - undecided: doubts about the judgement as a whole, such as a trust root that nobody pinned.
    ///   - notes: what to know about the clone.
    ///   - outcome: the verdict with those doubts in it.
    init(
        _ evaluation: ReleaseEvaluation, undecided: [ReleaseEvaluation.Reason] = [],
        notes: [ReleaseEvaluation.Reason] = [], outcome: ReleaseEvaluation.Outcome? = nil
    ) {
        system = evaluation.system
        version = evaluation.version
        tier = evaluation.tier.rawValue
        `class` = evaluation.changeClass.name
        self.outcome = (outcome ?? evaluation.outcome).rawValue
        packageDigest = evaluation.packageSHA256.map { "sha256:" + $0 }
        plan = evaluation.plan?.text
        base = evaluation.base.map { Base(version: $0.version, tag: $0.tag) }
        changes = (evaluation.comparison?.changes ?? []).map(ChangeJSON.init)
        cumulative = evaluation.cumulative.map(CumulativeJSON.init)
        predetermined = (evaluation.candidate?.classVerdict.predetermined).map(PredeterminedJSON.init)
        gates = Self.gates(evaluation.candidate)
        statements = evaluation.statements.map(StatementJSON.init)
        planStatements = evaluation.planStatements.map(StatementJSON.init)
        missing = evaluation.missing.map { Missing(what: $0.what, command: $0.command, who: $0.who) }
        remaining = evaluation.remaining.map(RemainingJSON.init)
        findings = evaluation.findings.map(FindingJSON.init)
        refusals = evaluation.refusals.map(ReasonJSON.init)
        self.undecided = (evaluation.undecided + undecided).map(ReasonJSON.init)
        self.notes = (evaluation.notes + notes).map(ReasonJSON.init)
        contributors = evaluation.contributors.commits.sorted { $0.key < $1.key }.map { principal, commits in
            Contributor(principal: principal, commits: commits.map { "\($0)" })
        }
    }

    private static func gates(_ candidate: ReleaseCandidate?) -> [Gate] {
        guard let candidate else { return [] }
        return candidate.requiredGates.map { gate in
            Gate(name: gate.name, status: GateStatus(of: gate, in: candidate), askedBy: gate.askedBy)
        }
    }
}
