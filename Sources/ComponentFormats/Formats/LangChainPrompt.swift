import PlanModel
import SourceText
import YAMLDocuments

/// A prompt that LangChain saved or loads (langchain_core, prompts/loading.py): YAML or JSON with `_type`, or a
/// serialised object with `lc` and `kwargs`, as LangSmith keeps manifests.
enum LangChainPrompt: ComponentFormat {

    package static let description = FormatDescription(
        "LangChain prompt",
        files: "YAML or JSON with `_type`, or a serialised object with `lc`",
        source: "langchain_core, prompts/loading.py")

    private static let types: Set<String> = ["prompt", "few_shot", "chat"]

    /// Below the document's root, or below `kwargs` of a serialised prompt.
    private static func rows(below prefix: String) -> [SettingVocabulary.Row] {
        let texts = ["template", "prefix", "suffix", "example_separator"].map { "\(prefix)\($0)" }
        return texts.map { .init($0, .promptText) }
            + ["template_path", "prefix_path", "suffix_path"].map { .init("\(prefix)\($0)", .promptText) }
            + [
                .init("\(prefix)example_prompt.template", .promptText),
                .init("\(prefix)examples", .promptText), .init("\(prefix)examples[]", .promptText),
                .init("\(prefix)examples.**", .promptText),
                .init("\(prefix)template_format", .templateEngine),
                .init("\(prefix)input_variables", .inputDeclaration),
                .init("\(prefix)input_variables[]", .inputDeclaration),
                .init("\(prefix)optional_variables[]", .inputDeclaration),
                .init("\(prefix)partial_variables", .inputDefault),
                .init("\(prefix)partial_variables.**", .inputDefault),
                .init("\(prefix)metadata.**", .note), .init("\(prefix)tags[]", .note),
                .init("\(prefix)messages[].prompt.template", .promptText),
                .init("\(prefix)messages[].template", .promptText),
                .init("\(prefix)messages[].kwargs.prompt.kwargs.template", .promptText),
                .init("\(prefix)messages[].kwargs.content", .promptText),
            ] + ChatMessages.rows(below: "\(prefix)messages")
    }

    static let vocabulary = SettingVocabulary(identityKeys: [], rows(below: "/") + rows(below: "/kwargs."))

    static func recognise(_ file: ComponentFile) -> ComponentReading? {
        guard file.category == .prompts, file.hasExtension("yaml", "yml", "json"),
            let settings = SettingsDocument(reading: file, vocabulary: vocabulary), settings.roots.count == 1,
            let root = settings.roots.first, root.kind == .mapping
        else { return nil }
        let isSerialised = root["lc"] != nil && root["kwargs"]?.kind == .mapping && className(root) != nil
        let type = root["_type"]?.text
        guard isSerialised || type.map(types.contains) == true else { return nil }
        let parts = isSerialised ? root["kwargs"] ?? root : root
        var reader = LangChainReader(file: file)
        if parts["messages"] != nil {
            reader.readMessages(parts)
        } else if parts["examples"] != nil || type == "few_shot" {
            reader.readExamples(parts)
        } else {
            reader.readTemplate(parts, "template")
        }
        let defaults = parts["partial_variables"]?.entries.map(\.key.text) ?? []
        let format = FormatIdentity(
            isSerialised ? "langchain-manifest" : "langchain-prompt",
            version: isSerialised ? root["lc"]?.text : nil, .declared)
        return ComponentReading(
            format,
            prompts: [
                NamedPrompt(PromptTemplate(engine: reader.engine, pieces: reader.pieces), defaults: Set(defaults))
            ], settings: settings, references: reader.references, defects: reader.defects)
    }

    /// `SystemMessagePromptTemplate`, the last part of a serialised object's `id`.
    static func className(_ node: YAMLNode) -> String? {
        guard let id = node["id"], id.kind == .sequence, id.count > 0 else { return nil }
        return id.items[id.count - 1].text
    }
}

/// Puts the pieces of one prompt together.
private struct LangChainReader {
    let file: ComponentFile
    private(set) var engine: PromptTemplate.Engine = .fString
    private(set) var pieces: [PromptTemplate.Piece] = []
    private(set) var references: [FileReference] = []
    private(set) var defects: [ReadingDefect] = []

