import PlanRules
import SourceText
import Testing

/// Every snapshot rule runs on every scenario, and its waivers count, so that a rule that speaks out of turn is seen. Messages are sentences
/// without a final full stop, and the words that say how to mend it are sentences with one.
@Suite struct ScenarioTests {
    @Test(arguments: Scenario.all + [Scenario.base])
    func findingsAreThoseThatAreMarked(_ scenario: Scenario) throws {
        let world = try scenario.world()
        let findings = try world.openFindings()
        let found = findings.map { finding in
            Scenario.ExpectedFinding(
                path: finding.location.path ?? finding.location.label, line: finding.location.position?.line,
                rule: finding.rule.rawValue, words: finding.message)
        }.sorted()
        let expected = world.expected.sorted()
        let all = found.map { "\($0): \($0.words)" }.joined(separator: "\n")
        #expect(found.map(\.description) == expected.map(\.description), "found:\n\(all)")
        for expected in expected where !expected.words.isEmpty {
            let messages = found.filter { $0.description == expected.description }.map(\.words)
            #expect(messages.contains { $0.contains(expected.words) }, "\(expected) says \(messages)")
        }
        for finding in findings {
            #expect(!finding.message.isEmpty && !finding.message.hasSuffix("."), "not a sentence: \(finding.message)")
            #expect(finding.mend.hasSuffix("."), "not a sentence: \(finding.mend)")
        }
    }

    @Test(arguments: Scenario.all)
    func theFolderSaysWhatTheScenarioIsFor(_ scenario: Scenario) throws {
        let rules = try scenario.world().expected.map(\.rule)
        #expect(rules.contains(scenario.rule) == scenario.shouldFire)
    }

    private static let rulesWithScenarios = (RuleCatalogue.snapshotRules as [any Rule.Type] + RuleCatalogue.waiverRules)
        .map { $0.description.id.rawValue }

    @Test(arguments: rulesWithScenarios)
    func everyRuleFiresSomewhereAndIsSilentSomewhere(_ rule: String) {
        let scenarios = Scenario.all.filter { $0.rule == rule }
        #expect(scenarios.contains { $0.shouldFire }, "no scenario in Fixtures/rules/\(rule)/fires")
        #expect(scenarios.contains { !$0.shouldFire }, "no scenario in Fixtures/rules/\(rule)/silent")
    }

    @Test func aWordThatOlderToolsReadOtherwiseIsOnlyAWarning() throws {
        let world = try Scenario(name: "DOC-004/fires/old-words.txtar").world()
        let findings = try RuleCatalogue.findings(in: try world.snapshot(), now: Scenario.now)
        #expect(findings.map(\.severity) == [.error, .warning])
    }

    @Test func everyFolderOfScenariosBelongsToARule() {
        #expect(Set(Scenario.all.map(\.rule)) == Set(Self.rulesWithScenarios))
    }
}
