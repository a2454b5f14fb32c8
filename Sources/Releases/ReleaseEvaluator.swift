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
        /// The releases up to the base, verified: what was never approved must not make the next change look small.
        package let history: ReleaseHistory
        /// The link itself when a made release is verified.
        package let sealed: ReleaseChain.Link?
        /// Who signs the release, when that is known.
        package let signer: String?
        /// The moment that expiries are compared with.
        package let time: Timestamp

        package init(
            system: String, snapshot: Snapshot, tips: [ObjectID], base: ReleaseChain.Link?,
            history: ReleaseHistory, sealed: ReleaseChain.Link? = nil, signer: String? = nil,
            time: Timestamp
        ) {
            self.system = system
            self.snapshot = snapshot
            self.tips = tips
            self.base = base
            self.history = history
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

        let base = try subject.base.map { try state(of: $0, system: subject.system) }
        let pinned = PolicyRequirement.pinnedPolicy(in: subject.snapshot, root: trust.root)
        let measured = try ClassMeasurement(
            of: unit, since: base?.unit, subject: subject, policy: pinned?.policy, chain: chain
        ) { try state(of: $0, system: subject.system).unit }
        let changeClass = measured.changeClass
        let tier = max(unit.tier, base?.unit.tier ?? .low)
        let ordinary = PolicyRequirement(policy: pinned, plan: unit.release.plan, tier: tier, changeClass: changeClass)
        let requirement = measured.permission.map { PolicyRequirement(policy: pinned, permission: $0) } ?? ordinary

        let paths = Set((unit.release.closure.entries + (base?.unit.release.closure.entries ?? [])).map(\.file.path))
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
        let people = EligiblePeople(
            approvals: approvals, contributors: contributors, signer: subject.signer, trust: trust,
            system: subject.system)
        let quorum = requirement.quorum?.evaluate(
            approvals: approvals, onePersonOneRole: !trust.root.approvals.allowMultiRole, eligible: people.of)
        let missing = MissingApprovals(quorum: quorum, people: people)

        var verdict = VerdictReasons(refusals: requirement.refusals)
        verdict.addBase(subject.base, outcome: subject.history.outcome(of: subject.base))
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

        let change = try ProposedChange(
            of: unit, in: subject.snapshot, since: base, comparison: measured.comparison)
        let candidate = packageSHA256.map { digest in
            ReleaseCandidate(
                change: change, classVerdict: measured.verdict, packageSHA256: digest, requirement: requirement.label,
                requiredGates: requirement.gates, evidence: subject.snapshot.documents.of(GateEvidence.self),
                approvals: judged.filter { !$0.counts }.map(Self.fact), missingApprovals: missing.approvals,
                sealed: sealedRelease(version, subject: subject))
        }
        let findings = candidate.map { RuleCatalogue.findings(for: $0) } ?? []
        let isFullyGated = FullGating(
            policy: pinned, plan: unit.release.plan, tier: tier, approvals: approvals,
            onePersonOneRole: !trust.root.approvals.allowMultiRole
        ).isMet(by: candidate, changeClass: changeClass, isPredetermined: measured.permission != nil)
        return ReleaseEvaluation(
            system: subject.system, version: version, tier: tier, packageSHA256: packageSHA256, plan: unit.planSubject,
            policySHA256: pinned?.sha256, base: subject.base, changeClass: changeClass,
            comparison: measured.comparison, cumulative: measured.cumulative,
            predeterminedComponent: measured.permission?.component.map { ChangeCategory($0.value) },
            meetsFullGating: isFullyGated, candidate: candidate, statements: judged, vetoes: vetoes,
            contributors: contributors, quorum: quorum,
            findings: findings, refusals: verdict.refusals, undecided: verdict.undecided, notes: verdict.notes,
            missing: missing.list(candidate: candidate, plan: unit.release.plan))
    }

    /// The system as a release shipped it.
    private func state(
        of link: ReleaseChain.Link, system: String
    ) throws -> (unit: SystemUnit, snapshot: Snapshot, name: String) {
        let snapshot = try repository.snapshot(link.commit)
        return (try SystemUnit(system, in: snapshot), snapshot, link.version)
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
