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
        let forms = ["example_prompt", "example_prompt.kwargs"].map { "\(prefix)\($0).template" }
        let messages = ["messages[]", "messages[].kwargs"].flatMap { message -> [String] in
            let form = "\(prefix)\(message)"
            return ["", ".prompt", ".prompt.kwargs", ".prompt[]", ".prompt[].kwargs"].map { "\(form)\($0).template" }
                + ["\(form).prompt", "\(form).prompt[]"]
        }
        return (texts + forms + messages).flatMap { path -> [SettingVocabulary.Row] in
            [.init(path, .promptText), .init("\(path).*", .promptText)]
        }
            + ["template_path", "prefix_path", "suffix_path", "example_prompt_path"].map {
                .init("\(prefix)\($0)", .promptText)
            }
            + [
                .init("\(prefix)examples", .promptText), .init("\(prefix)examples[]", .promptText),
                .init("\(prefix)examples.**", .promptText),
                .init("\(prefix)template_format", .templateEngine),
                .init("\(prefix)input_variables", .inputDeclaration),
                .init("\(prefix)input_variables[]", .inputDeclaration),
                .init("\(prefix)optional_variables[]", .inputDeclaration),
                .init("\(prefix)partial_variables", .inputDefault),
                .init("\(prefix)partial_variables.**", .inputDefault),
                .init("\(prefix)metadata.**", .note), .init("\(prefix)tags[]", .note),
                .init("\(prefix)messages[].kwargs.content", .promptText),
                .init("\(prefix)messages[].kwargs.content.**", .promptText),
                .init("\(prefix)messages[].kwargs.content[].type", .unknown),
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
        if let path = parts["\(key)_path"] {
            refuse(path, beside: key, in: parts)
            include(path, engine)
        } else if let text = parts[key], text.kind == .scalar {
            add(text, engine)
        }
    }

    private mutating func refuse(_ path: YAMLNode, beside key: String, in parts: YAMLNode) {
        guard let text = parts[key], !text.isNull else { return }
        defects.append(
            ReadingDefect(
                "the prompt has both \(key) and \(key)_path", at: path.range,
                mend: "Keep one of the two; LangChain refuses both."))
    }

    /// A file that is put in place; without an engine it is a prompt file itself.
    private mutating func include(_ path: YAMLNode, _ engine: PromptTemplate.Engine?) {
        guard let target = file.path(of: path.text) else { return }
        references.append(FileReference(source: file.source, range: path.range, candidates: candidates(path.text)))
        let mapped = MappedText(path, in: file.source)
        pieces.append(
            PromptTemplate.Piece(
                .partial(name: path.text, path: target, arguments: "", engine: engine), path.text, in: mapped,
                0..<mapped.bytes.count))
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
            let role = message["role"]?.text ?? message["kwargs"].flatMap { _ in self.role(of: message) }
            let mark = message["role"] ?? message["id"] ?? message
            let text = MappedText(file.source)
            if let role {
                pieces.append(PromptTemplate.Piece(.role(ChatRole.canonical(role)), role, in: text, mark.range))
            }
            // One template, or one for each part of the message.
            let prompts = inner["prompt"].map { $0.kind == .sequence ? Array($0.items) : [$0] } ?? []
            for prompt in prompts {
                let form = prompt["kwargs"] ?? prompt
                addTexts(form.kind == .scalar ? form : form["template"], Self.engine(form))
            }
            // A message that is no template is sent with its braces.
            let isTemplate = LangChainPrompt.className(message)?.hasSuffix("PromptTemplate") ?? true
            for content in [inner["template"], inner["content"]] {
                addTexts(content, isTemplate ? Self.engine(inner) : .verbatim)
            }
        }
    }

    private mutating func addTexts(_ content: YAMLNode?, _ engine: PromptTemplate.Engine) {
        for text in ChatMessages.texts(content) {
            self.engine = engine
            add(text, engine)
        }
    }

    private func role(of message: YAMLNode) -> String? {
        let name = LangChainPrompt.className(message)?.lowercased() ?? ""
        return ["system", "human", "ai"].first { name.hasPrefix($0) }
    }

    /// Prefix, examples, suffix, with the separator between them (langchain_core, prompts/few_shot.py). The template of
    /// the examples is filled by them: its placeholders are no variables.
    mutating func readExamples(_ parts: YAMLNode) {
        let separator = parts["example_separator"].flatMap { $0.kind == .scalar ? $0 : nil }
        func separate(_ reader: inout LangChainReader) {
            if let separator { reader.add(separator, Self.engine(parts)) }
        }
        readTemplate(parts, "prefix")
        separate(&self)
        let shown = pieces.count
        if let path = parts["example_prompt_path"] {
            refuse(path, beside: "example_prompt", in: parts)
            include(path, nil)
        } else if let form = parts["example_prompt"].map({ $0["kwargs"] ?? $0 }), let text = form["template"] {
            addTexts(text, Self.engine(form))
            pieces[shown...] = ArraySlice(
                pieces[shown...].map { piece in
                    guard case .expression = piece.kind else { return piece }
                    return PromptTemplate.Piece(.expression(variables: []), piece.content, in: piece.text, piece.span)
                })
        }
        separate(&self)
        if let examples = parts["examples"] {
            if examples.kind == .scalar {
                references.append(
                    FileReference(source: file.source, range: examples.range, candidates: candidates(examples.text)))
                readValue(examples)
            }
            for example in examples.items {
                readValue(example)
                separate(&self)
            }
        }
        readTemplate(parts, "suffix")
    }

    /// An example's values by their names, which say where in the template they go, whatever their order.
    private mutating func readValue(_ node: YAMLNode, name: YAMLNode? = nil) {
        guard node.kind == .scalar else {
            for item in node.items { readValue(item) }
            for entry in node.entries.sorted(by: { $0.key.text < $1.key.text }) {
                readValue(entry.value, name: entry.key)
            }
            return
        }
        let text = MappedText(node, in: file.source)
        let mark = MappedText(name ?? node, in: file.source)
        pieces.append(PromptTemplate.Piece(.exampleStart, "", in: mark, 0..<0))
        if let name {
            pieces.append(
                PromptTemplate.Piece(.expression(variables: []), name.text + ": ", in: mark, 0..<mark.bytes.count))
        }
        pieces.append(PromptTemplate.Piece(text: text, 0..<text.bytes.count))
        pieces.append(PromptTemplate.Piece(.exampleEnd, "", in: text, text.bytes.count..<text.bytes.count))
    }
}
