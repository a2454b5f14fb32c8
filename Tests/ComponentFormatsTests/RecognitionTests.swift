import PlanModel
import SourceText
import Testing
import YAMLDocuments

@testable import ComponentFormats

/// Formats are told by extension and signature together.
struct RecognitionTests {
    private static func read(_ path: String, _ text: String, _ category: ComponentCategory) -> ComponentReading? {
        ComponentFormats.recognise(SourceFile(path: path, bytes: Array(text.utf8)), category: category)
    }

    @Test(
        "Files of each format are recognised",
        arguments: [
            ("p/a.prompt", "---\nmodel: x\n---\nHi {{name}}", ComponentCategory.prompts, "dotprompt"),
            ("p/_a.prompt", "Just words.", .prompts, "dotprompt"),
            ("p/a.prompt", "{{role \"system\"}}Hi", .prompts, "dotprompt"),
            ("p/a.md", "# Hi", .prompts, "text"),
            (
                "g/a.yaml", "guardrails:\n  - {guardrail_name: a, litellm_params: {guardrail: b}}", .guardrails,
                "litellm-guardrails"
            ),
            (
                "m/litellm.yaml", "model_list: [{model_name: a, litellm_params: {model: openai/b}}]", .routing,
                "litellm-guardrails"
            ),
            ("g/p.yaml", "policies: {a: {guardrails: {add: [b]}}}", .guardrails, "litellm-guardrails"),
            ("i/litellm.yaml", "include: [models.yaml]\ngeneral_settings: {}", .inference, "litellm-guardrails"),
            (
                "g/b.json", "{\"Resources\": {\"A\": {\"Type\": \"AWS::Bedrock::Guardrail\", \"Properties\": {}}}}",
                .guardrails, "bedrock-guardrail"
            ),
            ("g/b.json", "{\"topicPolicyConfig\": {\"topicsConfig\": []}}", .guardrails, "bedrock-guardrail"),
            ("g/m.yaml", "model: meta-llama/Llama-Guard-3-8B", .guardrails, "llama-guard-settings"),
            ("r.yaml", "routes: [{to: a, weight: 5}]", .routing, "routing-settings"),
            ("r.json", "{\"fallback\": \"b\"}", .routing, "routing-settings"),
            ("g/config.yml", "rails: {input: {flows: [a]}}", .guardrails, "nemo-guardrails"),
            ("g/prompts.yml", "prompts: [{task: self_check_input, content: x}]", .guardrails, "nemo-guardrails"),
            ("i.yaml", "temperature: 0.2", .inference, "inference-settings"),
            ("i.json", "{\"config\": {\"max_tokens\": 5}}", .inference, "inference-settings"),
            ("r.yaml", "min_score: 0.5", .retrieval, "retrieval-settings"),
            ("r/a.dvc", "outs:\n- md5: 50534ba335ecf2b3a797a259307e4ccf.dir\n  path: a", .retrieval, "dvc"),
            (
                "r/a.bin",
                "version https://git-lfs.github.com/spec/v1\noid sha256:\(String(repeating: "a", count: 64))\nsize 12\n",
                .retrieval, "git-lfs-pointer"
            ),
        ])
    func recognised(_ path: String, _ text: String, _ category: ComponentCategory, _ format: String) {
        #expect(Self.read(path, text, category)?.format.name == format)
    }

