import PlanModel
import SourceText

enum DeploymentPlanTemplate {
    static func file(_ request: ScaffoldRequest) -> ScaffoldedFile {
        let body = request.tier == .low ? LowTierPlan.body : HigherTierPlan.body(request.tier)
        return ScaffoldedFile(
            document: "DeploymentPlan", at: "governance/plans/\(request.system).yaml",
            """
            # How a release reaches its users, how it is watched, and how it is taken back (ISO/IEC 42001, A.6.2.5).
            # The numbers are a start: put in those that you will act on. One plan may serve several systems.
            apiVersion: imprimatur/v1
            kind: DeploymentPlan
            metadata:
              name: \(request.system.asYAML)
              owner: role:grc-control-owner
            spec:
              version: 1
              appliesTo: [\("system:" + request.system)]
              effectiveFrom: "\(request.startOfDay.rfc3339)"
              reviewEvery: 180d

              # What ships together. A release lists each part, or says why there is none.
              deploymentUnit: [model, prompts, guardrails, retrieval, inference, routing, tools, experience]

            \(body)

            """)
    }
}
