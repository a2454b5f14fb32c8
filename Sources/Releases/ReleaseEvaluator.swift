import Approvals
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

    private let basis: JudgementBasis
    private var repository: GovernedRepository { basis.repository }

    package init(_ basis: JudgementBasis) { self.basis = basis }

    package func evaluate(_ subject: Subject) throws -> ReleaseEvaluation {
        let trust = subject.sealed.flatMap { basis.trust.under(version: $0.ruledBy) } ?? basis.trust
        let chain = try basis.chain(of: subject.system)
        let unit = try SystemUnit(subject.system, in: subject.snapshot)
        let version = unit.package.version?.value.description ?? "?"
        let packageSHA256 = unit.release.closure.digest

        let base = try subject.base.map { try state(of: $0, system: subject.system) }
        let pinned = basis.pinnedPolicy(in: subject.snapshot, root: trust.root)
        let measured = try ClassMeasurement(
            of: unit, since: base?.unit, subject: subject, policy: pinned?.policy, chain: chain
        ) { try state(of: $0, system: subject.system).unit }
        let related = try RelatedSystems(of: unit, since: base?.unit, subject: subject, basis: basis)
        let scope = try JudgedScope(
            of: unit, in: subject.snapshot,
            earlier: earlierUnits(unit, base: base?.unit, subject: subject, chain: chain), related: related.named)
        let contributors = try basis.contributors(
            to: scope.paths, from: subject.base.map { [$0.commit] } ?? [], to: subject.tips, system: subject.system,
            trust: trust)
        let considered = subject.sealed.map(statements(listedBy:)) ?? basis.statements.concerning(subject.system)
        let releasedVersions = Set(chain.links.map(\.version)).subtracting(subject.sealed.map { [$0.version] } ?? [])
        func judged(as changeClass: ChangeClass) -> [JudgedStatement] {
            let judge = StatementJudge(
                trust: trust,
                case: StatementJudge.Case(
                    subject: .package(system: subject.system, version: version, sha256: packageSHA256 ?? ""),
                    systems: [subject.system], plan: unit.planSubject, changeClass: changeClass,
                    contributors: contributors, releaseSigner: subject.signer, now: subject.time,
                    releasedVersions: releasedVersions),
                considering: considered, in: basis.statements)
            return considered.compactMap(judge.judge).filter { subject.sealed?.lists($0) ?? true }
        }
        let claim = SealedClass(subject.sealed, measured: measured.changeClass, judgedAs: judged)
        let changeClass = claim.changeClass
        let tier = scope.tier
        let ordinary = PolicyRequirement(policy: pinned, plan: unit.release.plan, tier: tier, changeClass: changeClass)
        let requirement = measured.permission.map { PolicyRequirement(policy: pinned, permission: $0) } ?? ordinary

        let judged = judged(as: changeClass)
        let approvals = CountedApprovals(judged, trust: trust)
        let people = EligiblePeople(
            approvals: approvals.seats, contributors: contributors, signer: subject.signer, trust: trust,
            systems: [subject.system])
        let quorum = requirement.quorum.flatMap { approvals.evaluate($0, people: people) }
        let missing = MissingApprovals(quorum: quorum, people: people)
        let plan = try planVerdict(
            unit, subject: subject, trust: trust, considered: considered, policy: pinned)
        let objections = try Objections(
            to: subject, relyingOn: Set(judged.filter(\.counts).compactMap(\.found.id)), basis: basis, trust: trust,
            chain: chain)
        let bench = RecordBench(
            trust: trust, contributors: contributors, signer: subject.signer, time: subject.time,
            considered: considered, statements: basis.statements)
        let waivers = try GateWaivers(subject, version: version, requirement: requirement, bench: bench)
        let decisions = try StandingDecisions(
            about: version, subject, since: base?.snapshot, tip: basis.tip, bench: bench)

        var verdict = VerdictReasons(refusals: requirement.refusals)
        verdict.addBase(subject.base, outcome: subject.history.outcome(of: subject.base))
        // The first release itself, looked at again, has nothing before it.
        if subject.base == nil, subject.sealed == nil, chain.links.first?.packageSHA256 != packageSHA256 {
            let missing = chain.missing(expectedHead: basis.expectedHead(of: subject.system), in: basis.tip)
            verdict.add(refusals: chain.reasonsAgainstFirst(missing: missing))
        }
        verdict.add(refusals: related.refusals + decisions.refusals)
        verdict.add(notes: waivers.notes + decisions.notes)
        verdict.addSeparatedSigner(subject.signer, contributors: contributors, root: trust.root)
        verdict.addClosureProblems(unit.release.closure)
        verdict.addPlan(unit, verdict: plan?.verdict)
        verdict.add(objections)
        verdict.add(claim)
        verdict.addAttribution(contributors, tier: tier, changeClass: changeClass)
        verdict.addUndecidedSignatures(judged, quorumMet: quorum?.isSatisfied == true)
        if requirement.quorum != nil, quorum == nil { verdict.addUndecidableQuorum() }

        let change = try ProposedChange(
            of: unit, in: subject.snapshot, since: base, comparison: measured.comparison)
        let circumstances = try CircumstanceFacts(subject, basis: basis, chain: chain).circumstances(
            unit: unit, contributors: contributors, doubleRoles: approvals.doubleRoles(signer: subject.signer),
            plan: plan?.facts)
        let changes = ChangesSinceApproval(basis, unit: unit)
        let candidate = packageSHA256.map { digest in
            ReleaseCandidate(
                change: change, classVerdict: claim.verdict(measured.verdict), packageSHA256: digest,
                requirement: requirement.label, requiredGates: requirement.gates.filter { !waivers.waives($0) },
                evidence: subject.snapshot.documents.of(GateEvidence.self),
                approvals: judged.filter { !$0.counts && $0.decision != .reject }.map {
                    $0.fact(changedSince: changes.paths(since: $0))
                },
                missingApprovals: missing.approvals, sealed: sealedRelease(version, subject: subject, chain: chain),
                circumstances: circumstances)
        }
        let findings = candidate.map { RuleCatalogue.findings(for: $0) } ?? []
        let isFullyGated = FullGating(
            policy: pinned, plan: unit.release.plan, tier: tier, approvals: approvals.seats,
            onePersonOneRole: !trust.root.approvals.allowMultiRole
        ).isMet(
            by: candidate, changeClass: changeClass,
            isPredetermined: measured.permission != nil || requirement.gates.contains(where: waivers.waives))
        return ReleaseEvaluation(
            system: subject.system, version: version, tier: tier, packageSHA256: packageSHA256, plan: unit.planSubject,
            policySHA256: pinned?.sha256, base: subject.base, changeClass: changeClass,
            comparison: measured.comparison, cumulative: measured.cumulative,
            predeterminedComponent: measured.permission?.component.map { ChangeCategory($0.value) },
            meetsFullGating: isFullyGated, candidate: candidate, statements: judged,
            planStatements: plan?.verdict?.statements ?? [],
            recordStatements: waivers.statements + decisions.statements, objections: objections.listed,
            vetoes: objections.vetoes, contributors: contributors, quorum: quorum, findings: findings,
            refusals: verdict.refusals, undecided: verdict.undecided, notes: verdict.notes,
            missing: missing.list(candidate: candidate, plan: unit.release.plan))
    }

    // MARK: Parts

    private func earlierUnits(
        _ unit: SystemUnit, base: SystemUnit?, subject: Subject, chain: ReleaseChain
    ) throws -> [SystemUnit] {
        var earlier = [base].compactMap { $0 }
        if let version = unit.package.version?.value,
            let below = chain.precedingVersion(version, before: subject.sealed?.fields.sequence),
            below.id != subject.base?.id
        {
            earlier.append(try state(of: below, system: subject.system).unit)
        }
        // What the branch says today is no yardstick for a release of yesterday.
        if subject.sealed == nil, SystemUnit.names(in: basis.tip).contains(subject.system) {
            earlier.append(try SystemUnit(subject.system, in: basis.tip))
        }
        return earlier
    }

    private func planVerdict(
        _ unit: SystemUnit, subject: Subject, trust: TrustState, considered: [FoundStatement],
        policy: (policy: MaterialityPolicy, sha256: String)?
    ) throws -> (verdict: PlanApprovals.Verdict?, facts: ReleaseCircumstances.PlanApproval?)? {
        guard let plan = unit.release.plan, let tip = subject.tips.first else { return nil }
        let history = try PlanHistory(of: plan, at: tip, in: repository)
        let approvals = PlanApprovals(
            basis, trust: trust, history: history, considered: considered, policy: policy, unit: unit,
            tier: PlanApprovals.tier(of: plan, in: subject.snapshot), time: subject.time, tips: subject.tips)
        return try PlanFacts(approvals, history: history, in: subject.snapshot).facts(
            about: plan, pinnedBy: unit.package, at: tip, time: subject.time, trust: trust, considered: considered)
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
    private func statements(listedBy link: ReleaseChain.Link) -> [FoundStatement] {
        basis.statements.statements(among: Set(link.fields.approvals.map(\.id)))
    }

    /// A tag of the same version, except the one that is being verified.
    private func sealedRelease(
        _ version: String, subject: Subject, chain: ReleaseChain
    ) -> ReleaseCandidate.SealedRelease? {
        guard subject.sealed == nil, let link = chain.link(version: version) else { return nil }
        return ReleaseCandidate.SealedRelease(tag: link.tag, packageSHA256: link.packageSHA256)
    }
}

extension ReleaseLink {
    /// True when the release lists what a person said in a role. The id alone is not enough: somebody else can sign the
    /// same text later, and a list that names other people than those who signed would be read and believed.
    fileprivate func lists(_ judged: JudgedStatement) -> Bool {
        judged.decision != .approve
            || fields.approvals.contains { listed in
                listed.id == judged.found.id && listed.role == judged.role && listed.principal == judged.principal
            }
    }
}

extension JudgedStatement {
    /// As the rules want to know it.
    fileprivate func fact(changedSince: [String]) -> ReleaseCandidate.Approval {
        let untrusted: Set<String> = ["role-not-held", "not-a-person"]
        return ReleaseCandidate.Approval(
            place: found.place.label, principal: principal, role: role,
            reasons: reasons.map { ($0.code, $0.sentence) },
            isUntrusted: principal == nil || reasons.contains { untrusted.contains($0.code) },
            changedSince: changedSince)
    }
}
