package import Approvals
package import GitObjects
import Materiality
import PackageContents
package import PlanModel
import PlanRules
import SourceText

/// A system that a change takes out of control: deleted, or declared out of scope. That is a critical change of its
/// own, approved by statements whose sole subject is the system.
package struct SystemRemoval {
    let refusals: [ReleaseEvaluation.Reason]
    /// True when nothing is left that could be released.
    let isGone: Bool
    /// Statements whose sole subject is the system.
    package let statements: [JudgedStatement]

    /// What people agree to: the text that says so; of a deleted system, the last one that there was. Nil when the
    /// system stays.
    package static func subject(
        of name: String, from target: Snapshot, to merged: Snapshot
    ) throws -> Statement.Subject? {
        guard let before = target.documents.named(name, AISystem.self) else { return nil }
        let after = merged.documents.named(name, AISystem.self)
        let leavesScope = after?.inScope?.value == false && before.inScope?.value != false
        guard after == nil || !SystemUnit.names(in: merged).contains(name) || leavesScope else { return nil }
        return .system(
            name: name, sha256: ContentDigest.document("system", (after ?? before).envelope.source.bytes))
    }

    /// Nil when the system stays.
    ///
    /// - Parameters:
    ///   - merged: what the tip of the protected branch would become.
    ///   - head: the commit that removes it.
    ///   - base: what the head is merged into; nil where that is not here.
    package init?(
        _ name: String, in merged: Snapshot, from base: ObjectID?, to head: ObjectID, basis: JudgementBasis
    ) throws {
        let target = basis.tip
        guard let subject = try Self.subject(of: name, from: target, to: merged),
            let before = target.documents.named(name, AISystem.self)
        else { return nil }
        let after = merged.documents.named(name, AISystem.self)
        let requirement = PolicyRequirement(
            policy: basis.pinnedPolicy(in: merged, root: basis.trust.root), plan: nil,
            tier: before.riskTier?.value ?? .high, changeClass: .ordered(.critical))
        let considered = basis.statements.concerning(name)
        // A system ends where either of its documents goes or says so, and where its files are looked for.
        let documents: [(any PlanDocument)?] =
            [before, after]
            + [target, merged].flatMap { snapshot in
                snapshot.documents.of(ReleasePackage.self).filter { $0.systemName == name }
                    + snapshot.documents.of(Project.self) as [(any PlanDocument)?]
            }
        let contributors = try basis.contributors(
            to: Set(documents.compactMap { $0?.envelope.source.path }), from: [base].compactMap { $0 },
            to: [head], system: name, trust: basis.trust)
        let judge = StatementJudge(
            trust: basis.trust,
            case: StatementJudge.Case(
                subject: subject, systems: [name], changeClass: .ordered(.critical), contributors: contributors,
                now: basis.repository.now),
            considering: considered, in: basis.statements)
        statements = considered.compactMap(judge.judge)
        let approvals = CountedApprovals(statements, trust: basis.trust)
        let people = EligiblePeople(
            approvals: approvals.seats, contributors: contributors, signer: nil, trust: basis.trust, systems: [name])
        let quorum = requirement.quorum.flatMap { approvals.evaluate($0, people: people) }
        isGone = after == nil || !SystemUnit.names(in: merged).contains(name)
        // Whoever may not ship a system must not end its control either, to ship it then.
        var standing = VerdictReasons(refusals: requirement.refusals)
        standing.addVetoes(
            Vetoes.standing(against: name, among: considered, in: basis.statements, trust: basis.trust))
        let others =
            standing.refusals + [ReleaseEvaluation.Reason(unattributable: contributors)].compactMap { $0 }
        guard quorum?.isSatisfied != true else {
            refusals = others
            return
        }
        let missing = (quorum?.missing ?? []).map { "\($0.role) × \($0.count)" }.joined(separator: " and ")
        refusals =
            others + [
                ReleaseEvaluation.Reason(
                    code: "system-removed",
                    message:
                        "the change \(after == nil ? "removes" : "takes out of scope") the system \(name), which is "
                        + "critical and lacks \(missing.isEmpty ? "an answer from the policy" : missing)",
                    mend: "Have them sign `Subject: \(subject.text)`: `imprimatur approve --removal \(name) --role …`.")
            ]
    }
}
