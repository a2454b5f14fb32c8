import Approvals
import GitObjects
import PackageContents
import PlanModel
import PlanRules
import SourceText

/// The verdict on one release tag, derived anew from git objects.
package struct VerifiedRelease: Sendable {
    package let tag: String
    package let system: String
    package let version: String
    package let link: ReleaseChain.Link?
    /// Nil when the tag is no release, so that nothing could be evaluated.
    package let evaluation: ReleaseEvaluation?
    package let refusals: [ReleaseEvaluation.Reason]
    package let undecided: [ReleaseEvaluation.Reason]

    package var outcome: ReleaseEvaluation.Outcome {
        if !refusals.isEmpty || evaluation?.outcome == .fail { return .fail }
        return undecided.isEmpty && evaluation?.outcome != .incomplete ? .pass : .incomplete
    }
}

/// Re-derives release verdicts: the trust root, each statement, the class from the two trees, the quorum, the gates'
/// evidence, the links of the chain.
package struct ReleaseVerifier {
    private let repository: GovernedRepository

    package init(_ repository: GovernedRepository) { self.repository = repository }

    /// Names of all systems that have release tags.
    package func releasedSystems() throws -> [String] {
        let prefix = "refs/tags/release/"
        let names = try repository.git.references(under: prefix).map { reference in
            String(reference.name.dropFirst(prefix.count).prefix { $0 != "/" })
        }
        return Set(names).sorted()
    }

    /// Verifies all releases of a system, the oldest first. Breaks of the chain are told with the release they concern.
    package func verify(system: String) throws -> [VerifiedRelease] {
        try repository.requireFullHistory()
        var verified: [VerifiedRelease] = []
        let tags = try repository.git.references(under: "refs/tags/release/\(system)/")
        // The root of a release is that of its own tree. Statements are read once for all tags under one root.
        var trustOfTag: [String: TrustState] = [:]
        var commits: [String: [ObjectID]] = [:]
        for tag in tags {
            let name = String(tag.name.dropFirst("refs/tags/".count))
            do {
                let commit = try repository.git.resolveCommit(tag.name)
                let trust = try TrustState(of: repository.snapshot(commit), pin: repository.pin)
                trustOfTag[name] = trust
                commits[trust.sha256, default: []].append(commit)
            } catch let failure as TrustFailure {
                verified.append(Self.untrusted(name, system: system, failure))
            }
        }
        var statementsOfRoot: [String: StatementSet] = [:]
        for trust in trustOfTag.values where statementsOfRoot[trust.sha256] == nil {
            let tips = commits[trust.sha256] ?? []
            statementsOfRoot[trust.sha256] = try StatementSet(
                in: repository, trust: trust, tips: tips, trees: tips.map { try repository.snapshot($0).files })
        }
        guard let trust = trustOfTag.values.first, let anyStatements = statementsOfRoot[trust.sha256] else {
            return verified
        }

        let chain = ReleaseChain(of: system, tags: anyStatements.releases(of: system), trust: trust)
        for rejected in chain.rejected {
            verified.append(
                VerifiedRelease(
                    tag: rejected.tag, system: system, version: Self.version(ofTag: rejected.tag), link: nil,
                    evaluation: nil,
                    refusals: rejected.reasons.map {
                        ReleaseEvaluation.Reason(
                            code: $0.code, message: "\(rejected.tag) is not a release: \($0.sentence)",
                            mend: "Do not deploy it; a release is made with `imprimatur release`.")
                    }, undecided: []))
        }
        var history: [ReleaseHistory.Release] = []
        for link in chain.links {
            guard let trust = trustOfTag[link.tag], let statements = statementsOfRoot[trust.sha256] else { continue }
            let release = try verify(
                link, base: chain.predecessor(of: link), history: ReleaseHistory(history), chain: chain, trust: trust,
                statements: statements)
            history += [ReleaseHistory.Release(release)].compactMap { $0 }
            verified.append(release)
        }
        if let last = verified.indices.last, !chain.breaks.isEmpty {
            verified[last] = verified[last].adding(
                chain.breaks.map {
                    ReleaseEvaluation.Reason(
                        code: "chain-broken", message: $0, mend: "Find out which tag was moved or deleted, and by whom."
                    )
                })
        }
        return verified
    }

    /// The releases of a system, verified, for what is judged against them.
    package func history(of system: String) throws -> ReleaseHistory {
        ReleaseHistory(try verify(system: system).compactMap(ReleaseHistory.Release.init))
    }

    private func verify(
        _ link: ReleaseChain.Link, base: ReleaseChain.Link?, history: ReleaseHistory, chain: ReleaseChain,
        trust: TrustState, statements: StatementSet
    ) throws -> VerifiedRelease {
        let snapshot = try repository.snapshot(link.commit)
        let evaluator = ReleaseEvaluator(repository: repository, trust: trust, chain: chain, statements: statements)
        let evaluation = try evaluator.evaluate(
            ReleaseEvaluator.Subject(
                system: link.statement.packageSystem, snapshot: snapshot, tips: [link.commit],
                base: base, history: history.upTo(base), sealed: link, signer: link.signer,
                // Expiries are compared with the tagger's date, which is a claim: a release stays valid later.
                time: link.found.claimedTime.map(Timestamp.init(secondsSince1970:)) ?? repository.now))

        var refusals = bindingRefusals(link, evaluation: evaluation)
        var undecided: [ReleaseEvaluation.Reason] = []
        for id in Set(link.fields.approvals.map(\.id)) where statements.statement(id) == nil {
            undecided.append(
                ReleaseEvaluation.Reason(
                    code: "statement-missing",
                    message: "\(link.tag) relies on the statement \(id.prefix(12))…, which is not here",
                    mend: "Run `git fetch origin 'refs/tags/*:refs/tags/*'`."))
        }
        let evidence = EvidenceDigest.digest(
            statements: link.fields.approvals.map(\.id), system: link.statement.packageSystem, version: link.version,
            in: snapshot)
        if evidence != link.fields.evidenceSHA256 {
            refusals.append(
                ReleaseEvaluation.Reason(
                    code: "evidence-mismatch",
                    message: "\(link.tag) was sealed over other records than the tagged tree holds",
                    mend: "Compare the records of the release with those of the tagged commit."))
        }
        let (protected, tip) = try repository.protectedRef(of: trust.root)
        if try !repository.git.firstParentLine(from: tip).contains(link.commit) {
            refusals.append(
                ReleaseEvaluation.Reason(
                    code: "not-on-protected-branch",
                    message: "\(link.tag) is not on the first-parent line of \(protected)",
                    mend: "Release from the protected branch."))
        }
        if trust.pin == nil { undecided.append(.unpinned) }
        return VerifiedRelease(
            tag: link.tag, system: evaluation.system, version: link.version, link: link, evaluation: evaluation,
            refusals: refusals, undecided: undecided)
    }

    /// What the statement says must be what its tree gives.
    private func bindingRefusals(
        _ link: ReleaseChain.Link, evaluation: ReleaseEvaluation
    ) -> [ReleaseEvaluation.Reason] {
        var refusals: [ReleaseEvaluation.Reason] = []
        func refuse(_ code: String, _ message: String) {
            refusals.append(
                ReleaseEvaluation.Reason(
                    code: code, message: "\(link.tag) \(message)",
                    mend: "Do not deploy it; find out how the tag was made."))
        }
        if evaluation.version != link.version {
            refuse("version-mismatch", "points at a tree of version \(evaluation.version)")
        }
        if evaluation.packageSHA256 != link.packageSHA256 {
            refuse("digest-mismatch", "names another package than its tree holds")
        }
        if let plan = evaluation.plan, !link.statement.subjects.contains(plan) {
            refuse("subject-incomplete", "does not name the \(plan.text) that its package pins")
        }
        let claimed = link.statement.materiality.first.flatMap { ChangeClass($0.changeClass) }
        if claimed?.covers(evaluation.changeClass) != true {
            refuse("materiality-understated", "says another class than \(evaluation.changeClass.name)")
        }
        return refusals
    }

    private static func untrusted(_ tag: String, system: String, _ failure: TrustFailure) -> VerifiedRelease {
        let reason = ReleaseEvaluation.Reason(code: failure.code, message: failure.message, mend: failure.mend)
        return VerifiedRelease(
            tag: tag, system: system, version: version(ofTag: tag), link: nil, evaluation: nil,
            refusals: failure.isRefusal ? [reason] : [], undecided: failure.isRefusal ? [] : [reason])
    }

    private static func version(ofTag tag: String) -> String { tag.split(separator: "/").last.map(String.init) ?? tag }
}

