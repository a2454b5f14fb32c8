import PlanModel

/// The plan of a system whose mistakes others notice (medium) or can hardly undo (high).
enum HigherTierPlan {
    static func body(_ tier: RiskTier) -> String {
        [gates, rollout(tier), rollback(tier), monitoring(tier), afterwards].joined(separator: "\n\n")
    }

    private static let gates = """
          # What must be true before a release. Each gate needs evidence made on exactly the bytes that ship;
          # governance/materiality.yaml asks for gates as well.
          entryCriteria:
            - gate: functional-eval
              category: functional
              owner: role:engineering-owner
              maxAge: 30d
              requiredFor: {minTier: medium, minClass: minor}
            - gate: safety-eval
              category: safety
              owner: role:risk-approver
              maxAge: 30d
              requiredFor: {minTier: medium, minClass: material}
            - gate: security-review
              category: security
              owner: role:engineering-owner
              maxAge: 90d
              requiredFor: {minTier: high, minClass: material}
            - gate: data-check
              category: data
              owner: role:product-owner
              maxAge: 30d
              requiredFor: {minTier: high, minClass: material}
            - gate: privacy-review
              category: privacy
              owner: role:risk-approver
              maxAge: 180d
              requiredFor: {minTier: high, minClass: critical}
            - gate: risk-review
              category: risk
              owner: role:risk-approver
              maxAge: 90d
              requiredFor: {minTier: high, minClass: critical}
        """

    private static func rollout(_ tier: RiskTier) -> String {
        let staff = """
                  - id: staff
                    environment: production
                    exposure: {percent: 1, audience: colleagues who know that it is new}
                    minDuration: 2d
                    onFail: rollback
                    health:
                      - {signal: violating-answers, op: lte, threshold: 0.005, window: 1d, minSamples: 50}
                      - {signal: supported-answers, op: gte, threshold: 0.95, window: 1d, minSamples: 50}

            """
        return """
              # How it reaches its users, in steps that only grow; who may stop it; what has to hold before the next step.
              rollout:
                strategy: canary
                stopAuthority: [role:ai-oncall, role:product-owner, role:risk-approver]
                freezeWindows: []                # times in which nothing should change
                steps:
            \(tier == .high ? staff : "")      - id: canary-5
                    environment: production
                    exposure: {percent: 5}
                    minDuration: 2d
                    onFail: rollback
                    health:
                      - {signal: violating-answers, op: lte, threshold: 0.005, window: 1d, minSamples: 200}
                      - {signal: supported-answers, op: gte, threshold: 0.95, window: 1d, minSamples: 200}
                  - id: canary-25
                    environment: production
                    exposure: {percent: 25}
                    minDuration: 2d
                    onFail: rollback
                    health:
                      - {signal: violating-answers, op: lte, threshold: 0.005, window: 1d, minSamples: 500}
                      - {signal: supported-answers, op: gte, threshold: 0.95, window: 1d, minSamples: 500}
                  - id: full
                    environment: production
                    exposure: {percent: 100}
                    minDuration: 2d
                    onFail: halt
                    health:
                      - {signal: violating-answers, op: lte, threshold: 0.005, window: 1d, minSamples: 1000}
                      - {signal: error-rate, op: lte, threshold: 0.01, window: 4h, minSamples: 1000}
            """
    }

    private static func rollback(_ tier: RiskTier) -> String {
        let remediation =
            tier == .high
            ? """
                dataRemediation:
                  applies: true
                  steps:
                    - List the cases that were prepared while the faulty release was live.
                    - Mark these recommendations as withdrawn, and have a person decide the open cases without them.
                    - Have the decided cases checked, correct the wrong ones and write to the people concerned.
            """
            : """
                dataRemediation: {applies: false, reason: It keeps no records; a person answers for every decision.}
            """
        return """
              # What leads to a rollback, who orders it, how each part is taken back, and how long it may take.
              rollback:
                authority: [role:ai-oncall, role:product-owner]
                timeObjective: \(tier == .high ? "30m" : "1h")
                drillEvery: 90d
                safeMode: No model is called; users are sent to the people who do the work without it.
                triggers:
                  - id: violating-answers
                    kind: signal
                    signal: violating-answers
                    threshold: 0.01
                    severity: sev1
                    escalateTo: role:risk-approver
                    action: rollback
                  - id: unsupported-answers
                    kind: signal
                    signal: supported-answers
                    threshold: 0.9
                    severity: sev2
                    escalateTo: role:product-owner
                    action: rollback
                  - id: behaviour-moved
                    kind: signal
                    signal: same-answers
                    threshold: 0.85
                    severity: sev2
                    escalateTo: role:vendor-manager
                    action: halt
                  - id: declared-incident
                    kind: incident
                    decisionCriteria: A sev1 or sev2 incident names the system as a possible cause.
                    severity: sev1
                    escalateTo: role:risk-approver
                    action: rollback
                  - id: user-complaint
                    kind: user-report
                    decisionCriteria: One credible report of a harmful answer, or three of a wrong one within a day.
                    severity: sev2
                    escalateTo: role:product-owner
                    action: rollback
                  - id: called-by-hand
                    kind: manual
                    decisionCriteria: Somebody with stop authority judges that going on is worse than stopping.
                    severity: sev3
                    escalateTo: role:product-owner
                    action: halt
                mechanisms:
                  model:
                    executor: role:ai-oncall
                    steps: [Set the model of the target release and ask the fixed questions; the answers must agree.]
                  prompts:
                    executor: role:ai-oncall
                    steps: [Deploy the prompts of the target's release tag.]
                  guardrails:
                    executor: role:ai-oncall
                    steps: [Deploy the filters of the target's release tag and send the probes; all must be refused.]
                  retrieval:
                    executor: role:ai-oncall
                    steps: [Point at the index that the target names; rebuild it from its snapshot if it is gone.]
                  inference:
                    executor: role:ai-oncall
                    steps: [Deploy inference.yaml of the target's release tag.]
                  routing:
                    executor: role:ai-oncall
                    steps: [Deploy the routes of the target's release tag.]
                  tools:
                    executor: role:ai-oncall
                    steps: [Revoke the credentials of the tools, then deploy the tool list of the target's release tag.]
                  experience:
                    executor: role:product-owner
                    steps: [Publish the texts of the target's release tag.]
            \(remediation)
            """
    }

