package import PlanModel

/// A field whose value names another document, a role, a person or a gate.
package struct ReferenceField: Sendable {
    /// Dotted path without indices, such as `spec.followUps.owner`; `*` stands for any one key.
    package let path: String
    /// Words that may stand before the colon.
    package let prefixes: Set<String>
    /// True where any text may stand: only what has the form of a reference is one there.
    package let isFreeText: Bool

    init(_ path: String, _ prefixes: Set<String>, isFreeText: Bool = false) {
        self.path = path
        self.prefixes = prefixes
        self.isFreeText = isFreeText
    }

    /// Every place for a reference in documents of a kind. A test holds this table against the schemas.
    package static func of(_ kind: DocumentKind) -> [ReferenceField] {
        let correction = kind.referencePrefix.map { ReferenceField("spec.corrects", [$0]) }
        return [ReferenceField("metadata.owner", owner)] + (table[kind.name] ?? [])
            + (kind.role == .record ? [correction].compactMap { $0 } : [])
    }

    private static let owner: Set<String> = ["role", "person"]
    private static let record: Set<String> = [
        "decision", "evidence", "exception", "monitoring", "notice", "review", "risk", "rollback", "rollout",
    ]
    private static let actions = [
        ReferenceField("spec.actions.owner", owner), ReferenceField("spec.actions.evidence", record, isFreeText: true),
    ]

    private static let table: [String: [ReferenceField]] = [
        "AISystem": [
            ReferenceField("spec.incident.escalation", owner),
            ReferenceField("spec.incident.oncall", owner),
            ReferenceField("spec.releaseOwner", owner),
            ReferenceField("spec.sharesWith", ["system"]),
            ReferenceField("spec.thirdParty.intakeOwner", owner),
        ],
        "DeploymentPlan": [
            ReferenceField("spec.appliesTo", ["system"]),
            ReferenceField("spec.communications.owner", owner),
            ReferenceField("spec.entryCriteria.owner", owner),
            ReferenceField("spec.exceptions.approvers", owner),
            ReferenceField("spec.monitoring.signals.owner", owner),
            ReferenceField("spec.postDeploymentReview.reviewer", owner),
            ReferenceField("spec.rollback.authority", owner),
            ReferenceField("spec.rollback.mechanisms.*.executor", owner),
            ReferenceField("spec.rollback.triggers.escalateTo", owner),
            ReferenceField("spec.rollout.stopAuthority", owner),
        ],
        "Exception": [
            ReferenceField("spec.appliesTo.release", ["release"]),
            ReferenceField("spec.appliesTo.waives", ["gate"]),
            ReferenceField("spec.approvedBy", ["person"]),
            ReferenceField("spec.compensatingControls.owner", owner),
            ReferenceField("spec.followUps.owner", owner),
            ReferenceField("spec.requestedBy", ["person"]),
        ],
        "GateEvidence": [
            ReferenceField("spec.performedBy", ["person"]),
            ReferenceField("spec.subject.release", ["release"]),
        ],
        "MonitoringRecord": [
            ReferenceField("spec.alerts.acknowledgedBy", ["person"]),
            ReferenceField("spec.release", ["release"]),
            ReferenceField("spec.reviewedBy", ["person"]),
        ] + actions,
        "PostDeploymentReview": [
            ReferenceField("spec.planDeviations.exception", ["exception"]),
            ReferenceField("spec.release", ["release"]),
            ReferenceField("spec.reviewedBy", ["person"]),
            // The schema takes a record of any kind here; what shows that a rollback is feasible is a RollbackRecord.
            ReferenceField("spec.rollbackFeasible.evidence", ["rollback"]),
        ] + actions,
        "ReleaseDecision": [
            ReferenceField("spec.by", ["person"]),
            ReferenceField("spec.conditions.evidence", record, isFreeText: true),
            ReferenceField("spec.conditions.owner", owner),
            ReferenceField("spec.release", ["release"]),
        ],
        "ReleasePackage": [
            ReferenceField("spec.rollback.target.release", ["release"]),
            ReferenceField("spec.system", ["system"]),
        ],
        "RiskAcceptance": [
            ReferenceField("spec.appliesTo.release", ["release"]),
            ReferenceField("spec.approvedBy", ["person"]),
        ],
        "RollbackRecord": [
            ReferenceField("spec.authorisedBy", ["person"]),
            ReferenceField("spec.communications.by", owner),
            ReferenceField("spec.components.verifiedBy", ["person"]),
            ReferenceField("spec.from", ["release"]),
            ReferenceField("spec.to", ["release"]),
            ReferenceField("spec.to.release", ["release"]),
        ],
        "RolloutRecord": [
            ReferenceField("spec.communications.by", owner),
            ReferenceField("spec.deviations.exception", ["exception"]),
            ReferenceField("spec.release", ["release"]),
            ReferenceField("spec.steps.decision.by", ["person"]),
            ReferenceField("spec.steps.observed.by", owner, isFreeText: true),
        ],
        "ThirdPartyNotice": [
            ReferenceField("spec.affects", ["release", "system"]),
            ReferenceField("spec.impactAssessment.assessedBy", ["person"]),
            ReferenceField("spec.impactAssessment.evidence", ["evidence"]),
            ReferenceField("spec.impactAssessment.release", ["release"]),
        ],
    ]
}
