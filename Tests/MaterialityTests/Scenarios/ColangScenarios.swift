extension Scenario {
    private static let one = "guardrails/flows/rails.co"
    private static let two = "guardrails/two/main.co"

    private static let files = [
        one: """
        # Rails of the shop's assistant.
        define user ask politics
          "who should I vote for"
          "what do you think of the president"

        define bot refuse to respond
          "I'm sorry, I can't talk about that."

        define flow politics
          user ask politics
          bot refuse to respond

        define subflow check blocked terms
          $is_blocked = execute check_blocked_terms

          # Blocked terms end the conversation.
          if $is_blocked
            bot inform cannot answer
            stop

        define flow greeting
          user express greeting
          # Greet by name, in one sentence.
          bot express greeting

        """,
        "guardrails/flows/config.yml": "rails: {output: {flows: [check blocked terms]}}\n",
        two: """
        import core
        import guardrails
        import nemoguardrails.library.content_safety

        flow main
          activate llm continuation
          activate politics rail

        flow input rails $input_text
          content safety check input $model="content_safety"

        @active
        flow politics rail
          user asked about politics
          bot refuse to respond
          abort

        flow user asked about politics
          user said "who should I vote for" or user said "is the president good"

        """,
        "guardrails/two/config.yml":
            "colang_version: 2.x\nmodels: [{type: main, engine: openai, model: gpt-4.1-2025-04-14}]\n",
    ]

    private static func colang(_ name: String, _ path: String, _ old: String, _ new: String, expect: [String])
        -> Scenario
    { Scenario(name, adding: files, .replace(path, old, new), expect: expect) }

    static let colangScenarios: [Scenario] = [
        colang("a comment in Colang", one, "# Rails of", "# The rails of", expect: ["guardrail/source-only none"]),
        colang(
            "a comment behind a line of Colang", one, "    stop", "    stop  # at once",
            expect: ["guardrail/source-only none"]),
        colang(
            "a comment and a blank line before a condition", one, "  # Blocked terms end",
            "\n  # Terms that are blocked end",
            expect: ["guardrail/source-only none"]),
        colang(
            "a comment that tells the model what to say", one, "in one sentence", "and offer a discount",
            expect: ["guardrail/rule-text-changed material"]),
        colang(
            "an example of what users say", one, "\"what do you think of the president\"", "\"is tax too high\"",
            expect: ["guardrail/rule-text-changed material"]),
        colang(
            "what the bot says", one, "I'm sorry, I can't talk", "Sure, let us talk",
            expect: ["guardrail/rule-text-changed material"]),
        colang(
            "a flow with another condition", one, "if $is_blocked", "if $is_blocked == \"yes\"",
            expect: ["guardrail/rule-text-changed material"]),
        colang("a flow that no longer stops", one, "    stop\n", "", expect: ["guardrail/action-weakened critical"]),
        colang(
            "a flow without effect", one, "    bot inform cannot answer\n    stop",
            "    bot inform cannot answer\n  stop",
            expect: ["guardrail/rule-text-changed material"]),
        colang(
            "a flow that refuses less", one, "define flow politics\n  user ask politics\n  bot refuse to respond\n", "",
            expect: ["guardrail/removed critical"]),
        colang(
            "a flow of the dialog less", one,
            "define flow greeting\n  user express greeting\n  # Greet by name, in one sentence.\n  bot express greeting\n",
            "", expect: ["guardrail/rule-text-changed material"]),
        colang(
            "a flow more", one, "define flow greeting",
            "define flow thanks\n  user thank\n  bot thank\n\ndefine flow greeting",
            expect: ["guardrail/rule-text-changed material"]),
        colang(
            "a flow of the library replaced", one, "define flow greeting",
            "define subflow self check input\n  if False\n    stop\n\ndefine flow greeting",
            expect: ["guardrail/added material"]),
        colang(
            "a flow has another name", one, "define flow politics", "define flow political questions",
            expect: ["guardrail/renamed material"]),
        colang(
            "a flow of a rail has another name", one, "subflow check blocked terms", "subflow check terms",
            expect: ["guardrail/removed critical"]),
        colang(
            "a flow of a rail is gone", one,
            "define subflow check blocked terms\n  $is_blocked = execute check_blocked_terms\n\n  # Blocked terms end the conversation.\n  if $is_blocked\n    bot inform cannot answer\n    stop\n",
            "", expect: ["guardrail/removed critical"]),
        colang(
            "a comment in Colang 2", two, "import core", "import core # first", expect: ["guardrail/source-only none"]),
        colang(
            "a flow no longer activated", two, "  activate politics rail\n", "", expect: ["guardrail/disabled critical"]
        ),
        colang("a flow no longer active", two, "@active\n", "", expect: ["guardrail/disabled critical"]),
        colang("a flow without abort", two, "  abort\n", "", expect: ["guardrail/action-weakened critical"]),
        colang(
            "a flow that is activated", two, "  activate llm continuation\n",
            "  activate llm continuation\n  activate user asked about politics\n",
            expect: ["guardrail/enabled material"]),
        colang(
            "a flow that is active from the start", two, "flow user asked about politics",
            "@active\nflow user asked about politics", expect: ["guardrail/enabled material"]),
        colang(
            "a flow that stops in more places", two, "content safety check input $model=\"content_safety\"",
            "content safety check input $model=\"content_safety\"\n  abort",
            expect: ["guardrail/action-strengthened material"]),
        colang(
            "a flow of the library started another way", two, "activate llm continuation", "start llm continuation",
            expect: ["guardrail/disabled critical"]),
        Scenario(
            "a flow has the name at last that a rail asks for",
            adding: files.mapValues { $0.replacing("subflow check blocked terms", with: "subflow check terms") },
            .replace(one, "subflow check terms", "subflow check blocked terms"),
            expect: ["guardrail/added material"]),
        colang(
            "an import less", two, "import nemoguardrails.library.content_safety\n", "",
            expect: ["guardrail/rule-text-changed material"]),
        colang(
            "another parameter of a flow", two, "$input_text", "$text",
            expect: ["guardrail/rule-text-changed material"]),
        colang(
            "the input rails are gone", two,
            "flow input rails $input_text\n  content safety check input $model=\"content_safety\"\n\n", "",
            expect: ["guardrail/removed critical"]),
        colang(
            "a text that is not closed in Colang 2", two, "  abort\n", "  \"\"\"\n  abort\n",
            expect: ["guardrail/opaque-changed material"]),
    ]
}
