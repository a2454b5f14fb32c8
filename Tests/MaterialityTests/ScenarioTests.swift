import SourceText
import Testing

@testable import Materiality

struct ScenarioTests {
    @Test("An edit gives exactly the expected changes", arguments: Scenario.all)
    func finds(_ scenario: Scenario) throws {
        let comparison = try SmallWorld.compare(to: try scenario.head())
        #expect(Scenario.summary(comparison) == scenario.expected)
    }

    @Test("Undoing an edit never weighs nothing when the edit did not", arguments: Scenario.all)
    func reverse(_ scenario: Scenario) throws {
        let forward = try SmallWorld.compare(to: try scenario.head())
        let backward = try SmallWorld.compare(from: try scenario.head(), to: SmallWorld.files)
        #expect((forward.changeClass == .none) == (backward.changeClass == .none))
    }

    @Test("Every rule is found in some scenario, forward or backward")
    func coverage() throws {
        var found: Set<String> = []
        for scenario in Scenario.all {
            let head = try scenario.head()
            for comparison in [try SmallWorld.compare(to: head), try SmallWorld.compare(from: head, to: SmallWorld.files)] {
                found.formUnion(comparison.changes.map { $0.rule.id.rawValue })
            }
        }
        let known = Set(ChangeCatalogue.rules.map { $0.id.rawValue })
        #expect(found.isSubset(of: known))
        let missing = known.subtracting(found).sorted()
        #expect(missing == [])
    }
}
