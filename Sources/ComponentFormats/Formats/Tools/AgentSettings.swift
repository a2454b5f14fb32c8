import PlanModel
import SourceText
import YAMLDocuments

/// How far agents go by themselves: steps, time, money, who is asked. One agent, or agents by name.
///
/// Read in: OpenAI Agents SDK, "Running agents" (`max_turns`); LangGraph, "Graph API" (`recursion_limit`); LangChain,
/// `AgentExecutor` (`max_iterations`, `max_execution_time`); CrewAI, "Agents" (`max_iter`, `max_rpm`,
/// `allow_delegation`, `allow_code_execution`, `code_execution_mode`) and "Tasks" (`human_input`); AutoGen,
/// `ConversableAgent` (`human_input_mode`, `max_consecutive_auto_reply`); smolagents, `MultiStepAgent` (`max_steps`);
/// Claude Agent SDK (`maxTurns`, `maxBudgetUsd`); Vercel AI SDK (`maxSteps`).
enum AgentSettings: ComponentFormat {

    package static let description = FormatDescription(
        "agent settings",
        files: "JSON or YAML among the tools with limits and approvals of agents",
        source: "OpenAI Agents SDK, LangGraph, LangChain, CrewAI, AutoGen, smolagents")

    static let limitKeys = [
        "budget", "budgetUsd", "budget_usd", "maxBudgetUsd", "maxCost", "maxIterations", "maxSteps", "maxToolCalls",
        "maxTurns", "max_agent_steps", "max_budget_usd", "max_consecutive_auto_reply", "max_cost", "max_execution_time",
        "max_iter", "max_iterations", "max_retry_limit", "max_rpm", "max_steps", "max_tool_calls", "max_turns",
        "max_uses", "recursion_limit", "timeout", "timeoutSeconds", "timeout_seconds",
    ]
    private static let capabilityKeys = [
        "allow_code_execution", "allow_dangerous_code", "allow_delegation", "code_execution_mode",
    ]
    private static let autonomyKeys = ["autonomy", "autonomyLevel", "autonomy_level"]
    private static let textKeys = [
        "backstory", "description", "goal", "instructions", "prompt", "system_message", "system_prompt", "systemPrompt",
    ]

    static let vocabulary = SettingVocabulary(
        identityKeys: ToolVocabulary.identityKeys, sharedKeys: ToolVocabulary.sharedKeys,
        limitKeys.map { .init($0, .agentLimit) } + capabilityKeys.map { .init($0, .toolCapability) }
            + autonomyKeys.map { .init($0, .agentAutonomy) } + textKeys.map { .init($0, .toolDescription) }
            + ToolVocabulary.approvalKeys.flatMap { key -> [SettingVocabulary.Row] in
                [.init(key, .toolApproval), .init("\(key).kind", .toolApproval)]
            }
            + ["interrupt_on.*", "interruptOn.*"].map { .init($0, .toolApproval) }
            + ["tools[]", "handoffs[]"].map { .init($0, .tool) }
            + ToolVocabulary.listed("allowed_tools", .toolScope) + ToolVocabulary.listed("allowedTools", .toolScope)
            + ToolVocabulary.listed("disallowedTools", .toolDenial)
            + [
                .init("model", .modelID), .init("llm", .modelID), .init("temperature", .temperature),
            ])

    /// Recognised by a limit, an approval or an autonomy, at the root or in an agent below it.
    static func recognise(_ file: ComponentFile) -> ComponentReading? {
        guard file.category == .tools, file.hasExtension("json", "yaml", "yml"),
            let settings = SettingsDocument(reading: file, vocabulary: vocabulary), settings.roots.count == 1,
            let root = settings.roots.first, root.kind == .mapping
        else { return nil }
        let own = Set(limitKeys + capabilityKeys + autonomyKeys + ToolVocabulary.approvalKeys)
        let agents = [root] + root.entries.map(\.value) + root.entries.flatMap { $0.value.entries.map(\.value) }
        guard agents.contains(where: { $0.entries.contains { own.contains($0.key.text) } }) else { return nil }
        return ComponentReading(FormatIdentity("agent-settings", .signature), settings: settings)
    }
}
