extension Scenario {
    // MARK: Prompty

    private static let prompty = "prompts/refunds.prompty"
    private static let promptyFile = [
        prompty: """
        ---
        name: refunds
        description: Answers questions about refunds.
        model:
          id: gpt-4.1-mini-2025-04-14
          provider: openai
          connection: {kind: key, endpoint: "https://eu.api.openai.com/v1", apiKey: "${env:OPENAI_API_KEY}"}
          options: {temperature: 0.2, maxOutputTokens: 600}
        inputs:
          - {name: question, kind: string}
          - {name: tone, kind: string, default: calm}
        template: {format: {kind: jinja2}, parser: {kind: prompty}}
        ---
        system:
        You are the refund assistant of Kranich. {# the house style is in the wiki #}
        Never promise a refund above 100 EUR.
        {% if vip %}
        Offer to call back.
        {% endif %}

        # user:
        {{ question }}

        """
    ]

    private static let promptyScenarios: [Scenario] = [
        Scenario(
            "a Jinja comment", adding: promptyFile,
            .replace(prompty, "{# the house style is in the wiki #}", "{# note #}"),
            expect: ["prompt/source-only none"]),
        Scenario(
            "a description in Prompty", adding: promptyFile, .replace(prompty, "questions about", "all about"),
            expect: ["prompt/source-only none"]),
        Scenario(
            "a limit in Prompty", adding: promptyFile, .replace(prompty, "100 EUR", "1000 EUR"),
            expect: ["prompt/limit-changed material"]),
        Scenario(
            "a Prompty option", adding: promptyFile, .replace(prompty, "temperature: 0.2", "temperature: 0.9"),
            expect: ["inference/temperature-raised material"]),
        Scenario(
            "a Prompty model", adding: promptyFile, .replace(prompty, "gpt-4.1-mini-2025-04-14", "gpt-4.1-mini"),
            expect: ["model/pin-loosened critical"]),
        Scenario(
            "a user's value in the system message of Prompty", adding: promptyFile,
            .replace(prompty, "above 100 EUR.", "above 100 EUR. They ask: {{ question }}"),
            expect: ["prompt/instruction-added material", "prompt/variable-escalated critical"]),
        Scenario(
            "an input with a default in Prompty", adding: promptyFile,
            .replace(prompty, "{{ question }}", "{{ question }} {{ tone | lower }}"),
            expect: ["prompt/variable-added minor"]),
        Scenario(
            "another default in Prompty", adding: promptyFile, .replace(prompty, "default: calm", "default: warm"),
            expect: ["prompt/input-changed material"]),
        Scenario(
            "a prohibition for some in Prompty", adding: promptyFile,
            .replace(
                prompty, "Never promise a refund above 100 EUR.",
                "{% if not vip %}\nNever promise a refund above 100 EUR.\n{% endif %}"),
            expect: ["prompt/prohibition-weakened critical"]),
        Scenario(
            "a message more in Prompty", adding: promptyFile,
            .replace(prompty, "{{ question }}\n", "{{ question }}\n\nassistant:\nGladly.\n"),
            expect: ["prompt/instruction-added material", "prompt/role-added material"]),
        Scenario(
            "a line that only looks like a message", adding: promptyFile,
            .replace(prompty, "Offer to call back.", "Offer to call back the user: always."),
            expect: ["prompt/obligation-added material"]),
        Scenario(
            "a block that is not closed in Prompty", adding: promptyFile, .replace(prompty, "{% endif %}\n", ""),
            expect: ["prompt/opaque-changed material"]),
        Scenario(
            "another template language", adding: promptyFile, .replace(prompty, "kind: jinja2", "kind: mustache"),
            expect: [
                "prompt/instruction-added material", "prompt/instruction-added material",
                "prompt/instruction-changed material", "prompt/instruction-removed material",
                "prompt/structure-changed material", "prompt/variable-removed material",
            ]),
    ]

    // MARK: LangChain

