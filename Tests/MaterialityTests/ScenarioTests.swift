import SourceText
import Testing

@testable import Materiality

/// Each scenario compared once in both directions, for all tests.
private struct ScenarioResult: Sendable, CustomTestStringConvertible {
    let scenario: Scenario
    let forward: Comparison
    let backward: Comparison

    var testDescription: String { scenario.name }

    static let all: Result<[ScenarioResult], any Error> = Result {
        let smallWorld = try SmallWorld.unit(SmallWorld.files)
        return try Scenario.all.map { scenario in
            let base = scenario.additions.isEmpty ? smallWorld : try SmallWorld.unit(scenario.base)
            let head = try SmallWorld.unit(try scenario.head())
            return ScenarioResult(
                scenario: scenario, forward: MaterialityEngine.compare(base: base, head: head, policy: nil),
                backward: MaterialityEngine.compare(base: head, head: base, policy: nil))
        }
    }
}

struct ScenarioTests {
    @Test("An edit gives exactly the expected changes: each rule that fires, and no other")
    func finds() throws {
        for result in try ScenarioResult.all.get() {
            #expect(Scenario.summary(result.forward) == result.scenario.expected, "\(result.scenario.name)")
        }
    }

    @Test("An edit and its undoing both weigh something, or both nothing")
    func reverse() throws {
        for result in try ScenarioResult.all.get() where !result.scenario.isOneWay {
            #expect(
                (result.forward.changeClass == .none) == (result.backward.changeClass == .none),
                "\(result.scenario.name)")
        }
    }

    /// What only the undone edit shows does not count: nobody has said what exactly must be found there.
    @Test("Every rule of the catalogue is expected by some scenario")
    func coverage() throws {
        let comparisons = try ScenarioResult.all.get().map(\.forward)
        let found = Set(comparisons.flatMap(\.changes).map(\.rule.id.rawValue))
        let known = Set(ChangeCatalogue.rules.map(\.id.rawValue))
        #expect(found.subtracting(known).sorted() == [])
        #expect(known.subtracting(found).sorted() == [])
    }

    @Test("Where a rule with a mirror fires, the undone edit fires the mirror, but for a list with reasons")
    func mirrors() throws {
        var missing: Set<String> = []
        for result in try ScenarioResult.all.get() where !result.scenario.isOneWay {
            let backward = Set(result.backward.changes.map(\.rule.id))
            for change in result.forward.changes {
                guard case .mirror(let mirror) = change.rule.symmetry, !backward.contains(mirror) else { continue }
                missing.insert("\(result.scenario.name): \(change.rule.id)")
            }
        }
        #expect(missing.subtracting(Scenario.withoutMirror.keys).sorted() == [])
        #expect(Set(Scenario.withoutMirror.keys).subtracting(missing).sorted() == [])
    }

    /// A rule that claimed every edit of a value would pass the tests above; so each has an edit beside its own, of the
    /// same key of the same component in the same file, that it leaves to another rule.
    @Test("Every rule stays silent on some edit of a value at which it fires elsewhere")
    func nearMisses() throws {
        let comparisons = try ScenarioResult.all.get().map(\.forward)
        var fires: [RuleID: Set<EditedPlace>] = [:]
        for change in comparisons.flatMap(\.changes) {
            fires[change.rule.id, default: []].formUnion(EditedPlace.all(of: change))
        }
        let silent = comparisons.map { comparison in
            (
                rules: Set(comparison.changes.map(\.rule.id)),
                places: comparison.changes.reduce(into: Set()) { $0.formUnion(EditedPlace.all(of: $1)) }
            )
        }
        for rule in ChangeCatalogue.rules {
            let places = fires[rule.id] ?? []
            #expect(
                silent.contains { !$0.rules.contains(rule.id) && !$0.places.isDisjoint(with: places) }, "\(rule.id)")
        }
    }

    @Test("A change has its rule's class, or another that the rule's row names")
    func classes() throws {
        let comparisons = try ScenarioResult.all.get().flatMap { [$0.forward, $0.backward] }
        for change in comparisons.flatMap(\.changes) {
            let known = [change.rule.changeClass] + change.rule.otherClasses.map(\.changeClass)
            #expect(known.contains(change.changeClass), "\(change.rule.id) \(change.changeClass): \(change.reason)")
        }
    }

    @Test("Every other class that a rule's row names is expected by some scenario")
    func otherClasses() throws {
        let seen = Set(
            try ScenarioResult.all.get().flatMap(\.forward.changes).map { "\($0.rule.id) \($0.changeClass)" })
        for rule in ChangeCatalogue.rules {
            for other in rule.otherClasses {
                let name = "\(rule.id) \(other.changeClass)"
                #expect(seen.contains(name), "\(name)")
                #expect(other.changeClass != rule.changeClass)
            }
        }
    }

    @Test("Every change says where it is, in one sentence, and which file it touches")
    func wellFormed() throws {
        for result in try ScenarioResult.all.get() {
            for change in result.forward.changes {
                #expect(change.old != nil || change.new != nil, "\(result.scenario.name)")
                #expect(change.reason.hasSuffix("."), "\(change.reason)")
                #expect(change.reason.first?.isUppercase == true, "\(change.reason)")
                #expect(!change.path.isEmpty && !change.subject.isEmpty)
                #expect(change.fingerprint.count == 64)
                #expect(change.action != .add || change.old == nil)
                #expect(change.action != .remove || change.new == nil)
            }
        }
    }

    @Test("Two changes of one comparison never share a fingerprint and a place")
    func fingerprints() throws {
        for result in try ScenarioResult.all.get() {
            let keys = result.forward.changes.map { change in
                change.fingerprint + (change.old?.location.label ?? "-") + (change.new?.location.label ?? "-")
            }
            #expect(Set(keys).count == keys.count, "\(result.scenario.name)")
        }
    }
}

/// What an edit is made to: a key of a component (nil for a text or a whole file) in a file.
private struct EditedPlace: Hashable {
    let path: String
    let subject: String
    let key: String?

    static func all(of change: Change) -> [EditedPlace] {
        let key = change.field.map { field in String(field.split { ".[]".contains($0) }.last ?? "") }
        return Set([change.path, change.old?.location.path, change.new?.location.path].compactMap { $0 }).map {
            EditedPlace(path: $0, subject: change.subject, key: key)
        }
    }
}
