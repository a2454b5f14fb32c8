import PlanModel

enum MaterialityPolicyTemplate {
    static func file(_ request: ScaffoldRequest) -> ScaffoldedFile {
        let isLow = request.tier == .low
        return ScaffoldedFile(
            document: "MaterialityPolicy", at: "governance/materiality.yaml",
            """
            # How much a change matters, and what each class of change takes. `imprimatur diff A..B` names the class.
            # The trust root pins these bytes: an edit counts once a new trust root version (`imprimatur trust propose`)
            # pins the file again.
            apiVersion: imprimatur/v1
            kind: MaterialityPolicy
            metadata:
              name: materiality
              owner: role:grc-control-owner
            spec:
              classes: [none, minor, material, critical]
              default: material              # a change that no rule knows
              tiers: [low, medium, high]

              # One row for each class; initial is a system's first release. gates: what needs passed evidence.
              # approvals: [] says that the signature on the release is enough.
              # A tier without rows cannot release\(isLow ? ": add rows before you raise a system to medium or high" : "").
              matrix:
            \(rows(upTo: request.tier))

              # So that a large change cannot be cut into many small ones.
              cumulative:
                baseline: last-fully-gated
                maxMinor: \(isLow ? "10" : "5")
                maxAge: \(isLow ? "180d" : "90d")
                escalateTo: material

            """)
    }

    private static func rows(upTo tier: RiskTier) -> String {
        switch tier {
        case .low: lowRows
        case .medium: lowRows + "\n\n" + mediumRows
        case .high: lowRows + "\n\n" + mediumRows + "\n\n" + highRows
        }
    }

    private static let lowRows = """
            # Tier low: a mistake costs time.
            - {tier: low, class: initial, gates: [], approvals: []}
            - {tier: low, class: none, gates: [], approvals: []}
            - {tier: low, class: minor, gates: [], approvals: []}
            - tier: low
              class: material
              gates: [functional-eval]
              approvals: [{role: engineering-owner, count: 1}]
            - tier: low
              class: critical
              gates: [functional-eval, safety-eval]
              approvals: [{role: engineering-owner, count: 1}, {role: risk-approver, count: 1}]
        """

    private static let mediumRows = """
            # Tier medium: people outside notice a mistake, and it can be put right.
            - tier: medium
              class: initial
              gates: [functional-eval, safety-eval, security-review]
              approvals:
                - {role: engineering-owner, count: 1}
                - {role: product-owner, count: 1}
                - {role: risk-approver, count: 1}
              rollout: [canary, limited-audience, feature-flag]
            - {tier: medium, class: none, gates: [], approvals: []}
            - tier: medium
              class: minor
              gates: [functional-eval]
              approvals: [{role: engineering-owner, count: 1}]
            - tier: medium
              class: material
              gates: [functional-eval, safety-eval]
              approvals: [{role: engineering-owner, count: 1}, {role: product-owner, count: 1}]
              rollout: [canary, limited-audience, feature-flag]
            - tier: medium
              class: critical
              gates: [functional-eval, safety-eval, security-review]
              approvals:
                - {role: engineering-owner, count: 1}
                - {role: product-owner, count: 1}
                - {role: risk-approver, count: 1}
              rollout: [canary, limited-audience, feature-flag]
        """

    private static let highRows = """
            # Tier high: it decides about people, or a mistake is hard to undo.
            - tier: high
              class: initial
              gates: [functional-eval, safety-eval, security-review, data-check, privacy-review, risk-review]
              approvals:
                - {role: engineering-owner, count: 1}
                - {role: product-owner, count: 1}
                - {role: risk-approver, count: 1}
                - {role: grc-control-owner, count: 1}
              rollout: [canary, limited-audience]
              reviewDueAfter: 21d
            - {tier: high, class: none, gates: [], approvals: [{role: engineering-owner, count: 1}]}
            - tier: high
              class: minor
              gates: [functional-eval, safety-eval]
              approvals: [{role: engineering-owner, count: 1}, {role: product-owner, count: 1}]
              rollout: [canary, limited-audience]
              reviewDueAfter: 21d
            - tier: high
              class: material
              gates: [functional-eval, safety-eval, security-review, data-check]
              approvals:
                - {role: engineering-owner, count: 1}
                - {role: product-owner, count: 1}
                - {role: risk-approver, count: 1}
              rollout: [canary, limited-audience]
              reviewDueAfter: 21d
            - tier: high
              class: critical
              gates: [functional-eval, safety-eval, security-review, data-check, privacy-review, risk-review]
              approvals:
                - {role: engineering-owner, count: 1}
                - {role: product-owner, count: 1}
                - {role: risk-approver, count: 1}
                - {role: grc-control-owner, count: 1}
              rollout: [canary, limited-audience]
              reviewDueAfter: 21d
        """
}