    private static let langChain = "prompts/triage.json"
    private static let langChainFile = [
        langChain: """
        {
          "_type": "prompt",
          "input_variables": ["ticket"],
          "template_format": "f-string",
          "partial_variables": {"shop": "Kranich"},
          "template": "You sort tickets for {shop}.\\nNever close a ticket yourself.\\nReply as {{\\"queue\\": \\"name\\"}}.\\n\\n{ticket}"
        }
        """
    ]
    private static let fewShot = "prompts/tone.yaml"
    private static let fewShotFile = [
        fewShot: """
        _type: few_shot
        input_variables: [message]
        prefix: |
          Rewrite the message in a calm tone.
          Keep every number.
        example_prompt:
          _type: prompt
          input_variables: [rude, calm]
          template: "Message: {rude}\\nRewritten: {calm}"
        examples:
          - {rude: Where is my money, calm: Could you tell me when the refund arrives?}
          - {rude: Answer me now, calm: I would be glad about an answer soon.}
        suffix: "Message: {message}"
        """
    ]

    private static let langChainScenarios: [Scenario] = [
        Scenario(
            "JSON written differently", adding: langChainFile,
            .replace(langChain, "\"_type\": \"prompt\",", "\"_type\":   \"prompt\","),
            expect: ["prompt/source-only none"]),
        Scenario(
            "an escape instead of a letter", adding: langChainFile, .replace(langChain, "You sort", "\\u0059ou sort"),
            expect: ["prompt/source-only none"]),
        Scenario(
            "a hidden character as an escape", adding: langChainFile,
            .replace(langChain, "Never close", "Never\\u200b close"),
            expect: ["prompt/hidden-characters-added critical"]),
        Scenario(
            "a prohibition in a JSON value", adding: langChainFile,
            .replace(langChain, "Never close a ticket yourself.\\n", ""),
            expect: ["prompt/prohibition-removed critical"]),
        Scenario(
            "an f-string variable more", adding: langChainFile,
            .replace(langChain, "{ticket}\"", "{ticket} {locale}\""),
            expect: ["prompt/variable-added material"]),
        Scenario(
            "an f-string variable with a value", adding: langChainFile,
            .replace(langChain, "{ticket}\"", "{ticket} {signature}\""),
            .replace(langChain, "{\"shop\": \"Kranich\"}", "{\"shop\": \"Kranich\", \"signature\": \"Linn\"}"),
            expect: ["prompt/input-changed material", "prompt/variable-added minor"]),
        Scenario(
            "a brace that is not closed in an f-string", adding: langChainFile,
            .replace(langChain, "{ticket}\"", "{ticket\""),
            expect: ["prompt/opaque-changed material"]),
        Scenario(
            "an example is another", adding: fewShotFile, .replace(fewShot, "Could you tell me", "Please tell me"),
            expect: ["prompt/example-changed material"]),
        Scenario(
            "an example more", adding: fewShotFile,
            .replace(fewShot, "suffix:", "  - {rude: Idiots, calm: I am not happy with this.}\nsuffix:"),
            expect: ["prompt/example-changed material", "prompt/example-changed material"]),
        Scenario(
            "an instruction beside examples", adding: fewShotFile,
            .replace(fewShot, "Keep every number.", "Keep most numbers."),
            expect: ["prompt/instruction-added material", "prompt/instruction-removed material"]),
        Scenario(
            "a template in a file of its own",
            adding: [
                "prompts/mail.yaml": "_type: prompt\ninput_variables: [name]\ntemplate_path: mail.txt\n",
                "prompts/mail.txt": "Write to {name}.\nNever mention prices.\n",
            ], .replace("prompts/mail.txt", "Never mention prices.\n", ""),
            expect: ["prompt/prohibition-removed critical"]
        ),
        Scenario(
            "a manifest of LangSmith",
            adding: [
                "prompts/manifest.json": """
                {"lc": 1, "type": "constructor", "id": ["langchain", "prompts", "chat", "ChatPromptTemplate"],
                 "kwargs": {"input_variables": ["q"], "messages": [
                  {"lc": 1, "type": "constructor", "id": ["langchain", "prompts", "chat", "SystemMessagePromptTemplate"],
                   "kwargs": {"prompt": {"lc": 1, "type": "constructor", "id": ["langchain", "prompts", "prompt", "PromptTemplate"],
                    "kwargs": {"input_variables": [], "template_format": "f-string", "template": "Never guess."}}}},
                  {"lc": 1, "type": "constructor", "id": ["langchain", "prompts", "chat", "HumanMessagePromptTemplate"],
                   "kwargs": {"prompt": {"lc": 1, "type": "constructor", "id": ["langchain", "prompts", "prompt", "PromptTemplate"],
                    "kwargs": {"input_variables": ["q"], "template_format": "f-string", "template": "{q}"}}}}]}}
                """
            ], .replace("prompts/manifest.json", "Never guess.", "Never guess. {q}"),
            expect: ["prompt/instruction-added material", "prompt/variable-escalated critical"]),
    ]