extension VerifiedRelease {
    /// The outcome for the release after it. That a clone has no pin is told once for a whole verdict, not again as a
    /// doubt about each release.
    var outcomeAsBase: ReleaseEvaluation.Outcome {
        let doubts = undecided + (evaluation?.undecided ?? [])
        let isOnlyUnpinned = outcome == .incomplete && doubts.allSatisfy { $0 == .unpinned }
        return isOnlyUnpinned ? .pass : outcome
    }

    fileprivate func adding(_ reasons: [ReleaseEvaluation.Reason]) -> VerifiedRelease {
        VerifiedRelease(
            tag: tag, system: system, version: version, link: link, evaluation: evaluation,
            refusals: refusals + reasons, undecided: undecided)
    }
}

extension ReleaseEvaluation.Reason {
    /// Without a pin anybody could have written the trust root.
    package static let unpinned = ReleaseEvaluation.Reason(
        code: "unpinned", message: "nobody told this clone which trust root to trust",
        mend: "Get the digest of governance/trust/1.yaml from your control owner and run "
            + "`git config imprimatur.trustRoot sha256:…`, or pass --trust-root.")
}

extension Statement {
    /// The system of a release statement's only package.
    fileprivate var packageSystem: String {
        for subject in subjects { if case .package(let system, _, _) = subject { return system } }
        return ""
    }
}
