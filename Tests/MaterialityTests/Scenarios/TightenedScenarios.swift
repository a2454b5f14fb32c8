@testable import Materiality

/// Protections put in: the edits of other scenarios, which take them out, undone.
extension Scenario {
    static let tightenedScenarios: [Scenario] = [
        undoing("a further role for a person", of: approvalScenarios, expect: "approval/authority-withdrawn minor"),
        undoing("author and risk in one", of: approvalScenarios, expect: "approval/duties-separated minor"),
        undoing("a gate less for a class", of: approvalScenarios, expect: "approval/gate-added minor"),
        undoing("work alone", of: approvalScenarios, expect: "approval/safeguard-on minor"),
        undoing("no veto", of: approvalScenarios, expect: "approval/veto-added minor"),
        undoing(
            "no disclosure in one language", of: experienceScenarios, expect: "experience/ai-disclosure-added minor"),
        undoing("no block for a person", of: experienceScenarios, expect: "experience/human-handoff-added minor"),
        undoing("switched off", of: guardrailScenarios, expect: "guardrail/enabled minor"),
        undoing("fails open", of: guardrailScenarios, expect: "guardrail/fails-closed minor"),
        undoing("a guardrail's draft", of: policyScenarios, expect: "guardrail/reference-pinned minor"),
        undoing("a hidden character", of: promptScenarios, expect: "prompt/hidden-characters-removed material"),
        undoing("a hub prompt by tag", of: promptFormatScenarios, expect: "prompt/reference-pinned minor"),
        undoing("a tag of an image", of: thirdPartyScenarios, expect: "thirdparty/pinned minor"),
        undoing("trained on", of: thirdPartyScenarios, expect: "thirdparty/training-use-denied minor"),
        undoing("code of the guard", of: deploymentScenarios, expect: "model/remote-code-denied minor"),
        undoing("longer exceptions", of: planScenarios, expect: "plan/exceptions-narrowed minor"),
        undoing("only a halt", of: planScenarios, expect: "plan/rollback-added minor"),
        undoing("a route for everything else", of: gatewayScenarios, expect: "routing/catch-all-removed minor"),
        undoing("out of scope", of: documentScenarios, expect: "system/entered-scope minor"),
    ]

    /// The way back of a scenario that only replaces text. One that is not there gives a scenario that cannot hold.
    private static func undoing(_ name: String, of scenarios: [Scenario], expect expected: String...) -> Scenario {
        guard let scenario = scenarios.first(where: { $0.name == name }), let head = try? scenario.head() else {
            return Scenario("undone: \(name)", expect: ["no such scenario"])
        }
        let undoing = scenario.base.filter { head[$0.key] != $0.value }.sorted { $0.key < $1.key }
        return Scenario(
            "undone: \(name)", adding: head, undoing.map { .write($0.key, $0.value) }, expect: expected)
    }
}
