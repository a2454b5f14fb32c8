import Approvals
import Materiality
import PackageContents
import PlanModel
import PlanRules
import SourceText

/// What the policy and the plan ask of a release of one tier and class.
struct PolicyRequirement {
    let policySHA256: String?
    let policy: MaterialityPolicy?
    /// Nil when no row matches, or a matching row does not say.
    let quorum: Quorum?
    let gates: [ReleaseCandidate.RequiredGate]
    let refusals: [ReleaseEvaluation.Reason]
    /// `tier medium × critical`, or `predetermined change nightly-index`
    let label: String

    /// The policy whose bytes the trust root pins; a policy that somebody edited is not one.
    static func pinnedPolicy(
        in snapshot: Snapshot, root: TrustRoot
    ) -> (policy: MaterialityPolicy, sha256: String)? {
        for policy in snapshot.documents.of(MaterialityPolicy.self) {
            if root.pins(policy) { return (policy, ContentDigest.sha256(policy.envelope.source.bytes)) }
        }
        return nil
    }

    init(
        policy pinned: (policy: MaterialityPolicy, sha256: String)?, plan: DeploymentPlan?, tier: RiskTier,
        changeClass: ChangeClass
    ) {
        let label = "tier \(tier.rawValue) × \(changeClass.name)"
        self.label = label
        policy = pinned?.policy
        policySHA256 = pinned?.sha256
        var refusals: [ReleaseEvaluation.Reason] = []
        var gates: [ReleaseCandidate.RequiredGate] = []
        var quorums: [Quorum] = []

        let rows = pinned?.policy.matrix.filter {
            $0.tier?.value == tier && $0.changeClass?.value == changeClass.name
        }
        if let rows, rows.isEmpty {
            refusals.append(
                ReleaseEvaluation.Reason(
                    code: "no-matrix-row", message: "the materiality policy has no row for \(label)",
                    mend: "Add the row; what nobody asked for is not thereby allowed."))
        }
        for row in rows ?? [] {
            gates += row.gates.map { ReleaseCandidate.RequiredGate(name: $0.value, askedBy: label) }
            guard let approvals = row.approvals else {
                refusals.append(
                    ReleaseEvaluation.Reason(
                        code: "quorum-unreadable",
                        message: "the policy's row for \(label) has no quorum that can be met",
                        mend: "Write approvals as roles with counts of at least 1."))
                continue
            }
            if approvals.isEmpty, !Self.mayBeEmpty(tier: tier, changeClass: changeClass) {
                refusals.append(
                    ReleaseEvaluation.Reason(
                        code: "quorum-empty", message: "the policy asks for no approval at all for \(label)",
                        mend:
                            "Name at least one role: only small changes of tiers low and medium, and the first release "
                            + "of tier low, may rest on the release signature alone."))
            }
            quorums.append(approvals)
        }
        if pinned == nil {
            refusals.append(
                ReleaseEvaluation.Reason(
                    code: "policy-not-pinned",
                    message: "no materiality policy here has the bytes that the trust root pins",
                    mend: "Restore the policy, or have a new trust root version pin the new one."))
        }
        for criterion in plan?.entryCriteria ?? [] where criterion.isRequired(tier: tier, changeClass: changeClass) {
            guard let gate = criterion.gate?.value, !gates.contains(where: { $0.name == gate }) else { continue }
            gates.append(ReleaseCandidate.RequiredGate(name: gate, askedBy: "plan \(plan?.name ?? "")"))
        }
        self.gates = gates
        self.refusals = refusals
        quorum = quorums.isEmpty ? nil : .all(quorums)
    }

    /// What a predetermined change takes inside its bounds: the gates of its protocol. That the trust root pins the
    /// policy is its approval.
    init(
        policy pinned: (policy: MaterialityPolicy, sha256: String)?,
        permission: MaterialityPolicy.PredeterminedChange
    ) {
        let label = "predetermined change \(permission.id?.value ?? "?")"
        self.label = label
        policy = pinned?.policy
        policySHA256 = pinned?.sha256
        quorum = .all([])
        gates = permission.gates.map { ReleaseCandidate.RequiredGate(name: $0.value, askedBy: label) }
        refusals = []
    }

    private static func mayBeEmpty(tier: RiskTier, changeClass: ChangeClass) -> Bool {
        switch changeClass {
        case .ordered(.none), .ordered(.minor): tier < .high
        case .initial: tier == .low
        case .ordered: false
        }
    }
}

extension DeploymentPlan.EntryCriterion {
    /// True when `requiredFor` reaches down to the tier and class, or is absent; a first release counts as critical,
    /// because nothing of it was tested before.
    fileprivate func isRequired(tier: RiskTier, changeClass: ChangeClass) -> Bool {
        let limits = fields.mapping("requiredFor")
        let level: MaterialityClass
        switch changeClass {
        case .initial: level = .critical
        case .ordered(let ordered): level = ordered
        }
        let minimumTier = limits.choice("minTier", RiskTier.self)?.value ?? .low
        let minimumClass = limits.choice("minClass", MaterialityClass.self)?.value ?? .none
        return tier >= minimumTier && level >= minimumClass
    }
}
