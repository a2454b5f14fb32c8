import Testing
import YAMLDocuments

@testable import Materiality

/// The numbers that a policy can bound.
struct MeasureTests {
    private static let prompt = "prompts/system.prompt"

    private static func measures(_ edits: Scenario.Edit...) throws -> ChangeMeasures {
        let head = try edits.reduce(SmallWorld.files) { try Scenario.apply($1, to: $0) }
        return try SmallWorld.compare(to: head).measures
    }

    private static func text(_ measures: ChangeMeasures, _ field: String) -> String? { measures[field]?.description }

    @Test("Nothing changed: no sentence, no word, no document, and no setting")
    func nothing() throws {
        let measures = try Self.measures()
        #expect(Self.text(measures, "prompt.sentencesChanged") == "0")
        #expect(Self.text(measures, "prompt.wordsChanged") == "0")
        #expect(Self.text(measures, "retrieval.documentsDelta") == "0")
        #expect(measures["inference.temperature"] == nil && measures.isUnchanged("inference.temperature"))
    }

    @Test(
        "Sentences and words that changed",
        arguments: [
            ("at most 120 words", "at most 500 words", "1", "2"),
            ("- Never promise a refund or a delivery date.\n", "", "1", "8"),
            ("- Be calm, polite and to the point.", "- Be calm and to the point.", "1", "1"),
            ("- Be calm", "- be  calm", "0", "0"),
            (
                "- Be calm, polite and to the point.\n- Use at most 120 words.",
                "- Use at most 120 words.\n- Be calm, polite and to the point.", "1", "7"
            ),
        ])
    func prompts(_ old: String, _ new: String, _ sentences: String, _ words: String) throws {
        let measures = try Self.measures(.replace(Self.prompt, old, new))
        #expect(Self.text(measures, "prompt.sentencesChanged") == sentences)
        #expect(Self.text(measures, "prompt.wordsChanged") == words)
    }

    @Test("A sentence in a partial counts once, a prompt that cannot be read not at all")
    func once() throws {
        let shared = try Self.measures(
            .write("prompts/other.prompt", "---\nmodel: x\n---\n{{>refunds}}\n"),
            .replace("prompts/_refunds.prompt", "30 days", "40 days"))
        // Three sentences of the new prompt come through the partial, and one of them is the edited one.
        #expect(Self.text(shared, "prompt.sentencesChanged") == "4")
        let broken = try Self.measures(.replace(Self.prompt, "{{question}}", "{{question"))
        #expect(broken["prompt.sentencesChanged"] == nil && !broken.isUnchanged("prompt.sentencesChanged"))
        #expect(broken["inference.temperature"] == nil && !broken.isUnchanged("inference.temperature"))
    }

    @Test("The new value of a setting, where it is one")
    func settings() throws {
        #expect(
            Self.text(try Self.measures(.replace("inference.yaml", "0.2", "0.35")), "inference.temperature") == "0.35")
        #expect(
            Self.text(
                try Self.measures(.replace(Self.prompt, "temperature: 0.2", "temperature: 0.3")),
                "inference.temperature")
                == "0.3")
        let twice = try Self.measures(
            .replace("inference.yaml", "0.2", "0.35"), .replace(Self.prompt, "temperature: 0.2", "temperature: 0.3"))
        #expect(twice["inference.temperature"] == nil && !twice.isUnchanged("inference.temperature"))
        let word = try Self.measures(.replace("inference.yaml", "0.2", "warm"))
        #expect(word["inference.temperature"] == nil && !word.isUnchanged("inference.temperature"))
        #expect(
            Self.text(try Self.measures(.replace("retrieval/search.yaml", "topK: 5", "topK: 9")), "retrieval.topK")
                == "9")
    }

    @Test(
        "The fraction of documents that came or went",
        arguments: [
            ("nfiles: 100", "nfiles: 105", "0.05"), ("nfiles: 100", "nfiles: 89", "0.11"),
            ("nfiles: 3", "nfiles: 4", "0.333334"), ("nfiles: 0", "nfiles: 4", nil), ("push: true", "push: true", nil),
        ])
    func documents(_ old: String, _ new: String, _ expected: String?) throws {
        func pointer(_ digest: String, _ count: String) -> String {
            "outs:\n- md5: \(digest).dir\n  size: 18734112\n  \(count)\n  path: articles\n"
        }
        let path = "retrieval/articles.dvc"
        let base = SmallWorld.files.merging([path: pointer("50534ba335ecf2b3a797a259307e4ccf", old)]) { $1 }
        let head = base.merging([path: pointer("60534ba335ecf2b3a797a259307e4ccf", new)]) { $1 }
        let measures = try SmallWorld.compare(from: base, to: head).measures
        #expect(Self.text(measures, "retrieval.documentsDelta") == expected)
    }
}