    @Test(
        "An extension alone is not enough",
        arguments: [
            ("p/a.prompt", "Just words.", ComponentCategory.prompts),
            ("p/a.prompt", "---\nfoo: bar\n---\nHi", .prompts),
            ("g/config.yml", "services: {web: {}}", .guardrails),
            ("g/a.yaml", "guardrails: [{name: a}]", .guardrails),
            ("g/a.yaml", "policies: {a: {rules: []}}", .guardrails),
            ("c/ci.yml", "include: [a.yml]\nstages: [build]", .routing),
            ("g/t.yaml", "Resources: {A: {Type: AWS::S3::Bucket}}", .guardrails),
            ("g/m.yaml", "model: meta-llama/Llama-3.1-8B", .guardrails),
            ("r.yaml", "routes: here", .routing),
            ("i.yaml", "hello: 1", .inference),
            ("i.yaml", "- temperature: 0.2", .inference),
            ("i.yaml", "temperature: 0.2\n---\ntemperature: 0.9", .inference),
            ("r/a.bin", "version 2 of the index\n", .retrieval),
            ("p/a.md", "a\u{0}b", .prompts),
        ])
    func unknown(_ path: String, _ text: String, _ category: ComponentCategory) {
        #expect(Self.read(path, text, category) == nil)
    }

    @Test(
        "A broken file of a known format says what is wrong, and where",
        arguments: [
            ("---\nmodel: x\nHi {{name}}", "the front matter is not closed", 0..<3),
            ("---\nmodel: [x\n---\nHi", "the front matter is no YAML: the bracket [ is never closed", 11..<12),
            ("---\nmodel: x\nmodel: y\n---\nHi", "the front matter is no YAML: duplicate key \"model\"", 13..<18),
            ("---\nmodel: x\n---\nHi {{name", "the tag is not closed", 20..<26),
        ])
    func broken(_ text: String, _ message: String, _ range: Range<Int>) throws {
        let reading = try #require(Self.read("p/a.prompt", text, .prompts))
        #expect(reading.format.name == "dotprompt")
        let defect = try #require(reading.defects.first)
        #expect(defect.message == message)
        #expect(defect.range == range)
    }

    @Test(
        "Values of the front matter keep their place in the file, also behind a mark and Windows line ends",
        arguments: [
            "---\nmodel: x\nconfig:\n  temperature: 0.25\n---\nHi {{name}}",
            "\u{FEFF}---\r\nmodel: ä\r\nconfig:\r\n  temperature: 0.25\r\n---\r\nHi {{name}}",
            "# licence\n\n---\nmodel: x\nconfig: {temperature: 0.25}\n---\nHi {{name}}",
        ])
    func places(_ text: String) throws {
        let reading = try #require(Self.read("p/a.prompt", text, .prompts))
        let settings = try #require(reading.settings)
        let node = try #require(settings.roots.first?["config"]?["temperature"])
        #expect(settings.source.text(node.range) == "0.25")
        #expect(settings.vocabulary.meaning(of: FieldPath([.key("config"), .key("temperature")])) == .temperature)
        #expect(reading.prompt?.pieces.map(\.content) == ["Hi ", "{{name}}"])
    }

    @Test("A partial is a reference to a file of the same folder; an inline one is not")
    func references() {
        let text = "---\nmodel: x\n---\n{{#*inline \"own\"}}a{{/inline}}{{>own}}{{>rules}} {{> more}}{{! {{>old}} }}"
        let source = SourceFile(path: "systems/a/prompts/b.prompt", bytes: Array(text.utf8))
        let references = FileReferences.of(source, category: .prompts)
        #expect(
            references.map(\.candidates) == [["systems/a/prompts/_rules.prompt"], ["systems/a/prompts/_more.prompt"]])
        #expect(references.map { source.text($0.range) } == ["{{>rules}}", "{{> more}}"])
    }

    @Test("Tags and directives are kept as hints, because the tree does not have them")
    func hints() throws {
        let plain = try #require(Self.read("i.yaml", "temperature: 0.2", .inference)?.settings)
        let tagged = try #require(Self.read("i.yaml", "temperature: !!float 0.2", .inference)?.settings)
        let directive = try #require(Self.read("i.yaml", "%YAML 1.1\n---\ntemperature: 0.2", .inference)?.settings)
        #expect(plain.readerHints == [])
        #expect(tagged.readerHints == ["!!float"])
        #expect(directive.readerHints == ["%YAML"])
    }
}
