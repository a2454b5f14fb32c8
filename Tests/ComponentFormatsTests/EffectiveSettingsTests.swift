import PlanModel
import SourceText
import Testing
import YAMLDocuments

@testable import ComponentFormats

/// Trees of what is in force: every value keeps the place where it is written.
struct EffectiveSettingsTests {
    private static func read(_ text: String) throws -> ComponentReading {
        let source = SourceFile(path: "g/litellm.yaml", bytes: Array(text.utf8))
        return try #require(ComponentFormats.recognise(source, category: .guardrails))
    }

    /// `text at line:column` of each item.
    private static func places(_ list: YAMLNode?) -> [String] {
        list?.items.map { "\($0.text) at \($0.location.label)" } ?? []
    }

    @Test("A policy has what it inherits, each guardrail where a policy adds it")
    func inheritance() throws {
        let reading = try Self.read(
            """
            policies:
              strict:
                inherit: base
                guardrails: {add: [toxicity, jailbreak], remove: [pii]}
              base:
                inherit: root
                guardrails:
                  add: [pii]
              root: {guardrails: {add: [audit]}}
            """)
        #expect(reading.defects.isEmpty)
        let policies = reading.settings?.roots.first?["policies"]
        #expect(
            Self.places(policies?["strict"]?["guardrails"]) == [
                "audit at g/litellm.yaml:9:29", "jailbreak at g/litellm.yaml:4:34", "toxicity at g/litellm.yaml:4:24",
            ])
        #expect(policies?["strict"]?["inherit"] == nil)
        #expect(policies?["root"]?["guardrails"]?.location.label == "g/litellm.yaml:9:22")
    }

    @Test(
        "What the proxy refuses is a defect with its place",
        arguments: [
            (
                "policies: {a: {inherit: b, guardrails: {add: [x]}}}", "1:25",
                "the policy a inherits from b, which is not defined"
            ),
            ("policies: {a: {inherit: a, guardrails: {add: [x]}}}", "1:25", "the policy a inherits from itself"),
            ("policies: {a: {guardrails: {add: x}}}", "1:34", "the guardrails of the policy a are no lists of names"),
            (
                "policies: {a: {guardrails: {add: [x], drop: [y]}}}", "1:45",
                "the guardrails of the policy a are no lists of names"
            ),
        ])
    func defects(_ text: String, _ place: String, _ message: String) throws {
        let reading = try Self.read(text)
        let defect = try #require(reading.defects.first)
        #expect(defect.message == message)
        let source = try #require(reading.settings?.source)
        #expect(Location.span(source, range: defect.range).label == "g/litellm.yaml:\(place)")
    }

    @Test("Merge keys put entries in place, the own ones first")
    func mergeKeys() throws {
        let reading = try Self.read(
            """
            x-defaults: &defaults {timeout: 30, rpm: 10}
            model_list:
              - model_name: a
                litellm_params: {model: m, rpm: 20, <<: *defaults}
              - model_name: b
                litellm_params:
                  <<: [{rpm: 1}, *defaults]
                  model: m
            """)
        let models = try #require(reading.settings?.roots.first?["model_list"]?.items.map { $0["litellm_params"] })
        #expect(models.map { $0?["rpm"]?.text } == ["20", "1"])
        #expect(models.map { $0?["timeout"]?.location.label } == ["g/litellm.yaml:1:33", "g/litellm.yaml:1:33"])
        #expect(models[0]?["<<"] == nil)
    }

    @Test("Fallbacks are known by the model that they stand in for; includes are files that ship")
    func sections() throws {
        let reading = try Self.read(
            """
            include: [models.yaml, ../shared/rails.yaml, ../../outside.yaml]
            router_settings:
              fallbacks: [{a: [b]}, {c: [d]}]
              context_window_fallbacks: [{a: [b]}, {a: [d]}]
            """)
        let router = reading.settings?.roots.first?["router_settings"]
        #expect(router?["fallbacks"]?["c"]?.items.map(\.text) == ["d"])
        #expect(router?["fallbacks"]?["c"]?.location.label == "g/litellm.yaml:3:25")
        #expect(router?["context_window_fallbacks"]?.kind == .sequence)
        #expect(reading.references.map(\.candidates) == [["g/models.yaml"], ["shared/rails.yaml"]])
    }

    @Test("Aliases of aliases stay small, however much they would unfold to")
    func aliases() throws {
        var text = "model_list: [{model_name: a, litellm_params: {model: m}}]\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...4 {
            let inner = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(inner)]\n"
        }
        let source = SourceFile(path: "g/litellm.yaml", bytes: Array(text.utf8))
        let clock = ContinuousClock()
        let time = clock.measure { _ = ComponentFormats.recognise(source, category: .guardrails) }
        #expect(time < .seconds(2))
    }
}