    private static func monitoring(_ tier: RiskTier) -> String {
        let fairness = """
                  - id: outcome-difference
                    category: safety
                    source: largest difference between groups in the share of favourable recommendations
                    op: lte
                    threshold: 0.05
                    window: 30d
                    severity: sev1
                    owner: role:risk-approver
                    reviewEvery: 30d
                    alert: message to role:risk-approver
                    triage: Read the cases behind the difference; halt while it cannot be explained.

            """
        return """
              # What is watched, in five kinds, so that bad answers are seen and not only bad servers.
              monitoring:
                recordEvery: 7d
                logging:
                  fields: [time, release version, package digest, model fingerprint, request, answer, sources, filter verdicts]
                  retention: 190d
                signals:
                  - id: violating-answers
                    category: safety
                    source: share of a daily sample of 200 answers that break a rule; a person reads every tenth
                    op: lte
                    threshold: 0.005
                    window: 7d
                    severity: sev1
                    owner: role:risk-approver
                    reviewEvery: 7d
                    alert: pages role:ai-oncall
                    triage: On-call reads the answers within 2 hours and decides on a rollback.
            \(tier == .high ? fairness : "")      - id: supported-answers
                    category: output-quality
                    source: share of a daily sample of 200 answers that their sources bear out
                    op: gte
                    threshold: 0.95
                    window: 7d
                    severity: sev2
                    owner: role:product-owner
                    reviewEvery: 7d
                    alert: pages role:ai-oncall below 0.9
                    triage: Find what the wrong answers have in common, and correct the source or the prompt.
                  - id: same-answers
                    category: drift
                    source: share of 40 fixed questions, asked every night, whose answer is still right
                    op: gte
                    threshold: 0.92
                    window: 1d
                    baseline: answers of the release that was evaluated last
                    severity: sev2
                    owner: role:engineering-owner
                    reviewEvery: 7d
                    alert: message to role:engineering-owner
                    triage: Compare the model's fingerprint with the day before, then ask the vendor manager.
                  - id: complaints
                    category: user-feedback
                    source: share of answers about which users complain
                    op: lte
                    threshold: 0.02
                    window: 7d
                    severity: sev2
                    owner: role:product-owner
                    reviewEvery: 7d
                    alert: message to role:product-owner
                    triage: Read every complaint within a working day and file what is wrong.
                  - id: error-rate
                    category: operational
                    source: share of requests without an answer
                    op: lte
                    threshold: 0.01
                    window: 4h
                    severity: sev3
                    owner: role:ai-oncall
                    reviewEvery: 7d
                    alert: pages role:ai-oncall
                    triage: Switch to safe mode when it lasts longer than 30 minutes.
            """
    }

    private static let afterwards = """
          # A look back at every release, even at one that went well.
          postDeploymentReview:
            dueAfter: 21d
            window: 14d
            reviewer: role:product-owner

          # Who may waive a gate, for how long, and by when an emergency release makes up for its gates.
          exceptions:
            approvers: [role:risk-approver, role:grc-control-owner]
            maxDuration: 14d
            retrospectiveWithin: 5d

          # What happens when a provider changes a model or a service that we use.
          thirdParty:
            validation:
              - The vendor manager reads the notices of providers every working day and files a ThirdPartyNotice.
              - The nightly fixed questions show a change that nobody announced.
            assessWithin: 5d
            onBreakingChange: Stay on the version that was tested, or switch to safe mode until a release passes its gates.

          # Who is told what.
          communications:
            - {event: rollout-start, audience: people who work with it, channel: team chat, owner: role:product-owner}
            - {event: rollback, audience: people who work with it, channel: team chat, owner: role:ai-oncall}
            - {event: rollback, audience: affected users, channel: e-mail, owner: role:product-owner}
            - {event: incident-sev1, audience: affected users, channel: e-mail, owner: role:product-owner}
            - {event: disclosure-change, audience: users, channel: where they use it, owner: role:product-owner}

          environmentDifferences: >-
            Staging has the model, the prompts and the settings of production, but test data and no load.
            Real wording and real load are first seen in the first rollout step.

          # Which requirements the plan meets, and where.
          traceability:
            - {requirement: iso42001:A.6.2.5, clauses: [entryCriteria, rollout, rollback, monitoring, postDeploymentReview]}
            - {requirement: iso42001:A.6.2.6, clauses: [monitoring]}
            - {requirement: iso42001:A.8.4, clauses: [communications]}
            - {requirement: iso42001:A.10.3, clauses: [thirdParty]}
        """
}
