import ComponentFormats
import SourceText
import Testing
import YAMLDocuments

@testable import Materiality

/// Which way a setting is stricter, and the scale that a picture of the step needs.
struct PolarityTests {
    /// The edit between two one-line YAML files of a format, at their one differing value.
    private static func edit(_ format: String, _ old: String, _ new: String) throws -> SettingEdit {
        let roots = try [old, new].map { text in
            try #require(YAMLReader.read(SourceFile(path: "a.yaml", bytes: Array(text.utf8))).documents.first?.root)
        }
        let edits = StructureDiff.edits(
            from: roots[0], to: roots[1], SettingVocabulary(identityKeys: ["name", "type"], []))
        let difference = try #require(edits.first)
        #expect(edits.count == 1)
        return SettingEdit(
            subject: Subject(category: .guardrails, id: "a"), format: FormatIdentity(format, .signature),
            difference: difference, oldSource: roots[0].document.source, newSource: roots[1].document.source)
    }

    @Test(
        "Direction comes from the table, by format, key and what stands beside the value",
        arguments: [
            ("nemo-guardrails", "score_threshold: 0.4", "score_threshold: 0.7", "loosened"),
            ("nemo-guardrails", "score_threshold: 0.4", "{}", "tightened"),
            ("nemo-guardrails", "embeddings_only_similarity_threshold: 0.7", "{}", "unknown"),
            ("bedrock-guardrail", "{type: HATE, inputStrength: HIGH}", "{type: HATE, inputStrength: LOW}", "loosened"),
            ("bedrock-guardrail", "{Threshold: 0.5}", "{Threshold: 0.75}", "tightened"),
            ("other", "threshold: 0.5", "threshold: 0.6", "unknown"),
        ])
    func thresholds(_ format: String, _ old: String, _ new: String, _ expected: String) throws {
        let direction = Polarity.direction(of: try Self.edit(format, old, new), among: Polarity.guardrailThresholds)
        #expect(direction?.rawValue ?? "unknown" == expected)
    }

    @Test(
        "An assertion's threshold goes the way of its type",
        arguments: [
            ("{type: similar, threshold: 0.8}", "{type: similar, threshold: 0.6}", "loosened"),
            ("{type: not-similar, threshold: 0.8}", "{type: not-similar, threshold: 0.6}", "tightened"),
            ("{type: latency, threshold: 2000}", "{type: latency, threshold: 5000}", "loosened"),
            ("{type: levenshtein}", "{type: levenshtein, threshold: 3}", "tightened"),
            ("{type: javascript, threshold: 0.5}", "{type: javascript, threshold: 0.6}", "none"),
            ("defaultTest: {threshold: 0.8}", "defaultTest: {threshold: 0.6}", "loosened"),
            ("tests: [{threshold: 0.8}]", "tests: [{threshold: 0.9}]", "tightened"),
        ])
    func assertions(_ old: String, _ new: String, _ expected: String) throws {
        let claim = EvaluationClaims.threshold(try Self.edit("promptfoo", old, new))
        #expect(claim.rule.direction.rawValue == expected)
    }

    @Test(
        "Between words of which none is known to be the stricter there is no direction",
        arguments: [
            ("exception", "fix", "loosened"), ("fix", "reask", "unknown"), ("reask", "noop", "loosened"),
            ("noop", "filter", "tightened"), ("custom", "noop", "unknown"), ("fix", "FIX", "none"),
        ])
    func tiers(_ old: String, _ new: String, _ expected: String) throws {
        let edit = try Self.edit("guardrails-ai-rail", "on-fail: {toxic: \(old)}", "on-fail: {toxic: \(new)}")
        let direction = Polarity.direction(of: edit, among: Polarity.actions)
        #expect(direction?.rawValue ?? "unknown" == expected)
    }

    @Test("A change of a threshold has its scale: both values, the stricter end, bounds or words")
    func scales() throws {
        func scale(_ edit: Scenario.Edit) throws -> ThresholdScale? {
            try SmallWorld.compare(to: Scenario("s", edit, expect: []).head()).changes.first?.scale
        }
        let number = try #require(try scale(.replace("guardrails/config.yml", "89.79", "95")))
        #expect(number.steps == .numbers(least: "0", greatest: nil) && number.stricterEnd == .lower)
        #expect(number.old.value == "89.79" && number.new.value == "95")
        let word = try #require(try scale(.replace("guardrails/output.yaml", ", severity_threshold: low}", "}")))
        #expect(word.steps == .words([["high"], ["medium"], ["low"]]) && word.stricterEnd == .higher)
        #expect(word.old == ThresholdScale.Mark(value: "low", isDefault: false))
        #expect(word.new == ThresholdScale.Mark(value: "medium", isDefault: true))
        let criterion = try #require(try scale(.replace("plan.yaml", "threshold: 0.005", "threshold: 0.01")))
        #expect(criterion.stricterEnd == .lower && criterion.new.value == "0.01")
        #expect(try scale(.replace("guardrails/output.yaml", "threshold: 0.5", "threshold: 0.6")) == nil)
    }
}
