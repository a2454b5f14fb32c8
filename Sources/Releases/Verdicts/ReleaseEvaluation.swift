package import Approvals
package import Materiality
import PackageContents
package import PlanModel
package import PlanRules
package import SourceText

/// Everything that was found out about releasing one system at one state of its files.
package struct ReleaseEvaluation: Sendable {
    /// Could this be released?
    package enum Outcome: String, Sendable {
        case pass, fail, incomplete
    }

    /// Something without which there is no release, with the command that supplies it and the people who can.
    package struct Missing: Sendable, Hashable {
        package let what: String
        package let command: String
        package let who: [String]
    }

    /// Why there can be no release, or why the tool could not decide: something beyond the documents' own rules.
    /// Codes are stable and documented.
    package struct Reason: Sendable, Hashable {
        package let code: String
        /// One sentence without a final full stop.
        package let message: String
        package let mend: String

        package init(code: String, message: String, mend: String) {
            self.code = code
            self.message = message
            self.mend = mend
        }
    }

    package let system: String
    package let version: String
    package let tier: RiskTier
    /// Nil when the package could not be put together.
    package let packageSHA256: String?
    package let plan: Statement.Subject?
    package let policySHA256: String?
    /// The release that the change is judged against.
    package let base: ReleaseChain.Link?
    package let changeClass: ChangeClass
    /// Nil for the first release.
    package let comparison: Comparison?
    /// The sum of changes since the last fully gated release. Nil where there is nothing to sum up.
    package let cumulative: CumulativeVerdict?
    /// Component of the predetermined change whose gates suffice for this release. Nil when the class decides.
    package let predeterminedComponent: ChangeCategory?
    /// True when nothing is missing of the gates and approvals of a material change or more.
    package let meetsFullGating: Bool
    package let candidate: ReleaseCandidate?
    package let statements: [JudgedStatement]
    /// Statements about the plan that the package pins.
    package let planStatements: [JudgedStatement]
    /// Statements about records that waive a gate or lift a halt.
    package let recordStatements: [JudgedStatement]
    /// Rejections of this release and withdrawals, which a release statement has to list as well.
    package let objections: [Statement.ListedStatement]
    package let vetoes: [JudgedStatement]
    package let contributors: Contributors
    package let quorum: QuorumResult?
    package let findings: [Finding]
    /// Refusals that no document causes: a broken chain, a veto, a policy that the root does not pin.
    package let refusals: [Reason]
    package let undecided: [Reason]
    package let notes: [Reason]
    package let missing: [Missing]

    /// Nil where nobody knows what is asked for: without a policy that the trust root pins, or a row for the class.
    package var remaining: RemainingRequirement? { quorum == nil ? nil : candidate.map(RemainingRequirement.init) }

    /// Fail and incomplete together are a failure: what is known suffices to refuse.
    package var outcome: Outcome {
        if findings.hasErrors || !refusals.isEmpty { return .fail }
        return undecided.isEmpty ? .pass : .incomplete
    }

    /// The approvals that fill the quorums of the package and of its plan or stand beside them, what lets a gate or a
    /// halt go, and what people said against the release: all that a release statement lists, in the order of their ids.
    package var listedStatements: [Statement.ListedStatement] {
        let counted = (statements + planStatements + recordStatements).compactMap {
            judged -> Statement.ListedStatement? in
            guard judged.counts, judged.decision == .approve, let id = judged.found.id, let role = judged.role,
                let principal = judged.principal
            else { return nil }
            return Statement.ListedStatement(id: id, role: role, principal: principal)
        }
        return Set(counted + objections).sorted { ($0.id, $0.role, $0.principal) < ($1.id, $1.role, $1.principal) }
    }
}
