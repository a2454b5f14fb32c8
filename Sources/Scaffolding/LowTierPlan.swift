/// The plan of a system with which one person can start: short enough to be read in a minute.
enum LowTierPlan {
    static let body = """
          # Evaluations. For tier low governance/materiality.yaml says when one is needed: not before a material change.
          entryCriteria:
            - {gate: functional-eval, category: functional, owner: role:engineering-owner, requiredFor: {minTier: medium}}
            - {gate: safety-eval, category: safety, owner: role:risk-approver, requiredFor: {minTier: medium}}
            - {gate: security-review, category: security, owner: role:engineering-owner, requiredFor: {minTier: medium}}
            - {gate: data-check, category: data, owner: role:engineering-owner, requiredFor: {minTier: medium}}

          # A few people first, then everybody; who may stop it; what has to hold at each step.
          rollout:
            strategy: limited-audience
            stopAuthority: [role:engineering-owner, role:risk-approver]
            steps:
              - id: pilot
                environment: production
                exposure: {percent: 10, audience: two or three colleagues who know that it is new}
                minDuration: 2d
                onFail: rollback
                health:
                  - {signal: usable-answers, op: gte, threshold: 0.8, window: 2d, minSamples: 10}
              - id: everybody
                environment: production
                exposure: {percent: 100, audience: all users}
                minDuration: 2d
                onFail: halt
                health:
                  - {signal: usable-answers, op: gte, threshold: 0.8, window: 2d, minSamples: 20}

          # What makes us take a release back, who orders it, how long it may take.
          rollback:
            authority: [role:engineering-owner, role:risk-approver]
            timeObjective: 4h
            drillEvery: 180d
            safeMode: It is switched off, and people do the work without it.
            triggers:
              - {id: harmful-answer, kind: signal, signal: harmful-answers, threshold: 0, severity: sev1, action: rollback}
              - id: user-complaint
                kind: user-report
                decisionCriteria: One credible report of a harmful answer, or three of a wrong one within a day.
                severity: sev2
                action: rollback
              - id: called-by-hand
                kind: manual
                decisionCriteria: Somebody with stop authority judges that going on is worse than stopping.
                severity: sev3
                action: halt
            mechanisms:
              model: {executor: role:engineering-owner, steps: [Set the model of the target release.]}
              prompts: {executor: role:engineering-owner, steps: [Deploy the prompts of the target's release tag.]}
              guardrails: {executor: role:engineering-owner, steps: [Deploy the filters of the target's release tag.]}
              retrieval: {executor: role:engineering-owner, steps: [Point at the index that the target names.]}
              inference: {executor: role:engineering-owner, steps: [Deploy inference.yaml of the target's release tag.]}
              routing: {executor: role:engineering-owner, steps: [Deploy the routes of the target's release tag.]}
              tools: {executor: role:engineering-owner, steps: [Revoke the tools that the target does not have.]}
              experience: {executor: role:engineering-owner, steps: [Publish the texts of the target's release tag.]}
            dataRemediation: {applies: false, reason: It keeps no records; people check what they use of its output.}

          # What we look at, in five kinds, so that bad answers are seen and not only bad servers.
          monitoring:
            recordEvery: 30d
            logging:
              fields: [time, release version, model, request, answer]
              retention: 190d
            signals:
              - {id: harmful-answers, category: safety, source: share of 20 answers read each week,
                 op: lte, threshold: 0, window: 7d, severity: sev1, owner: role:risk-approver, reviewEvery: 7d}
              - {id: usable-answers, category: output-quality, source: share of answers that users kept,
                 op: gte, threshold: 0.8, window: 7d, severity: sev3, owner: role:engineering-owner, reviewEvery: 7d}
              - {id: same-answers, category: drift, source: 10 fixed requests a week; share that is still right,
                 op: gte, threshold: 0.9, window: 7d, baseline: answers of the first release, severity: sev2,
                 owner: role:engineering-owner, reviewEvery: 7d}
              - {id: complaints, category: user-feedback, source: complaints of users in a week,
                 op: lte, threshold: 2, window: 7d, severity: sev2, owner: role:engineering-owner, reviewEvery: 7d}
              - {id: errors, category: operational, source: share of requests without an answer,
                 op: lte, threshold: 0.05, window: 1d, severity: sev3, owner: role:engineering-owner, reviewEvery: 30d}

          # A look back at every release, even at one that went well.
          postDeploymentReview: {dueAfter: 21d, window: 14d, reviewer: role:engineering-owner}

          # Who may waive an evaluation, and for how long.
          exceptions: {approvers: [role:risk-approver], maxDuration: 14d, retrospectiveWithin: 5d}

          # What happens when a provider changes a model or a service that we use.
          thirdParty:
            validation: [Notices of providers are read every week; the fixed requests show an unannounced change.]
            assessWithin: 10d
            onBreakingChange: Stay on the version that was tested, or switch off until a release passes its evaluations.

          communications:
            - {event: rollout-start, audience: users, channel: team chat, owner: role:engineering-owner}
            - {event: rollback, audience: affected users, channel: team chat, owner: role:engineering-owner}

          environmentDifferences: There is one environment; evaluations use its model and settings, without real users.

          traceability:
            - requirement: iso42001:A.6.2.5
              clauses: [entryCriteria, rollout, rollback, monitoring, postDeploymentReview]
        """
}
