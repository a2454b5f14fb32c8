import Approvals
import GitObjects
import Materiality
import PackageContents
import PlanModel
import PlanRules
import SourceText

/// Re-derives release verdicts: the trust root, each statement, the class from the two trees, the quorum, the gates'
/// evidence, the links of the chain.
struct ReleaseVerifier {
    private let basis: JudgementBasis
    private var repository: GovernedRepository { basis.repository }

    init(_ basis: JudgementBasis) { self.basis = basis }

    /// Verifies all releases of a system, the oldest first. Breaks of the chain are told with the release they concern.
    func verify(system: String) throws -> [VerifiedRelease] {
        let chain = try basis.chain(of: system)
        guard let protected = basis.protected else { throw ReleaseError.noProtectedBranch(tried: ["HEAD"]) }
        let conflicts = try basis.conflicts(of: system)
        var verified = chain.rejected.map { rejected(tag: $0.tag, $0.reasons, system: system, protected) }
        verified += chain.voided.map { void($0) }
        var history: [ReleaseHistory.Release] = []
        for link in chain.links {
            let own = conflicts.filter { $0.tag == link.tag }
            let tag = ReleaseTag(
                name: link.tag, conflicts: own.map { ReleaseTag.Defect(code: $0.code, sentence: $0.sentence) },
                protectedRef: protected.ref,
                isOnFirstParentLine: try repository.firstParentLine(of: protected.tip).contains(link.commit))
            let release = try verify(link, chain: chain, history: ReleaseHistory(history), tag: tag, conflicts: own)
            history += [ReleaseHistory.Release(release)].compactMap { $0 }
            verified.append(release)
        }
        // What is missing altogether is told with the newest release, since its own tag is not here.
        let homeless = conflicts.filter { $0.tag == nil }
        if !homeless.isEmpty {
            let reasons = homeless.map { ReleaseEvaluation.Reason($0) }
            if let last = verified.popLast() {
                verified.append(last.adding(reasons))
            } else {
                verified.append(
                    VerifiedRelease(
                        tag: "release/\(system)/?", system: system, version: "?", link: nil, evaluation: nil,
                        findings: [], refusals: reasons, undecided: []))
            }
        }
        return verified
    }

    private func verify(
        _ link: ReleaseChain.Link, chain: ReleaseChain, history: ReleaseHistory, tag: ReleaseTag,
        conflicts: [ReleaseConflict]
    ) throws -> VerifiedRelease {
        let snapshot = try repository.snapshot(link.commit)
        let base = chain.predecessor(of: link)
        let evaluation = try ReleaseEvaluator(basis).evaluate(
            ReleaseEvaluator.Subject(
                system: link.system, snapshot: snapshot, tips: [link.commit],
                base: base, history: history.upTo(base), sealed: link, signer: link.signer,
                // Expiries are compared with the tagger's date, which is a claim: a release stays valid later.
                time: link.found.claimedTime.map(Timestamp.init(secondsSince1970:)) ?? repository.now))
        return VerifiedRelease(
            tag: link.tag, system: link.system, version: link.version, link: link, evaluation: evaluation,
            findings: RuleCatalogue.findings(for: tag),
            refusals: try ReleaseBinding(link, evaluation: evaluation, in: snapshot).refusals
                + conflicts.map { ReleaseEvaluation.Reason($0) } + offBranch(link, tag),
            undecided: doubts(about: link, evaluation: evaluation, chain: chain))
    }

