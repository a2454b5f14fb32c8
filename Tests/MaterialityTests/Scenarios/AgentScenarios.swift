/// How far agents go by themselves.
extension Scenario {
    private static let crew = "extra/tools/agents.yaml"
    private static let runner = "extra/tools/runner.json"

    private static let files = [
        crew: """
        order_desk:
          role: Order desk
          goal: Solve what can be solved without a colleague.
          backstory: You know the shop's rules.
          llm: openai/gpt-4.1-2025-04-14
          max_iter: 15
          max_rpm: 20
          allow_delegation: false
          code_execution_mode: safe
          human_input: true
          tools: [get_order, list_stores]
        """,
        runner: """
        {"max_turns": 10, "maxBudgetUsd": 0.50, "timeout": "2m", "human_input_mode": "ALWAYS", "autonomy": "supervised"}
        """,
    ]

    private static let desk = "prompts/desk.prompt"
    private static let prompt = [
        desk: """
        ---
        model: openai/gpt-4.1-2025-04-14
        toolDefs:
          - name: refund_order
            description: Pays money back.
            approvalMode: always
            inputSchema:
              type: object
              properties: {amount: {type: number, maximum: 150}}
        ---
        {{role "system"}}
        You help with orders.
        {{role "user"}}
        {{question}}

        """
    ]

    private static func promptTool(_ name: String, _ edit: Edit, expect: String...) -> Scenario {
        Scenario(name, adding: prompt, edit, expect: expect)
    }

    private static func agent(_ name: String, _ edit: Edit, expect: String...) -> Scenario {
        Scenario(name, adding: files, edit, expect: expect)
    }

    static let agentScenarios: [Scenario] = [
        agent("more steps", .replace(crew, "max_iter: 15", "max_iter: 40"), expect: "tool/limit-raised material"),
        agent("fewer steps", .replace(crew, "max_iter: 15", "max_iter: 8"), expect: "tool/limit-lowered minor"),
        agent("the framework's steps", .replace(crew, "  max_iter: 15\n", ""), expect: "tool/limit-raised material"),
        agent(
            "no limit of calls", .replace(crew, "max_rpm: 20", "max_rpm: null"), expect: "tool/limit-raised material"),
        agent(
            "a limit in words", .replace(crew, "max_rpm: 20", "max_rpm: many"), expect: "tool/limit-changed material"),
        agent("a bigger budget", .replace(runner, "0.50", "5.00"), expect: "tool/limit-raised material"),
        agent("the same budget", .replace(runner, "0.50", "0.5"), expect: "tool/source-only none"),
        agent("the same time", .replace(runner, "\"2m\"", "\"120s\""), expect: "tool/limit-changed minor"),
        agent(
            "a person less", .replace(crew, "human_input: true", "human_input: false"),
            expect: "tool/approval-removed critical"),
        agent("a person at the end", .replace(runner, "ALWAYS", "TERMINATE"), expect: "tool/approval-removed critical"),
        agent(
            "an agent that acts alone", .replace(runner, "supervised", "autonomous"),
            expect: "tool/limit-raised material"),
        agent(
            "an autonomy that nobody knows", .replace(runner, "supervised", "bold"),
            expect: "tool/limit-changed material"),
        agent(
            "an agent that hands on", .replace(crew, "allow_delegation: false", "allow_delegation: true"),
            expect: "tool/scope-widened critical"),
        agent(
            "code outside the container", .replace(crew, "mode: safe", "mode: unsafe"),
            expect: "tool/scope-widened critical"),
        agent(
            "another goal", .replace(crew, "without a colleague", "without asking"),
            expect: "tool/description-changed material"),
        agent(
            "a further tool of an agent",
            .replace(crew, "[get_order, list_stores]", "[get_order, list_stores, cancel_order]"),
            expect: "tool/added critical"),
        agent(
            "an agent's model", .replace(crew, "openai/gpt-4.1-2025-04-14", "openai/gpt-4.1"),
            expect: "model/pin-loosened critical"),
        agent(
            "a key that nobody knows", .replace(crew, "max_iter: 15", "max_iter: 15\n  memory: true"),
            expect: "tool/setting-changed material"),
        promptTool(
            "a prompt's tool in other words", .replace(desk, "money back.", "money."),
            expect: "tool/description-changed material"),
        promptTool(
            "a prompt's tool with a higher bound", .replace(desk, "maximum: 150", "maximum: 500"),
            expect: "tool/scope-widened critical"),
        promptTool(
            "a prompt's tool without asking", .replace(desk, "approvalMode: always", "approvalMode: never"),
            expect: "tool/approval-removed critical"),
        promptTool(
            "a prompt's tool with a further key",
            .replace(desk, "    approvalMode: always", "    approvalMode: always\n    cached: true"),
            expect: "tool/schema-changed material"),
        promptTool(
            "a prompt with a further tool",
            .replace(desk, "toolDefs:\n", "toolDefs:\n  - {name: get_order, description: One order.}\n"),
            expect: "tool/added material"),
    ]
}
