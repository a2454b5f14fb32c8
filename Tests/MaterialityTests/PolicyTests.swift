import PlanModel
import SourceText
import Testing

@testable import Materiality

/// What an organisation's policy does to the classes of the catalogue.
struct PolicyTests {
    private func compare(_ edit: Scenario, rules: String, default defaultClass: String = "material") throws
        -> Comparison
    {
        let text =
            "apiVersion: imprimatur/v1\nkind: MaterialityPolicy\nmetadata: {name: p, owner: role:grc}\n"
            + "spec:\n  default: \(defaultClass)\n  rules:\n" + rules
        let policy = try MemoryTree(files: ["p.yaml": text]).document("p.yaml", MaterialityPolicy.self)
        return try SmallWorld.compare(to: try edit.head(), policy: policy)
    }

    private static let limit = Scenario(
        "limit", .replace("prompts/system.prompt", "120 words", "500 words"), expect: [])
    private static let unknown = Scenario(
        "beams", .replace("inference.yaml", "seed: 7", "seed: 7\nbeams: 4"), expect: [])
    private static let opaque = Scenario("opaque", .replace("inference.yaml", "seed: 7", "seed: [7"), expect: [])

    @Test("An override by rule id changes the class and keeps the built-in one")
    func byRule() throws {
        let comparison = try compare(
            Self.limit, rules: "    - {id: prompt/limit-changed, class: critical, why: Limits are sums of money.}")
        let change = try #require(comparison.changes.first)
        #expect(comparison.changeClass == .critical)
        #expect(comparison.builtInClass == .material)
        #expect(change.override?.why == "Limits are sums of money.")
        #expect(change.override?.location.label == "p.yaml:7:41")
        #expect(comparison.overridden.count == 1)
    }

    @Test("All conditions of an override must hold")
    func conditions() throws {
        let other = try compare(
            Self.limit, rules: "    - {id: prompt/limit-changed, component: guardrails, class: critical, why: x}")
        #expect(other.changeClass == .material && other.overridden.isEmpty)
        let path = try compare(Self.limit, rules: "    - {path: prompts/**, component: prompts, class: minor, why: x}")
        #expect(path.changeClass == .minor)
        let kind = try compare(Self.limit, rules: "    - {component: prompts, change: loosen, class: critical, why: x}")
        #expect(kind.changeClass == .material)
    }

    @Test("The most specific override counts, of equally specific ones the stricter")
    func precedence() throws {
        let specific = try compare(
            Self.limit,
            rules: """
                    - {component: prompts, class: critical, why: general}
                    - {id: prompt/limit-changed, class: minor, why: special}
                """)
        #expect(specific.changeClass == .minor)
        let equal = try compare(
            Self.limit,
            rules: """
                    - {id: prompt/limit-changed, class: critical, why: a}
                    - {id: prompt/limit-changed, class: none, why: b}
                """)
        #expect(equal.changeClass == .critical)
    }

    @Test("An override with a condition counts where the condition holds")
    func measuredConditions() throws {
        func changeClass(_ when: String) throws -> MaterialityClass {
            try compare(
                Self.limit, rules: "    - {id: prompt/limit-changed, when: [\(when)], class: minor, why: x}"
            ).changeClass
        }
        #expect(try changeClass("{path: prompt.wordsChanged, op: lte, value: 3}") == .minor)
        #expect(try changeClass("{path: prompt.wordsChanged, op: gt, value: 3}") == .material)
        let both = "{path: prompt.wordsChanged, op: lte, value: 3}, {path: prompt.sentencesChanged, op: gte, value: 9}"
        #expect(try changeClass(both) == .material)
        // Nothing set a temperature, so that none is below the limit.
        #expect(try changeClass("{path: inference.temperature, op: lt, value: 1}") == .material)
    }

    @Test("An override whose condition cannot be computed may raise, never lower")
    func uncomputable() throws {
        let when = "when: [{path: inference.seed, op: lte, value: 9}]"
        let lower = try compare(Self.opaque, rules: "    - {component: inference, \(when), class: none, why: x}")
        #expect(lower.changeClass == .material)
        let raise = try compare(Self.opaque, rules: "    - {component: inference, \(when), class: critical, why: x}")
        #expect(raise.changeClass == .critical)
        let unreadable = try compare(
            Self.limit, rules: "    - {id: prompt/limit-changed, when: [always], class: none, why: x}")
        #expect(unreadable.changeClass == .material)
    }

    @Test("The default class is for changes that no rule knows; what cannot be read stays material")
    func defaultClass() throws {
        #expect(try compare(Self.unknown, rules: "    []", default: "minor").changeClass == .minor)
        #expect(try compare(Self.unknown, rules: "    []", default: "critical").changeClass == .critical)
        #expect(try compare(Self.limit, rules: "    []", default: "none").changeClass == .material)
        #expect(try compare(Self.opaque, rules: "    []", default: "none").changeClass == .material)
        #expect(try compare(Self.opaque, rules: "    []", default: "critical").changeClass == .critical)
    }

    @Test("An override that names nothing, or no known class, is no override")
    func malformed() throws {
        #expect(try compare(Self.limit, rules: "    - {class: none, why: x}").changeClass == .material)
        #expect(
            try compare(Self.limit, rules: "    - {id: prompt/limit-changed, class: nothing, why: x}").changeClass
                == .material)
    }
}