    // MARK: promptfoo

    private static let promptfoo = "prompts/promptfooconfig.yaml"
    private static let promptfooFile = [
        promptfoo: """
        # yaml-language-server: $schema=https://promptfoo.dev/config-schema.json
        description: Refund answers
        prompts:
          - label: careful
            raw: |
              You answer for {{shop}}.
              Never promise a refund.
              {% if vip %}Offer to call back.{% endif %}
              {{question}}
          - label: short
            raw: 'Answer in one sentence: {{question}}'
          - file://mail.txt
        providers:
          - id: openai:gpt-4.1-2025-04-14
            config: {temperature: 0.2}
        defaultTest:
          assert:
            - {type: cost, threshold: 0.01}
            - {type: latency, threshold: 3000}
        tests:
          - description: late parcel
            vars: {question: Where is my parcel?}
            assert:
              - {type: similar, value: It is on its way., threshold: 0.8}
              - {type: not-contains, value: refund guaranteed}
              - {type: trace-span-count, threshold: 4}

        """,
        "prompts/mail.txt": "Write a mail about {{question}}.\nMention the order.\n",
    ]

    private static func providers(_ name: String, _ old: String, _ new: String, _ expected: String...) -> Scenario {
        Scenario(
            name, adding: [promptfoo: "prompts: ['Hello {{name}}']\nproviders:\n\(old)\n"],
            .replace(promptfoo, "\(old)\n", "\(new)\n"), expect: expected)
    }

