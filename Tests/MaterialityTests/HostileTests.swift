import Testing

@testable import Materiality

/// Edits that try to look smaller than they are. Each must reach at least the class that is given.
struct HostileTests {
    struct Attempt: Sendable, CustomTestStringConvertible {
        let name: String
        let least: MaterialityClass
        let edits: [Scenario.Edit]

        init(_ name: String, _ least: MaterialityClass, _ edits: Scenario.Edit...) {
            self.name = name
            self.least = least
            self.edits = edits
        }

        var testDescription: String { name }
    }

    private static let prompt = "prompts/system.prompt"
    private static let never = "- Never promise a refund or a delivery date."
    private static let guardrail = "guardrails/output.yaml"

    static let attempts: [Attempt] = [
        // Prohibitions.
        Attempt("a Cyrillic letter in never", .critical, .replace(prompt, "Never promise", "N\u{435}ver promise")),
        Attempt("a prohibition inside a comment", .critical, .replace(prompt, never, "{{! \(never) }}")),
        Attempt("a prohibition in a long comment", .critical, .replace(prompt, never, "{{!-- \(never) --}}")),
        Attempt("a prohibition for nobody", .critical, .replace(prompt, never, "{{#if never}}\n\(never)\n{{/if}}")),
        Attempt(
            "a prohibition with a hedge", .critical, .replace(prompt, "Never promise", "Where possible, never promise")),
        Attempt("a prohibition turned round", .critical, .replace(prompt, "Never promise", "Always promise")),
        Attempt("a prohibition as advice", .critical, .replace(prompt, "Never promise", "You should avoid to promise")),
        Attempt("a prohibition among hidden characters", .critical, .replace(prompt, "Never", "Ne\u{200D}ver")),
        Attempt(
            "a prohibition read backwards", .critical,
            .replace(prompt, "Never promise", "\u{202E}reveN\u{202C} promise")),
        Attempt("tag characters", .critical, .replace(prompt, "to the point.", "to the point.\u{E0049}\u{E0047}")),
        Attempt(
            "a prohibition in the user's message", .material, .replace(prompt, "\(never)\n", ""),
            .replace(prompt, "{{question}}\n", "\(never)\n{{question}}\n")),
        Attempt(
            "one of two prohibitions in one sentence", .critical,
            .replace("prompts/odd.xyz", "Never give legal advice.\n", "")),
        Attempt(
            "an invented prohibition that permits", .material,
            .replace(prompt, never, "\(never)\n- Never refuse a refund.")),
        Attempt(
            "a partial with other words and the same name", .critical,
            .replace("prompts/_refunds.prompt", "- Do not decide about money.", "- Decide about money as you like.")),
        Attempt(
            "a partial that is replaced by an empty one", .critical, .replace(prompt, "{{>refunds}}", "{{>nothing}}"),
            .write("prompts/_nothing.prompt", "\n")),
        Attempt(
            "a partial behind an argument", .material, .replace(prompt, "{{>refunds}}", "{{>refunds strict=false}}")),
        Attempt("a broken template without the prohibition", .critical, .replace(prompt, "\(never)\n", "{{#if}}\n")),
        Attempt(
            "front matter that does not parse, without the prohibition", .critical,
            .replace(prompt, "\(never)\n", ""), .replace(prompt, "description: Answers", "description: [Answers")),
        Attempt(
            "another file behind the same entry", .critical,
            .replace("release.yaml", "path: prompts/system.prompt", "path: prompts/other.prompt"),
            .write(
                "prompts/other.prompt",
                "---\nmodel: openai/gpt-4.1-2025-04-14\n---\n{{role \"system\"}}\nHi.\n{{role \"user\"}}\n{{question}}\n"
            )),
        // Numbers.
        Attempt("a longer number", .material, .replace(prompt, "120 words", "1200 words")),
        Attempt("a number without its point", .material, .replace("prompts/_refunds.prompt", "30 days", "3.0 days")),
        Attempt("a number in words", .material, .replace("prompts/_refunds.prompt", "30 days", "ninety days")),
        Attempt("a minus", .material, .replace("prompts/_refunds.prompt", "30 days", "-30 days")),
        Attempt("another currency sign", .material, .replace("prompts/_refunds.prompt", "30 days", "\u{20AC}30 days")),
        // Guardrails.
        Attempt(
            "a guardrail behind a comment", .critical,
            .replace(guardrail, "    - {category: self_harm", "    # - {category: self_harm")),
        Attempt(
            "a threshold in capitals", .critical,
            .replace(guardrail, "severity_threshold: low", "severity_threshold: HIGH")),
        Attempt(
            "a guardrail under another name", .material,
            .replace(guardrail, "guardrail_name: content", "guardrail_name: contents")),
        Attempt(
            "a guardrail under another name, and something of it gone", .critical,
            .replace(guardrail, "guardrail_name: content", "guardrail_name: contents"),
            .replace(guardrail, "      default_on: true\n", "")),
        Attempt(
            "a guardrail under another name, and a route that asks for the old one", .critical,
            .replace(guardrail, "guardrail_name: content", "guardrail_name: contents"),
            .replace("routing.yaml", "weight: 10", "weight: 10, guardrails: [content]")),
        Attempt(
            "a category under the name of another", .critical,
            .replace(guardrail, "category: self_harm", "category: gambling")),
        Attempt(
            "two guardrails of one name", .material,
            .replace(guardrail, "guardrail_name: personal-data", "guardrail_name: content")),
        Attempt("a key that is misspelt", .material, .replace(guardrail, "default_on", "default_0n")),
        Attempt(
            "a number that older YAML reads as octal", .material,
            .write(guardrail, SmallWorld.files[guardrail]?.replacing("threshold: 0.5", with: "threshold: 010") ?? "")),
        Attempt(
            "a switch that older YAML reads as true", .material,
            .replace(guardrail, "self_harm, enabled: true", "self_harm, enabled: on")),
        Attempt(
            "a duplicate key", .material,
            .replace(guardrail, "mode: post_call", "mode: post_call\n      mode: logging_only")),
        Attempt("a second document", .material, .replace(guardrail, "# What is stopped in replies.", "a: b\n---")),
        Attempt(
            "flows emptied", .critical,
            .replace(
                "guardrails/config.yml", "      - jailbreak detection heuristics\n      - self check input", "      []")
        ),
        Attempt(
            "flows as text", .critical,
            .replace(
                "guardrails/config.yml", "\n      - jailbreak detection heuristics\n      - self check input", " none")),
        Attempt("the rails under another key", .critical, .replace("guardrails/config.yml", "  input:", "  inputs:")),
        Attempt(
            "no guardrails at all", .critical,
            .replace("release.yaml", "      - {id: output, path: guardrails/output.yaml, stage: output}\n", "")),
        Attempt(
            "a guardrail that is not listed and not governed", .critical,
            .replace("release.yaml", "      - {id: topics, path: guardrails/topics.co, stage: dialog}\n", ""),
            .replace("system.yaml", "guardrails/**/*, ", ""), .delete("guardrails/topics.co")),
        // Model and retrieval.
        Attempt(
            "a provider under the same id", .critical, .replace("release.yaml", "thirdParty: chat", "thirdParty: mail")),
        Attempt(
            "a provider under another role", .critical,
            .replace(
                "release.yaml", "      id: gpt-4.1-2025-04-14\n      source: {kind: hosted, thirdParty: chat",
                "      role: new\n      id: other\n      source: {kind: hosted, thirdParty: mail")),
        Attempt(
            "weights by pointer", .critical, .replace("weights/adapter.dvc", "0123456789abcdef0", "fedcba9876543210f")),
        Attempt("an index by size alone", .material, .replace("retrieval/articles.dvc", "18734112", "18734113")),
        Attempt("a pointer that became the content", .material, .write("retrieval/vectors.bin", "data")),
        Attempt("an embedding and its name only", .critical, .replace("release.yaml", "version: v1}", "version: v2}")),
        // Tools and texts for users.
        Attempt(
            "a tool's words with characters that nobody sees", .critical,
            .replace("tools/orders.json", "Looks up an order.", "Looks up an order.\u{200B}")),
        Attempt(
            "a tool's file with a key twice", .material,
            .replace("tools/orders.json", "{\"name\"", "{\"name\": \"x\", \"name\"")),
        Attempt(
            "a tool under another name", .material, .replace("tools/orders.json", "\"orders\"", "\"delete_orders\"")),
        Attempt(
            "a disclosure that is false", .critical,
            .replace("experience/texts.json", "\"Written by a language model.\"", "false")),
        Attempt(
            "a disclosure under a key that nobody reads", .critical,
            .replace("experience/texts.json", "\"aiDisclosure\"", "\"ai\"")),
        Attempt("texts that are no data any more", .material, .replace("experience/texts.json", "{", "[")),
        Attempt(
            "a negated disclosure", .critical,
            .replace("experience/texts.json", "Written by a language model.", "You are not chatting with an AI system.")
        ),
        // Documents.
        Attempt("a purpose in two words", .critical, .replace("system.yaml", "furniture", "furniture and credit")),
        Attempt(
            "every trigger at once", .critical,
            .replace(
                "plan.yaml",
                "    triggers:\n      - {id: incident, kind: incident, decisionCriteria: A sev1 incident., action: rollback}\n      - {id: by-hand, kind: manual, decisionCriteria: Anyone says so., action: halt}\n",
                "")),
        Attempt(
            "health without criteria", .critical,
            .replace(
                "plan.yaml",
                "        health:\n          - {signal: violations, op: lte, threshold: 0.005, minSamples: 200}\n          - {signal: grounded, op: gte, threshold: 0.95, minSamples: 200}\n",
                "")),
        Attempt(
            "the other way round", .material,
            .replace("plan.yaml", "op: lte, threshold: 0.005", "op: gte, threshold: 0.005")),
        Attempt("steps as one", .material, .replace("plan.yaml", "- id: canary\n", "- id: all\n")),
    ]

    @Test("An edit that tries to look small is not taken for it", arguments: attempts)
    func reaches(_ attempt: Attempt) throws {
        var scenario = SmallWorld.files
        for edit in attempt.edits { scenario = try Scenario.apply(edit, to: scenario) }
        let comparison = try SmallWorld.compare(to: scenario)
        #expect(comparison.changeClass >= attempt.least, "\(Scenario.summary(comparison))")
    }
}
