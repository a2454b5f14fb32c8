import Approvals
import GitObjects
import Materiality
import PackageContents
import PlanModel
import SourceText

extension ReleaseEvaluation.Reason {
    /// Nil where the author of every commit is known.
    init?(unattributable contributors: Contributors) {
        guard let first = contributors.unattributable.first else { return nil }
        let count = contributors.unattributable.count
        self.init(
            code: "unattributable",
            message:
                "nobody can know who wrote \(count == 1 ? "commit" : "\(count) commits, such as") \(first.commit.short) "
                + "(\(first.subject)): \(first.reason)",
            mend: "Sign commits (git config commit.gpgsign true) with a key of the trust root.")
    }
}

/// Gathers the reasons of a verdict that no document rule gives.
struct VerdictReasons {
    private(set) var refusals: [ReleaseEvaluation.Reason]
    private(set) var undecided: [ReleaseEvaluation.Reason] = []
    private(set) var notes: [ReleaseEvaluation.Reason] = []

    init(refusals: [ReleaseEvaluation.Reason]) { self.refusals = refusals }

    mutating func add(refusals more: [ReleaseEvaluation.Reason] = [], notes moreNotes: [ReleaseEvaluation.Reason] = [])
    {
        refusals += more
        notes += moreNotes
    }

    /// A base that does not verify could hold anything, so nothing can be judged against it.
    mutating func addBase(_ base: ReleaseChain.Link?, outcome: ReleaseEvaluation.Outcome) {
        guard let base, outcome != .pass else { return }
        let reason = ReleaseEvaluation.Reason(
            code: "base-unverified", message: "the release before it, \(base.tag), does not verify",
            mend: "Run `imprimatur verify \(base.tag)`; a tag that was made in error has to be deleted everywhere.")
        if outcome == .fail { refusals.append(reason) } else { undecided.append(reason) }
    }

    mutating func addSeparatedSigner(_ signer: String?, contributors: Contributors, root: TrustRoot) {
        let isSeparated = root.separationOfDuties.contains { Set($0) == ["author", Roles.releaseManager] }
        guard let signer, isSeparated, contributors.includes(signer) else { return }
        refusals.append(
            ReleaseEvaluation.Reason(
                code: "separation-of-duties",
                message: "\(signer) worked on the package, and the trust root separates author from release-manager",
                mend: "Ask another release manager."))
    }

    mutating func addClosureProblems(_ closure: PackageClosure) {
        for problem in closure.problems {
            refusals.append(
                ReleaseEvaluation.Reason(
                    code: problem.kind.rawValue, message: "\(problem.location.label): \(problem.message)",
                    mend: problem.mend))
        }
    }

    mutating func addPlan(_ unit: SystemUnit, verdict: PlanApprovals.Verdict?) {
        guard unit.release.plan == nil else {
            for refusal in verdict?.refusals ?? [] where !refusals.contains(refusal) {
                refusals.append(refusal)
            }
            if let verdict, verdict.requirement.quorum != nil, verdict.quorum == nil { addUndecidableQuorum() }
            return
        }
        let pin = unit.package.plan
        refusals.append(
            ReleaseEvaluation.Reason(
                code: "plan-missing",
                message: "the package pins plan \(pin.name?.value ?? "?") version "
                    + "\(pin.version.map { String($0.value) } ?? "?"), which is not in the tree",
                mend: "Pin the version of the plan that is there."))
    }

    /// Rejections that stand stop a release. What a made release does not list may have come later, which dates cannot
    /// prove, so a person has to look.
    mutating func add(_ objections: Objections) {
        addVetoes(objections.vetoes)
        addDoubts(about: objections)
    }

    mutating func addVetoes(_ vetoes: [JudgedStatement]) {
        for veto in vetoes {
            refusals.append(
                ReleaseEvaluation.Reason(
                    code: "veto",
                    message:
                        "\(veto.principal ?? "?") rejected the system as \(veto.role ?? "?") (\(veto.found.place.label))",
                    mend: "\(veto.principal ?? "The same person") has to withdraw the rejection: "
                        + "`imprimatur approve --withdraw \(veto.found.id?.prefix(12) ?? "")`."))
        }
    }

    private mutating func addDoubts(about objections: Objections) {
        for found in objections.undecided {
            guard let doubt = found.doubt else { continue }
            undecided.append(
                ReleaseEvaluation.Reason(
                    code: doubt.code,
                    message: "\(found.place.label) speaks against it and could not be judged: \(doubt.sentence)",
                    mend: "Make it checkable here, or have it signed with an SSH key; nobody may pass over a veto."))
        }
        for sentence in objections.unlisted {
            undecided.append(
                ReleaseEvaluation.Reason(
                    code: "audit-required", message: sentence,
                    mend: "Find out whether the objection was there when the release was made."))
        }
    }

    mutating func add(_ sealed: SealedClass) {
        if let note = sealed.note { notes.append(note) }
        if let doubt = sealed.doubt { undecided.append(doubt) }
    }

    mutating func addAttribution(_ contributors: Contributors, tier: RiskTier, changeClass: ChangeClass) {
        for mismatch in contributors.mismatches.prefix(3) {
            notes.append(
                ReleaseEvaluation.Reason(
                    code: "author-mismatch",
                    message: "commit \(mismatch.commit.short) names \(mismatch.author) as its author and is signed by "
                        + "\(mismatch.signer); both count as contributors",
                    mend: "Nothing has to be done if that is how it was made."))
        }
        guard let reason = ReleaseEvaluation.Reason(unattributable: contributors) else { return }
        if tier == .high || changeClass.isAtLeastMaterial { refusals.append(reason) } else { notes.append(reason) }
    }

    /// A signature that could not be checked might have filled the quorum.
    mutating func addUndecidedSignatures(_ judged: [JudgedStatement], quorumMet: Bool) {
        guard !quorumMet else { return }
        for statement in judged where statement.isUndecided {
            let sentence = statement.reasons.first?.sentence ?? "its signature could not be checked"
            undecided.append(
                ReleaseEvaluation.Reason(
                    code: statement.reasons.first?.code ?? "undecided",
                    message: "\(statement.found.place.label) could not be judged: \(sentence)",
                    mend: "Sign with an SSH key that the trust root names."))
        }
    }

    mutating func addUndecidableQuorum() {
        undecided.append(
            ReleaseEvaluation.Reason(
                code: "quorum-too-complex", message: "the quorum has too many ways to be met",
                mend: "Write it with fewer nested alternatives."))
    }
}
