extension Scenario {
    private static let parts = "prompts/parts.json"
    private static let partsFile = [
        parts: """
        {"_type": "chat", "messages": [
          {"role": "system", "content": [{"type": "text", "text": "Never give legal advice about {topic}."}]},
          {"role": "system", "prompt": {"template": "Be calm."}, "template": "Never guess."},
          {"role": "user", "prompt": [{"template": "{question}"}, {"template": {"url": "{picture}"}}]}
        ]}

        """
    ]
    private static let stored = "prompts/stored.json"
    private static let storedFile = [
        stored: """
        {"lc": 1, "type": "constructor", "id": ["langchain", "prompts", "few_shot", "FewShotPromptTemplate"],
         "kwargs": {"prefix": "Sort the ticket.", "suffix": "Ticket: {ticket}",
          "example_prompt": {"lc": 1, "type": "constructor", "id": ["langchain", "prompts", "prompt", "PromptTemplate"],
           "kwargs": {"template": "Never close it yourself.\\nTicket: {ticket}", "template_format": "f-string"}},
          "examples": [{"ticket": "My lamp is broken."}]}}
        """
    ]
    private static let fixed = "prompts/fixed.json"
    private static let fixedFile = [
        fixed: """
        {"lc": 1, "type": "constructor", "id": ["langchain", "prompts", "chat", "ChatPromptTemplate"],
         "kwargs": {"messages": [
          {"lc": 1, "type": "constructor", "id": ["langchain", "schema", "messages", "SystemMessage"],
           "kwargs": {"content": [{"type": "text", "text": "Reply as {name: value}. Never guess."}]}}]}}
        """
    ]
    private static let tone = "prompts/few.yaml"
    private static let toneFile = [
        tone: """
        _type: few_shot
        input_variables: [message]
        prefix: Rewrite the message in a calm tone.
        example_prompt:
          _type: prompt
          template: "Message: {rude} Rewritten: {calm}"
        examples:
          - {rude: Where is my money, calm: Could you tell me when the refund arrives?}
          - {rude: Answer me now, calm: I would be glad about an answer soon.}
        example_separator: "\\n\\nNext one\\n\\n"
        suffix: "Message: {message}"
        """
    ]

    /// What LangChain's files can say in more than one way.
    static let langChainPartScenarios: [Scenario] = [
        Scenario(
            "a prohibition in content of several parts", adding: partsFile,
            .replace(parts, "Never give legal advice", "Give legal advice"),
            expect: ["prompt/prohibition-removed critical"]),
        Scenario(
            "a value in content of several parts", adding: partsFile,
            .replace(parts, "about {topic}.", "about {topic} in {country}."),
            expect: ["prompt/instruction-changed material", "prompt/variable-added material"]),
        Scenario(
            "the kind of a part", adding: partsFile, .replace(parts, "\"type\": \"text\"", "\"type\": \"input_text\""),
            expect: ["prompt/setting-changed material"]),
        Scenario(
            "a template beside a message's prompt", adding: partsFile,
            .replace(parts, "\"template\": \"Never guess.\"", "\"template\": \"You may guess.\""),
            expect: ["prompt/prohibition-removed critical"]),
        Scenario(
            "one of several templates of a message", adding: partsFile, .replace(parts, "{picture}", "{photo}"),
            expect: [
                "prompt/instruction-added material", "prompt/instruction-removed material",
                "prompt/variable-added material", "prompt/variable-removed material",
            ]),
        Scenario(
            "a stored template of examples", adding: storedFile, .replace(stored, "Never close it yourself.\\n", ""),
            expect: [
                "prompt/instruction-added material", "prompt/instruction-removed material",
                "prompt/prohibition-removed critical",
            ]),
        Scenario(
            "a message that is no template", adding: fixedFile, .replace(fixed, " Never guess.", ""),
            expect: ["prompt/prohibition-removed critical"]),
        Scenario(
            "words between examples", adding: toneFile, .replace(tone, "Next one", "Another"),
            expect: ["prompt/instruction-added material", "prompt/instruction-removed material"]),
        Scenario(
            "space between examples", adding: toneFile, .replace(tone, "\\n\\nNext", "\\n\\n\\nNext"),
            expect: ["prompt/whitespace-only minor"]),
        Scenario(
            "values of an example under each other's names", adding: toneFile,
            .replace(
                tone, "{rude: Answer me now, calm: I would be glad about an answer soon.}",
                "{calm: Answer me now, rude: I would be glad about an answer soon.}"),
            expect: ["prompt/example-changed material", "prompt/example-changed material"]),
        Scenario(
            "values of an example in another order", adding: toneFile,
            .replace(
                tone, "{rude: Answer me now, calm: I would be glad about an answer soon.}",
                "{calm: I would be glad about an answer soon., rude: Answer me now}"),
            expect: ["prompt/source-only none"]),
        Scenario(
            "a template of examples in a file of its own",
            adding: [
                "prompts/shown.yaml":
                    "_type: few_shot\nexample_prompt_path: form.yaml\nexamples: [{q: Hello}]\nsuffix: '{question}'\n",
                "prompts/form.yaml": "_type: prompt\ntemplate: 'Never guess. {q}'\n",
            ], .replace("prompts/form.yaml", "Never guess. ", ""),
            expect: ["prompt/prohibition-removed critical"]),
    ]
}
