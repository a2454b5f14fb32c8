import PlanModel
import SourceText
import YAMLDocuments

/// A list of messages with role and content in YAML or JSON, the form of the chat interfaces of the large providers;
/// promptfoo, Langfuse and many others keep prompts in it. No template language is declared.
enum ChatMessages: ComponentFormat {

    package static let description = FormatDescription(
        "chat messages",
        files: "YAML or JSON prompts that are a list of messages with role and content",
        source: "the chat interfaces of OpenAI and Anthropic")

    static func recognise(_ file: ComponentFile) -> ComponentReading? {
        guard file.category == .prompts, file.hasExtension("yaml", "yml", "json") else { return nil }
        let vocabulary = SettingVocabulary(
            identityKeys: [],
            [.init("/description", .note)] + rows(below: "/") + rows(below: "/messages")
                + InferenceSettings.rows(below: ""))
        guard let settings = SettingsDocument(reading: file, vocabulary: vocabulary), settings.roots.count == 1,
            let root = settings.roots.first
        else { return nil }
        let messages = root.kind == .sequence ? root : root["messages"]
        guard let messages, messages.kind == .sequence, messages.count > 0,
            messages.items.allSatisfy({ $0["role"]?.kind == .scalar && $0["content"] != nil })
        else { return nil }
        let reading = template(messages, in: file.source, .undeclared)
        return ComponentReading(
            FormatIdentity("chat-messages", .signature), prompt: reading.template, settings: settings,
            defects: reading.defects)
    }

    /// The rows for a list of messages: what is compared as a prompt. Everything else in a message is a setting.
    static func rows(below list: String) -> [SettingVocabulary.Row] {
        [
            .init("\(list)[].role", .promptText), .init("\(list)[].content", .promptText),
            .init("\(list)[].content.**", .promptText), .init("\(list)[].content[].type", .unknown),
        ]
    }

    /// The texts of all messages, each under its role. Content may be a text or a list of parts with texts.
    static func template(
        _ messages: YAMLNode, in source: SourceFile, _ engine: PromptTemplate.Engine
    ) -> TemplateReading {
        var pieces: [PromptTemplate.Piece] = []
        var defects: [ReadingDefect] = []
        for message in messages.items {
            if let role = message["role"] {
                let text = MappedText(role, in: source)
                pieces.append(
                    PromptTemplate.Piece(
                        .role(ChatRole.canonical(role.text)), role.text, in: text, 0..<text.bytes.count))
            }
            for content in texts(message["content"]) {
                let reading = engine.read(MappedText(content, in: source)) { _ in nil }
                pieces += ExampleMarks.mark(reading.template).pieces
                defects += reading.defects
            }
        }
        return TemplateReading(PromptTemplate(engine: engine, pieces: pieces), defects)
    }

    /// The texts of content: itself, or those of its parts.
    static func texts(_ content: YAMLNode?) -> [YAMLNode] {
        guard let content else { return [] }
        switch content.kind {
        case .scalar: return content.isNull ? [] : [content]
        case .sequence: return content.items.flatMap { texts($0) }
        case .mapping: return content.entries.flatMap { entry in entry.key.text == "type" ? [] : texts(entry.value) }
        }
    }
}

/// Names of roles, whatever a library calls them.
enum ChatRole {
    /// LangChain's messages are human's and AI's.
    static func canonical(_ name: String) -> String {
        switch name.lowercased() {
        case "human": "user"
        case "ai": "assistant"
        default: name.lowercased()
        }
    }
}
