import Approvals
import GitObjects
import PlanModel
import PlanRules
import SourceText
import YAMLDocuments

/// Gathers what rules want to know around a release: the release before it, texts that claim approvals, records that
/// show users in production, conditions that are due.
struct CircumstanceFacts {
    private let subject: ReleaseEvaluator.Subject
    private let basis: JudgementBasis
    private let chain: ReleaseChain

    init(_ subject: ReleaseEvaluator.Subject, basis: JudgementBasis, chain: ReleaseChain) {
        self.subject = subject
        self.basis = basis
        self.chain = chain
    }

    func circumstances(
        unit: SystemUnit, contributors: Contributors, doubleRoles: [ReleaseCircumstances.DoubleRole],
        plan: ReleaseCircumstances.PlanApproval?
    ) throws -> ReleaseCircumstances {
        var circumstances = ReleaseCircumstances()
        circumstances.plan = plan
        circumstances.isLineageKnown = true
        circumstances.lastRelease = subject.base?.version
        circumstances.doubleRoles = doubleRoles
        circumstances.textualApprovals = texts(in: unit.package)
        circumstances.forgeSignatures = contributors.forgeSigned.map {
            ReleaseCircumstances.ForgeSignature(commit: $0.commit.short, forge: $0.forge)
        }
        // What happened after a release was made is no reason against that release.
        guard subject.sealed == nil else { return circumstances }
        circumstances.exposures = exposures(of: unit.system)
        circumstances.openConditions = openConditions()
        return circumstances
    }

    // MARK: Texts

    /// Sentences of the package that say that somebody approved it.
    private func texts(in package: ReleasePackage) -> [ReleaseCircumstances.TextualApproval] {
        [package.change.summary, package.change.reason].compactMap { field in
            guard let field, let sentence = ApprovalWording.claim(in: field.value) else { return nil }
            return ReleaseCircumstances.TextualApproval(location: field.location, text: sentence)
        }
    }

    // MARK: Records

    private func exposures(of system: AISystem) -> [ReleaseCircumstances.Exposure] {
        let production = Set(system.environments.filter(\.isProduction).compactMap { $0.name?.value })
        let released = Set(chain.links.map(\.version))
        return subject.snapshot.documents.of(RolloutRecord.self).compactMap { record in
            guard let release = record.release, release.value.name == system.name,
                let version = release.value.version, !released.contains(version),
                let environment = record.environment?.value, production.contains(environment), record.metUsers
            else { return nil }
            return ReleaseCircumstances.Exposure(
                location: release.location, version: version, environment: environment)
        }
    }

    private func openConditions() -> [ReleaseCircumstances.OpenCondition] {
        guard let base = subject.base else { return [] }
        return subject.snapshot.documents.of(ReleaseDecision.self).filter { decision in
            decision.decision?.value == "approve-with-conditions" && decision.release?.value.name == subject.system
                && decision.release?.value.version == base.version
        }.flatMap { decision in
            decision.conditions.compactMap { condition in
                guard condition.status?.value != "closed", let due = condition.due, due.value < subject.time else {
                    return nil
                }
                return ReleaseCircumstances.OpenCondition(
                    location: due.location, text: condition.text?.value ?? condition.id?.value ?? "?",
                    due: due.value.rfc3339, release: "\(subject.system)@\(base.version)")
            }
        }
    }
}

extension RolloutRecord {
    /// True when one of its steps let users meet the version; a step of zero percent did not.
    fileprivate var metUsers: Bool {
        steps.contains { step in step.startedAt != nil && step.percent.map { $0.value > DecimalNumber(0) } ?? true }
    }
}