    private static let promptfooScenarios: [Scenario] = [
        Scenario(
            "one of several prompts", adding: promptfooFile, .replace(promptfoo, "      Never promise a refund.\n", ""),
            expect: ["prompt/prohibition-removed critical"]),
        Scenario(
            "prompts in another order", adding: promptfooFile,
            .replace(promptfoo, "  - label: short\n    raw: 'Answer in one sentence: {{question}}'\n", ""),
            .replace(
                promptfoo, "prompts:\n", "prompts:\n  - label: short\n    raw: 'Answer in one sentence: {{question}}'\n"
            ),
            expect: ["prompt/source-only none"]),
        Scenario(
            "a prompt in a file of text", adding: promptfooFile,
            .replace("prompts/mail.txt", "Mention the order.", "Mention the order and the price."),
            expect: ["prompt/instruction-changed material"]),
        Scenario(
            "one of several prompts is gone", adding: promptfooFile,
            .replace(promptfoo, "  - label: short\n    raw: 'Answer in one sentence: {{question}}'\n", ""),
            expect: ["prompt/removed material"]),
        Scenario(
            "a description of an evaluation", adding: promptfooFile, .replace(promptfoo, "Refund answers", "Answers"),
            expect: ["prompt/source-only none"]),
        Scenario(
            "a model under evaluation", adding: promptfooFile,
            .replace(promptfoo, "temperature: 0.2", "temperature: 0.6"),
            expect: ["inference/temperature-raised material"]),
        providers(
            "a provider without its date", "  - openai:gpt-4.1-2025-04-14", "  - openai:gpt-4.1",
            "model/pin-loosened critical"),
        providers(
            "a provider's id without its date", "  - id: openai:gpt-4.1-2025-04-14", "  - id: openai:gpt-4.1",
            "model/pin-loosened critical"),
        providers(
            "a provider with its date", "  - openai:gpt-4.1", "  - openai:gpt-4.1-2025-04-14",
            "model/pin-tightened minor"),
        providers(
            "two providers, one without its date and one new",
            "  - openai:gpt-4.1-2025-04-14\n  - anthropic:messages:claude-sonnet-4-5-20250929",
            "  - openai:gpt-4.1\n  - mistral:mistral-large-2411",
            "model/pin-loosened critical", "model/provider-changed critical"),
        providers(
            "a provider more", "  - openai:gpt-4.1-2025-04-14", "  - openai:gpt-4.1-2025-04-14\n  - openai:gpt-4.1",
            "model/id-changed material"),
        Scenario(
            "a likeness that is enough", adding: promptfooFile, .replace(promptfoo, "threshold: 0.8", "threshold: 0.5"),
            expect: ["plan/acceptance-threshold-lowered critical"]),
        Scenario(
            "a likeness that is more", adding: promptfooFile, .replace(promptfoo, "threshold: 0.8", "threshold: 0.9"),
            expect: ["plan/acceptance-threshold-raised minor"]),
        Scenario(
            "answers that may cost more", adding: promptfooFile,
            .replace(promptfoo, "threshold: 0.01", "threshold: 0.05"),
            expect: ["plan/acceptance-threshold-lowered critical"]),
        Scenario(
            "answers that may take less time", adding: promptfooFile,
            .replace(promptfoo, "threshold: 3000", "threshold: 2000"),
            expect: ["plan/acceptance-threshold-raised minor"]),
        Scenario(
            "a number of unknown polarity", adding: promptfooFile, .replace(promptfoo, "threshold: 4", "threshold: 5"),
            expect: ["plan/changed material"]),
        Scenario(
            "an assertion is gone", adding: promptfooFile,
            .replace(promptfoo, "      - {type: not-contains, value: refund guaranteed}\n", ""),
            expect: ["plan/acceptance-threshold-lowered critical"]),
        Scenario(
            "what an assertion expects", adding: promptfooFile, .replace(promptfoo, "refund guaranteed", "refund"),
            expect: ["plan/changed material"]),
    ]

    // MARK: Prompts kept elsewhere

    private static let hub = "prompts/hub.yaml"
    private static let hubFile = [
        hub: """
        prompts:
          - {source: langsmith, prompt: "kranich/refunds:3f2a9c1d", description: Refunds}
          - {source: langfuse, name: greeting, version: 4}

        """
    ]

    private static let hostedScenarios: [Scenario] = [
        Scenario(
            "a hub prompt without its commit", adding: hubFile,
            .replace(hub, "kranich/refunds:3f2a9c1d", "kranich/refunds"),
            expect: ["prompt/reference-floating critical"]),
        Scenario(
            "a hub prompt by tag", adding: hubFile, .replace(hub, "refunds:3f2a9c1d", "refunds:production"),
            expect: ["prompt/reference-floating critical"]),
        Scenario(
            "a hub prompt of another commit", adding: hubFile, .replace(hub, "3f2a9c1d", "77aa10bb"),
            expect: ["prompt/reference-changed material"]),
        Scenario(
            "a label instead of a version", adding: hubFile, .replace(hub, "version: 4", "label: production"),
            expect: ["prompt/reference-floating critical"]),
        Scenario(
            "another version", adding: hubFile, .replace(hub, "version: 4", "version: 5"),
            expect: ["prompt/reference-changed material"]),
        Scenario(
            "a note beside a hub prompt", adding: hubFile, .replace(hub, "source: langfuse", "source: \"langfuse\""),
            expect: ["prompt/source-only none"]),
    ]

    // MARK: Messages, Markdown, the other dialect

