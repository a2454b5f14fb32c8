import PlanModel
import SourceText
import Testing

@testable import ComponentFormats

/// Prompt formats: how they are told, their messages, what they include, and what is wrong with them.
struct PromptFormatTests {
    private static func read(_ path: String, _ text: String) -> ComponentReading? {
        ComponentFormats.recognise(SourceFile(path: path, bytes: Array(text.utf8)), category: .prompts)
    }

    @Test(
        "A format is told by extension and signature",
        arguments: [
            ("p/a.prompty", "---\nname: a\nmodel: gpt-4o\n---\nsystem:\nHi {{name}}", "prompty"),
            ("p/a.prompty", "+++\nname: a\n+++\nHi", "prompty"),
            ("p/a.prompty", "system:\nHi\nuser:\n{{q}}", "prompty"),
            ("p/a.prompt", "---\nextends: base\nmodel: x\n---\nHi", "promptdiff"),
            ("p/a.prompt", "# PERSONA\nYou are kind.\n", "promptdiff"),
            ("p/a.json", "{\"_type\": \"prompt\", \"template\": \"Hi {name}\"}", "langchain-prompt"),
            ("p/a.yaml", "_type: few_shot\nexamples: []\n", "langchain-prompt"),
            ("p/promptfooconfig.yaml", "prompts: [Hi]\nproviders: [openai:gpt-4.1]\n", "promptfoo"),
            ("p/a.yaml", "targets: [x]\ntests: []\n", "promptfoo"),
            ("p/a.yaml", "langfuse: {name: greeting, version: 3}\n", "hosted-prompts"),
            ("p/a.json", "{\"provider\": \"langsmith\", \"prompt\": \"a/b:0123abcd\"}", "hosted-prompts"),
            ("p/a.json", "[{\"role\": \"user\", \"content\": \"Hi\"}]", "chat-messages"),
            ("p/a.yaml", "messages:\n  - {role: user, content: Hi}\n", "chat-messages"),
            ("p/a.j2", "Hi {{ name }}", "jinja2"),
            ("p/a.mustache", "Hi {{name}}", "mustache"),
        ])
    func recognised(_ path: String, _ text: String, _ format: String) {
        let reading = Self.read(path, text)
        #expect(reading?.format.name == format)
        #expect(reading?.defects.map(\.message) == [])
    }

    @Test(
        "A file that lacks the signature is of no known format",
        arguments: [
            ("p/a.prompty", "Just words."),
            ("p/a.prompty", "---\nfoo: bar\n---\nHi"),
            ("p/a.prompt", "# Persona\nJust a heading.\n"),
            ("p/a.json", "{\"_type\": \"llm\", \"template\": \"Hi\"}"),
            ("p/a.json", "{\"template\": \"Hi\"}"),
            ("p/a.yaml", "prompts: [Hi]\n"),
            ("p/a.yaml", "name: greeting\nversion: 3\n"),
            ("p/a.json", "[{\"role\": \"user\"}]"),
        ])
    func unknown(_ path: String, _ text: String) { #expect(Self.read(path, text) == nil) }

    @Test(
        "What a format's own tool would refuse is a defect at its place",
        arguments: [
            ("p/a.prompty", "---\nname: a\nHi", "the front matter is not closed", "---"),
            ("p/a.prompty", "---\nname: a\n---\nHi {% if x %}", "the block if is not closed", "{% if x %}"),
            (
                "p/a.prompty", "---\nname: a\noutputs: ${file:../../secret.json}\n---\nHi",
                "the file ../../secret.json is outside the prompt's folder", "${file:../../secret.json}"
            ),
            ("p/a.json", "{\"_type\": \"prompt\", \"template\": \"Hi {name\"}", "the brace is not closed", "{name"),
            (
                "p/a.yaml", "_type: prompt\ntemplate: Hi\ntemplate_path: a.txt\n",
                "the prompt has both template and template_path", "a.txt"
            ),
            (
                "p/a.yaml", "providers: [x]\nprompts:\n  - |\n    Hi\n    {% if x %} there\n",
                "the block if is not closed", "{% if x %}"
            ),
            ("p/a.j2", "Hi {{ name", "the expression is not closed", "{{ name"),
            ("p/a.j2", "About {{ topic\n\nIt's {{ question }}, isn't it?", "the expression is not closed", "{{ topic"),
            ("p/a.j2", "{% if vip\nHi {{ name }} %}", "the tag is not closed", "{% if vip"),
            ("p/a.mustache", "About {{topic\n\nIt's {{question}}.", "the tag is not closed", "{{topic"),
            ("p/a.mustache", "{{#vip}}\nHi {{{name}\n{{/vip}} {{{x}}}", "the tag is not closed", "{{{name}"),
        ])
    func defects(_ path: String, _ text: String, _ message: String, _ place: String) throws {
        let source = SourceFile(path: path, bytes: Array(text.utf8))
        let reading = try #require(ComponentFormats.recognise(source, category: .prompts))
        #expect(reading.defects.map(\.message) == [message])
        #expect(reading.defects.map { source.text($0.range) } == [place])
    }

    @Test("Messages of Prompty are opened by lines of their own")
    func roles() throws {
        let text = """
            ---
            name: a
            ---
            Before.
            # System:
            One
              user[name="Ada", id=3]:
            The user: asks.
            {{x}}assistant:
            ASSISTANT:
            Two

            """
        let prompt = try #require(Self.read("p/a.prompty", text)?.prompt)
        #expect(prompt.initialRole == "system")
        #expect(
            prompt.pieces.map { piece in
                if case .role(let role) = piece.kind { "[\(role)]" } else { piece.content }
            } == [
                "Before.\n", "[system]", "One\n", "[user]", "The user: asks.\n", "{{x}}", "assistant:\n", "[assistant]",
                "Two\n",
            ])
    }

