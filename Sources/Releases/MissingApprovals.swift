import Approvals
import PlanModel
import PlanRules

/// Who could still approve: people who hold a role, and whom nothing excludes.
struct EligiblePeople {
    private let used: Set<String>
    private let contributors: Contributors
    private let signer: String?
    fileprivate let trust: TrustState
    /// All of which a role has to cover.
    fileprivate let systems: [String]

    init(
        approvals: [(role: String, principal: String)], contributors: Contributors, signer: String?,
        trust: TrustState, systems: [String]
    ) {
        used = Set(approvals.map(\.principal))
        self.contributors = contributors
        self.signer = signer
        self.trust = trust
        self.systems = systems
    }

    func of(_ role: String) -> [String] {
        let holders = trust.roster.principals.filter { principal in
            principal.kind == .human && trust.roster.canSign(principal)
                && systems.allSatisfy { principal.holds(role, system: $0) }
        }
        return holders.map(\.id).filter { id in
            !contributors.includes(id) && (trust.root.approvals.allowMultiRole || !used.contains(id))
                && (trust.root.approvals.releaseSignerMayApprove || id != signer)
        }
    }
}

/// What a release still lacks, with the command that supplies it and who can run it.
struct MissingApprovals {
    let approvals: [ReleaseCandidate.MissingApproval]
    private let trust: TrustState
    private let system: String

    init(quorum: QuorumResult?, people: EligiblePeople) {
        trust = people.trust
        system = people.systems.first ?? ""
        approvals = (quorum?.missing ?? []).map { gap in
            ReleaseCandidate.MissingApproval(role: gap.role, count: gap.count, eligible: people.of(gap.role))
        }
    }

    func list(candidate: ReleaseCandidate?, plan: DeploymentPlan?) -> [ReleaseEvaluation.Missing] {
        guard let candidate else { return [] }
        var missing: [ReleaseEvaluation.Missing] = []
        for gate in candidate.requiredGates {
            guard !candidate.hasPassed(gate.name) else { continue }
            let owner = plan?.entryCriteria.first { $0.gate?.value == gate.name }?.owner?.value
            missing.append(
                ReleaseEvaluation.Missing(
                    what: "passed evidence for \(gate.name) on package sha256:\(candidate.packageSHA256)",
                    command: "add a GateEvidence document for \(candidate.name) and commit it", who: people(owner)))
        }
        for approval in candidate.missingApprovals {
            let command =
                approval.eligible.isEmpty
                ? QuorumUnmet.addPerson : "imprimatur approve \(system) --role \(approval.role)"
            missing.append(
                ReleaseEvaluation.Missing(
                    what: "\(approval.role) × \(approval.count)", command: command, who: approval.eligible))
        }
        return missing
    }

    private func people(_ owner: String?) -> [String] {
        guard let owner, let reference = DocumentReference(owner) else { return [] }
        if reference.prefix == "person" { return [reference.name] }
        return trust.roster.holders(of: reference.name, system: system).map(\.id)
    }
}