    private static let chat = "prompts/chat.json"
    private static let chatFile = [
        chat: """
        [
          {"role": "system", "content": "You help with {{topic}}.\\nDo not guess."},
          {"role": "user", "content": [{"type": "text", "text": "{{question}}"}]}
        ]
        """
    ]
    private static let style = "prompts/style.md"
    private static let styleFile = [
        style: """
        # Style

        Answer like this:

        ```
        Hello {{name}}, thank you for your patience.
        The parcel is on its way.
        ```

        Be brief. Do not use emoji.
        Tell customers that you are an AI assistant.

        """
    ]
    private static let dialect = "prompts/agent.prompt"
    private static let dialectFiles = [
        dialect: """
        ---
        name: agent
        extends: base-agent
        ---
        # PERSONA
        You are a patient agent.

        # CONSTRAINTS
        - Never share personal data.

        # EXAMPLES
        User: Hi. Agent: Hello there!

        """,
        "prompts/base-agent.prompt": "# GUARDRAILS\nDo not discuss politics.\n",
    ]

    private static let otherFormatScenarios: [Scenario] = [
        Scenario(
            "a message's role", adding: chatFile, .replace(chat, "\"user\"", "\"system\""),
            expect: [
                "prompt/reordered material", "prompt/role-added material", "prompt/role-removed material",
                "prompt/variable-escalated critical",
            ]),
        Scenario(
            "a prohibition in a message", adding: chatFile, .replace(chat, "\\nDo not guess.", ""),
            expect: ["prompt/prohibition-removed critical"]),
        Scenario(
            "another key of a message", adding: chatFile,
            .replace(chat, "{\"role\": \"user\",", "{\"role\": \"user\", \"cache\": true,"),
            expect: ["prompt/setting-changed material"]),
        Scenario(
            "a fenced example", adding: styleFile, .replace(style, "thank you for your patience", "thanks a lot"),
            .replace(style, "on its way", "nearly there"), expect: ["prompt/example-changed material"]),
        Scenario(
            "an instruction beside a fenced example", adding: styleFile, .replace(style, "Be brief.", "Be very brief."),
            expect: ["prompt/instruction-changed material"]),
        Scenario(
            "a prohibition that became part of an example", adding: styleFile,
            .replace(style, "Do not use emoji.\n", "\n"),
            .replace(style, "The parcel is on its way.", "The parcel is on its way.\n\nDo not use emoji."),
            expect: ["prompt/prohibition-weakened critical"]),
        Scenario(
            "two sentences became one", adding: styleFile,
            .replace(style, "Be brief. Do not use emoji.", "Be brief and do not use emoji."),
            expect: ["prompt/instruction-changed material"]),
        Scenario(
            "users are not told any more", adding: styleFile,
            .replace(style, "Tell customers that you are an AI assistant.\n", ""),
            expect: ["experience/ai-disclosure-removed critical"]),
        Scenario(
            "users are to be told the opposite", adding: styleFile,
            .replace(style, "Be brief.", "Be brief. Never say that you are a bot."),
            expect: ["experience/ai-disclosure-removed critical"]),
        Scenario(
            "users are told in other words", adding: styleFile,
            .replace(style, "Tell customers that you are", "Tell people that you are"),
            expect: ["prompt/instruction-changed material"]),
        Scenario(
            "an AI that is talked about", adding: styleFile,
            .replace(style, "Be brief.", "Be brief. Explain what AI is."),
            expect: ["prompt/instruction-added material"]),
        Scenario(
            "a prompt in another language",
            adding: [
                "prompts/de.md": "Sie sind die Assistentin der Kundschaft.\nVersprechen Sie niemals eine Erstattung.\n"
            ],
            .replace("prompts/de.md", "niemals eine", "gerne eine"), expect: ["prompt/instruction-changed material"]),
        Scenario(
            "an inherited prompt", adding: dialectFiles,
            .replace("prompts/base-agent.prompt", "Do not discuss politics.", "Feel free to discuss politics."),
            expect: ["prompt/instruction-added material", "prompt/prohibition-removed critical"]),
        Scenario(
            "an example of the other dialect", adding: dialectFiles, .replace(dialect, "Hello there!", "Good day!"),
            expect: ["prompt/example-changed material"]),
        Scenario(
            "a persona of the other dialect", adding: dialectFiles,
            .replace(dialect, "a patient agent", "a calm agent"),
            expect: ["prompt/instruction-changed material"]),
    ]

    static let promptFormatScenarios =
        promptyScenarios + langChainScenarios + promptfooScenarios + hostedScenarios + otherFormatScenarios
}