    @Test("A prompt in a value keeps its place in the file")
    func places() throws {
        let text = "prompts:\n  - label: one\n    raw: >-\n      Hello {{name}},\n      be \"kind\".\nproviders: [x]\n"
        let source = SourceFile(path: "p/promptfooconfig.yaml", bytes: Array(text.utf8))
        let prompt = try #require(ComponentFormats.recognise(source, category: .prompts)?.prompts.first)
        #expect(prompt.name == "one")
        #expect(prompt.template.pieces.map(\.content) == ["Hello ", "{{name}}", ", be \"kind\"."])
        #expect(
            prompt.template.pieces.map { source.text($0.range) } == ["Hello ", "{{name}}", ",\n      be \"kind\"."])
    }

    @Test(
        "Files that a prompt includes",
        arguments: [
            (
                "s/p/a.json", "{\"_type\": \"prompt\", \"template_path\": \"../t/a.txt\"}",
                [["s/t/a.txt", "../t/a.txt"]]
            ),
            (
                "s/p/a.prompt", "---\nextends: base\nincludes: [tone.prompt]\n---\nHi",
                [["s/p/base.prompt", "s/p/base"], ["s/p/tone.prompt"]]
            ),
            (
                "s/p/a.yaml",
                "providers: [x]\nprompts: [file://./b.txt, 'Say hi.', file://*.md, c.md, 'langfuse://d:3']\n",
                [["s/p/b.txt"], ["s/p/c.md"]]
            ),
            (
                "s/p/a.prompty", "---\nname: a\nsample: ${file:sample.json}\n---\n{% include 'b.j2' %}",
                [["s/p/sample.json"], ["s/p/b.j2"]]
            ),
        ])
    func references(_ path: String, _ text: String, _ expected: [[String]]) {
        #expect(Self.read(path, text)?.references.map(\.candidates) == expected)
    }

    @Test(
        "What a hosted prompt is pinned to",
        arguments: [
            ("{source: langsmith, prompt: 'a/b:0123abcd'}", HostedPrompt.Pin.fixed("0123abcd")),
            ("{source: langsmith, prompt: 'a/b:production'}", .floating("production")),
            ("{source: langsmith, prompt: a/b}", .floating(nil)),
            ("{source: langsmith, prompt: a/b, commit: 0123abcd4567}", .fixed("0123abcd4567")),
            ("{provider: langfuse, name: a, version: 3}", .fixed("3")),
            ("{provider: langfuse, name: a, label: production}", .floating("production")),
            ("{provider: langfuse, name: a}", .floating(nil)),
        ])
    func pins(_ text: String, _ pin: HostedPrompt.Pin) {
        let hosted = Self.read("p/a.yaml", "prompts:\n  - \(text)\n")?.hostedPrompts
        #expect(hosted?.map(\.pin) == [pin])
    }

    @Test(
        "Fenced blocks and example elements are examples",
        arguments: [
            ("a\n```\nb\n```\nc\n", ["a\n", "<", "```\nb\n```\n", ">", "c\n"]),
            ("a\n~~~~ json\n```\n~~~~\n", ["a\n", "<", "~~~~ json\n```\n~~~~\n", ">"]),
            ("```\nnever closed", ["<", "```\nnever closed", ">"]),
            (
                "<examples>\n<example>\nHi\n</example>\n</examples>\n",
                ["<examples>\n", "<", "<example>\nHi\n</example>\n", ">", "</examples>\n"]
            ),
            ("say `` ` `` and <example>inline</example>\n", ["say `` ` `` and <example>inline</example>\n"]),
        ])
    func examples(_ text: String, _ expected: [String]) {
        let pieces = Self.read("p/a.md", text)?.prompt?.pieces.map { piece in
            switch piece.kind {
            case .exampleStart: "<"
            case .exampleEnd: ">"
            default: piece.content
            }
        }
        #expect(pieces == expected)
    }
}
