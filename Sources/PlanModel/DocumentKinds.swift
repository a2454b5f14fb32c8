/// The registry: one line a kind. Sorted by name.
package enum DocumentKinds {
    package static let all: [any PlanDocument.Type] = [
        AISystem.self,
        DeploymentPlan.self,
        ExceptionRecord.self,
        GateEvidence.self,
        MaterialityPolicy.self,
        MonitoringRecord.self,
        PostDeploymentReview.self,
        Project.self,
        ReleaseDecision.self,
        ReleasePackage.self,
        RiskAcceptance.self,
        RollbackRecord.self,
        RolloutRecord.self,
        ThirdPartyNotice.self,
        TrustRoot.self,
    ]

    package static func named(_ name: String) -> (any PlanDocument.Type)? { all.first { $0.kind.name == name } }
}