    private func doubts(
        about link: ReleaseChain.Link, evaluation: ReleaseEvaluation, chain: ReleaseChain
    ) -> [ReleaseEvaluation.Reason] {
        var doubts: [ReleaseEvaluation.Reason] = []
        for id in Set(link.fields.approvals.map(\.id)).sorted() where basis.statements.statement(id) == nil {
            doubts.append(
                ReleaseEvaluation.Reason(
                    code: "statement-missing",
                    message: "\(link.tag) relies on the statement \(id.prefix(12))…, which is not here",
                    mend: "Run `imprimatur fetch`, or `git fetch origin 'refs/tags/*:refs/tags/*'`."))
        }
        // A thief of a key and its owner cannot be told apart, so a person has to look at what the key made.
        let affected = evaluation.statements.filter { judged in
            guard judged.counts, let key = judged.found.goodKey,
                case .compromised(_, let since) = basis.trust.status(ofKey: key)
            else { return false }
            return chain.seals.leavesOpen(link.id, under: link.ownRootVersion, compromisedSince: since)
        }
        let places = (link.isAffected ? [link.tag] : []) + affected.map(\.found.place.label)
        for place in places {
            doubts.append(
                ReleaseEvaluation.Reason(
                    code: "audit-required",
                    message:
                        "\(place) was made with a key that is compromised, and nothing shows that it was there before",
                    mend: "Find out who made it; then approve and release anew, or list it under `voidReleases`."))
        }
        if basis.trust.pin == nil { doubts.append(.unpinned) }
        return doubts
    }

    // MARK: What is no release

    private func rejected(
        tag: String, _ reasons: [JudgedStatement.Reason], system: String, _ protected: ProtectedBranch
    ) -> VerifiedRelease {
        let facts = ReleaseTag(
            name: tag, defects: reasons.map { ReleaseTag.Defect(code: $0.code, sentence: $0.sentence) },
            protectedRef: protected.ref, isOnFirstParentLine: nil)
        return VerifiedRelease(
            tag: tag, system: system, version: tag.split(separator: "/").last.map(String.init) ?? tag, link: nil,
            evaluation: nil, findings: RuleCatalogue.findings(for: facts),
            refusals: reasons.map {
                ReleaseEvaluation.Reason(
                    code: $0.code, message: "\(tag) is not a release: \($0.sentence)",
                    mend: "Do not deploy it; a release is made with `imprimatur release`.")
            }, undecided: [])
    }

    private func void(_ link: ReleaseChain.Link) -> VerifiedRelease {
        VerifiedRelease(
            tag: link.tag, system: link.system, version: link.version, link: link, evaluation: nil, findings: [],
            refusals: [
                ReleaseEvaluation.Reason(
                    code: "void-release", message: "the trust root lists \(link.tag) under `voidReleases`",
                    mend: "Do not deploy it.")
            ], undecided: [])
    }

    /// A commit beside the first-parent line was never a state of the protected branch; one that is not in its history at
    /// all may have been, before somebody rewrote the branch.
    private func offBranch(_ link: ReleaseChain.Link, _ tag: ReleaseTag) throws -> [ReleaseEvaluation.Reason] {
        guard tag.isOnFirstParentLine == false, let protected = basis.protected else { return [] }
        var reasons = [
            ReleaseEvaluation.Reason(
                code: "not-on-protected-branch",
                message: "\(link.tag) is not on the first-parent line of \(protected.ref)",
                mend: "Release from the protected branch.")
        ]
        if try !repository.git.isAncestor(link.commit, of: protected.tip) {
            reasons.append(
                ReleaseEvaluation.Reason(
                    code: ProtectedBranchRewritten.description.name,
                    message: ProtectedBranchRewritten.message(
                        branch: protected.ref, anchor: link.tag, commit: link.commit.short),
                    mend: ProtectedBranchRewritten.mend))
        }
        return reasons
    }
}

extension ReleaseEvaluation.Reason {
    init(_ conflict: ReleaseConflict) {
        self.init(
            code: conflict.code, message: conflict.sentence,
            mend: "Run `git fetch --tags origin`; if it stays so, find out who moved or deleted a tag.")
    }
}

extension VerifiedRelease {
    fileprivate func adding(_ reasons: [ReleaseEvaluation.Reason]) -> VerifiedRelease {
        VerifiedRelease(
            tag: tag, system: system, version: version, link: link, evaluation: evaluation, findings: findings,
            refusals: refusals + reasons, undecided: undecided)
    }
}
