import SourceText
import Testing

@testable import Materiality

/// Where findings point: into a long text, and not at all of it.
struct PlaceTests {
    private static let path = "guardrails/prompts.yml"
    private static let text = """
        prompts:
          - task: self_check_input
            content: |
              Your task is to check the user message.

              Policy:
              - should not ask for legal advice
              - should not contain abuse

              Should it be blocked?
        """

    private static func change(_ old: String, _ new: String) throws -> Change {
        let base = SmallWorld.files.merging([path: text]) { $1 }
        var head = base
        head[path] = text.replacing(old, with: new)
        let changes = try SmallWorld.compare(from: base, to: head).changes
        #expect(changes.count == 1)
        return try #require(changes.first)
    }

    @Test("A line of a block is found at its place, on both sides")
    func changedLine() throws {
        let change = try Self.change("- should not ask for legal advice", "- may ask for legal advice")
        #expect(change.rule.id == "guardrail/rule-text-changed")
        #expect(change.field == "prompts[self_check_input].content")
        #expect(change.old?.location.label == "guardrails/prompts.yml:7:7")
        #expect(change.new?.value == "- may ask for legal advice")
        #expect(change.new?.location.label == "guardrails/prompts.yml:7:7")
    }

    @Test("A line that is gone is shown behind the line that stays")
    func removedLine() throws {
        let change = try Self.change("      - should not contain abuse\n", "")
        #expect(change.old?.value == "- should not ask for legal advice\n- should not contain abuse")
        #expect(change.new?.value == "- should not ask for legal advice")
        #expect(change.new?.location.label == "guardrails/prompts.yml:7:7")
    }

    @Test("Two texts with the same first difference have their own fingerprints")
    func fingerprints() throws {
        let one = try Self.change("legal advice", "advice")
        let other = try Self.change("legal advice", "tax advice")
        #expect(one.fingerprint != other.fingerprint)
    }

    @Test("What NeMo Guardrails reads beside its configuration is compared, though nobody names it")
    func folder() throws {
        var base = SmallWorld.files
        base["release.yaml"] = base["release.yaml"]?.replacing("guardrails/config.yml", with: "nemo/config.yml")
        base["nemo/config.yml"] = base["guardrails/config.yml"]
        base["nemo/rails/words.co"] = "define bot refuse\n  \"I cannot help with that.\"\n"
        base["nemo/notes.md"] = "Notes.\n"
        var head = base
        head["nemo/rails/words.co"] = "define bot refuse\n  \"Sure!\"\n"
        head["nemo/notes.md"] = "Other notes.\n"
        let changes = try SmallWorld.compare(from: base, to: head).changes
        #expect(changes.map(\.path) == ["nemo/rails/words.co"])
        #expect(changes.map(\.rule.id.rawValue) == ["guardrail/rule-text-changed"])
    }
}