    init(file: ComponentFile) { self.file = file }

    private static func engine(_ parts: YAMLNode) -> PromptTemplate.Engine {
        switch parts["template_format"]?.text {
        case "jinja2": .jinja2
        case "mustache": .mustache
        default: .fString
        }
    }

    /// A text, or a `.txt` file that holds it: never both.
    mutating func readTemplate(_ parts: YAMLNode, _ key: String) {
        let engine = Self.engine(parts)
        self.engine = engine
        let (text, path) = (parts[key], parts["\(key)_path"])
        if let text, let path, !text.isNull {
            defects.append(
                ReadingDefect(
                    "the prompt has both \(key) and \(key)_path", at: path.range,
                    mend: "Keep one of the two; LangChain refuses both."))
        }
        if let path {
            guard let target = file.path(of: path.text) else { return }
            references.append(FileReference(source: file.source, range: path.range, candidates: candidates(path.text)))
            let mapped = MappedText(path, in: file.source)
            pieces.append(
                PromptTemplate.Piece(
                    .partial(name: path.text, path: target, arguments: "", engine: engine), path.text, in: mapped,
                    0..<mapped.bytes.count))
        } else if let text, text.kind == .scalar {
            add(text, engine)
        }
    }

    /// Relative to the folder of the prompt, or to the place where the program starts.
    private func candidates(_ path: String) -> [String] { [file.path(of: path), path].compactMap { $0 } }

    private mutating func add(_ text: YAMLNode, _ engine: PromptTemplate.Engine) {
        let reading = engine.read(MappedText(text, in: file.source)) { _ in nil }
        pieces += ExampleMarks.mark(reading.template).pieces
        defects += reading.defects
    }

    mutating func readMessages(_ parts: YAMLNode) {
        guard let messages = parts["messages"] else { return }
        for message in messages.items {
            let inner = message["kwargs"] ?? message
            let prompt = inner["prompt"].map { $0["kwargs"] ?? $0 } ?? inner
            let role = message["role"]?.text ?? message["kwargs"].flatMap { _ in self.role(of: message) }
            let mark = message["role"] ?? message["id"] ?? message
            let text = MappedText(file.source)
            if let role {
                pieces.append(PromptTemplate.Piece(.role(ChatRole.canonical(role)), role, in: text, mark.range))
            }
            engine = Self.engine(prompt)
            for content in [prompt["template"], inner["content"]] {
                if let content, content.kind == .scalar { add(content, engine) }
            }
        }
    }

    private func role(of message: YAMLNode) -> String? {
        let name = LangChainPrompt.className(message)?.lowercased() ?? ""
        return ["system", "human", "ai"].first { name.hasPrefix($0) }
    }

    /// Prefix, examples, suffix. The template of the examples is filled by them: its placeholders are no variables.
    mutating func readExamples(_ parts: YAMLNode) {
        readTemplate(parts, "prefix")
        let shown = pieces.count
        if let form = parts["example_prompt"], let text = form["template"] {
            add(text, Self.engine(form))
            pieces[shown...] = ArraySlice(
                pieces[shown...].map { piece in
                    guard case .expression = piece.kind else { return piece }
                    return PromptTemplate.Piece(.expression(variables: []), piece.content, in: piece.text, piece.span)
                })
        }
        if let examples = parts["examples"] {
            if examples.kind == .scalar {
                references.append(
                    FileReference(source: file.source, range: examples.range, candidates: candidates(examples.text)))
            }
            readValues(examples)
        }
        readTemplate(parts, "suffix")
    }

    private mutating func readValues(_ node: YAMLNode) {
        guard node.kind == .scalar else {
            for item in node.items { readValues(item) }
            for entry in node.entries { readValues(entry.value) }
            return
        }
        let text = MappedText(node, in: file.source)
        pieces.append(PromptTemplate.Piece(.exampleStart, "", in: text, 0..<0))
        pieces.append(PromptTemplate.Piece(text: text, 0..<text.bytes.count))
        pieces.append(PromptTemplate.Piece(.exampleEnd, "", in: text, text.bytes.count..<text.bytes.count))
    }
}
