package import Approvals
import Materiality
import PackageContents
package import PlanModel
package import SourceText

/// Writes the statements that people sign, from what was evaluated.
package struct StatementComposer {
    private let trust: TrustState

    package init(_ trust: TrustState) { self.trust = trust }

    /// An approval or a rejection of the packages that were evaluated, each with the plan that it pins. Nil when one of
    /// them has no digest.
    package func decision(
        _ decision: Statement.Decision, on evaluations: [ReleaseEvaluation], role: String, notAfter: Timestamp?
    ) -> Statement? {
        guard var statement = about(evaluations, decision: decision) else { return nil }
        statement.role = role
        statement.notAfter = notAfter
        return statement
    }

    /// The statement of a release tag, linked to the release before it.
    package func release(_ evaluation: ReleaseEvaluation, chain: ReleaseChain, in snapshot: Snapshot) -> Statement? {
        guard var statement = about([evaluation], decision: .release) else { return nil }
        let listed = evaluation.listedStatements
        statement.role = Roles.releaseManager
        statement.release = Statement.ReleaseFields(
            sequence: (chain.last?.fields.sequence ?? 0) + 1, previous: chain.last?.id, approvals: listed,
            evidenceSHA256: EvidenceDigest.digest(
                statements: listed.map(\.id), system: evaluation.system, version: evaluation.version, in: snapshot))
        return statement
    }

    private func about(_ evaluations: [ReleaseEvaluation], decision: Statement.Decision) -> Statement? {
        var statement = Statement(decision: decision, repository: trust.repository, subjects: [])
        for evaluation in evaluations {
            guard let digest = evaluation.packageSHA256, let policy = evaluation.policySHA256 else { return nil }
            statement.subjects.append(
                .package(system: evaluation.system, version: evaluation.version, sha256: digest))
            statement.bases.append(
                evaluation.base.map {
                    .package(system: evaluation.system, version: $0.version, sha256: $0.packageSHA256)
                } ?? .none)
            statement.materiality.append(
                Statement.MaterialityClaim(
                    changeClass: evaluation.changeClass.name, policySHA256: policy,
                    catalogue: ChangeCatalogue.version))
        }
        for plan in evaluations.compactMap(\.plan) where !statement.subjects.contains(plan) {
            statement.subjects.append(plan)
        }
        statement.trust = (trust.version, trust.sha256)
        return statement
    }
}
