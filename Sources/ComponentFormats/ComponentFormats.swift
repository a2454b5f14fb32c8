package import PlanModel
package import SourceText

/// The registry of formats: one line each. The first that recognises a file has it, so that formats which say their
/// own name come before those that are told by structure.
package enum ComponentFormats {
    package static let all: [any ComponentFormat.Type] = [
        GitLFSPointer.self,
        DVCPointer.self,
        DVCLock.self,
        DVCPipeline.self,
        RAILFile.self,
        Dotprompt.self,
        LiteLLMProxy.self,
        BedrockGuardrail.self,
        PromptdiffPrompt.self,
        Prompty.self,
        LangChainPrompt.self,
        PromptfooConfig.self,
        HostedPrompts.self,
        ChatMessages.self,
        TemplateFile.self,
        NeMoGuardrails.self,
        LlamaGuardSettings.self,
        ColangFile.self,
        OpenAPITools.self,
        MCPServers.self,
        ToolDefinitions.self,
        AgentSettings.self,
        AzureDeployment.self,
        InferenceSettings.self,
        RetrievalSettings.self,
        HubReference.self,
        RoutingSettings.self,
        KeyedTexts.self,
        PlainTextPrompt.self,
    ]

    /// What a file holds; nil for a file of no known format, and for one that cannot be read.
    ///
    /// - Parameter shipped: the files that ship with it, by path: what it includes is put in place.
    package static func recognise(
        _ source: SourceFile, category: ComponentCategory?, shipped: [String: SourceFile] = [:]
    ) -> ComponentReading? {
        if category == .prompts, source.bytes.count > longestTemplate { return tooLong(source) }
        let file = ComponentFile(source, category: category, shipped: shipped)
        for format in all {
            if let reading = format.recognise(file) { return reading }
        }
        return nil
    }

    /// The length in bytes up to which prompts are read as templates. Nobody writes longer ones, and readers of
    /// template languages take more than their length of time over what somebody could make of them.
    package static let longestTemplate = 1_000_000

    private static func tooLong(_ source: SourceFile) -> ComponentReading {
        let line = source.bytes.prefix(80).prefix { $0 != UInt8(ascii: "\n") }
        return .broken(
            FormatIdentity("text", .assumed),
            ReadingDefect(
                "it is longer than 1 MB, so that only its words are compared", at: line.indices,
                mend: "Keep data that is no instruction out of prompts."))
    }
}
