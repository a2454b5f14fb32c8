import PlanModel
import SourceText
import Testing

@testable import ComponentFormats

/// NeMo Guardrails: what makes a file one of its configuration, and what else belongs to that.
struct NeMoTests {
    private static func read(_ path: String, _ text: String) -> ComponentReading? {
        ComponentFormats.recognise(SourceFile(path: path, bytes: Array(text.utf8)), category: .guardrails)
    }

    @Test(
        "A file is recognised by what it says, not by its name",
        arguments: [
            ("g/a.yml", "models: [{type: main, engine: openai, model: gpt-4o}]", "colang 1.0"),
            ("g/a.yaml", "colang_version: 2.x", "colang 2.x"),
            ("g/a.yml", "rails: {tool_input: {flows: [check tool result]}}", "colang 1.0"),
            ("g/config.yml", "models: [{name: main}]", nil),
            ("g/config.yml", "rails: {version: 7.1}", nil),
            ("g/prompts.yml", "prompts: [{content: x}]", nil),
            ("g/config.yml", "rails: {input: {flows: [a}}", nil),
        ])
    func recognised(_ path: String, _ text: String, _ version: String?) {
        let reading = Self.read(path, text)
        #expect(reading?.format.version == version)
        #expect(version == nil || reading?.format.name == "nemo-guardrails")
    }

    @Test("All that NeMo reads from the folder of a config.yml ships with it")
    func folder() throws {
        let reading = try #require(Self.read("systems/a/rails/config.yml", "rails: {input: {flows: [a]}}"))
        let reference = try #require(reading.references.first)
        func isTaken(_ path: String) -> Bool { reference.patterns.contains { $0.matches(path) } }
        for path in [
            "prompts.yml", "rails/blocked.co", "a/b/c.yaml", "actions.py", "config.py", "actions/pii.py", "kb/faq.md",
            ".railsignore",
        ] { #expect(isTaken("systems/a/rails/" + path), "\(path)") }
        #expect(isTaken("systems/.railsignore") && isTaken(".railsignore"))
        for path in ["systems/a/prompts.yml", "systems/a/rails/README.md", "systems/a/rails/kb/faq.pdf"] {
            #expect(!isTaken(path), "\(path)")
        }
        #expect(reference.location.label == "systems/a/rails/config.yml:1:1")
    }

    @Test("At the root of a repository not everything below is taken, and another name names no folder")
    func root() throws {
        let reading = try #require(Self.read("config.yml", "rails: {input: {flows: [a]}}"))
        let patterns = try #require(reading.references.first).patterns
        #expect(patterns.contains { $0.matches("prompts.yml") })
        #expect(!patterns.contains { $0.matches("governance/plans/careful.yml") })
        #expect(Self.read("g/input.yml", "rails: {input: {flows: [a]}}")?.references.isEmpty == true)
    }
}
