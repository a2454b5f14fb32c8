package import Approvals
package import GitObjects
import Materiality
import PackageContents
package import PlanModel
import PlanRules
package import SourceText

/// Judges one system at one state of its files: what changed, what that takes, what is there.
package struct ReleaseEvaluator {
    /// What is judged, and as what.
    package struct Subject {
        package let system: String
        package let snapshot: Snapshot
        /// The commits whose content the snapshot is: one, or two for the merge of a pull request.
        package let tips: [ObjectID]
        /// The release before it in the chain.
        package let base: ReleaseChain.Link?
        /// Whether the base itself verifies: what was never approved must not make the next change look small.
        package let baseOutcome: ReleaseEvaluation.Outcome
        /// The link itself when a made release is verified.
        package let sealed: ReleaseChain.Link?
        /// Who signs the release, when that is known.
        package let signer: String?
        /// The moment that expiries are compared with.
        package let time: Timestamp

        package init(
            system: String, snapshot: Snapshot, tips: [ObjectID], base: ReleaseChain.Link?,
            baseOutcome: ReleaseEvaluation.Outcome, sealed: ReleaseChain.Link? = nil, signer: String? = nil,
            time: Timestamp
        ) {
            self.system = system
            self.snapshot = snapshot
            self.tips = tips
            self.base = base
            self.baseOutcome = baseOutcome
            self.sealed = sealed
            self.signer = signer
            self.time = time
        }
    }

    private let repository: GovernedRepository
    private let trust: TrustState
    private let chain: ReleaseChain
    private let statements: StatementSet

    package init(
        repository: GovernedRepository, trust: TrustState, chain: ReleaseChain, statements: StatementSet
    ) {
        self.repository = repository
        self.trust = trust
        self.chain = chain
        self.statements = statements
    }

    package func evaluate(_ subject: Subject) throws -> ReleaseEvaluation {
        let unit = try SystemUnit(subject.system, in: subject.snapshot)
        let version = unit.package.version?.value.description ?? "?"
        let packageSHA256 = unit.release.closure.digest

        let base = try subject.base.map { try SystemUnit(subject.system, in: repository.snapshot($0.commit)) }
        let pinned = PolicyRequirement.pinnedPolicy(in: subject.snapshot, root: trust.root)
        let (changeClass, comparison) = try compare(unit, base: base, subject: subject, policy: pinned?.policy)
        let tier = max(unit.tier, base?.tier ?? .low)
        let requirement = PolicyRequirement(
            policy: pinned, plan: unit.release.plan, tier: tier, changeClass: changeClass)

        let paths = Set((unit.release.closure.entries + (base?.release.closure.entries ?? [])).map(\.file.path))
        let contributors = try Contributors(
            in: repository.git, tips: subject.tips, base: subject.base?.commit, paths: paths, roster: trust.roster,
            claimed: statements.claimedCommits(of: subject.system, roster: trust.roster))

        let considered = subject.sealed.map(statementsOf) ?? statements.all
        let judge = StatementJudge(
            trust: trust,
            case: StatementJudge.Case(
                system: subject.system, version: version, packageSHA256: packageSHA256 ?? "",
                plan: unit.planSubject, changeClass: changeClass, contributors: contributors,
                releaseSigner: subject.signer, now: subject.time,
                releasedVersions: Set(chain.links.map(\.version))),
            statements: considered)
        let judged = considered.compactMap(judge.judge)
        let vetoes = judge.standingVetoes(among: statements.all)

        let approvals = judged.filter { $0.counts && $0.decision == .approve }.compactMap { judged in
            judged.role.flatMap { role in judged.principal.map { (role: role, principal: $0) } }
        }
        let quorum = requirement.quorum?.evaluate(
            approvals: approvals, onePersonOneRole: !trust.root.approvals.allowMultiRole)
        let missing = MissingApprovals(
            quorum: quorum, approvals: approvals, contributors: contributors, signer: subject.signer, trust: trust,
            system: subject.system)

        var verdict = VerdictReasons(refusals: requirement.refusals)
        verdict.addBase(subject.base, outcome: subject.baseOutcome)
        verdict.addSeparatedSigner(subject.signer, contributors: contributors, root: trust.root)
        verdict.addClosureProblems(unit.release.closure)
        verdict.addPlan(unit)
        if let sealed = subject.sealed {
            verdict.addLaterObjections(vetoes, to: sealed, statements: statements, roster: trust.roster)
        } else {
            verdict.addVetoes(vetoes)
        }
        verdict.addAttribution(contributors, tier: tier, changeClass: changeClass)
        verdict.addUndecidedSignatures(judged, quorumMet: quorum?.isSatisfied == true)
        if requirement.quorum != nil, quorum == nil { verdict.addUndecidableQuorum() }

        let candidate = packageSHA256.map { digest in
            ReleaseCandidate(
                system: unit.system, package: unit.package, packageSHA256: digest, requirement: requirement.label,
                requiredGates: requirement.gates, evidence: subject.snapshot.documents.of(GateEvidence.self),
                approvals: judged.filter { !$0.counts }.map(Self.fact), missingApprovals: missing.approvals,
                sealed: sealedRelease(version, subject: subject))
        }
        let findings = candidate.map { RuleCatalogue.findings(for: $0) } ?? []
        return ReleaseEvaluation(
            system: subject.system, version: version, tier: tier, packageSHA256: packageSHA256, plan: unit.planSubject,
            policySHA256: pinned?.sha256, base: subject.base, changeClass: changeClass, comparison: comparison,
            candidate: candidate, statements: judged, vetoes: vetoes, contributors: contributors, quorum: quorum,
            findings: findings, refusals: verdict.refusals, undecided: verdict.undecided, notes: verdict.notes,
            missing: missing.list(candidate: candidate, plan: unit.release.plan))
    }

    /// The class against the release before, and for hotfix lines also against the release of the version below.
    private func compare(
        _ unit: SystemUnit, base: SystemUnit?, subject: Subject, policy: MaterialityPolicy?
    ) throws -> (ChangeClass, Comparison?) {
        guard let base, let link = subject.base else { return (.initial, nil) }
        let comparison = MaterialityEngine.compare(base: base.release, head: unit.release, policy: policy)
        var level = comparison.changeClass
        if let version = unit.package.version?.value,
            let below = chain.precedingVersion(version, before: subject.sealed?.fields.sequence), below.id != link.id
        {
            let other = try SystemUnit(subject.system, in: repository.snapshot(below.commit))
            let second = MaterialityEngine.compare(base: other.release, head: unit.release, policy: policy)
            level = max(level, second.changeClass)
        }
        return (.ordered(level), comparison)
    }

    /// A made release rests on the statements that it lists: later approvals cannot mend it, and later withdrawals
    /// do not unmake it.
    private func statementsOf(_ link: ReleaseChain.Link) -> [FoundStatement] {
        let listed = Set(link.fields.approvals.map(\.id))
        return statements.all.filter { found in found.id.map(listed.contains) ?? false }
    }

    /// A tag of the same version, except the one that is being verified.
    private func sealedRelease(_ version: String, subject: Subject) -> ReleaseCandidate.SealedRelease? {
        guard subject.sealed == nil, let link = chain.link(version: version) else { return nil }
        return ReleaseCandidate.SealedRelease(tag: link.tag, packageSHA256: link.packageSHA256)
    }

    private static func fact(_ judged: JudgedStatement) -> ReleaseCandidate.Approval {
        ReleaseCandidate.Approval(
            place: judged.found.place.label, principal: judged.principal, role: judged.role,
            reasons: judged.reasons.map { ($0.code, $0.sentence) },
            isUntrusted: judged.principal == nil
                || judged.reasons.contains { $0.code == "role-not-held" || $0.code == "not-a-person" })
    }
}
