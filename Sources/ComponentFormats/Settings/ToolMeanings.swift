extension SettingMeaning {
    /// A tool as a whole: a function, an operation of an API, a server that offers tools.
    package static let tool: SettingMeaning = "tool"
    /// Words that tell the model what a tool, or one of its arguments, is for.
    package static let toolDescription: SettingMeaning = "tool.description"
    /// What arguments a tool takes and what it gives back, as JSON Schema.
    package static let toolSchema: SettingMeaning = "tool.schema"
    /// Whether calls have to fit the schema exactly; true is stricter.
    package static let toolStrictness: SettingMeaning = "tool.strictness"
    /// What a tool says of its effects: `readOnlyHint` and the like.
    package static let toolHint: SettingMeaning = "tool.hint"

    /// A list that names all that is allowed; without the list everything is.
    package static let toolAllowList: SettingMeaning = "tool.allow-list"
    /// What a call has to show; each entry of the list is enough by itself.
    package static let toolAuthorisation: SettingMeaning = "tool.authorisation"
    /// Something that a tool may do: an entry of a list of allowed tools, a scope, a folder.
    package static let toolScope: SettingMeaning = "tool.scope"
    /// Something that a tool may not do: an entry of a list of exclusions.
    package static let toolDenial: SettingMeaning = "tool.denial"
    /// Whether something is in service at all: `enabled`, `disabled`.
    package static let toolSwitch: SettingMeaning = "tool.switch"
    /// A permission that is given by true, or by a word.
    package static let toolCapability: SettingMeaning = "tool.capability"

    /// Who confirms a call, as a word or a yes or no.
    package static let toolApproval: SettingMeaning = "tool.approval"
    /// A tool whose calls nobody confirms.
    package static let toolApprovalWaived: SettingMeaning = "tool.approval-waived"
    /// A tool whose calls somebody confirms.
    package static let toolApprovalAsked: SettingMeaning = "tool.approval-asked"

    /// The program that answers the calls: a command, its arguments, an image.
    package static let toolProgram: SettingMeaning = "tool.program"
    /// The address that answers the calls.
    package static let toolAddress: SettingMeaning = "tool.address"

    /// How long, how often or for how much an agent may go on by itself.
    package static let agentLimit: SettingMeaning = "agent.limit"
    /// How much an agent decides by itself, in words or levels.
    package static let agentAutonomy: SettingMeaning = "agent.autonomy"
}
