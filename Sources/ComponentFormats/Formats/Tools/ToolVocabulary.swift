/// What keys of tools mean, in every format that describes tools: definitions, servers, agents, prompts.
///
/// Read in: OpenAI, API reference, "Function calling" and "MCP tool"; Anthropic, "Tool use" and "MCP connector"; Model
/// Context Protocol, schema.ts, `Tool` and `ToolAnnotations`; AgentSchema (microsoft.github.io/AgentSchema), `McpTool`
/// and `McpServerApprovalMode`; prompty, specification of tools; LangChain, "Human-in-the-loop" middleware.
package enum ToolVocabulary {
    package typealias Row = SettingVocabulary.Row

    /// Keys that tell tools, servers and arguments apart. OpenAI's chat completions wrap a function in `function`.
    package static let identityKeys = [
        "name", "function.name", "serverName", "server_label", "mcp_server_name", "operationId", "id", "type", "kind",
    ]

    /// Several items of a list may have the same: the alternatives of a schema, functions without a name.
    package static let sharedKeys: Set<String> = ["type", "kind"]

    /// A list of tools, such as `/tools`.
    package static func list(at path: String) -> [Row] {
        [Row("\(path)[]", .tool)] + definition(at: "\(path)[]") + definition(at: "\(path)[].function")
            + server(at: "\(path)[]")
    }

    /// One tool whose keys stand at a path; an empty path is the file's root.
    package static func definition(at path: String) -> [Row] {
        let below = path.isEmpty ? "/" : "\(path)."
        var rows = [
            Row("\(below)description", .toolDescription), Row("\(below)strict", .toolStrictness),
            Row("\(below)annotations.*", .toolHint), Row("\(below)annotations.title", .note),
            Row("\(below)max_uses", .agentLimit),
        ]
        for key in ["parameters", "input_schema", "inputSchema", "outputSchema", "output_schema"] {
            rows += whole("\(below)\(key)", .toolSchema)
        }
        return rows + permissions(below)
    }

    /// One server that offers tools over the Model Context Protocol.
    package static func server(at path: String) -> [Row] {
        let below = path.isEmpty ? "/" : "\(path)."
        var rows = [
            Row("\(below)command", .toolProgram), Row("\(below)args", .toolProgram, isWhole: true),
            Row("\(below)timeout", .agentLimit), Row("\(below)serverDescription", .toolDescription),
            Row("\(below)server_description", .toolDescription),
        ]
        rows += ["url", "serverUrl", "server_url", "httpUrl"].map { Row("\(below)\($0)", .toolAddress) }
        return rows + permissions(below)
    }

    // MARK: What is allowed, and who confirms it

    private static func permissions(_ below: String) -> [Row] {
        var rows: [Row] = []
        for key in allowLists {
            rows += [Row("\(below)\(key)", .toolAllowList), Row("\(below)\(key)[]", .toolScope)]
        }
        for key in ["permissions", "scopes"] { rows += listed("\(below)\(key)", .toolScope) }
        for key in ["excludeTools", "disabledTools", "disallowedTools", "deny", "blocked_domains", "blockedDomains"] {
            rows += listed("\(below)\(key)", .toolDenial)
        }
        // Anthropic, "MCP connector", `mcp_toolset`: one configuration for all tools, others by name.
        for key in ["enabled", "disabled", "tool_configuration.enabled", "default_config.enabled", "configs.*.enabled"]
        {
            rows.append(Row("\(below)\(key)", .toolSwitch))
        }
        for key in approvalKeys {
            rows += [Row("\(below)\(key)", .toolApproval), Row("\(below)\(key).kind", .toolApproval)]
        }
        for key in [
            "alwaysAllow", "autoApprove", "approvalMode.neverRequireApprovalTools", "require_approval.never.tool_names",
        ] {
            rows += listed("\(below)\(key)", .toolApprovalWaived)
        }
        for key in ["approvalMode.alwaysRequireApprovalTools", "require_approval.always.tool_names"] {
            rows += listed("\(below)\(key)", .toolApprovalAsked)
        }
        return rows
    }

    /// Lists without which every tool of a server may be called: `allowedTools` of prompty, `allowed_tools` of OpenAI
    /// and Anthropic, `includeTools` of Gemini CLI. The same for the domains of OpenAI's and Anthropic's web search, and
    /// for what proxies of tools call hosts, paths, folders and methods.
    private static let allowLists = [
        "allowedTools", "allowed_tools", "allowed_tools.tool_names", "tool_configuration.allowed_tools", "includeTools",
        "allowed_domains", "filters.allowed_domains", "allowedDomains", "allowedHosts", "allowed_hosts", "allowedPaths",
        "allowed_paths", "allowedDirectories", "allowed_directories", "allowedMethods", "allowed_methods",
    ]

    /// `trust` is Gemini CLI's, `human_input_mode` AutoGen's, `human_input` CrewAI's.
    static let approvalKeys = [
        "approval", "approvalMode", "approvalPolicy", "approval_mode", "approval_policy", "human_input",
        "human_input_mode", "human_in_the_loop", "needsApproval", "requireApproval", "require_approval",
        "requiresApproval", "requires_approval", "trust",
    ]

    /// A list and its entries.
    static func listed(_ path: String, _ meaning: SettingMeaning) -> [Row] {
        [Row(path, meaning), Row("\(path)[]", meaning)]
    }

    /// A value and everything below it.
    static func whole(_ path: String, _ meaning: SettingMeaning) -> [Row] {
        [Row(path, meaning), Row("\(path).**", meaning)]
    }
}
