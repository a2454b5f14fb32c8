import PlanModel
import Scaffolding
import Testing
import YAMLDocuments

/// What the catalogue asks of a plan while it is written, as far as the rules are not there yet.
struct PlanTests {
    @Test("All five kinds of signals, each with threshold, severity and owner", arguments: RiskTier.allCases)
    func signals(tier: RiskTier) throws {
        let tree = ScaffoldedTree(tier)
        let plan = try #require(tree.only(DeploymentPlan.self))
        let severities = try #require(tree.only(AISystem.self)).severities.map(\.value)
        let kinds = Set(plan.signals.compactMap { $0.category?.value })
        #expect(kinds == ["safety", "output-quality", "drift", "user-feedback", "operational"])
        for signal in plan.signals {
            #expect(signal.owner != nil && signal.fields.has("op") && signal.fields.has("threshold"))
            #expect(severities.contains(signal.fields.string("severity")?.value ?? ""))
            #expect(signal.category?.value != "drift" || signal.fields.has("baseline"))
        }
        #expect(plan.monitoring.mapping("logging").has("retention"))
    }

    @Test("Triggers and health criteria speak of signals that are watched", arguments: RiskTier.allCases)
    func knownSignals(tier: RiskTier) throws {
        let tree = ScaffoldedTree(tier)
        let plan = try #require(tree.only(DeploymentPlan.self))
        let severities = try #require(tree.only(AISystem.self)).severities.map(\.value)
        let known = Set(plan.signals.compactMap { $0.id?.value })
        for trigger in plan.rollback.triggers {
            #expect(trigger.threshold != nil || trigger.decisionCriteria != nil)
            #expect(severities.contains(trigger.fields.string("severity")?.value ?? ""))
            if trigger.kind?.value == "signal" {
                #expect(known.contains(trigger.fields.string("signal")?.value ?? ""))
            }
        }
        for step in plan.rollout.steps {
            #expect(!step.health.isEmpty)
            #expect(step.health.allSatisfy { known.contains($0.string("signal")?.value ?? "") })
        }
    }

    @Test("Every category can be taken back, and exposure grows to everybody", arguments: RiskTier.allCases)
    func rolloutAndRollback(tier: RiskTier) throws {
        let tree = ScaffoldedTree(tier)
        let plan = try #require(tree.only(DeploymentPlan.self))
        let all = ComponentCategory.allCases.map(\.rawValue)
        #expect(plan.deploymentUnit.map(\.value) == all)
        #expect(plan.rollback.mechanisms.map(\.category.value) == all)
        #expect(plan.rollback.timeObjective != nil && plan.rollback.fields.has("safeMode"))
        let percents = plan.rollout.steps.compactMap { $0.percent?.value }
        #expect(percents == percents.sorted() && percents.count == plan.rollout.steps.count)
        #expect(percents.first?.integer ?? 100 <= 10 && percents.last?.integer == 100)
        let environments = try #require(tree.only(AISystem.self)).environments.compactMap { $0.name?.value }
        #expect(plan.rollout.steps.allSatisfy { environments.contains($0.environment?.value ?? "") })
        let writesRecords = try #require(tree.only(AISystem.self)).writesRecords?.value
        #expect(plan.rollback.fields.mapping("dataRemediation").boolean("applies")?.value == writesRecords)
    }

    @Test("The plan tells people of rollout and rollback, and names sections that it has", arguments: RiskTier.allCases)
    func messagesAndClauses(tier: RiskTier) throws {
        let plan = try #require(ScaffoldedTree(tier).only(DeploymentPlan.self))
        let events = plan.spec.list("communications").compactMap { $0.string("event")?.value }
        #expect(Set(events).isSuperset(of: ["rollout-start", "rollback"]))
        let clauses = plan.spec.list("traceability").flatMap { $0.strings("clauses").map(\.value) }
        #expect(!clauses.isEmpty && clauses.allSatisfy(plan.spec.has))
        #expect(plan.spec.string("effectiveFrom")?.value == "2026-11-23T00:00:00Z")
    }
}
