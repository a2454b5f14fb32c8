import YAMLDocuments

/// Words by which formats say who confirms a call, by how much is confirmed.
enum ApprovalModes {
    enum Mode: Int, Comparable {
        /// No call waits for anybody.
        case nobody
        /// Some calls do.
        case sometimes
        /// Every call does.
        case always

        static func < (left: Mode, right: Mode) -> Bool { left.rawValue < right.rawValue }
    }

    /// - `always`, `never`: OpenAI, "MCP tool", `require_approval`; AgentSchema, `McpServerApprovalMode`, which also has
    ///   `specify`; AutoGen, `human_input_mode`, which also has `TERMINATE`.
    /// - `default`, `plan`, `acceptEdits`, `bypassPermissions`: code.claude.com, "Configure permissions".
    /// - `untrusted`, `on-request`, `on-failure`, `never`: OpenAI Codex, configuration, `approval_policy`.
    /// - `human`, `manual`, `auto`, `none`: what teams write; a convention.
    private static let words: [String: Mode] = [
        "always": .always, "human": .always, "manual": .always, "required": .always, "ask": .always, "confirm": .always,
        "prompt": .always, "default": .always, "plan": .always, "untrusted": .always,
        "specify": .sometimes, "terminate": .sometimes, "on-request": .sometimes, "on-failure": .sometimes,
        "acceptedits": .sometimes, "sometimes": .sometimes, "conditional": .sometimes,
        "never": .nobody, "none": .nobody, "auto": .nobody, "automatic": .nobody, "bypasspermissions": .nobody,
        "skip": .nobody, "off": .nobody,
    ]

    /// Keys where true means that nobody is asked: Gemini CLI, docs/tools/mcp-server.md, `trust`; hosts that take a yes
    /// for every tool.
    private static let waivingKeys: Set<String> = ["alwaysAllow", "autoApprove", "trust"]

    /// What holds without the key: OpenAI, "MCP tool"; Gemini CLI, docs/tools/mcp-server.md; CrewAI, "Tasks";
    /// AutoGen, `ConversableAgent`. Other formats do not say.
    private static let whenAbsent: [String: Mode] = [
        "require_approval": .always, "trust": .always, "human_input": .nobody, "human_input_mode": .sometimes,
    ]

    /// Nil where the value, or what its absence means, is not known.
    static func mode(of node: YAMLNode?, key: String) -> Mode? {
        guard let node else { return whenAbsent[key] }
        switch node.kind {
        case .scalar:
            if let boolean = node.boolean { return boolean != waivingKeys.contains(key) ? .always : .nobody }
            return words[node.text.lowercased()]
        case .mapping:
            if let kind = node["kind"] { return words[kind.text.lowercased()] }
            // OpenAI: tools by name under `always` and `never`.
            return node["never"] != nil || node["always"] != nil ? .sometimes : nil
        case .sequence: return nil
        }
    }
}
