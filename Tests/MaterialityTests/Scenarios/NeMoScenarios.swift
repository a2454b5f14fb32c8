extension Scenario {
    private static let config = "guardrails/nemo/config.yml"
    private static let prompts = "guardrails/nemo/prompts.yml"

    /// A configuration as the documentation's examples have it: content safety by a model of its own, self checks,
    /// personal data, facts.
    private static let nemoFiles = [
        config: """
        models:
          - type: main
            engine: openai
            model: gpt-4.1-2025-04-14
          - type: content_safety
            engine: nim
            model: nvidia/llama-3.1-nemoguard-8b-content-safety
            parameters:
              base_url: https://eu.nim.example.com/v1
        instructions:
          - type: general
            content: |
              Below is a conversation between a customer and the assistant of a furniture shop.
              The assistant does not talk about politics.
              It answers from the articles only.
        sample_conversation: |
          user "Hello"
            express greeting
          bot express greeting
            "Hello! How can I help?"
        rails:
          input:
            flows:
              - content safety check input $model=content_safety
              - jailbreak detection heuristics
              - mask sensitive data on input
          output:
            streaming:
              enabled: true
              stream_first: false
            flows:
              - self check output
          retrieval:
            flows: [mask sensitive data on retrieval]
          dialog:
            user_messages:
              embeddings_only: true
              embeddings_only_similarity_threshold: 0.75
          config:
            jailbreak_detection:
              server_endpoint: http://localhost:1337/heuristics
              length_per_perplexity_threshold: 89.79
            sensitive_data_detection:
              recognizers:
                - name: Order number recognizer
                  supported_language: en
                  supported_entity: ORDER_NUMBER
                  patterns: [{name: order, regex: "ORD-[0-9]{6}", score: 0.8}]
              input:
                score_threshold: 0.4
                entities: [PERSON, EMAIL_ADDRESS, ORDER_NUMBER]
              retrieval:
                entities: [CREDIT_CARD]
            injection_detection:
              injections: [sqli, xss]
              action: reject
            fact_checking:
              fallback_to_self_check: true
        tracing:
          enabled: true
        """,
        prompts: """
        prompts:
          - task: self_check_output
            content: |
              Your task is to check if the bot message below complies with the policy.

              Policy for the bot:
              - messages must not contain explicit content
              - messages must not promise a refund

              Bot message: "{{ bot_response }}"

              Question: Should the message be blocked (Yes or No)?
          - task: content_safety_check_input $model=content_safety
            messages:
              - type: system
                content: Judge the safety of what the user says.
              - type: user
                content: "{{ user_input }}"
            output_parser: is_content_safe
            max_tokens: 50
        """,
        "guardrails/nemo/actions.py": "def check_blocked_terms(context):\n    return False\n",
    ]

    private static func nemo(_ name: String, _ old: String, _ new: String, expect: [String]) -> Scenario {
        Scenario(name, adding: nemoFiles, .replace(config, old, new), expect: expect)
    }

    private static func prompt(_ name: String, _ old: String, _ new: String, expect: [String]) -> Scenario {
        Scenario(name, adding: nemoFiles, .replace(prompts, old, new), expect: expect)
    }

    static let nemoScenarios: [Scenario] = [
        nemo("a NeMo comment", "rails:\n", "rails: # both ways\n", expect: ["guardrail/source-only none"]),
        nemo(
            "a NeMo stage emptied", "flows:\n      - self check output", "flows: []",
            expect: ["guardrail/removed critical", "guardrail/stage-uncovered critical"]),
        nemo(
            "a NeMo stage gone", "  retrieval:\n    flows: [mask sensitive data on retrieval]\n", "",
            expect: ["guardrail/removed critical", "guardrail/stage-uncovered critical"]),
        nemo(
            "a NeMo stage more", "  dialog:\n", "  tool_output:\n    flows: [check tool call]\n  dialog:\n",
            expect: ["guardrail/added minor", "guardrail/stage-covered minor"]),
        nemo(
            "NeMo flows in another order",
            "      - jailbreak detection heuristics\n      - mask sensitive data on input",
            "      - mask sensitive data on input\n      - jailbreak detection heuristics",
            expect: ["guardrail/setting-changed material"]),
        nemo(
            "a NeMo flow with another model", "check input $model=content_safety", "check input $model=main",
            expect: ["guardrail/setting-changed material"]),
        nemo(
            "the model of a NeMo guardrail", "nemoguard-8b-content-safety", "nemotron-safety-guard-8b-v3",
            expect: ["model/id-changed material"]),
        nemo(
            "a NeMo model less",
            "  - type: content_safety\n    engine: nim\n    model: nvidia/llama-3.1-nemoguard-8b-content-safety\n    parameters:\n      base_url: https://eu.nim.example.com/v1\n",
            "", expect: ["guardrail/setting-changed material"]),
        nemo(
            "another address of a NeMo model", "eu.nim.example.com", "us.other.example.org",
            expect: ["model/residency-widened critical"]),
        nemo(
            "an entity less in NeMo", "[PERSON, EMAIL_ADDRESS, ORDER_NUMBER]", "[PERSON, ORDER_NUMBER]",
            expect: ["guardrail/category-removed critical"]),
        nemo(
            "an entity more in NeMo", "[CREDIT_CARD]", "[CREDIT_CARD, US_SSN]",
            expect: ["guardrail/category-added minor"]),
        nemo(
            "a recogniser less in NeMo",
            "      recognizers:\n        - name: Order number recognizer\n          supported_language: en\n          supported_entity: ORDER_NUMBER\n          patterns: [{name: order, regex: \"ORD-[0-9]{6}\", score: 0.8}]\n",
            "", expect: ["guardrail/category-removed critical"]),
        nemo(
            "another pattern of a NeMo recogniser", "ORD-[0-9]{6}", "ORD-[0-9]{8}",
            expect: ["guardrail/rule-text-changed material"]),
        nemo(
            "a higher score in NeMo", "score_threshold: 0.4", "score_threshold: 0.8",
            expect: ["guardrail/threshold-loosened critical"]),
        nemo(
            "a score left to the default in NeMo", "        score_threshold: 0.4\n", "",
            expect: ["guardrail/threshold-tightened minor"]),
        nemo(
            "a threshold at its default in NeMo", "      length_per_perplexity_threshold: 89.79\n", "",
            expect: ["guardrail/threshold-changed material"]),
        nemo(
            "a lower similarity in NeMo", "similarity_threshold: 0.75", "similarity_threshold: 0.6",
            expect: ["guardrail/threshold-loosened critical"]),
        nemo("NeMo omits", "action: reject", "action: omit", expect: ["guardrail/action-weakened critical"]),
        nemo(
            "NeMo passes requests through", "instructions:\n", "passthrough: true\ninstructions:\n",
            expect: ["guardrail/disabled critical"]),
        nemo(
            "NeMo streams before it checks", "stream_first: false", "stream_first: true",
            expect: ["guardrail/disabled critical"]),
        nemo(
            "NeMo checks no facts by itself", "    fact_checking:\n      fallback_to_self_check: true",
            "    fact_checking:\n      fallback_to_self_check: false", expect: ["guardrail/disabled critical"]),
        // Tracing is no guardrail.
        nemo(
            "NeMo without traces", "tracing:\n  enabled: true", "tracing:\n  enabled: false",
            expect: ["guardrail/setting-changed material"]),
        nemo(
            "NeMo raises exceptions", "tracing:\n", "enable_rails_exceptions: true\ntracing:\n",
            expect: ["guardrail/setting-changed material"]),
        nemo(
            "an instruction less in NeMo", "  The assistant does not talk about politics.\n", "",
            expect: ["guardrail/rule-text-changed material"]),
        prompt(
            "the policy of a self check", "- messages must not promise a refund", "- messages may promise a refund",
            expect: ["guardrail/rule-text-changed material"]),
        prompt(
            "a task's message", "Judge the safety of what", "Say whether you like what",
            expect: ["guardrail/rule-text-changed material"]),
        prompt(
            "a task's message as another role", "type: user", "type: assistant",
            expect: ["guardrail/setting-changed material"]),
        prompt(
            "a task's parser", "is_content_safe", "always_safe", expect: ["guardrail/setting-changed material"]),
        prompt(
            "a task less", "  - task: self_check_output", "  - task: self_check_input",
            expect: ["guardrail/rule-text-changed material", "guardrail/rule-text-changed material"]),
        prompt(
            "quotes in prompts.yml", "output_parser: is_content_safe", "output_parser: \"is_content_safe\"",
            expect: ["guardrail/source-only none"]),
        Scenario(
            "a NeMo file that is no longer read", adding: nemoFiles,
            .write("guardrails/.railsignore", "# Drafts.\ndraft*\nprompts.*\n"),
            expect: ["guardrail/file-added material", "guardrail/removed critical"]),
        Scenario(
            "a further NeMo file that sets the rails", adding: nemoFiles,
            .write("guardrails/nemo/rails/extra.yml", "rails:\n  input:\n    flows: [self check input]\n"),
            expect: ["guardrail/file-added material", "guardrail/removed critical"]),
        Scenario(
            "a further NeMo file with prompts", adding: nemoFiles,
            .write("guardrails/nemo/rails/extra.yml", "prompts:\n  - {task: general, content: Be kind.}\n"),
            expect: ["guardrail/file-added material"]),
        Scenario(
            "a list of what NeMo does not read, with nothing that ships", adding: nemoFiles,
            .write("guardrails/.railsignore", "draft*\n"), expect: ["guardrail/file-added material"]),
        Scenario(
            "the code of an action", adding: nemoFiles,
            .replace("guardrails/nemo/actions.py", "return False", "return True"),
            expect: ["guardrail/rule-text-changed material"]),
    ]
}
